# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What Claude Code sends, with each of the four services behind the gateway."""

import anthropic
import pytest

import claudecode
from expectations import said
from services import ANTHROPIC, BEDROCK, GOOGLE, for_services, holds, tool_names_of


@pytest.fixture
def agent(gateway):
    with anthropic.Anthropic(
        base_url=f"{gateway.root}/anthropic", auth_token="not-used", max_retries=0, timeout=20
    ) as agent:
        yield agent.beta.messages


def stream(agent, asked):
    with agent.stream(**asked) as running:
        return running.get_final_message()


def results_of(answer):
    """The result of every call, the last one marked for the cache."""
    results = [
        {"type": "tool_result", "tool_use_id": block.id, "content": f"done {block.name}", "is_error": False}
        for block in answer.content
        if block.type == "tool_use"
    ]
    results[-1]["cache_control"] = claudecode.MARK
    return {"role": "user", "content": results}


def unmarked(messages):
    """Older messages of the conversation; only the newest is marked for the cache."""

    def without_marks(block):
        return {name: value for name, value in block.items() if name != "cache_control"}

    return [
        {**message, "content": [without_marks(block) for block in message["content"]]}
        if message["role"] == "user"
        else message
        for message in messages
    ]


@for_services()
def test_a_turn(agent, provider, service):
    answer = stream(agent, claudecode.request(service.thinking_model))
    assert answer.stop_reason == "tool_use"
    assert answer.model == service.thinking_model
    [call] = [block for block in answer.content if block.type == "tool_use"]
    assert call.name == "Bash"
    assert call.input["command"] == "text"
    assert service.thinks == (answer.content[0].type == "thinking")
    received = provider.only_call()
    assert tool_names_of(service, received.json) == [tool["name"] for tool in claudecode.tools()]
    assert holds(received.json, "Be concise.")


@for_services()
def test_a_conversation(agent, provider, service):
    """Two rounds of tools with the thoughts sent back, then an answer, then the next question."""
    messages = []
    for turn in range(2):
        messages.append(claudecode.question("Do both"))
        answer = stream(agent, claudecode.request(service.thinking_model, messages=messages))
        names = [block.name for block in answer.content if block.type == "tool_use"]
        assert len(names) == len(claudecode.tools()), turn
        messages = [*unmarked(messages), {"role": "assistant", "content": answer.content}, results_of(answer)]
        answer = stream(agent, claudecode.request(service.thinking_model, messages=messages))
        assert answer.stop_reason == "end_turn"
        assert answer.content[-1].type == "text"
        assert holds(provider.calls()[-1].json, *(f"done {name}" for name in names))
        messages = [*unmarked(messages), {"role": "assistant", "content": answer.content}]
    assert len(provider.calls()) == 4


@for_services()
def test_count_tokens_with_tools(agent, provider, service):
    asked = claudecode.request(service.thinking_model, max_tokens=None, metadata=None, extra_body=None)
    counted = agent.count_tokens(**asked).input_tokens
    if service in (ANTHROPIC, GOOGLE):
        assert counted == 14
    else:
        assert counted > 1000


@for_services()
def test_the_question_whether_there_is_quota(agent, provider, service):
    answer = agent.create(
        model=service.model,
        max_tokens=1,
        messages=[{"role": "user", "content": "quota"}],
        metadata=claudecode.METADATA,
        extra_headers=claudecode.HEADERS,
    )
    assert answer.content[0].text == said("quota")


@for_services()
def test_a_title_for_the_conversation(agent, provider, service):
    """A small task beside the conversation: no tools, a wanted schema, no thinking."""
    schema = {
        "type": "object",
        "properties": {"title": {"type": "string"}},
        "required": ["title"],
        "additionalProperties": False,
    }
    asked = claudecode.request(
        service.thinking_model,
        tools=[],
        thinking=None,
        messages=[{"role": "user", "content": [{"type": "text", "text": "Write a title"}]}],
        output_config={"format": {"type": "json_schema", "schema": schema}},
    )
    answer = stream(agent, asked)
    assert answer.content[0].text == '{"title":"text"}'


@for_services()
def test_a_tool_loop_that_ends_in_an_interruption(agent, provider, service):
    """The user stops a tool and says something else in the same turn."""
    messages = [claudecode.question()]
    answer = stream(agent, claudecode.request(service.thinking_model, messages=messages))
    [call] = [block for block in answer.content if block.type == "tool_use"]
    rejected = {
        "type": "tool_result",
        "tool_use_id": call.id,
        "content": "The user doesn't want to proceed with this tool use.",
        "is_error": True,
    }
    stop = {"type": "text", "text": "[Request interrupted by user for tool use]"}
    messages = [
        *unmarked(messages),
        {"role": "assistant", "content": answer.content},
        {"role": "user", "content": [rejected, stop]},
        {"role": "user", "content": [{"type": "text", "text": "Do nothing", "cache_control": claudecode.MARK}]},
    ]
    assert stream(agent, claudecode.request(service.thinking_model, messages=messages)).content
    body = provider.calls()[1].json
    assert holds(body, "doesn't want to proceed", "interrupted by user", "Do nothing")


def test_probes(http):
    for path in ("/", "/anthropic", "/llm/anthropic"):
        assert http.head(path).status_code < 500, path
    assert http.head("/").status_code == 200
    assert http.get("/anthropic/v1/models?limit=1000").status_code == 200


@for_services(ANTHROPIC)
def test_betas_reach_anthropic(agent, provider, service):
    stream(agent, claudecode.request(service.thinking_model))
    received = provider.only_call()
    sent = {name.strip() for name in received.header("anthropic-beta").split(",")}
    assert set(claudecode.BETAS) <= sent
    assert received.json["context_management"]["edits"][0]["type"] == "clear_thinking_20251015"
    assert received.header("x-api-key")
    assert received.header("authorization") is None


@for_services(GOOGLE, BEDROCK)
def test_betas_go_nowhere_else(agent, provider, service):
    stream(agent, claudecode.request(service.thinking_model))
    assert provider.only_call().header("anthropic-beta") is None
    assert "context_management" not in provider.only_call().json
