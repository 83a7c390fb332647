# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""anthropic-python and all four services: text, streams, vision, counts, models."""

import asyncio

import anthropic
import pydantic
import pytest

from expectations import HELLO, PIXEL, said
from services import (
    ANTHROPIC,
    BEDROCK,
    GOOGLE,
    SERVICES,
    for_services,
    holds,
    output_limit_of,
    system_text_of,
    temperature_of,
)

TEXT = HELLO[0]["content"]


def assert_usage(usage, service):
    assert usage.input_tokens == service.plain
    assert (usage.cache_read_input_tokens or 0) == service.cached
    assert (usage.cache_creation_input_tokens or 0) == service.written
    assert usage.output_tokens == service.said


@for_services()
def test_text(claude, provider, service):
    answer = claude.messages.create(model=service.model, max_tokens=500, messages=HELLO)
    [block] = answer.content
    assert (block.type, block.text) == ("text", said(TEXT))
    assert (answer.type, answer.role, answer.model) == ("message", "assistant", service.model)
    assert (answer.stop_reason, answer.stop_sequence) == ("end_turn", None)
    assert_usage(answer.usage, service)
    call = provider.only_call()
    assert call.target == service.chat_target
    assert output_limit_of(service, call.json) == 500
    assert "not-used" not in str(call.headers)


@pytest.mark.parametrize("mount", ["/llm/anthropic", "/anthropic", ""])
@for_services(ANTHROPIC, GOOGLE)
def test_every_mount(gateway, provider, service, mount):
    with anthropic.Anthropic(base_url=f"{gateway.root}{mount}", auth_token="not-used", max_retries=0) as claude:
        answer = claude.messages.create(model=service.model, max_tokens=500, messages=HELLO)
    assert answer.content[0].text == said(TEXT)


@for_services()
def test_headers_name_the_way_it_went(claude, provider, service):
    answer = claude.messages.with_raw_response.create(
        model=service.model, max_tokens=500, messages=HELLO, extra_headers={"x-request-id": "mine-2"}
    )
    assert answer.headers["x-request-id"] == "mine-2"
    assert answer.headers["x-nexus-provider"] == service.name
    assert answer.headers["x-nexus-model"] == service.model_name


@for_services()
def test_the_sdk_knows_the_id_of_the_request(claude, provider, service):
    """It looks for request-id, where the answers to OpenAI's clients have x-request-id."""
    answer = claude.messages.with_raw_response.create(model=service.model, max_tokens=500, messages=HELLO)
    assert answer.request_id == answer.parse()._request_id == answer.headers["x-request-id"]
    with pytest.raises(anthropic.BadRequestError) as failure:
        claude.messages.create(model=service.behaving("status-400"), max_tokens=500, messages=HELLO)
    assert failure.value.request_id == failure.value.body["request_id"]


@for_services()
def test_raw_stream(claude, provider, service):
    """The frames, in the order that the protocol prescribes."""
    events = list(claude.messages.create(model=service.model, max_tokens=500, messages=HELLO, stream=True))
    kinds = [event.type for event in events if event.type != "ping"]
    assert kinds[:2] == ["message_start", "content_block_start"]
    assert set(kinds[2:-3]) == {"content_block_delta"}
    assert kinds[-3:] == ["content_block_stop", "message_delta", "message_stop"]
    start = events[0].message
    assert (start.model, start.content, start.stop_reason) == (service.model, [], None)
    deltas = [event.delta for event in events if event.type == "content_block_delta"]
    assert "".join(delta.text for delta in deltas) == said(TEXT)
    assert provider.only_call().target == service.stream_target


@for_services()
def test_the_stream_helper(claude, provider, service):
    with claude.messages.stream(model=service.model, max_tokens=500, messages=HELLO) as stream:
        text = "".join(stream.text_stream)
        answer = stream.get_final_message()
    assert text == answer.content[0].text == said(TEXT)
    assert (answer.model, answer.stop_reason) == (service.model, "end_turn")
    assert_usage(answer.usage, service)


@for_services()
def test_a_stream_says_what_the_whole_answer_says(claude, provider, service):
    asked = {"model": service.model, "max_tokens": 500, "messages": HELLO}
    whole = claude.messages.create(**asked)
    with claude.messages.stream(**asked) as stream:
        streamed = stream.get_final_message()
    assert [block.text for block in streamed.content] == [block.text for block in whole.content]
    assert streamed.stop_reason == whole.stop_reason
    assert streamed.usage.output_tokens == whole.usage.output_tokens
    assert streamed.usage.input_tokens == whole.usage.input_tokens


@for_services()
def test_stream_is_relayed_as_it_arrives(claude, provider, service):
    with claude.messages.create(
        model=service.behaving("hang-mid"), max_tokens=500, messages=HELLO, stream=True
    ) as stream:
        assert next(iter(stream)).type == "message_start"
        assert provider.only_call().is_answered is False


@for_services()
def test_instructions(claude, provider, service):
    claude.messages.create(
        model=service.model,
        max_tokens=500,
        system=[
            {"type": "text", "text": "Be brief."},
            {"type": "text", "text": "Be kind.", "cache_control": {"type": "ephemeral", "ttl": "1h"}},
        ],
        messages=[
            {"role": "user", "content": [{"type": "text", "text": "One", "cache_control": {"type": "ephemeral"}}]},
            {"role": "assistant", "content": "Two"},
            {"role": "user", "content": "Three"},
        ],
        metadata={"user_id": "user_0123456789"},
        extra_body={"temperature": 0.5},  # the SDK has no word for it any more
    )
    body = provider.only_call().json
    system = system_text_of(service, body)
    assert "Be brief." in system and "Be kind." in system
    assert holds(body, "One", "Two", "Three")
    assert temperature_of(service, body) == 0.5


@for_services(ANTHROPIC, GOOGLE, BEDROCK)
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
def test_stop_sequences(claude, provider, service, is_stream):
    asked = {"model": service.model, "max_tokens": 500, "messages": HELLO, "stop_sequences": ["said"]}
    if is_stream:
        with claude.messages.stream(**asked) as stream:
            answer = stream.get_final_message()
    else:
        answer = claude.messages.create(**asked)
    assert answer.content[0].text == "You "
    if service is not GOOGLE:  # which does not tell a stop sequence from an end
        assert answer.stop_reason == "stop_sequence"


@for_services()
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize(("behaviour", "reason"), [("length", "max_tokens"), ("refusal", "refusal")])
def test_stop_reasons(claude, provider, service, behaviour, reason, is_stream):
    asked = {"model": service.behaving(behaviour), "max_tokens": 50, "messages": HELLO}
    if is_stream:
        with claude.messages.stream(**asked) as stream:
            answer = stream.get_final_message()
    else:
        answer = claude.messages.create(**asked)
    assert answer.stop_reason == reason


@for_services()
def test_vision(claude, provider, service):
    source = {"type": "base64", "media_type": "image/png", "data": PIXEL}
    content = [{"type": "image", "source": source}, {"type": "text", "text": "What is this?"}]
    answer = claude.messages.create(
        model=service.model, max_tokens=500, messages=[{"role": "user", "content": content}]
    )
    assert answer.content[0].text == said("What is this?")
    assert holds(provider.only_call().json, PIXEL)


class City(pydantic.BaseModel):
    name: str
    population: int


@for_services()
def test_structured_output(claude, provider, service):
    answer = claude.messages.parse(model=service.thinking_model, max_tokens=500, messages=HELLO, output_format=City)
    assert answer.parsed_output == City(name="text", population=7)


@for_services()
def test_count_tokens(claude, provider, service):
    counted = claude.messages.count_tokens(model=service.model, messages=HELLO, system="Be brief.")
    if service in (ANTHROPIC, GOOGLE):
        assert counted.input_tokens == 14
    else:
        assert 5 <= counted.input_tokens <= 40
        assert provider.calls() == []


def test_models(claude):
    listed = list(claude.models.list())
    ids = [model.id for model in listed]
    assert {service.name for service in SERVICES} <= {model_id.split("/")[0] for model_id in ids}
    assert {"openai/gpt-4", ANTHROPIC.model, BEDROCK.model, "google/gemini-1.5-pro"} <= set(ids)
    assert len(ids) == len(set(ids))
    assert all(model.type == "model" and model.display_name and model.created_at for model in listed)


def test_one_model(claude):
    assert claude.models.retrieve(ANTHROPIC.model).id == ANTHROPIC.model
    with pytest.raises(anthropic.NotFoundError) as failure:
        claude.models.retrieve("nobody/claude")
    assert failure.value.type == "not_found_error"


@for_services()
def test_decorations_of_real_clients(claude, provider, service):
    answer = claude.messages.create(
        model=service.model,
        max_tokens=500,
        messages=HELLO,
        extra_query={"beta": "true"},
        extra_headers={"anthropic-beta": "never-heard-of-2031-01-01,another-2032-02-02", "x-app": "cli"},
    )
    assert answer.content[0].text == said(TEXT)
    assert answer.model == service.model


def test_all_services_at_once(gateway, provider):
    async def read(claude, service):
        async with claude.messages.stream(model=service.model, max_tokens=500, messages=HELLO) as stream:
            return await stream.get_final_text()

    async def read_all():
        async with anthropic.AsyncAnthropic(
            base_url=f"{gateway.root}/llm/anthropic", api_key="not-used", max_retries=0
        ) as claude:
            return await asyncio.gather(*(read(claude, service) for service in SERVICES * 5))

    assert set(asyncio.run(read_all())) == {said(TEXT)}
    assert len(provider.calls()) == 20


def test_bytes_pass_through_to_anthropic(gateway, http, provider):
    body = (
        '{ "messages":[{"role":"user","content":"Hi"}],"model" : "anthropic/claude-3-5-sonnet-20241022",\n'
        '"max_tokens":500, "top_k":40,"temperature":0.50 }'
    )
    answer = http.post(
        "/llm/anthropic/v1/messages",
        content=body,
        headers={"content-type": "application/json", "anthropic-version": "2023-06-01", "x-api-key": "not-used"},
    )
    assert answer.status_code == 200
    assert answer.json()["model"] == ANTHROPIC.model
    assert answer.json()["usage"]["cache_creation"]["ephemeral_5m_input_tokens"] == 3
    expected = body.replace("anthropic/claude", "claude", 1)
    assert provider.only_call().body.decode() == expected
