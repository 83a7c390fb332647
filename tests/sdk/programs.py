# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The two programs under the tests: the gateway and the provider that it asks."""

import base64
import json
import os
import pathlib
import re
import signal
import subprocess
import threading
import time

import httpx

DEADLINE = 20.0


def wait_until(condition, what, deadline=DEADLINE):
    """Returns the first true value of condition(), or fails after the deadline."""
    end = time.monotonic() + deadline
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not happen within {deadline} s")
        time.sleep(0.01)


class Process:
    """A child whose output is read by a thread, so that it never blocks on a full pipe."""

    def __init__(self, command, output, **options):
        pipes = {"stdout": None, "stderr": None, output: subprocess.PIPE}
        self._child = subprocess.Popen(command, text=True, errors="replace", **pipes, **options)
        self.lines = []
        self._has_news = threading.Condition()
        self._is_at_end = False
        self._reader = threading.Thread(target=self._read, args=(getattr(self._child, output),), daemon=True)
        self._reader.start()

    def _read(self, stream):
        for line in stream:
            with self._has_news:
                self.lines.append(line.rstrip("\n"))
                self._has_news.notify_all()
        with self._has_news:
            self._is_at_end = True
            self._has_news.notify_all()

    def wait_for_line(self, pattern, deadline=DEADLINE):
        """The match of the first line that fits; fails when the output or the time ends before."""
        found = None

        def is_over():
            nonlocal found
            found = next(filter(None, (re.search(pattern, line) for line in self.lines)), None)
            return found or self._is_at_end

        with self._has_news:
            self._has_news.wait_for(is_over, deadline)
        if not found:
            raise AssertionError(f"no line like {pattern!r} among:\n" + "\n".join(self.lines))
        return found

    def stop(self, deadline=DEADLINE):
        """Ends the child by SIGTERM and returns its exit code."""
        if self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)
        try:
            code = self._child.wait(deadline)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
            raise AssertionError("SIGTERM did not end the program:\n" + "\n".join(self.lines)) from None
        self._reader.join(deadline)
        return code


class Received:
    """One request as the provider got it."""

    def __init__(self, record):
        self.method = record["method"]
        self.target = record["target"]
        self.headers = [(name.lower(), value) for name, value in record["headers"]]
        self.body = base64.b64decode(record["body_base64"])
        self.connection = record["connection"]
        self.is_answered = record["answered"]
        self.closed_after_ms = record["closed_after_ms"]

    def header(self, name):
        return next((value for key, value in self.headers if key == name), None)

    @property
    def json(self):
        return json.loads(self.body)


class Provider:
    """The scripted provider; the model's name chooses what it does."""

    def __init__(self):
        self._process = Process([os.environ["SCRIPTED_PROVIDER"]], "stdout")
        self.url = self._process.wait_for_line(r"listening on (http://\S+)").group(1)
        self._http = httpx.Client(base_url=self.url, trust_env=False)

    def calls(self):
        """The POST requests since clear(); what the gateway asks by itself is left out."""
        records = self._http.get("/_requests").json()
        return [Received(record) for record in records if record["method"] == "POST"]

    def only_call(self):
        calls = self.calls()
        assert len(calls) == 1, [call.target for call in calls]
        return calls[0]

    def wait_for_call(self):
        return wait_until(self.calls, "a request to the provider")[0]

    def wait_for_hang_up(self):
        """The first request whose answer the gateway did not wait for to its end."""
        calls = wait_until(
            lambda: [call for call in self.calls() if call.closed_after_ms is not None],
            "the end of the provider's connection",
        )
        return calls[0]

    def clear(self):
        self._http.delete("/_requests")

    def stop(self):
        self._http.close()
        self._process.stop()


CONFIGURATION = pathlib.Path(__file__).parent / "gateway.toml"
PROVIDER_KEY = "sk-scripted-0123456789abcdef"
AWS_SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"


class Gateway:
    """The program under test, serving on a free port."""

    def __init__(
        self, folder, provider_url, *options, key=PROVIDER_KEY, secret=AWS_SECRET, configuration=CONFIGURATION
    ):
        command = [os.environ["NEXUS_PROGRAM"], "--headless", "-c", configuration, "-l", "127.0.0.1:0", *options]
        environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "SCRIPTED_URL": provider_url,
            "SCRIPTED_KEY": key,
            "SCRIPTED_AWS_SECRET": secret,
        }
        self.process = Process(command, "stderr", env=environment, cwd=folder)
        try:
            address = self.process.wait_for_line(r"service: serving address=(127\.0\.0\.1:\d+)")
        except AssertionError:
            self.process.stop()
            raise
        self.address = address.group(1)
        self.root = f"http://{self.address}"
        self.url = f"{self.root}/llm/v1"

    def stop(self):
        return self.process.stop()
