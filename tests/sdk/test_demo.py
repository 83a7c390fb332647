# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The built-in provider, asked by openai-python: without a network, the same each time."""

import json

import pytest

from expectations import CLOCK_TOOL, HELLO, WEATHER_TOOL, assemble_tool_calls


@pytest.fixture(autouse=True)
def nobody_else_is_asked(provider):
    yield
    assert provider.calls() == []


def ask(client, **options):
    return client.chat.completions.create(**{"model": "demo/echo", "messages": HELLO, **options})


def test_chat(client):
    first, second = ask(client), ask(client)
    assert HELLO[0]["content"] in first.choices[0].message.content
    assert first.choices[0].message.content == second.choices[0].message.content
    assert first.choices[0].finish_reason == "stop"
    assert first.model == "demo/echo"
    assert first.usage.total_tokens == first.usage.prompt_tokens + first.usage.completion_tokens > 0


def test_headers(client):
    answer = client.chat.completions.with_raw_response.create(model="demo/echo", messages=HELLO)
    assert answer.headers["x-nexus-provider"] == "demo"
    assert answer.headers["x-nexus-model"] == "echo"
    assert answer.headers["x-request-id"]


def test_stream(client):
    chunks = list(ask(client, stream=True))
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert text == ask(client).choices[0].message.content
    assert len(chunks) > 2
    assert chunks[-1].choices[0].finish_reason == "stop"
    assert {chunk.model for chunk in chunks} == {"demo/echo"}


def test_stream_with_usage(client):
    chunks = list(ask(client, stream=True, stream_options={"include_usage": True}))
    assert chunks[-1].choices == []
    assert chunks[-1].usage.total_tokens == ask(client).usage.total_tokens


def test_tool_call(client):
    choice = ask(client, tools=[WEATHER_TOOL]).choices[0]
    assert choice.finish_reason == "tool_calls"
    [call] = choice.message.tool_calls
    assert call.function.name == "get_weather"
    assert isinstance(json.loads(call.function.arguments)["location"], str)
    assert call.id


def test_streamed_tool_call(client):
    chunks = list(ask(client, tools=[WEATHER_TOOL], stream=True))
    [(call_id, name, arguments)] = assemble_tool_calls(chunks)
    assert call_id and name == "get_weather"
    assert "location" in json.loads(arguments)
    assert chunks[-1].choices[0].finish_reason == "tool_calls"


def test_named_tool(client):
    choice = {"type": "function", "function": {"name": "get_time"}}
    answer = ask(client, tools=[WEATHER_TOOL, CLOCK_TOOL], tool_choice=choice)
    assert [call.function.name for call in answer.choices[0].message.tool_calls] == ["get_time"]


def test_a_tool_result_is_answered_in_words(client):
    message = ask(client, tools=[WEATHER_TOOL]).choices[0].message
    answer = ask(
        client,
        messages=[*HELLO, message, {"role": "tool", "tool_call_id": message.tool_calls[0].id, "content": "21 °C"}],
        tools=[WEATHER_TOOL],
    )
    assert answer.choices[0].finish_reason == "stop"
    assert answer.choices[0].message.content
