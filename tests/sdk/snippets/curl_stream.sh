# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

curl -X POST http://localhost:8000/llm/v1/chat/completions \
  -H "Content-Type: application/json" \
  -d '{
  "model": "openai/gpt-4",
  "messages": [
    {"role": "user", "content": "Write a short story"}
  ],
  "stream": true
}'
