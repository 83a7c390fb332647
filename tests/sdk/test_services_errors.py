# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""openai-python and all four services: what goes wrong."""

import openai
import pytest

import programs
from expectations import HELLO, said
from programs import AWS_SECRET, PROVIDER_KEY
from services import ANTHROPIC, BEDROCK, GOOGLE, SERVICES, for_services

NOT_OPENAI = (ANTHROPIC, GOOGLE, BEDROCK)


@for_services(*NOT_OPENAI)
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize(
    ("behaviour", "error_class", "status"),
    [
        ("status-400", openai.BadRequestError, 400),
        ("status-401", openai.AuthenticationError, 401),
        ("status-403", openai.PermissionDeniedError, 403),
        ("status-404", openai.NotFoundError, 404),
        ("status-429", openai.RateLimitError, 429),
        ("status-500", openai.InternalServerError, 502),
        ("status-503", openai.InternalServerError, 503),
        ("html", openai.InternalServerError, 502),
    ],
)
def test_a_failing_service(client, provider, service, behaviour, error_class, status, is_stream):
    with pytest.raises(error_class) as failure:
        client.chat.completions.create(model=service.behaving(behaviour), messages=HELLO, stream=is_stream)
    error = failure.value
    assert error.status_code == status
    assert error.response.headers["content-type"].startswith("application/json")
    assert error.response.headers["x-nexus-provider"] == service.name
    assert set(error.body) >= {"message", "type", "param", "code"}
    assert error.body["message"] and error.body["type"]
    assert not error.body["message"].startswith("{")
    assert "<html" not in str(error)
    assert PROVIDER_KEY not in str(error) and AWS_SECRET not in str(error)
    assert len(provider.calls()) == 1


@for_services(ANTHROPIC, GOOGLE)
def test_rate_limit_says_when_to_come_back(client, provider, service):
    with pytest.raises(openai.RateLimitError) as failure:
        client.chat.completions.create(model=service.behaving("status-429"), messages=HELLO)
    assert failure.value.response.headers["retry-after"] == "7"


@for_services(*NOT_OPENAI)
def test_a_refused_request_keeps_its_message(client, provider, service):
    with pytest.raises(openai.BadRequestError) as failure:
        client.chat.completions.create(model=service.behaving("status-400"), messages=HELLO)
    assert failure.value.body["message"] == "The provider answers 400."
    assert failure.value.type == "invalid_request_error"


@for_services(ANTHROPIC)
def test_an_overloaded_service(client, provider, service):
    with pytest.raises(openai.InternalServerError) as failure:
        client.chat.completions.create(model=service.behaving("status-529"), messages=HELLO)
    assert failure.value.status_code == 503
    assert failure.value.type == "overloaded_error"
    assert failure.value.body["message"] == "Overloaded"


@pytest.fixture(scope="module")
def keyless(running_provider, tmp_path_factory):
    """A gateway whose keys the services do not know."""
    gateway = programs.Gateway(
        tmp_path_factory.mktemp("keyless"), running_provider.url, key="sk-wrong-0123456789", secret="wrong/0123456789"
    )
    yield gateway
    gateway.stop()
    assert not any("wrong-0123456789" in line or "wrong/0123456789" in line for line in gateway.process.lines)


@for_services(*NOT_OPENAI)
@pytest.mark.parametrize("is_stream", [False, True], ids=["whole", "stream"])
def test_a_wrong_key(keyless, provider, service, is_stream):
    with openai.OpenAI(base_url=keyless.url, api_key="not-used", max_retries=0) as client:
        with pytest.raises(openai.AuthenticationError) as failure:
            client.chat.completions.create(model=service.model, messages=HELLO, stream=is_stream)
    assert failure.value.body["message"]
    assert "0123456789" not in str(failure.value)


@for_services(*NOT_OPENAI)
@pytest.mark.parametrize(
    ("messages", "param"),
    [
        ([{"role": "user", "content": 7}], "messages[0].content"),
        ([*HELLO, {"role": "nobody", "content": "x"}], "messages[1].role"),
        ([{"role": "user", "content": [{"type": "image_url"}]}], "messages[0].content[0]"),
    ],
    ids=["content", "role", "image"],
)
def test_a_wrong_shape_names_its_place(client, provider, service, messages, param):
    with pytest.raises(openai.BadRequestError) as failure:
        client.chat.completions.create(model=service.model, messages=messages)
    assert failure.value.type == "invalid_request_error"
    assert failure.value.param.startswith(param)
    assert provider.calls() == []


@for_services(*NOT_OPENAI)
def test_an_image_that_is_none(client, provider, service):
    content = [{"type": "image_url", "image_url": {"url": "data:image/png;base64,@@@"}}]
    with pytest.raises(openai.BadRequestError) as failure:
        client.chat.completions.create(model=service.model, messages=[{"role": "user", "content": content}])
    assert failure.value.type == "invalid_request_error"


@for_services()
def test_an_error_in_mid_stream(client, provider, service):
    text = ""
    with pytest.raises(openai.APIError) as failure:
        for chunk in client.chat.completions.create(model=service.behaving("error-event"), messages=HELLO, stream=True):
            text += chunk.choices[0].delta.content or ""
            assert chunk.choices[0].finish_reason is None
    assert said(HELLO[0]["content"]).startswith(text)
    assert not isinstance(failure.value, openai.APIConnectionError)
    assert "verloaded" in str(failure.value)


@for_services()
def test_a_cut_stream(client, provider, service):
    text = ""
    with pytest.raises(openai.APIError) as failure:
        for chunk in client.chat.completions.create(model=service.behaving("cut"), messages=HELLO, stream=True):
            text += chunk.choices[0].delta.content or ""
            assert chunk.choices[0].finish_reason is None
    assert said(HELLO[0]["content"]).startswith(text)
    assert not isinstance(failure.value, openai.APIConnectionError)


@for_services()
def test_a_cut_stream_with_calls(client, provider, service):
    tool = {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}
    with pytest.raises(openai.APIError):
        for chunk in client.chat.completions.create(
            model=service.behaving("cut"), messages=HELLO, tools=[tool], stream=True
        ):
            assert chunk.choices[0].finish_reason is None


@for_services(*NOT_OPENAI)
def test_leaving_a_stream_ends_the_work(client, provider, service):
    stream = client.chat.completions.create(model=service.behaving("slow"), messages=HELLO, stream=True)
    next(stream)
    stream.close()
    assert not provider.wait_for_hang_up().is_answered


def test_all_services_answer_after_all_that(client, provider):
    for service in SERVICES:
        answer = client.chat.completions.create(model=service.model, messages=HELLO)
        assert answer.choices[0].finish_reason == "stop"
