# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from openai import OpenAI, OpenAIError
client = OpenAI(
    base_url="http://localhost:8000/llm/v1",
    api_key="not-used"
)
try:
    response = client.chat.completions.create(
        model="openai/gpt-4",
        messages=[{"role": "user", "content": "Hello"}]
    )
except OpenAIError as e:
    if e.status_code == 429:
        print("Rate limit exceeded, please wait")
    elif e.status_code == 404:
        print("Model not found")
    elif e.status_code == 401:
        print("Authentication failed")
    else:
        print(f"Error: {e}")
