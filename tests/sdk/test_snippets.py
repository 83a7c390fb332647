# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that the user's documentation shows, run as they stand there.

Each is a file in snippets/; only the port is another one.
"""

import json
import os
import pathlib
import re
import subprocess

import pytest

import programs
from expectations import said

SNIPPETS = pathlib.Path(__file__).parent / "snippets"


def text_of(name, gateway):
    text = (SNIPPETS / name).read_text()
    port = gateway.address.rsplit(":", 1)[1]
    return text.replace("localhost:8000", f"localhost:{port}")


@pytest.fixture
def run_python(gateway, capsys):
    def run(name, change=lambda text: text):
        names = {"__name__": "__main__"}
        exec(compile(change(text_of(name, gateway)), name, "exec"), names)
        return capsys.readouterr().out, names

    return run


@pytest.fixture
def run_shell(gateway):
    def run(name):
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", text_of(name, gateway)], capture_output=True, text=True, timeout=30
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def models_asked(provider):
    """Google and Bedrock have the model's name in the path and not in the body."""
    return [(call.target, call.json.get("model")) for call in provider.calls()]


def test_curl_hello(run_shell, provider):
    answer = json.loads(run_shell("curl_hello.sh"))
    assert answer["choices"][0]["message"]["content"] == said("Hello!")
    assert answer["model"] == "openai/gpt-4"
    body = provider.only_call().body
    assert body == b'{\n  "model": "gpt-4",\n  "messages": [\n    {"role": "user", "content": "Hello!"}\n  ]\n}'


def test_curl_with_parameters(run_shell, provider):
    answer = json.loads(run_shell("curl_parameters.sh"))
    assert answer["model"] == "anthropic/claude-3-5-sonnet-20241022"
    call = provider.only_call()
    assert call.target == "/anthropic/v1/messages"
    assert call.json["system"] == "You are a helpful assistant."
    assert call.json["temperature"] == 0.7
    assert call.json["max_tokens"] == 500


def test_curl_stream(run_shell, provider):
    events = [line for line in run_shell("curl_stream.sh").splitlines() if line]
    assert all(line.startswith("data: ") for line in events)
    assert events[-1] == "data: [DONE]"
    assert provider.only_call().json["stream"] is True


def test_curl_models(run_shell):
    ids = run_shell("curl_models.sh").splitlines()
    assert '"openai/gpt-4"' in ids
    assert '"anthropic/claude-3-5-sonnet-20241022"' in ids


def test_curl_simple_test(run_shell, provider):
    answer = json.loads(run_shell("curl_test.sh"))
    assert answer["choices"][0]["message"]["content"] == said("test")
    assert provider.only_call().json == {
        "model": "gpt-3.5-turbo",
        "messages": [{"role": "user", "content": "test"}],
        "max_tokens": 10,
    }


def test_openai_python(run_python, provider):
    output, _ = run_python("openai_python.py")
    assert output == said("Hello, how are you?") + "\n" + said("Tell me a story")
    assert models_asked(provider) == [
        ("/openai/v1/chat/completions", "gpt-4"),
        ("/anthropic/v1/messages", "claude-3-5-sonnet-20241022"),
    ]


def test_langchain(run_python, provider):
    output, _ = run_python("langchain_python.py")
    assert output == said("What's the weather like?") + "\n"
    assert models_asked(provider) == [("/openai/v1/chat/completions", "gpt-4")]


def test_requests(run_python, provider):
    output, _ = run_python("requests_python.py")
    assert output == said("Hello!") + "\n"
    assert models_asked(provider) == [("/google/v1beta/models/gemini-1.5-pro:generateContent", None)]
    assert provider.only_call().json["generationConfig"]["temperature"] == 0.5


def test_tools(run_python, provider):
    output, _ = run_python("tools_python.py")
    assert output == 'Function: get_weather\nArguments: {"location":"text"}\n'
    assert models_asked(provider) == [
        ("/openai/v1/chat/completions", "gpt-4"),
        ("/bedrock/model/anthropic.claude-3-sonnet-20240229-v1%3A0/converse", None),
        ("/google/v1beta/models/gemini-1.5-pro:generateContent", None),
    ]
    openai, bedrock, google = (call.json for call in provider.calls())
    assert openai["tool_choice"] == "auto"
    assert bedrock["toolConfig"]["tools"][0]["toolSpec"]["name"] == "get_weather"
    assert google["tools"][0]["functionDeclarations"][0]["name"] == "get_weather"


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("openai/gpt-4", ""),
        ("openai/status-404", "Model not found\n"),
        ("openai/status-401", "Authentication failed\n"),
    ],
)
def test_errors(run_python, provider, model, expected):
    output, _ = run_python("errors_python.py", lambda text: text.replace("openai/gpt-4", model))
    assert output == expected
    assert len(provider.calls()) == 1


def test_custom_http_client(run_python, provider):
    _, names = run_python("httpx_python.py")
    answer = names["client"].chat.completions.create(
        model="openai/gpt-4", messages=[{"role": "user", "content": "Hello"}]
    )
    assert answer.choices[0].message.content == said("Hello")
    names["client"].close()


def test_concurrent(run_python, provider):
    output, _ = run_python("async_python.py")
    assert output.splitlines() == [said(f"Count to {i}") for i in range(1, 6)]
    assert models_asked(provider) == [("/openai/v1/chat/completions", "gpt-3.5-turbo")] * 5


def test_debug_logging(running_provider, provider, tmp_path):
    gateway = programs.Gateway(tmp_path, running_provider.url, "--log", "debug")
    try:
        subprocess.run(["curl", "-sf", f"{gateway.url}/models"], check=True, capture_output=True, timeout=20)
    finally:
        assert gateway.stop() == 0
    assert any(re.match(r"\S+ debug ", line) for line in gateway.process.lines), gateway.process.lines
    assert os.linesep.join(gateway.process.lines).count(programs.PROVIDER_KEY) == 0
