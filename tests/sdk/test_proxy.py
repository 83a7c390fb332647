# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""anthropic-python through the proxy: what it sends arrives as it is, with the client's own key."""

import contextlib
import json

import anthropic
import pytest

import programs
from expectations import HELLO, said

MODEL = "claude-3-5-sonnet-20241022"
CLIENT_KEY = "sk-ant-api03-client-0123456789abcdef"
TEXT = HELLO[0]["content"]


@pytest.fixture
def proxied(gateway):
    """The client sends its key as a bearer token; the scripted provider wants it in x-api-key."""
    with anthropic.Anthropic(
        base_url=f"{gateway.root}/proxy/anthropic",
        api_key=CLIENT_KEY,
        default_headers={"x-api-key": CLIENT_KEY},
        max_retries=0,
        timeout=20,
    ) as proxied:
        yield proxied
    assert CLIENT_KEY not in "\n".join(gateway.process.lines)


def only_call(provider):
    call = provider.only_call()
    assert call.header("x-api-key") == CLIENT_KEY
    assert call.header("authorization") == f"Bearer {CLIENT_KEY}"
    assert programs.PROVIDER_KEY not in str(call.headers)
    return call


def test_text(proxied, provider):
    raw = proxied.messages.with_raw_response.create(model=MODEL, max_tokens=500, messages=HELLO)
    answer = raw.parse()
    assert answer.content[0].text == said(TEXT)
    assert (answer.model, answer.stop_reason) == (MODEL, "end_turn")
    assert raw.headers["x-nexus-provider"] == "anthropic-proxy"
    assert raw.headers["x-nexus-model"] == MODEL
    call = only_call(provider)
    assert call.target == "/anthropic/v1/messages"
    assert call.json == {"model": MODEL, "max_tokens": 500, "messages": HELLO}
    assert call.header("anthropic-version") == proxied.default_headers["anthropic-version"]
    assert call.header("x-stainless-lang") == "python"
    assert call.header("user-agent").startswith("Anthropic/Python")


def test_the_key_goes_on_as_the_client_sends_it(gateway, provider):
    with anthropic.Anthropic(
        base_url=f"{gateway.root}/proxy/anthropic", api_key=CLIENT_KEY, max_retries=0
    ) as plain, contextlib.suppress(anthropic.AuthenticationError):
        plain.messages.create(model=MODEL, max_tokens=500, messages=HELLO)
    call = provider.only_call()
    assert call.header("authorization") == f"Bearer {CLIENT_KEY}"
    assert call.header("x-api-key") is None


def test_stream(proxied, provider):
    with proxied.messages.stream(model=MODEL, max_tokens=500, messages=HELLO) as stream:
        text = "".join(stream.text_stream)
        answer = stream.get_final_message()
    assert text == answer.content[0].text == said(TEXT)
    assert answer.stop_reason == "end_turn"
    assert only_call(provider).json["stream"] is True


def test_a_stream_is_handed_on_as_it_arrives(proxied, provider):
    with proxied.messages.create(
        model=f"{MODEL}-hang-mid", max_tokens=500, messages=HELLO, stream=True
    ) as stream:
        assert next(iter(stream)).type == "message_start"
        assert provider.only_call().is_answered is False
    provider.wait_for_hang_up()


def test_beta(proxied, provider):
    proxied.beta.messages.create(
        model=MODEL,
        max_tokens=500,
        messages=HELLO,
        betas=["one-2025", "two-2025"],
        extra_query={"beta": "true"},
    )
    call = only_call(provider)
    assert call.target == "/anthropic/v1/messages?beta=true"
    assert call.header("anthropic-beta") == "one-2025,two-2025"


def test_count_tokens(proxied, provider):
    count = proxied.messages.count_tokens(model=MODEL, messages=HELLO)
    assert count.input_tokens > 0
    assert only_call(provider).target == "/anthropic/v1/messages/count_tokens"


def test_an_error_comes_back_as_it_is(proxied, provider):
    with pytest.raises(anthropic.APIStatusError) as failure:
        proxied.messages.create(model=f"{MODEL}-status-529", max_tokens=500, messages=HELLO)
    assert failure.value.status_code == 529
    assert failure.value.body["error"]["type"] == "overloaded_error"
    only_call(provider)


def test_what_the_gateway_does_not_serve(proxied, provider):
    with pytest.raises(anthropic.NotFoundError) as failure:
        proxied.post("/v2/messages", cast_to=object, body=json.loads("{}"))
    assert failure.value.body["error"]["type"] == "not_found_error"
    assert failure.value.body["request_id"] == failure.value.response.headers["x-request-id"]
    assert provider.calls() == []
