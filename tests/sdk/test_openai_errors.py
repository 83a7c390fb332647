# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""openai-python: what goes wrong, and how a program sees it."""

import openai
import pytest

from expectations import HELLO
from programs import PROVIDER_KEY


def ask(client, model, **options):
    return client.chat.completions.create(model=model, messages=HELLO, **options)


@pytest.mark.parametrize("is_stream", [False, True])
@pytest.mark.parametrize(
    ("model", "error_class", "status"),
    [
        ("status-400", openai.BadRequestError, 400),
        ("status-401", openai.AuthenticationError, 401),
        ("status-403", openai.PermissionDeniedError, 403),
        ("status-404", openai.NotFoundError, 404),
        ("status-409", openai.ConflictError, 409),
        ("status-422", openai.UnprocessableEntityError, 422),
        ("status-429", openai.RateLimitError, 429),
        ("status-500", openai.InternalServerError, 502),
        ("status-503", openai.InternalServerError, 503),
        ("status-504", openai.InternalServerError, 504),
        ("status-529", openai.InternalServerError, 503),
        ("html", openai.InternalServerError, 502),
    ],
)
def test_a_failing_provider(client, provider, model, error_class, status, is_stream):
    with pytest.raises(error_class) as failure:
        ask(client, f"openai/{model}", stream=is_stream)
    assert failure.value.status_code == status
    assert failure.value.response.headers["content-type"].startswith("application/json")
    assert failure.value.response.headers["x-request-id"]
    assert failure.value.response.headers["x-nexus-provider"] == "openai"
    assert set(failure.value.body) >= {"message", "type", "param", "code"}
    assert "<html" not in str(failure.value)
    assert PROVIDER_KEY not in str(failure.value)
    assert provider.only_call().json["model"] == model


def test_rate_limit_says_when_to_come_back(client, provider):
    with pytest.raises(openai.RateLimitError) as failure:
        ask(client, "openai/status-429")
    assert failure.value.response.headers["retry-after"] == "7"
    assert failure.value.code == "rate_limit_exceeded"
    assert failure.value.body["message"] == "Rate limit reached for requests."


def test_a_provider_error_keeps_its_message_and_code(client, provider):
    with pytest.raises(openai.AuthenticationError) as failure:
        ask(client, "openai/status-401")
    assert failure.value.code == "invalid_api_key"
    assert failure.value.body["message"].startswith("Incorrect API key provided")


@pytest.mark.parametrize("model", ["nothing-like-this", "nobody/gpt-4"])
def test_an_unknown_model(client, provider, model):
    with pytest.raises(openai.NotFoundError) as failure:
        ask(client, model)
    assert failure.value.status_code == 404
    assert failure.value.code == "model_not_found"
    assert failure.value.type == "invalid_request_error"
    assert provider.calls() == []


def test_an_unknown_model_in_a_stream(client, provider):
    with pytest.raises(openai.NotFoundError):
        ask(client, "nobody/gpt-4", stream=True)


def test_a_wrong_shape(client, provider):
    with pytest.raises(openai.BadRequestError) as failure:
        client.chat.completions.create(model="openai/gpt-4", messages="no list")
    assert failure.value.type == "invalid_request_error"
    assert provider.calls() == []


@pytest.mark.parametrize("model", ["cut", "error-event"])
def test_a_broken_stream_never_ends_quietly(client, provider, model):
    texts = []
    with pytest.raises(openai.APIError) as failure:
        for chunk in ask(client, f"openai/{model}", stream=True):
            texts.append(chunk.choices[0].delta.content)
            assert chunk.choices[0].finish_reason is None
    assert "".join(texts) == "You said: "
    assert not isinstance(failure.value, openai.APIConnectionError)
    if model == "error-event":
        assert "The model is overloaded." in str(failure.value)


@pytest.mark.parametrize("is_stream", [False, True])
def test_a_time_out_ends_the_providers_work(client, provider, is_stream):
    with pytest.raises(openai.APITimeoutError):
        ask(client, "openai/hang", stream=is_stream, timeout=0.5)
    call = provider.wait_for_hang_up()
    assert call.json["model"] == "hang"
    assert not call.is_answered


def test_leaving_a_stream_ends_the_providers_work(client, provider):
    stream = ask(client, "openai/hang-mid", stream=True)
    next(stream)
    assert provider.only_call().closed_after_ms is None
    stream.close()
    assert provider.wait_for_hang_up().json["model"] == "hang-mid"


def test_leaving_a_flowing_stream_ends_the_providers_work(client, provider):
    stream = ask(client, "openai/slow", stream=True)
    next(stream)
    stream.close()
    assert provider.wait_for_hang_up().json["model"] == "slow"


def test_the_gateway_serves_on_after_all_that(client, provider):
    assert ask(client, "openai/gpt-4").choices[0].finish_reason == "stop"
