# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""openai-python and all four services: tools and thinking."""

import json

import openai
import pydantic
import pytest

from expectations import CALLS, CLOCK_TOOL, HELLO, WEATHER_TOOL, assemble_tool_calls
from services import ANTHROPIC, BEDROCK, GOOGLE, OPENAI, for_services, holds, tool_names_of

TOOLS = [WEATHER_TOOL, CLOCK_TOOL]
BOTH = [{"role": "user", "content": "I want both"}]
RESULTS = {"get_weather": "21 °C", "get_time": "12:00"}


def result_of(call):
    return {"role": "tool", "tool_call_id": call.id, "content": RESULTS[call.function.name]}


def calls_of(message):
    return {call.function.name: json.loads(call.function.arguments) for call in message.tool_calls}


@for_services()
def test_a_loop(client, provider, service):
    asked = {"model": service.model, "tools": TOOLS}
    first = client.chat.completions.create(messages=HELLO, **asked)
    assert first.choices[0].finish_reason == "tool_calls"
    assert first.choices[0].message.content is None
    message = first.choices[0].message
    assert calls_of(message) == {"get_weather": CALLS["get_weather"]}
    second = client.chat.completions.create(messages=[*HELLO, message, result_of(message.tool_calls[0])], **asked)
    assert second.choices[0].finish_reason == "stop"
    assert "21 °C" in second.choices[0].message.content
    assert tool_names_of(service, provider.calls()[1].json) == ["get_weather", "get_time"]


@for_services()
def test_parallel_calls(client, provider, service):
    asked = {"model": service.model, "tools": TOOLS}
    message = client.chat.completions.create(messages=BOTH, **asked).choices[0].message
    assert calls_of(message) == CALLS
    assert len({call.id for call in message.tool_calls}) == 2
    # Results may come in any order.
    results = [result_of(call) for call in reversed(message.tool_calls)]
    answer = client.chat.completions.create(messages=[*BOTH, message, *results], **asked)
    assert answer.choices[0].finish_reason == "stop"
    assert holds(provider.calls()[1].json, "21 °C", "12:00")


@for_services()
def test_streamed_parallel_calls(client, provider, service):
    chunks = list(client.chat.completions.create(model=service.model, messages=BOTH, tools=TOOLS, stream=True))
    calls = assemble_tool_calls(chunks)
    assert {name: json.loads(arguments) for _, name, arguments in calls} == CALLS
    assert len({call_id for call_id, _, _ in calls}) == 2
    assert chunks[-1].choices[0].finish_reason == "tool_calls"


class GetWeather(pydantic.BaseModel):
    """Get the weather for a location."""

    location: str
    days: int


@for_services()
def test_the_stream_helper_parses_calls(client, provider, service):
    asked = {"model": service.model, "tools": [openai.pydantic_function_tool(GetWeather)]}
    with client.chat.completions.stream(messages=HELLO, **asked) as stream:
        kinds = {event.type for event in stream}
        message = stream.get_final_completion().choices[0].message
    assert "tool_calls.function.arguments.done" in kinds
    [call] = message.tool_calls
    assert call.function.parsed_arguments == GetWeather(location="text", days=7)
    result = {"role": "tool", "tool_call_id": call.id, "content": "sun"}
    answer = client.chat.completions.create(messages=[*HELLO, message, result], **asked)
    assert "sun" in answer.choices[0].message.content


@for_services()
@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("auto", ["get_weather"]),
        ("none", []),
        ("required", ["get_weather"]),
        ({"type": "function", "function": {"name": "get_time"}}, ["get_time"]),
    ],
    ids=["auto", "none", "required", "named"],
)
def test_tool_choice(client, provider, service, choice, expected):
    answer = client.chat.completions.create(model=service.model, messages=HELLO, tools=TOOLS, tool_choice=choice)
    assert [call.function.name for call in answer.choices[0].message.tool_calls or []] == expected


@for_services(OPENAI, ANTHROPIC)
def test_no_parallel_calls(client, provider, service):
    answer = client.chat.completions.create(model=service.model, messages=BOTH, tools=TOOLS, parallel_tool_calls=False)
    assert len(answer.choices[0].message.tool_calls) == 1


@for_services()
def test_a_second_question_after_a_loop(client, provider, service):
    """The conversation goes on; ids of calls do not collide."""
    asked = {"model": service.model, "tools": TOOLS}
    messages = list(HELLO)
    for _ in range(2):
        message = client.chat.completions.create(messages=messages, **asked).choices[0].message
        messages += [message, *(result_of(call) for call in message.tool_calls)]
        answer = client.chat.completions.create(messages=messages, **asked).choices[0].message
        assert "21 °C" in answer.content
        messages += [answer, {"role": "user", "content": "And now?"}]
    assert len(provider.calls()) == 4


@for_services()
def test_thinking(client, provider, service):
    answer = client.chat.completions.create(
        model=service.thinking_model, messages=HELLO, reasoning_effort="low", max_completion_tokens=8000
    )
    message = answer.choices[0].message
    assert message.content.startswith("You said: ")
    assert answer.usage.completion_tokens == service.said + service.thought
    if service.thinks:
        assert message.reasoning_content == f"The user wrote: {HELLO[0]['content']}"
    if service in (ANTHROPIC, GOOGLE):  # Bedrock does not tell
        assert answer.usage.completion_tokens_details.reasoning_tokens == service.thought


@for_services(ANTHROPIC, GOOGLE, BEDROCK)
def test_streamed_thinking(client, provider, service):
    chunks = client.chat.completions.create(
        model=service.thinking_model, messages=HELLO, reasoning_effort="medium", stream=True
    )
    deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]
    thoughts = [getattr(delta, "reasoning_content", None) or "" for delta in deltas]
    texts = [delta.content or "" for delta in deltas]
    assert "".join(thoughts) == f"The user wrote: {HELLO[0]['content']}"
    assert "".join(texts).startswith("You said: ")
    # All thoughts come before the text.
    assert max(i for i, text in enumerate(thoughts) if text) < min(i for i, text in enumerate(texts) if text)


@for_services()
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("question", [HELLO, BOTH], ids=["one", "parallel"])
def test_a_loop_while_thinking(client, provider, service, question, is_stream):
    """The services insist on their thoughts when a result comes back; OpenAI's messages cannot carry them."""
    asked = {"model": service.thinking_model, "tools": TOOLS, "reasoning_effort": "low"}
    messages = list(question)
    for turn in range(2):
        if is_stream:
            with client.chat.completions.stream(messages=messages, **asked) as stream:
                message = stream.get_final_completion().choices[0].message
        else:
            message = client.chat.completions.create(messages=messages, **asked).choices[0].message
        calls = [
            {
                "id": call.id,
                "type": "function",
                "function": {"name": call.function.name, "arguments": call.function.arguments},
            }
            for call in message.tool_calls
        ]
        # What a client keeps that knows OpenAI's documented members only.
        messages.append({"role": "assistant", "content": message.content, "tool_calls": calls})
        messages += [result_of(call) for call in message.tool_calls]
        answer = client.chat.completions.create(messages=messages, **asked).choices[0].message
        assert answer.content, turn
        assert holds(provider.calls()[-1].json, *(RESULTS[call.function.name] for call in message.tool_calls))
        messages += [{"role": "assistant", "content": answer.content}, question[0]]
    assert len(provider.calls()) == 4


@for_services(ANTHROPIC, GOOGLE, BEDROCK)
def test_a_schema_that_the_service_would_refuse(client, provider, service):
    """What generators of schemas write, and not every service reads."""
    parameters = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "place": {"$ref": "#/$defs/Place"},
            "limit": {"type": ["integer", "null"], "exclusiveMinimum": 0, "default": None},
            "mode": {"const": "fast"},
            "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
            "extra": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        "required": ["place"],
        "additionalProperties": False,
        "$defs": {"Place": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}},
    }
    tool = {"type": "function", "function": {"name": "search", "description": "Search", "parameters": parameters}}
    answer = client.chat.completions.create(model=service.model, messages=HELLO, tools=[tool])
    [call] = answer.choices[0].message.tool_calls
    assert json.loads(call.function.arguments)["place"] == {"city": "text"}


@for_services()
def test_a_tool_without_parameters(client, provider, service):
    tool = {"type": "function", "function": {"name": "now", "description": "The time"}}
    message = client.chat.completions.create(model=service.model, messages=HELLO, tools=[tool]).choices[0].message
    [call] = message.tool_calls
    assert (call.function.name, json.loads(call.function.arguments)) == ("now", {})
    result = {"role": "tool", "tool_call_id": call.id, "content": "12:00"}
    answer = client.chat.completions.create(model=service.model, messages=[*HELLO, message, result], tools=[tool])
    assert "12:00" in answer.choices[0].message.content
