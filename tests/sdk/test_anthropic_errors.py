# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""anthropic-python and all four services: what goes wrong."""

import anthropic
import pytest

from expectations import HELLO, said
from programs import AWS_SECRET, PROVIDER_KEY
from services import ANTHROPIC, GOOGLE, OPENAI, for_services


def ask(claude, model, **options):
    return claude.messages.create(model=model, max_tokens=500, messages=HELLO, **options)


@for_services()
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize(
    ("behaviour", "error_class", "status", "kind"),
    [
        ("status-400", anthropic.BadRequestError, 400, "invalid_request_error"),
        ("status-401", anthropic.AuthenticationError, 401, "authentication_error"),
        ("status-403", anthropic.PermissionDeniedError, 403, "permission_error"),
        ("status-404", anthropic.NotFoundError, 404, "not_found_error"),
        ("status-429", anthropic.RateLimitError, 429, "rate_limit_error"),
        ("status-500", anthropic.InternalServerError, 502, "api_error"),
        ("status-503", anthropic.APIStatusError, 503, "overloaded_error"),
        ("html", anthropic.InternalServerError, 502, "api_error"),
    ],
)
def test_a_failing_service(claude, provider, service, behaviour, error_class, status, kind, is_stream):
    with pytest.raises(error_class) as failure:
        ask(claude, service.behaving(behaviour), stream=is_stream)
    error = failure.value
    assert error.status_code == status
    assert error.body["type"] == "error"
    assert error.type == error.body["error"]["type"] == kind
    assert error.body["error"]["message"]
    assert error.body["request_id"] == error.response.headers["x-request-id"]
    assert error.response.headers["x-nexus-provider"] == service.name
    assert "<html" not in str(error)
    assert PROVIDER_KEY not in str(error) and AWS_SECRET not in str(error)
    assert len(provider.calls()) == 1


def test_an_overloaded_service(claude, provider):
    with pytest.raises(anthropic.APIStatusError) as failure:
        ask(claude, ANTHROPIC.behaving("status-529"))
    assert failure.value.status_code == 503
    assert failure.value.type == "overloaded_error"
    assert failure.value.body["error"]["message"] == "Overloaded"


@for_services(OPENAI, ANTHROPIC, GOOGLE)
def test_rate_limit_says_when_to_come_back(claude, provider, service):
    with pytest.raises(anthropic.RateLimitError) as failure:
        ask(claude, service.behaving("status-429"))
    assert failure.value.response.headers["retry-after"] == "7"


def test_an_unknown_model(claude, provider):
    with pytest.raises(anthropic.NotFoundError) as failure:
        ask(claude, "nobody/claude")
    assert failure.value.type == "not_found_error"
    assert provider.calls() == []


@for_services()
@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"messages": "no list"}, "messages"),
        ({"messages": [{"role": "user", "content": 7}]}, "content"),
        ({"messages": [{"role": "nobody", "content": "x"}]}, "role"),
        ({"messages": [{"role": "user", "content": [{"type": "nothing"}]}]}, "content"),
        ({"max_tokens": "many"}, "max_tokens"),
    ],
    ids=["messages", "content", "role", "block", "limit"],
)
def test_a_wrong_shape_names_its_place(claude, provider, service, changes, place):
    asked = {"model": service.model, "max_tokens": 500, "messages": HELLO, **changes}
    with pytest.raises(anthropic.BadRequestError) as failure:
        claude.messages.create(**asked)
    assert failure.value.type == "invalid_request_error"
    assert place in failure.value.body["error"]["message"]


@for_services()
def test_an_error_in_mid_stream(claude, provider, service):
    text = ""
    with pytest.raises(anthropic.APIStatusError) as failure:
        for event in ask(claude, service.behaving("error-event"), stream=True):
            assert event.type not in ("message_stop", "message_delta")
            text += event.delta.text if event.type == "content_block_delta" else ""
    assert said(HELLO[0]["content"]).startswith(text)
    assert failure.value.body["type"] == "error"
    assert "verloaded" in failure.value.body["error"]["message"]


@for_services()
def test_a_cut_stream(claude, provider, service):
    with pytest.raises(anthropic.APIStatusError) as failure:
        for event in ask(claude, service.behaving("cut"), stream=True):
            assert event.type not in ("message_stop", "message_delta")
    assert failure.value.body["error"]["type"] == "api_error"


@for_services()
def test_the_stream_helper_raises_for_a_cut_stream(claude, provider, service):
    with pytest.raises(anthropic.APIError):
        with claude.messages.stream(model=service.behaving("cut"), max_tokens=500, messages=HELLO) as stream:
            stream.get_final_message()


@for_services()
def test_a_time_out_ends_the_work(claude, provider, service):
    with pytest.raises(anthropic.APITimeoutError):
        ask(claude, service.behaving("hang"), timeout=0.3)
    assert not provider.wait_for_hang_up().is_answered


def test_wrong_path_and_method(http):
    missing = http.get("/llm/anthropic/v1/nothing")
    assert missing.status_code == 404
    assert missing.json()["type"] == "error"
    assert missing.json()["error"]["type"] == "not_found_error"
    method = http.get("/llm/anthropic/v1/messages")
    assert method.status_code == 405
    assert "POST" in method.headers["allow"]
    assert method.json()["error"]["type"] == "invalid_request_error"
