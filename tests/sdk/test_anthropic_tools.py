# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""anthropic-python and all four services: tools and thinking."""

import anthropic
import pytest

from expectations import CALLS, CLOCK_TOOL, HELLO, PIXEL, WEATHER_TOOL, in_anthropic_words
from services import ANTHROPIC, BEDROCK, GOOGLE, OPENAI, for_services, holds, tool_names_of

TOOLS = [in_anthropic_words(WEATHER_TOOL), in_anthropic_words(CLOCK_TOOL)]
BOTH = [{"role": "user", "content": "I want both"}]
RESULTS = {"get_weather": "21 °C", "get_time": "12:00"}
THINKING = {"type": "enabled", "budget_tokens": 2048}


def ask(claude, is_stream, **asked):
    if not is_stream:
        return claude.messages.create(**asked)
    with claude.messages.stream(**asked) as stream:
        return stream.get_final_message()


def calls_of(answer):
    return [block for block in answer.content if block.type == "tool_use"]


def results_of(answer):
    results = [
        {"type": "tool_result", "tool_use_id": call.id, "content": RESULTS[call.name]} for call in calls_of(answer)
    ]
    return {"role": "user", "content": results}


def text_of(answer):
    return "".join(block.text for block in answer.content if block.type == "text")


streamed_and_whole = pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])


@for_services()
@streamed_and_whole
def test_a_loop(claude, provider, service, is_stream):
    asked = {"model": service.model, "max_tokens": 500, "tools": TOOLS}
    first = ask(claude, is_stream, messages=HELLO, **asked)
    assert first.stop_reason == "tool_use"
    [call] = first.content
    assert (call.type, call.name, call.input) == ("tool_use", "get_weather", CALLS["get_weather"])
    messages = [*HELLO, {"role": "assistant", "content": first.content}, results_of(first)]
    second = ask(claude, is_stream, messages=messages, **asked)
    assert second.stop_reason == "end_turn"
    assert "21 °C" in text_of(second)
    assert tool_names_of(service, provider.calls()[1].json) == ["get_weather", "get_time"]


@for_services()
@streamed_and_whole
def test_parallel_calls(claude, provider, service, is_stream):
    asked = {"model": service.model, "max_tokens": 500, "tools": TOOLS}
    first = ask(claude, is_stream, messages=BOTH, **asked)
    assert {call.name: call.input for call in calls_of(first)} == CALLS
    assert len({call.id for call in calls_of(first)}) == 2
    messages = [*BOTH, {"role": "assistant", "content": first.content}, results_of(first)]
    assert ask(claude, is_stream, messages=messages, **asked).stop_reason == "end_turn"
    assert holds(provider.calls()[1].json, "21 °C", "12:00")


@for_services()
def test_streamed_calls_are_one_block_each(claude, provider, service):
    events = list(claude.messages.create(model=service.model, max_tokens=500, messages=BOTH, tools=TOOLS, stream=True))
    starts = [event.index for event in events if event.type == "content_block_start"]
    stops = [event.index for event in events if event.type == "content_block_stop"]
    assert starts == stops == [0, 1]
    running = None
    for event in events:
        if event.type == "content_block_start":
            assert running is None
            running = event.index
            assert event.content_block.input == {}
        elif event.type == "content_block_delta":
            assert (event.index, event.delta.type) == (running, "input_json_delta")
        elif event.type == "content_block_stop":
            running = None


@for_services()
@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"type": "auto"}, ["get_weather"]),
        ({"type": "none"}, []),
        ({"type": "any"}, ["get_weather"]),
        ({"type": "tool", "name": "get_time"}, ["get_time"]),
    ],
    ids=["auto", "none", "any", "tool"],
)
def test_tool_choice(claude, provider, service, choice, expected):
    answer = claude.messages.create(
        model=service.model, max_tokens=500, messages=HELLO, tools=TOOLS, tool_choice=choice
    )
    assert [call.name for call in calls_of(answer)] == expected


@for_services()
def test_results_with_images_errors_and_words_behind(claude, provider, service):
    asked = {"model": service.model, "max_tokens": 500, "tools": TOOLS}
    first = claude.messages.create(messages=BOTH, **asked)
    one, two = calls_of(first)
    image = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PIXEL}}
    results = [
        {"type": "tool_result", "tool_use_id": one.id, "content": [{"type": "text", "text": "seen"}, image]},
        {"type": "tool_result", "tool_use_id": two.id, "content": "it broke", "is_error": True},
        {"type": "text", "text": "Go on."},
    ]
    messages = [*BOTH, {"role": "assistant", "content": first.content}, {"role": "user", "content": results}]
    claude.messages.create(messages=messages, **asked)
    body = provider.calls()[1].json
    assert holds(body, "seen", "it broke", "Go on.", PIXEL)


# At Anthropic the runner keeps its conversation in a thread of the service, which the scripted one does not have.
@for_services(OPENAI, GOOGLE, BEDROCK)
def test_the_tool_runner(claude, provider, service):
    """The helper of the SDK that runs the loop by itself."""

    @anthropic.beta_tool
    def get_weather(location: str) -> str:
        """Get the weather.

        Args:
            location: City and state
        """
        return f"{location}: sun"

    runner = claude.beta.messages.tool_runner(model=service.model, max_tokens=500, messages=HELLO, tools=[get_weather])
    answer = runner.until_done()
    assert "text: sun" in text_of(answer)
    assert len(provider.calls()) == 2


@for_services(ANTHROPIC, GOOGLE, BEDROCK)
@streamed_and_whole
def test_thinking(claude, provider, service, is_stream):
    answer = ask(claude, is_stream, model=service.thinking_model, max_tokens=8000, messages=HELLO, thinking=THINKING)
    thought, text = answer.content
    assert (thought.type, text.type) == ("thinking", "text")
    assert thought.thinking == f"The user wrote: {HELLO[0]['content']}"
    assert thought.signature
    assert text.text.startswith("You said: ")
    assert answer.usage.output_tokens == service.said + service.thought


@for_services()
@streamed_and_whole
@pytest.mark.parametrize("question", [HELLO, BOTH], ids=["one", "parallel"])
def test_a_loop_while_thinking(claude, provider, service, question, is_stream):
    asked = {"model": service.thinking_model, "max_tokens": 8000, "tools": TOOLS, "thinking": THINKING}
    messages = list(question)
    for turn in range(2):
        first = ask(claude, is_stream, messages=messages, **asked)
        assert first.stop_reason == "tool_use"
        assert service.thinks == (first.content[0].type == "thinking")
        messages += [{"role": "assistant", "content": first.content}, results_of(first)]
        second = ask(claude, is_stream, messages=messages, **asked)
        assert second.stop_reason == "end_turn", turn
        assert holds(provider.calls()[-1].json, *(RESULTS[call.name] for call in calls_of(first)))
        messages += [{"role": "assistant", "content": second.content}, question[0]]
    assert len(provider.calls()) == 4


@for_services(ANTHROPIC, GOOGLE, BEDROCK)
def test_thoughts_go_back_as_they_came(claude, provider, service):
    asked = {"model": service.thinking_model, "max_tokens": 8000, "tools": TOOLS, "thinking": THINKING}
    first = claude.messages.create(messages=HELLO, **asked)
    messages = [*HELLO, {"role": "assistant", "content": first.content}, results_of(first)]
    claude.messages.create(messages=messages, **asked)
    if service is not GOOGLE:  # whose thoughts need not come back, only the signatures of calls
        assert holds(provider.calls()[1].json, first.content[0].thinking)


@for_services(ANTHROPIC, GOOGLE, BEDROCK)
@streamed_and_whole
def test_no_thoughts_without_a_wish_for_them(claude, provider, service, is_stream):
    """A program that asks plainly finds the text where it looks for it."""
    answer = ask(claude, is_stream, model=service.thinking_model, max_tokens=8000, messages=HELLO)
    assert [block.type for block in answer.content] == ["text"]


@pytest.mark.parametrize(
    "services",
    [
        (GOOGLE, ANTHROPIC, GOOGLE, OPENAI, ANTHROPIC),
        (GOOGLE, BEDROCK, GOOGLE, BEDROCK),
        (ANTHROPIC, BEDROCK, ANTHROPIC),
    ],
    ids=["google-anthropic", "google-bedrock", "anthropic-bedrock"],
)
def test_a_conversation_moves_from_one_service_to_another(claude, provider, services):
    """Nobody sees thoughts with signatures that it would refuse.

    Claude's signatures are good with Anthropic and with Bedrock.
    """
    messages = list(HELLO)
    for service in services:
        answer = claude.messages.create(
            model=service.thinking_model, max_tokens=8000, messages=messages, thinking=THINKING
        )
        assert service.thinks == (answer.content[0].type == "thinking")
        messages += [{"role": "assistant", "content": answer.content}, *HELLO]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (GOOGLE, ANTHROPIC),
        (GOOGLE, BEDROCK),
        (ANTHROPIC, GOOGLE),
        (BEDROCK, GOOGLE),
        # OpenAI to Anthropic is not here: such a body holds nothing foreign and passes byte for byte, and
        # Anthropic wants a thought in front of the calls while thinking is on.
        (OPENAI, GOOGLE),
        (OPENAI, BEDROCK),
    ],
    ids=lambda service: service.name,
)
def test_another_service_takes_over_in_the_middle_of_a_loop(claude, provider, first, second):
    asked = {"max_tokens": 8000, "tools": TOOLS, "thinking": THINKING}
    begun = claude.messages.create(model=first.thinking_model, messages=BOTH, **asked)
    messages = [*BOTH, {"role": "assistant", "content": begun.content}, results_of(begun)]
    answer = claude.messages.create(model=second.thinking_model, messages=messages, **asked)
    assert answer.stop_reason == "end_turn"
    assert holds(provider.calls()[1].json, "21 °C", "12:00")


def test_adaptive_thinking(claude, provider):
    for service, model in ((ANTHROPIC, "claude-opus-4-6"), (GOOGLE, GOOGLE.thinking_name)):
        answer = claude.messages.create(
            model=f"{service.name}/{model}",
            max_tokens=8000,
            messages=HELLO,
            thinking={"type": "adaptive"},
            output_config={"effort": "medium"},
        )
        assert [block.type for block in answer.content] == ["thinking", "text"]
