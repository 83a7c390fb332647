# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""openai-python: what works."""

import asyncio

import httpx
import openai
import pydantic
import pytest

from expectations import HELLO, USAGE_WISH, assert_passed_through, said


def test_chat(client, provider, sent):
    answer = client.chat.completions.create(model="openai/gpt-4", messages=HELLO, temperature=0.7, max_tokens=500)
    assert answer.choices[0].message.content == said(HELLO[0]["content"])
    assert answer.choices[0].finish_reason == "stop"
    assert answer.model == "openai/gpt-4"
    assert answer.usage.total_tokens == 21
    call = provider.only_call()
    assert call.target == "/openai/v1/chat/completions"
    assert_passed_through(call, sent.last, "openai/gpt-4", "gpt-4")


def test_unknown_members_survive_both_ways(client, provider, sent):
    answer = client.chat.completions.with_raw_response.create(
        model="openai/gpt-4", messages=HELLO, extra_body={"x_b": 1.50, "x_a": 2**80, "x_list": [None, {}]}
    )
    assert b'"x_vendor": {"z": 1, "a": 123456789012345678901234567890, "half": 1.50}' in answer.content
    assert str(2**80).encode() in provider.only_call().body
    assert_passed_through(provider.only_call(), sent.last, "openai/gpt-4", "gpt-4")


def test_headers_name_the_way_it_went(client, provider):
    answer = client.chat.completions.with_raw_response.create(
        model="openai/gpt-4", messages=HELLO, extra_headers={"x-request-id": "from-the-client-1"}
    )
    assert answer.headers["x-request-id"] == "from-the-client-1"
    assert answer.headers["x-nexus-provider"] == "openai"
    assert answer.headers["x-nexus-model"] == "gpt-4"
    assert answer.headers["x-nexus-attempts"] == "1"
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.parse()._request_id == "from-the-client-1"


def test_each_request_gets_an_id(client, provider):
    ids = {client.chat.completions.create(model="openai/gpt-4", messages=HELLO)._request_id for _ in range(3)}
    assert len(ids) == 3 and None not in ids


def test_an_alias_answers_under_its_own_name(client, provider, sent):
    answer = client.chat.completions.create(model="fast", messages=HELLO)
    assert answer.model == "fast"
    assert_passed_through(provider.only_call(), sent.last, "fast", "gpt-3.5-turbo")


def test_a_model_name_may_contain_slashes(client, provider, sent):
    answer = client.chat.completions.create(model="openai/meta/llama-3", messages=HELLO)
    assert answer.model == "openai/meta/llama-3"
    assert_passed_through(provider.only_call(), sent.last, "openai/meta/llama-3", "meta/llama-3")


def test_stream(client, provider, sent):
    chunks = list(client.chat.completions.create(model="openai/gpt-4", messages=HELLO, stream=True))
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == said(HELLO[0]["content"])
    assert chunks[-1].choices[0].finish_reason == "stop"
    assert {chunk.model for chunk in chunks} == {"openai/gpt-4"}
    assert all(chunk.usage is None for chunk in chunks)
    assert_passed_through(provider.only_call(), sent.last, "openai/gpt-4", "gpt-4", USAGE_WISH)


def test_stream_with_usage(client, provider, sent):
    chunks = list(
        client.chat.completions.create(
            model="openai/gpt-4", messages=HELLO, stream=True, stream_options={"include_usage": True}
        )
    )
    assert chunks[-1].choices == []
    assert chunks[-1].usage.prompt_tokens == 9
    assert chunks[-1].usage.completion_tokens == 12
    assert_passed_through(provider.only_call(), sent.last, "openai/gpt-4", "gpt-4")


def test_stream_is_relayed_as_it_arrives(client, provider):
    stream = client.chat.completions.create(model="openai/hang-mid", messages=HELLO, stream=True)
    first = next(stream)
    assert first.choices[0].delta.role == "assistant"
    # The provider stays silent from here on: this chunk did not wait for an end.
    assert provider.only_call().is_answered is False
    stream.close()


def test_stream_that_takes_its_time(client, provider):
    chunks = list(client.chat.completions.create(model="openai/slow", messages=HELLO, stream=True))
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert text == "".join(f"part{i} " for i in range(20))


def test_stream_context_helper(client, provider):
    with client.chat.completions.stream(model="openai/gpt-4", messages=HELLO) as stream:
        for _ in stream:
            pass
        answer = stream.get_final_completion()
    assert answer.choices[0].message.content == said(HELLO[0]["content"])


class City(pydantic.BaseModel):
    name: str
    population: int
    is_capital: bool
    districts: list[str]


@pytest.mark.parametrize("is_beta", [False, True])
def test_structured_output(client, provider, sent, is_beta):
    chat = client.beta.chat if is_beta else client.chat
    answer = chat.completions.parse(model="openai/gpt-4", messages=HELLO, response_format=City)
    assert answer.choices[0].message.parsed == City(
        name="text", population=7, is_capital=True, districts=["text"]
    )
    call = provider.only_call()
    properties = call.json["response_format"]["json_schema"]["schema"]["properties"]
    assert list(properties) == ["name", "population", "is_capital", "districts"]
    assert_passed_through(call, sent.last, "openai/gpt-4", "gpt-4")


def test_json_mode(client, provider):
    answer = client.chat.completions.create(
        model="openai/gpt-4", messages=HELLO, response_format={"type": "json_object"}
    )
    assert answer.choices[0].message.content == '{"answer":"Hello – grüße 🙂"}'


def test_models(client):
    ids = [model.id for model in client.models.list()]
    expected = {
        "openai/gpt-4",
        "openai/gpt-3.5-turbo",
        "anthropic/claude-3-5-sonnet-20241022",
        "google/gemini-1.5-pro",
        "bedrock/anthropic.claude-3-sonnet-20240229-v1:0",
        "demo/echo",
    }
    assert expected <= set(ids)
    assert len(ids) == len(set(ids))
    assert all(model.object == "model" and isinstance(model.created, int) for model in client.models.list())


def test_one_model(client):
    model = client.models.retrieve("openai/gpt-4")
    assert (model.id, model.object, model.owned_by) == ("openai/gpt-4", "model", "openai")
    with pytest.raises(openai.NotFoundError) as failure:
        client.models.retrieve("nobody/gpt-4")
    assert failure.value.code == "model_not_found"


def test_embeddings(client, provider, sent):
    answer = client.embeddings.create(model="openai/text-embedding-3-small", input=["one", "two"])
    assert [item.embedding for item in answer.data] == [[0.5, -0.25, 1.0]] * 2
    assert answer.model == "openai/text-embedding-3-small"
    call = provider.only_call()
    assert call.target == "/openai/v1/embeddings"
    assert_passed_through(call, sent.last, "openai/text-embedding-3-small", "text-embedding-3-small")


def test_completions(client, provider, sent):
    answer = client.completions.create(model="openai/gpt-3.5-turbo-instruct", prompt="Tell")
    assert answer.choices[0].text == "Once upon a time"
    call = provider.only_call()
    assert call.target == "/openai/v1/completions"
    assert_passed_through(call, sent.last, "openai/gpt-3.5-turbo-instruct", "gpt-3.5-turbo-instruct")


def test_streamed_completions(client, provider):
    stream = client.completions.create(model="openai/gpt-3.5-turbo-instruct", prompt="Tell", stream=True)
    assert "".join(chunk.choices[0].text for chunk in stream) == "Once upon a time"


@pytest.mark.parametrize("count", [5, 100])
def test_many_at_once(gateway, provider, count):
    async def ask_all():
        async with openai.AsyncOpenAI(base_url=gateway.url, api_key="not-used", max_retries=0) as client:
            tasks = [
                client.chat.completions.create(
                    model="openai/gpt-3.5-turbo", messages=[{"role": "user", "content": f"Count to {i}"}]
                )
                for i in range(count)
            ]
            return await asyncio.gather(*tasks)

    answers = asyncio.run(ask_all())
    assert [answer.choices[0].message.content for answer in answers] == [said(f"Count to {i}") for i in range(count)]
    asked = sorted(call.json["messages"][0]["content"] for call in provider.calls())
    assert asked == sorted(f"Count to {i}" for i in range(count))


def test_many_streams_at_once(gateway, provider):
    async def read(client, number):
        stream = await client.chat.completions.create(
            model="openai/slow", messages=[{"role": "user", "content": str(number)}], stream=True
        )
        return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])

    async def read_all():
        async with openai.AsyncOpenAI(base_url=gateway.url, api_key="not-used", max_retries=0) as client:
            return await asyncio.gather(*(read(client, number) for number in range(50)))

    texts = asyncio.run(read_all())
    assert set(texts) == {"".join(f"part{i} " for i in range(20))}
    assert len(provider.calls()) == 50


def test_a_pool_of_connections(gateway, provider):
    http_client = httpx.Client(limits=httpx.Limits(max_connections=100), trust_env=False)
    with openai.OpenAI(base_url=gateway.url, api_key="not-used", http_client=http_client) as client:
        for i in range(10):
            answer = client.chat.completions.create(
                model="openai/gpt-4", messages=[{"role": "user", "content": str(i)}]
            )
            assert answer.choices[0].message.content == said(str(i))
    assert len(provider.calls()) == 10
