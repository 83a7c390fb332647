# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# List all available models
curl http://localhost:8000/llm/v1/models | jq '.data[].id'
