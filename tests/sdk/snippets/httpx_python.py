# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import httpx
from openai import OpenAI
# Use custom HTTP client with connection pooling
http_client = httpx.Client(
    limits=httpx.Limits(max_connections=100)
)
client = OpenAI(
    base_url="http://localhost:8000/llm/v1",
    api_key="not-used",
    http_client=http_client
)
