# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""openai-python: tools."""

import json

import pytest

from expectations import CLOCK_TOOL, HELLO, USAGE_WISH, WEATHER_TOOL, assemble_tool_calls, assert_passed_through

ARGUMENTS = {"unit": "celsius", "location": "text", "days": 7}
BOTH = [{"role": "user", "content": "I want both"}]


def test_tool_call(client, provider, sent):
    answer = client.chat.completions.create(
        model="openai/gpt-4", messages=HELLO, tools=[WEATHER_TOOL], tool_choice="auto"
    )
    choice = answer.choices[0]
    assert choice.finish_reason == "tool_calls"
    assert choice.message.content is None
    assert choice.message.tool_calls[0].function.name == "get_weather"
    assert json.loads(choice.message.tool_calls[0].function.arguments) == ARGUMENTS
    call = provider.only_call()
    assert_passed_through(call, sent.last, "openai/gpt-4", "gpt-4")
    parameters = call.json["tools"][0]["function"]["parameters"]
    assert list(parameters["properties"]) == ["unit", "location", "days"]
    assert parameters["additionalProperties"] is False


def test_streamed_tool_call(client, provider, sent):
    chunks = list(
        client.chat.completions.create(model="openai/gpt-4", messages=HELLO, tools=[WEATHER_TOOL], stream=True)
    )
    [(call_id, name, arguments)] = assemble_tool_calls(chunks)
    assert (call_id, name, json.loads(arguments)) == ("call_0", "get_weather", ARGUMENTS)
    assert chunks[-1].choices[0].finish_reason == "tool_calls"
    assert_passed_through(provider.only_call(), sent.last, "openai/gpt-4", "gpt-4", USAGE_WISH)


def test_parallel_tool_calls(client, provider):
    answer = client.chat.completions.create(model="openai/gpt-4", messages=BOTH, tools=[WEATHER_TOOL, CLOCK_TOOL])
    assert [call.function.name for call in answer.choices[0].message.tool_calls] == ["get_weather", "get_time"]


def test_streamed_parallel_tool_calls(client, provider):
    chunks = client.chat.completions.create(
        model="openai/gpt-4", messages=BOTH, tools=[WEATHER_TOOL, CLOCK_TOOL], stream=True
    )
    calls = assemble_tool_calls(chunks)
    assert [(call_id, name) for call_id, name, _ in calls] == [("call_0", "get_weather"), ("call_1", "get_time")]
    assert json.loads(calls[1][2]) == {"zone": "text"}


@pytest.mark.parametrize("choice", ["none", "required", {"type": "function", "function": {"name": "get_time"}}])
def test_tool_choice(client, provider, sent, choice):
    answer = client.chat.completions.create(
        model="openai/gpt-4", messages=HELLO, tools=[WEATHER_TOOL, CLOCK_TOOL], tool_choice=choice
    )
    names = [call.function.name for call in answer.choices[0].message.tool_calls or []]
    expected = {"none": [], "required": ["get_weather"]}.get(choice if isinstance(choice, str) else "", ["get_time"])
    assert names == expected
    assert provider.only_call().json["tool_choice"] == choice
    assert_passed_through(provider.only_call(), sent.last, "openai/gpt-4", "gpt-4")


def test_a_round_with_a_tool_result(client, provider, sent):
    first = client.chat.completions.create(model="openai/gpt-4", messages=HELLO, tools=[WEATHER_TOOL])
    message = first.choices[0].message
    second = client.chat.completions.create(
        model="openai/gpt-4",
        messages=[
            *HELLO,
            message,
            {"role": "tool", "tool_call_id": message.tool_calls[0].id, "content": "21 °C"},
        ],
        tools=[WEATHER_TOOL],
    )
    assert "21 °C" in second.choices[0].message.content
    assert_passed_through(provider.calls()[1], sent.last, "openai/gpt-4", "gpt-4")
