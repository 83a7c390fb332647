# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

import anthropic
import httpx
import openai
import pytest

import programs


@pytest.fixture(scope="session")
def running_provider():
    provider = programs.Provider()
    yield provider
    provider.stop()


@pytest.fixture(scope="session")
def gateway(running_provider, tmp_path_factory):
    gateway = programs.Gateway(tmp_path_factory.mktemp("gateway"), running_provider.url)
    yield gateway
    code = gateway.stop()
    log = "\n".join(gateway.process.lines)
    assert code == 0, log
    assert programs.PROVIDER_KEY not in log


@pytest.fixture
def provider(running_provider):
    running_provider.clear()
    return running_provider


class Sent:
    """The bodies that a client put on the wire."""

    def __init__(self):
        self.bodies = []

    def note(self, request):
        self.bodies.append(request.read())

    @property
    def last(self):
        return self.bodies[-1]


@pytest.fixture
def sent():
    return Sent()


@pytest.fixture
def client(gateway, sent):
    http_client = httpx.Client(event_hooks={"request": [sent.note]}, trust_env=False)
    with openai.OpenAI(
        base_url=gateway.url, api_key="not-used", max_retries=0, timeout=20, http_client=http_client
    ) as client:
        yield client


@pytest.fixture
def claude(gateway):
    """anthropic-python at the gateway's Anthropic mount."""
    with anthropic.Anthropic(
        base_url=f"{gateway.root}/llm/anthropic", api_key="not-used", max_retries=0, timeout=20
    ) as claude:
        yield claude


@pytest.fixture
def http(gateway):
    with httpx.Client(base_url=gateway.root, trust_env=False, timeout=20) as http:
        yield http
