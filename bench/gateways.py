# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that are measured: started, found ready, asked for their memory and ended."""

import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

START_LIMIT = 20.0
SERVING = re.compile(r"serving.*\baddress=127\.0\.0\.1:(\d+)")

NGINX_CONF = """
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log warn;
worker_processes auto;
worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_max_body_size 64m;
    client_body_buffer_size 2m;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    keepalive_requests 100000000;
    upstream provider {{
        server 127.0.0.1:{provider};
        keepalive 128;
        keepalive_requests 100000000;
    }}
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        location / {{
            proxy_pass http://provider;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffering off;
        }}
    }}
}}
"""

NEXUS_TOML = """
[llm.providers.bench]
type = "openai"
base_url = "http://127.0.0.1:{provider}/v1"
api_key = "x"

[llm.providers.bench.models."gpt-bench"]
"""


class Broken(Exception):
    """Something did not start or answered wrongly; the message says what."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_healthy(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < 500
    except OSError:
        return False
    finally:
        connection.close()


class Gateway:
    """A running program with a port, ended at the close of a with block."""

    name = ""
    model = "gpt-bench"

    def __init__(self):
        self.process = None
        self.port = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def wait_until_healthy(self, path):
        deadline = time.monotonic() + START_LIMIT
        while not is_healthy(self.port, path):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise Broken(f"{self.name} did not answer GET {path} on port {self.port}")
            time.sleep(0.001)


class Provider(Gateway):
    """The scripted provider itself, which is also the way without any gateway."""

    name = "direct"

    def __init__(self, program):
        super().__init__()
        self.process = subprocess.Popen([program, "provider"], stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().split()[1])


class Nginx(Gateway):
    name = "nginx"

    def __init__(self, provider, folder):
        super().__init__()
        program = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
        if not program:
            raise Broken("nginx is not installed")
        self.port = free_port()
        conf = pathlib.Path(folder, "nginx.conf")
        conf.write_text(NGINX_CONF.format(folder=folder, provider=provider, port=self.port,
                                          user="user root;" if os.geteuid() == 0 else ""))
        self.process = subprocess.Popen([program, "-p", str(folder), "-c", str(conf), "-e", f"{folder}/nginx.log"])
        self.wait_until_healthy("/v1/models")


class Nexus(Gateway):
    name = "nexus"
    model = "bench/gpt-bench"

    def __init__(self, program, provider, folder, toml=NEXUS_TOML, name="nexus"):
        super().__init__()
        self.name = name
        folder = pathlib.Path(folder, name.replace(" ", "-"))
        folder.mkdir(exist_ok=True)
        conf = folder / "nexus.toml"
        conf.write_text(toml.format(provider=provider))
        self.log = folder / "nexus.log"
        begin = time.monotonic()
        with self.log.open("w") as stderr:
            self.process = subprocess.Popen(
                [program, "--headless", "-c", conf, "-l", "127.0.0.1:0", "--log", "info"],
                stderr=stderr, stdout=subprocess.DEVNULL,
                env={**os.environ, "XDG_DATA_HOME": str(folder)})
        self.port = self._port_from_log(begin + START_LIMIT)
        self.wait_until_healthy("/health")
        self.ready_ms = (time.monotonic() - begin) * 1000

    def _port_from_log(self, deadline):
        while True:
            match = SERVING.search(self.log.read_text(errors="replace"))
            if match:
                return int(match.group(1))
            if self.process.poll() is not None or time.monotonic() > deadline:
                tail = self.log.read_text(errors="replace")[-500:]
                self.__exit__()
                raise Broken(f"nexus did not say where it serves; its log ends with:\n{tail}")
            time.sleep(0.001)

    def memory_mb(self, field):
        """VmRSS (now) or VmHWM (the most so far) in megabytes of 10^6 bytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"^{field}:\s+(\d+) kB", status, re.MULTILINE).group(1)) * 1024 / 1e6

    def forget_peak(self):
        """Lets VmHWM start anew, so that it belongs to what comes next."""
        try:
            pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")
        except OSError:
            pass
