# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Simple test request
curl -X POST http://localhost:8000/llm/v1/chat/completions \
  -H "Content-Type: application/json" \
  -d '{
  "model": "openai/gpt-3.5-turbo",
  "messages": [{"role": "user", "content": "test"}],
  "max_tokens": 10
}' | jq '.'
