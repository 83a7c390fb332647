# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The four services behind the gateway: their models, and what their scripted answers say and count."""

import dataclasses

import pytest


@dataclasses.dataclass(frozen=True)
class Service:
    """One provider of the gateway's configuration."""

    name: str
    model_name: str
    thinking_name: str
    chat_target: str
    stream_target: str
    plain: int = 9
    cached: int = 0
    written: int = 0
    said: int = 12
    thought: int = 0

    @property
    def model(self):
        return f"{self.name}/{self.model_name}"

    @property
    def thinking_model(self):
        return f"{self.name}/{self.thinking_name}"

    def behaving(self, behaviour):
        """A model of this service whose answer goes as behaviour says."""
        return f"{self.model}-{behaviour}"

    @property
    def prompt(self):
        """All that the model read, cached included."""
        return self.plain + self.cached + self.written

    @property
    def thinks(self):
        """Whether its thoughts are shown."""
        return self.thought > 0


OPENAI = Service("openai", "gpt-4", "gpt-5", "/openai/v1/chat/completions", "/openai/v1/chat/completions")
ANTHROPIC = Service(
    "anthropic",
    "claude-3-5-sonnet-20241022",
    "claude-sonnet-4-5-20250929",
    "/anthropic/v1/messages",
    "/anthropic/v1/messages",
    cached=5,
    written=3,
    thought=7,
)
GOOGLE = Service(
    "google",
    "gemini-2.5-flash",
    "gemini-3-pro-preview",
    "/google/v1beta/models/gemini-2.5-flash:generateContent",
    "/google/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse",
    cached=5,
    thought=7,
)
BEDROCK = Service(
    "bedrock",
    "anthropic.claude-3-sonnet-20240229-v1:0",
    "anthropic.claude-sonnet-4-5-20250929-v1:0",
    "/bedrock/model/anthropic.claude-3-sonnet-20240229-v1%3A0/converse",
    "/bedrock/model/anthropic.claude-3-sonnet-20240229-v1%3A0/converse-stream",
    cached=5,
    written=3,
    thought=7,
)
SERVICES = (OPENAI, ANTHROPIC, GOOGLE, BEDROCK)


def for_services(*services):
    """Runs a test once for each of services, by default for all."""
    return pytest.mark.parametrize("service", services or SERVICES, ids=lambda service: service.name)


def tool_names_of(service, body):
    """The names of the tools in a body as the service got it."""
    tools = body.get("tools", [])
    if service is OPENAI:
        return [tool["function"]["name"] for tool in tools]
    if service is GOOGLE:
        return [each["name"] for tool in tools for each in tool["functionDeclarations"]]
    if service is BEDROCK:
        return [tool["toolSpec"]["name"] for tool in body["toolConfig"]["tools"] if "toolSpec" in tool]
    return [tool["name"] for tool in tools]


def output_limit_of(service, body):
    """The limit of answered tokens in a body as the service got it."""
    if service is GOOGLE:
        return body["generationConfig"]["maxOutputTokens"]
    if service is BEDROCK:
        return body["inferenceConfig"]["maxTokens"]
    return body.get("max_tokens", body.get("max_completion_tokens"))


def temperature_of(service, body):
    """The temperature in a body as the service got it."""
    settings = {GOOGLE: "generationConfig", BEDROCK: "inferenceConfig"}
    return (body[settings[service]] if service in settings else body)["temperature"]


def system_text_of(service, body):
    """What the service got as instructions."""
    if service is OPENAI:
        contents = [each["content"] for each in body["messages"] if each["role"] in ("system", "developer")]
        return "".join(text if isinstance(text, str) else "".join(part["text"] for part in text) for text in contents)
    if service is GOOGLE:
        return "".join(part["text"] for part in body["systemInstruction"]["parts"])
    system = body["system"]
    return system if isinstance(system, str) else "".join(block.get("text", "") for block in system)


def holds(body, *texts):
    """Whether all texts stand somewhere in the strings of body."""
    if isinstance(body, str):
        return all(text in body for text in texts)
    members = body.values() if isinstance(body, dict) else body if isinstance(body, list) else []
    return all(any(holds(member, text) for member in members) for text in texts)
