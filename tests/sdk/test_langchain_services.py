# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""LangChain for Python and all four services, by its OpenAI and by its Anthropic classes."""

import pydantic
import pytest
from langchain.agents import create_agent
from langchain_anthropic import ChatAnthropic
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

from expectations import PIXEL, said
from services import BEDROCK, GOOGLE, for_services, holds

by_both_classes = pytest.mark.parametrize("dialect", ["openai", "anthropic"])


@pytest.fixture
def make_llm(gateway):
    def make(dialect, model, **options):
        if dialect == "openai":
            return ChatOpenAI(base_url=gateway.url, api_key="not-used", model=model, max_retries=0, **options)
        return ChatAnthropic(
            base_url=f"{gateway.root}/llm/anthropic",
            api_key="not-used",
            model=model,
            max_retries=0,
            **{"max_tokens": 4000, **options},
        )

    return make


@tool
def get_weather(location: str, days: int = 1) -> str:
    """Get the weather for a location."""
    return f"{location}: sun for {days} days"


@tool
def get_time(zone: str) -> str:
    """Get the time in a zone."""
    return f"{zone}: noon"


class Joke(pydantic.BaseModel):
    """A joke."""

    setup: str
    rating: int


@for_services()
@by_both_classes
def test_invoke(make_llm, provider, service, dialect):
    answer = make_llm(dialect, service.model).invoke([SystemMessage("Be brief"), HumanMessage("Hello")])
    assert answer.text == said("Hello")
    assert answer.usage_metadata["input_tokens"] == service.prompt
    assert answer.usage_metadata["output_tokens"] == service.said
    assert holds(provider.only_call().json, "Be brief")


@for_services()
@by_both_classes
def test_stream(make_llm, provider, service, dialect):
    chunks = list(make_llm(dialect, service.model, stream_usage=True).stream("Hello"))
    assert "".join(chunk.text for chunk in chunks) == said("Hello")
    assert len(chunks) > 3
    total = sum(chunk.usage_metadata["total_tokens"] for chunk in chunks if chunk.usage_metadata)
    assert total == service.prompt + service.said
    assert provider.only_call().target == service.stream_target


@for_services()
@by_both_classes
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
def test_bound_tools(make_llm, provider, service, dialect, is_stream):
    llm = make_llm(dialect, service.model).bind_tools([get_weather, get_time])
    question = HumanMessage("I want both")
    if is_stream:
        first, *others = llm.stream([question])
        answer = sum(others, first)
    else:
        answer = llm.invoke([question])
    assert [(call["name"], call["args"]) for call in answer.tool_calls] == [
        ("get_weather", {"location": "text", "days": 7}),
        ("get_time", {"zone": "text"}),
    ]
    known = {"get_weather": get_weather, "get_time": get_time}
    results = [known[call["name"]].invoke(call) for call in answer.tool_calls]
    assert llm.invoke([question, answer, *results]).text
    assert holds(provider.calls()[1].json, "sun for 7 days", "text: noon")


@for_services()
@by_both_classes
def test_an_agent(make_llm, provider, service, dialect):
    agent = create_agent(make_llm(dialect, service.model), [get_weather, get_time], system_prompt="Be brief")
    messages = agent.invoke({"messages": [HumanMessage("Weather?")]})["messages"]
    assert [message.type for message in messages] == ["human", "ai", "tool", "ai"]
    assert "sun for 7 days" in messages[-1].text
    again = agent.invoke({"messages": [*messages, HumanMessage("I want both")]})["messages"]
    assert [message.type for message in again[4:]] == ["human", "ai", "tool", "tool", "ai"]
    assert len(provider.calls()) == 4


@for_services()
@by_both_classes
def test_an_agent_that_thinks(make_llm, provider, service, dialect):
    """LangChain's OpenAI class drops the thoughts, its Anthropic class sends them back."""
    wish = {"thinking": {"type": "enabled", "budget_tokens": 2000}}
    if dialect == "openai":
        wish = {"reasoning_effort": "low", "use_responses_api": False}
    agent = create_agent(make_llm(dialect, service.thinking_model, **wish), [get_weather, get_time])
    messages = agent.invoke({"messages": [HumanMessage("I want both")]})["messages"]
    assert [message.type for message in messages] == ["human", "ai", "tool", "tool", "ai"]
    assert holds(provider.calls()[1].json, "sun for 7 days", "text: noon")
    if dialect == "anthropic":
        kinds = [block["type"] for block in messages[1].content_blocks]
        assert ("reasoning" in kinds) == service.thinks


@for_services()
@pytest.mark.parametrize(
    ("dialect", "method"),
    [
        ("openai", "json_schema"),
        ("openai", "function_calling"),
        ("anthropic", "json_schema"),
        ("anthropic", "function_calling"),
    ],
)
def test_structured_output(make_llm, provider, service, dialect, method):
    llm = make_llm(dialect, service.thinking_model).with_structured_output(Joke, method=method)
    assert llm.invoke("A joke") == Joke(setup="text", rating=7)


@for_services()
@by_both_classes
def test_an_image(make_llm, provider, service, dialect):
    image = {"type": "image", "base64": PIXEL, "mime_type": "image/png"}
    question = HumanMessage(content_blocks=[{"type": "text", "text": "What is this?"}, image])
    assert make_llm(dialect, service.model).invoke([question]).text == said("What is this?")
    assert holds(provider.only_call().json, PIXEL)


@for_services()
@by_both_classes
def test_a_broken_stream(make_llm, provider, service, dialect):
    with pytest.raises(Exception) as failure:
        list(make_llm(dialect, service.behaving("cut")).stream("Hello"))
    assert type(failure.value).__module__.split(".")[0] in ("openai", "anthropic")


@pytest.mark.parametrize(
    "model", [f"{GOOGLE.name}/gemini-embedding-001", f"{BEDROCK.name}/amazon.titan-embed-text-v2:0"]
)
def test_embeddings(gateway, provider, model):
    embeddings = OpenAIEmbeddings(
        base_url=gateway.url, api_key="not-used", model=model, check_embedding_ctx_length=False
    )
    assert embeddings.embed_documents(["one", "two"]) == [[0.5, -0.25, 1.0]] * 2
