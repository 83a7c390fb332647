# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""openai-python and all four services: text, streams, images, structured output, embeddings."""

import asyncio
import base64
import struct

import openai
import pydantic
import pytest

from expectations import HELLO, PIXEL, said
from services import (
    ANTHROPIC,
    BEDROCK,
    GOOGLE,
    OPENAI,
    for_services,
    holds,
    output_limit_of,
    system_text_of,
    temperature_of,
)

TEXT = HELLO[0]["content"]


def assert_usage(usage, service, thought=0):
    assert usage.prompt_tokens == service.prompt
    assert usage.completion_tokens == service.said + thought
    assert usage.total_tokens == service.prompt + service.said + thought
    assert usage.prompt_tokens_details.cached_tokens == service.cached
    if thought:
        assert usage.completion_tokens_details.reasoning_tokens == thought


@for_services()
def test_text(client, provider, service):
    answer = client.chat.completions.create(model=service.model, messages=HELLO)
    [choice] = answer.choices
    assert (choice.message.role, choice.message.content) == ("assistant", said(TEXT))
    assert (choice.index, choice.finish_reason) == (0, "stop")
    assert (answer.object, answer.model) == ("chat.completion", service.model)
    assert answer.id and answer.created > 1_600_000_000
    assert_usage(answer.usage, service)
    assert provider.only_call().target == service.chat_target


@for_services()
def test_headers_name_the_way_it_went(client, provider, service):
    answer = client.chat.completions.with_raw_response.create(
        model=service.model, messages=HELLO, extra_headers={"x-request-id": "mine-1"}
    )
    assert answer.headers["x-request-id"] == "mine-1"
    assert answer.headers["x-nexus-provider"] == service.name
    assert answer.headers["x-nexus-model"] == service.model_name
    assert answer.headers["x-nexus-attempts"] == "1"
    assert "not-used" not in str(provider.only_call().headers)


@for_services()
def test_stream_with_usage(client, provider, service):
    chunks = list(
        client.chat.completions.create(
            model=service.model, messages=HELLO, stream=True, stream_options={"include_usage": True}
        )
    )
    *parts, last = chunks
    assert "".join(chunk.choices[0].delta.content or "" for chunk in parts) == said(TEXT)
    assert parts[0].choices[0].delta.role == "assistant"
    assert [chunk.choices[0].finish_reason for chunk in parts if chunk.choices[0].finish_reason] == ["stop"]
    assert parts[-1].choices[0].finish_reason == "stop"
    assert last.choices == []
    assert_usage(last.usage, service)
    assert len({chunk.id for chunk in chunks}) == 1
    assert {chunk.model for chunk in chunks} == {service.model}
    assert provider.only_call().target == service.stream_target


@for_services()
def test_stream_without_usage(client, provider, service):
    chunks = list(client.chat.completions.create(model=service.model, messages=HELLO, stream=True))
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == said(TEXT)
    assert all(chunk.usage is None for chunk in chunks)
    assert provider.only_call().is_answered


@for_services()
def test_stream_is_relayed_as_it_arrives(client, provider, service):
    with client.chat.completions.create(model=service.behaving("hang-mid"), messages=HELLO, stream=True) as stream:
        assert next(stream).choices[0].delta.role == "assistant"
        # The service stays silent from here on: this chunk did not wait for an end.
        assert provider.only_call().is_answered is False


@for_services()
def test_the_stream_helper(client, provider, service):
    with client.chat.completions.stream(model=service.model, messages=HELLO) as stream:
        kinds = {event.type for event in stream}
        answer = stream.get_final_completion()
    assert answer.choices[0].message.content == said(TEXT)
    assert {"chunk", "content.delta", "content.done"} <= kinds


@for_services()
def test_instructions_and_limits(client, provider, service):
    client.chat.completions.create(
        model=service.model,
        messages=[
            {"role": "system", "content": "Be brief."},
            {"role": "developer", "content": [{"type": "text", "text": "Be kind."}]},
            *HELLO,
            {"role": "assistant", "content": "Hello."},
            {"role": "user", "content": [{"type": "text", "text": "One"}, {"type": "text", "text": "Two"}]},
        ],
        temperature=0.5,
        max_completion_tokens=321,
    )
    body = provider.only_call().json
    system = system_text_of(service, body)
    assert "Be brief." in system and "Be kind." in system
    assert output_limit_of(service, body) == 321
    assert holds(body, "One", "Two")
    assert temperature_of(service, body) == 0.5


@for_services(ANTHROPIC, GOOGLE, BEDROCK)
@pytest.mark.parametrize("stop", ["said", ["nowhere", "said"]], ids=["text", "list"])
def test_stop(client, provider, service, stop):
    answer = client.chat.completions.create(model=service.model, messages=HELLO, stop=stop)
    assert answer.choices[0].message.content == "You "
    assert answer.choices[0].finish_reason == "stop"


@for_services()
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize(("behaviour", "reason"), [("length", "length"), ("refusal", "content_filter")])
def test_finish_reasons(client, provider, service, behaviour, reason, is_stream):
    answer = client.chat.completions.create(
        model=service.behaving(behaviour), messages=HELLO, stream=is_stream, max_tokens=50
    )
    choices = [chunk.choices[0] for chunk in answer] if is_stream else answer.choices
    assert choices[-1].finish_reason == reason


@for_services(ANTHROPIC, GOOGLE, BEDROCK)
def test_what_has_no_effect_is_named(client, provider, service):
    answer = client.chat.completions.with_raw_response.create(
        model=service.model, messages=HELLO, logit_bias={"50256": -100}, user="somebody"
    )
    assert answer.parse().choices[0].message.content == said(TEXT)
    assert "logit_bias" in answer.headers["x-nexus-dropped"]


def test_two_answers(client, provider):
    choices = client.chat.completions.create(model=GOOGLE.model, messages=HELLO, n=2).choices
    assert [(choice.index, choice.message.content) for choice in choices] == [(0, said(TEXT)), (1, said(TEXT))]
    for service in (ANTHROPIC, BEDROCK):
        with pytest.raises(openai.BadRequestError) as failure:
            client.chat.completions.create(model=service.model, messages=HELLO, n=2)
        assert failure.value.param == "n"


@for_services()
def test_an_image(client, provider, service):
    answer = client.chat.completions.create(
        model=service.model,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "What is this?"},
                    {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}", "detail": "low"}},
                ],
            }
        ],
    )
    assert answer.choices[0].message.content == said("What is this?")
    assert holds(provider.only_call().json, PIXEL)


class City(pydantic.BaseModel):
    name: str
    population: int
    is_capital: bool
    districts: list[str]


@for_services()
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
def test_structured_output(client, provider, service, is_stream):
    """A recent model of each service, which has structured output of its own."""
    asked = {"model": service.thinking_model, "messages": HELLO, "response_format": City}
    if is_stream:
        with client.chat.completions.stream(**asked) as stream:
            answer = stream.get_final_completion()
    else:
        answer = client.beta.chat.completions.parse(**asked)
    message = answer.choices[0].message
    assert message.parsed == City(name="text", population=7, is_capital=True, districts=["text"])
    assert not message.tool_calls
    assert answer.choices[0].finish_reason == "stop"


@for_services(ANTHROPIC, BEDROCK, GOOGLE)
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
def test_structured_output_of_an_older_model(client, provider, service, is_stream):
    asked = {"model": service.model, "messages": HELLO, "response_format": City}
    if is_stream:
        with client.chat.completions.stream(**asked) as stream:
            message = stream.get_final_completion().choices[0].message
    else:
        message = client.chat.completions.parse(**asked).choices[0].message
    assert message.parsed == City(name="text", population=7, is_capital=True, districts=["text"])
    assert not message.tool_calls


EMBEDDING_MODELS = pytest.mark.parametrize(
    ("model", "prompt_tokens"),
    [
        ("openai/text-embedding-3-small", 5),
        ("google/gemini-embedding-001", None),
        ("bedrock/amazon.titan-embed-text-v2:0", 10),
        ("bedrock/cohere.embed-multilingual-v3", None),
    ],
)


@EMBEDDING_MODELS
@pytest.mark.parametrize("options", [{}, {"encoding_format": "float"}], ids=["default", "float"])
def test_embeddings(client, provider, model, prompt_tokens, options):
    answer = client.embeddings.create(model=model, input=["one", "two"], **options)
    assert [item.embedding for item in answer.data] == [[0.5, -0.25, 1.0]] * 2
    assert [item.index for item in answer.data] == [0, 1]
    assert (answer.object, answer.model) == ("list", model)
    assert prompt_tokens is None or answer.usage.prompt_tokens == prompt_tokens


@EMBEDDING_MODELS
def test_one_embedding_as_base64(client, provider, model, prompt_tokens):
    answer = client.embeddings.with_raw_response.create(model=model, input="one", encoding_format="base64")
    [item] = answer.http_response.json()["data"]
    assert struct.unpack("<3f", base64.b64decode(item["embedding"])) == (0.5, -0.25, 1.0)


def test_anthropic_has_no_embeddings(client, provider):
    with pytest.raises(openai.BadRequestError) as failure:
        client.embeddings.create(model=ANTHROPIC.model, input="one")
    assert "mbedding" in failure.value.body["message"]
    assert provider.calls() == []


def test_all_services_at_once(gateway, provider):
    async def read(client, service):
        stream = await client.chat.completions.create(model=service.model, messages=HELLO, stream=True)
        return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])

    async def read_all():
        async with openai.AsyncOpenAI(base_url=gateway.url, api_key="not-used", max_retries=0) as client:
            services = (OPENAI, ANTHROPIC, GOOGLE, BEDROCK) * 5
            return await asyncio.gather(*(read(client, service) for service in services))

    assert set(asyncio.run(read_all())) == {said(TEXT)}
    assert len(provider.calls()) == 20
