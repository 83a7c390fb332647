# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""LangChain for Python."""

import asyncio
import json

import openai
import pydantic
import pytest
from langchain_core.messages import HumanMessage, SystemMessage, ToolMessage
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

from expectations import said


@pytest.fixture
def make_llm(gateway):
    def make(model="openai/gpt-4", **options):
        return ChatOpenAI(base_url=gateway.url, api_key="not-used", model=model, max_retries=0, **options)

    return make


@tool
def get_weather(location: str, days: int = 1) -> str:
    """Get the weather for a location."""
    return f"{location}: sun for {days} days"


class Joke(pydantic.BaseModel):
    """A joke."""

    setup: str
    rating: int


def test_invoke(make_llm, provider):
    answer = make_llm(temperature=0.5).invoke([SystemMessage("Be brief"), HumanMessage("Hello")])
    assert answer.content == said("Hello")
    assert answer.usage_metadata["total_tokens"] == 21
    body = provider.only_call().json
    assert body["model"] == "gpt-4"
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["temperature"] == 0.5


def test_stream(make_llm, provider):
    chunks = list(make_llm().stream("Hello"))
    assert "".join(chunk.content for chunk in chunks) == said("Hello")
    assert len(chunks) > 3
    assert provider.only_call().json["stream"] is True


def test_stream_with_usage(make_llm, provider):
    chunks = list(make_llm(stream_usage=True).stream("Hello"))
    assert sum(chunk.usage_metadata["total_tokens"] for chunk in chunks if chunk.usage_metadata) == 21
    assert provider.only_call().json["stream_options"] == {"include_usage": True}


def test_ainvoke_and_batch(make_llm, provider):
    llm = make_llm()
    assert asyncio.run(llm.ainvoke("Hello")).content == said("Hello")
    answers = llm.batch([f"Number {i}" for i in range(10)])
    assert [answer.content for answer in answers] == [said(f"Number {i}") for i in range(10)]
    assert len(provider.calls()) == 11


def test_a_tool_round(make_llm, provider):
    llm = make_llm().bind_tools([get_weather])
    question = HumanMessage("Weather?")
    answer = llm.invoke([question])
    [call] = answer.tool_calls
    assert (call["name"], call["args"]) == ("get_weather", {"location": "text", "days": 7})
    result = get_weather.invoke(call)
    assert isinstance(result, ToolMessage)
    assert "sun for 7 days" in llm.invoke([question, answer, result]).content
    assert [message["role"] for message in provider.calls()[1].json["messages"]] == ["user", "assistant", "tool"]


def test_a_streamed_tool_call(make_llm, provider):
    whole = None
    for chunk in make_llm().bind_tools([get_weather]).stream("Weather?"):
        whole = chunk if whole is None else whole + chunk
    [call] = whole.tool_calls
    assert (call["name"], call["args"]) == ("get_weather", {"location": "text", "days": 7})


@pytest.mark.parametrize("method", ["json_schema", "function_calling"])
def test_structured_output(make_llm, provider, method):
    joke = make_llm().with_structured_output(Joke, method=method).invoke("A joke")
    assert joke == Joke(setup="text", rating=7)
    assert ("tools" in provider.only_call().json) is (method == "function_calling")


def test_embeddings(gateway, provider):
    embeddings = OpenAIEmbeddings(
        base_url=gateway.url,
        api_key="not-used",
        model="openai/text-embedding-3-small",
        check_embedding_ctx_length=False,  # would ask for the tokens of a known model
    )
    assert embeddings.embed_documents(["one", "two"]) == [[0.5, -0.25, 1.0]] * 2
    assert provider.only_call().json["model"] == "text-embedding-3-small"


def test_an_error(make_llm, provider):
    with pytest.raises(openai.RateLimitError):
        make_llm("openai/status-429").invoke("Hello")


def test_a_broken_stream(make_llm, provider):
    with pytest.raises(openai.APIError):
        list(make_llm("openai/cut").stream("Hello"))


def test_the_demo(make_llm, provider):
    llm = make_llm("demo/echo")
    text = llm.invoke("Hello demo").content
    assert "Hello demo" in text
    assert "".join(chunk.content for chunk in llm.stream("Hello demo")) == text
    [call] = llm.bind_tools([get_weather]).invoke("Weather?").tool_calls
    assert call["name"] == "get_weather"
    assert json.dumps(call["args"])
    assert provider.calls() == []
