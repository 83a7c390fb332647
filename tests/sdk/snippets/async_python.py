# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import asyncio
from openai import AsyncOpenAI
async def main():
    client = AsyncOpenAI(
        base_url="http://localhost:8000/llm/v1",
        api_key="not-used"
    )
    # Concurrent requests
    tasks = [
        client.chat.completions.create(
            model="openai/gpt-3.5-turbo",
            messages=[{"role": "user", "content": f"Count to {i}"}]
        )
        for i in range(1, 6)
    ]
    responses = await asyncio.gather(*tasks)
    for response in responses:
        print(response.choices[0].message.content)
asyncio.run(main())
