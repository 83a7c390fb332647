# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Programs without an SDK: requests, and HTTP by hand."""

import json

import requests

from expectations import HELLO, assert_passed_through, said

CHAT = {"model": "openai/gpt-4", "messages": HELLO}


def test_requests(gateway, provider):
    body = json.dumps(CHAT, ensure_ascii=False, indent=2).encode()
    answer = requests.post(
        f"{gateway.url}/chat/completions",
        headers={"Content-Type": "application/json; charset=utf-8"},
        data=body,
        timeout=20,
    )
    assert answer.status_code == 200
    assert answer.json()["choices"][0]["message"]["content"] == said(HELLO[0]["content"])
    assert_passed_through(provider.only_call(), body, "openai/gpt-4", "gpt-4")


def test_requests_stream(gateway, provider):
    with requests.post(
        f"{gateway.url}/chat/completions", json={**CHAT, "stream": True}, stream=True, timeout=20
    ) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in answer.iter_lines() if line and not line.startswith(b":")]
    assert all(line.startswith(b"data: ") for line in lines)
    assert lines[-1] == b"data: [DONE]"
    assert json.loads(lines[0][6:])["model"] == "openai/gpt-4"


def test_a_broken_stream_has_no_done(gateway, provider):
    for model in ("openai/cut", "openai/error-event"):
        answer = requests.post(
            f"{gateway.url}/chat/completions", json={**CHAT, "model": model, "stream": True}, timeout=20
        )
        events = [line[6:] for line in answer.content.splitlines() if line.startswith(b"data: ")]
        assert b"[DONE]" not in events
        assert set(json.loads(events[-1])["error"]) >= {"message", "type", "code"}


def test_a_chunked_request_body(gateway, provider):
    body = json.dumps(CHAT).encode()
    pieces = (body[i : i + 7] for i in range(0, len(body), 7))
    answer = requests.post(
        f"{gateway.url}/chat/completions",
        headers={"Content-Type": "application/json"},
        data=pieces,
        timeout=20,
    )
    assert answer.status_code == 200
    assert_passed_through(provider.only_call(), body, "openai/gpt-4", "gpt-4")


def test_every_mount(gateway, provider):
    for mount in ("/llm/v1", "/llm/openai/v1", "/v1"):
        answer = requests.post(f"{gateway.root}{mount}/chat/completions", json=CHAT, timeout=20)
        assert answer.status_code == 200, mount
        assert requests.get(f"{gateway.root}{mount}/models", timeout=20).json()["object"] == "list"
    assert len(provider.calls()) == 3


def test_what_is_no_json(http, provider):
    answer = http.post(
        "/llm/v1/chat/completions", content=b"{not json", headers={"content-type": "application/json"}
    )
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == "invalid_request_error"
    assert provider.calls() == []


def test_wrong_path_method_and_type(http, provider):
    assert http.get("/nowhere").status_code == 404
    wrong_method = http.get("/llm/v1/chat/completions")
    assert wrong_method.status_code == 405
    assert "POST" in wrong_method.headers["allow"]
    wrong_type = http.post("/llm/v1/chat/completions", content=b"{}", headers={"content-type": "text/plain"})
    assert wrong_type.status_code == 415
    for answer in (http.get("/nowhere"), wrong_method, wrong_type):
        assert answer.json()["error"]["message"]


def test_probes(http):
    assert http.get("/health").status_code == 200
    assert http.head("/").status_code < 500
    assert http.get("/llm/v1/models/").status_code == 200
    assert http.get("/llm/v1/models?beta=true").status_code == 200
