# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each policy costs: a gateway for each of them, beside one with all of them off.

With one connection the difference of the medians is what a request pays; with sixteen it is the share of
requests per second that remains. The rounds are interleaved, as everywhere.
"""

import base64
import contextlib
import hashlib
import hmac
import http.server
import json
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time

from gateways import Broken, Nexus, free_port

TREE = pathlib.Path(__file__).resolve().parents[1]
SECRET = b"0123456789abcdef0123456789abcdef"
MANY = 1_000_000_000

LEDGER_OFF = "[ledger]\nenabled = false\n"
PROVIDER = """
[llm.providers.bench]
type = "openai"
base_url = "http://127.0.0.1:{provider}/v1"
{in_provider}
[llm.providers.bench.models."gpt-bench"]
{more}
"""
LIMITS = """
[server.rate_limits]
enabled = true
global = {{ limit = %d, interval = "60s" }}
per_ip = {{ limit = %d, interval = "60s" }}
""" % (MANY, MANY)
REDIS = LIMITS + """
[server.rate_limits.storage]
type = "redis"
url = "redis://127.0.0.1:{redis}"
"""
IDENTITY = """
[server.client_identification]
enabled = true
client_id = {{ http_header = "X-Client-Id" }}
group_id = {{ http_header = "X-Client-Group" }}
validation.group_values = ["free"]
"""
TOKENS = IDENTITY + """
[llm.providers.bench.rate_limits.per_user]
input_token_limit = %d
interval = "60s"
""" % MANY
OAUTH = """
[server.oauth]
url = "http://127.0.0.1:{keys}/%s"
protected_resource.resource = "http://127.0.0.1"
protected_resource.authorization_servers = ["http://127.0.0.1"]
"""
CACHE = "\n[llm.cache]\nenabled = true\n"
ALIAS = '\n[llm.aliases.fast]\ntargets = ["bench/gpt-bench", "bench/gpt-other"]\n'
# As long a list as a large provider has.
MODELS = "".join(f"\n[llm.providers.bench.models.a-model-with-a-usual-name-{number}]\n" for number in range(60))
KEY = 'api_key = "x"'
KEYS = 'api_keys = ["x", "y", "z"]'
RULES = KEY + '\nheaders = [{{ rule = "forward", pattern = "x-trace-.*" }}, ' \
    '{{ rule = "insert", name = "X-Team", value = "bench" }}]'


class Policy:
    """One configuration, and what is asked of it."""

    def __init__(self, name, more="", in_provider=KEY, kind="chat", token="bench"):
        self.name, self.kind, self.token = name, kind, token
        self.toml = PROVIDER.replace("{in_provider}", in_provider).replace("{more}", more)


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def signing_input(algorithm, key):
    claims = {"sub": "bench", "exp": int(time.time()) + 7200}
    head = {"alg": algorithm, "typ": "JWT", "kid": key}
    return ".".join(encoded(json.dumps(part).encode()) for part in (head, claims))


def hs256():
    """A token, and the key set that verifies it."""
    text = signing_input("HS256", "hs")
    token = f"{text}.{encoded(hmac.new(SECRET, text.encode(), hashlib.sha256).digest())}"
    return token, {"keys": [{"kty": "oct", "kid": "hs", "alg": "HS256", "k": encoded(SECRET)}]}


def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout


def raw_signature(der):
    """The two numbers of an ASN.1 signature, 32 bytes each (RFC 7518, section 3.4)."""
    numbers, at = b"", 2
    for _ in range(2):
        size = der[at + 1]
        numbers += der[at + 2:at + 2 + size][-32:].rjust(32, b"\0")
        at += 2 + size
    return numbers


def es256(folder):
    key = pathlib.Path(folder, "es.pem")
    key.write_bytes(openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout"))
    point = openssl("ec", "-in", str(key), "-pubout", "-outform", "DER")[-64:]
    text = signing_input("ES256", "es")
    signature = raw_signature(openssl("dgst", "-sha256", "-sign", str(key), data=text.encode()))
    jwk = {"kty": "EC", "crv": "P-256", "kid": "es", "alg": "ES256", "x": encoded(point[:32]), "y": encoded(point[32:])}
    return f"{text}.{encoded(signature)}", {"keys": [jwk]}


@contextlib.contextmanager
def key_server(sets):
    """Serves {path: key set}, gives its port."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps(sets[self.path]).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()


@contextlib.contextmanager
def redis_server(folder):
    """A server of its own, nothing where the program is not installed."""
    program = shutil.which("redis-server")
    if not program:
        yield None
        return
    port = free_port()
    process = subprocess.Popen([program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder],
                               stdout=subprocess.DEVNULL)
    try:
        yield port
    finally:
        process.terminate()
        process.wait()


def policies(hs_token, es_token, has_redis):
    hs, es = OAUTH % "hs", OAUTH % "es"
    found = [
        Policy("all off", LEDGER_OFF),
        Policy("ledger"),
        Policy("limits in memory", LEDGER_OFF + LIMITS),
        Policy("token limits", LEDGER_OFF + TOKENS),
        Policy("client identification", LEDGER_OFF + IDENTITY),
        Policy("OAuth HS256", LEDGER_OFF + hs, token=hs_token),
        Policy("OAuth ES256", LEDGER_OFF + es, token=es_token),
        Policy("header rules", LEDGER_OFF, in_provider=RULES),
        Policy("three keys", LEDGER_OFF, in_provider=KEYS),
        Policy("alias with fallback", LEDGER_OFF + ALIAS, kind="alias"),
        Policy("cache, misses", LEDGER_OFF + CACHE, kind="unique"),
        Policy("all on", LIMITS + TOKENS + es + CACHE, in_provider=RULES, kind="unique", token=es_token),
        Policy("cache, hits", LEDGER_OFF + CACHE),
        Policy("list of one model", LEDGER_OFF, kind="models"),
        Policy("list of 60 models", LEDGER_OFF + MODELS, kind="models"),
    ]
    if has_redis:
        found.insert(3, Policy("limits in Redis", LEDGER_OFF + REDIS))
    return found


def ask(gateway, policy, connections, seconds):
    path = "/v1/models" if policy.kind == "models" else "/v1/chat/completions"
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", TREE / "bench/policy.lua",
         f"http://127.0.0.1:{gateway.port}{path}", "--", policy.kind, policy.token],
        capture_output=True, text=True, check=False)
    lines = [line for line in out.stdout.splitlines() if line.startswith("JSON ")]
    if not lines:
        raise Broken(f"wrk gave no result for {policy.name}: {out.stdout}{out.stderr}")
    result = json.loads(lines[-1][5:])
    if result["failed"]:
        raise Broken(f"{result['failed']} requests failed under {policy.name}")
    return result


def measure(program, provider, plan, tell, merge):
    """{policy: {connections: result}}; the gateways run side by side and take turns."""
    with tempfile.TemporaryDirectory(prefix="nexus-policies-") as folder, contextlib.ExitStack() as stack:
        hs_token, hs_set = hs256()
        es_token, es_set = es256(folder)
        keys = stack.enter_context(key_server({"/hs": hs_set, "/es": es_set}))
        redis = stack.enter_context(redis_server(folder))
        ports = {"{keys}": str(keys), "{redis}": str(redis)}
        known = policies(hs_token, es_token, redis is not None)
        rounds = {policy.name: {1: [], 16: []} for policy in known}
        gateways = {}
        for policy in known:
            toml = policy.toml
            for mark, port in ports.items():
                toml = toml.replace(mark, port)
            gateways[policy.name] = stack.enter_context(Nexus(program, provider.port, folder, toml, policy.name))
        for connections in (1, 16):
            tell(f"policies, {connections} connections")
            for _ in range(plan.rounds):
                for policy in known:
                    rounds[policy.name][connections].append(
                        ask(gateways[policy.name], policy, connections, plan.policy_seconds))
        return {name: {c: merge(each) for c, each in found.items()} for name, found in rounds.items()}
