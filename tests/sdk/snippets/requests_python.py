# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import requests
import json
def call_nexus(model, messages, **kwargs):
    response = requests.post(
        "http://localhost:8000/llm/v1/chat/completions",
        headers={"Content-Type": "application/json"},
        json={
            "model": model,
            "messages": messages,
            **kwargs
        }
    )
    return response.json()
# Use any model through the same endpoint
result = call_nexus(
    "google/gemini-1.5-pro",
    [{"role": "user", "content": "Hello!"}],
    temperature=0.5
)
print(result["choices"][0]["message"]["content"])
