# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from langchain_openai import ChatOpenAI
from langchain_core.messages import HumanMessage
# Configure for Nexus
llm = ChatOpenAI(
    base_url="http://localhost:8000/llm/v1",
    api_key="not-used",
    model="openai/gpt-4"
)
# Use with Langchain
response = llm.invoke([
    HumanMessage(content="What's the weather like?")
])
print(response.content)
