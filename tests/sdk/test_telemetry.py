# SPDX-FileCopyrightText: The Nexus contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the gateway exports, read by OpenTelemetry's own schema: nothing unknown, nothing of another type."""

import base64
import http.server
import json
import threading

import httpx
import pytest
from google.protobuf import json_format
from opentelemetry.proto.collector.metrics.v1 import metrics_service_pb2
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2

import programs

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
SCHEMAS = {
    "/v1/traces": trace_service_pb2.ExportTraceServiceRequest,
    "/v1/metrics": metrics_service_pb2.ExportMetricsServiceRequest,
}
EXPORTER = """
[telemetry]
service_name = "under-test"
resource_attributes."deployment.environment.name" = "test"
[telemetry.exporters.otlp]
enabled = true
protocol = "http"
endpoint = "{endpoint}"
batch_export.scheduled_delay = "1h"
http.headers.x-collector-key = "sk-collector"
[telemetry.tracing]
sampling = 1.0
"""


class Collector:
    """Takes what is posted to it and keeps it."""

    def __init__(self):
        bodies = self.bodies = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                bodies.append((self.path, dict(self.headers), body))
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()


def with_bytes(tree):
    """OTLP's JSON writes ids in hexadecimal digits, protobuf's in base64."""
    if isinstance(tree, list):
        return [with_bytes(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    return {
        key: base64.b64encode(bytes.fromhex(value)).decode()
        if key in ("traceId", "spanId", "parentSpanId")
        else with_bytes(value)
        for key, value in tree.items()
    }


def plain(attributes):
    return {item.key: getattr(item.value, item.value.WhichOneof("value")) for item in attributes}


@pytest.fixture(scope="module")
def exported(running_provider, tmp_path_factory):
    """The messages of a run with a chat, a stream, an error and a refusal, by path."""
    running_provider.clear()
    folder = tmp_path_factory.mktemp("telemetry")
    collector = Collector()
    configuration = folder / "telemetry.toml"
    configuration.write_text(programs.CONFIGURATION.read_text() + EXPORTER.format(endpoint=collector.url))
    gateway = programs.Gateway(folder, running_provider.url, configuration=configuration)
    try:
        with httpx.Client(base_url=gateway.root, trust_env=False, timeout=20) as client:
            for model, is_stream in (("openai/gpt-4", False), ("openai/gpt-4", True), ("nobody/knows", False)):
                body = {"model": model, "messages": [{"role": "user", "content": "hi there"}], "stream": is_stream}
                client.post("/llm/v1/chat/completions", json=body, headers={"traceparent": PARENT})
        told = [call.header("traceparent") for call in running_provider.calls()]
    finally:
        code = gateway.stop()
        collector.stop()
    log = "\n".join(gateway.process.lines)
    assert code == 0, log
    assert "sk-collector" not in log
    messages = {}
    for path, headers, body in collector.bodies:
        assert headers["Content-Type"] == "application/json"
        assert headers["x-collector-key"] == "sk-collector"
        assert b"hi there" not in body and programs.PROVIDER_KEY.encode() not in body
        tree = with_bytes(json.loads(body))
        message = json_format.Parse(json.dumps(tree), SCHEMAS[path](), ignore_unknown_fields=False)
        messages.setdefault(path, []).append(message)
    return messages, told


def test_spans(exported):
    messages, told = exported
    (message,) = messages["/v1/traces"]
    (resource,) = message.resource_spans
    attributes = plain(resource.resource.attributes)
    assert attributes["service.name"] == "under-test"
    assert attributes["deployment.environment.name"] == "test"
    spans = resource.scope_spans[0].spans
    servers = [span for span in spans if span.kind == span.SPAN_KIND_SERVER]
    clients = [span for span in spans if span.kind == span.SPAN_KIND_CLIENT]
    assert [span.name for span in servers] == ["POST /llm/v1/chat/completions"] * 3
    assert [plain(span.attributes)["http.response.status_code"] for span in servers] == [200, 200, 404]
    assert {span.parent_span_id.hex() for span in servers} == {"b7ad6b7169203331"}
    assert {span.trace_id.hex() for span in spans} == {"0af7651916cd43dd8448eb211c80319c"}
    assert [span.name for span in clients] == ["chat gpt-4"] * 2
    assert [span.parent_span_id for span in clients] == [span.span_id for span in servers[:2]]
    assert told == [f"00-{span.trace_id.hex()}-{span.span_id.hex()}-01" for span in clients]
    for span in spans:
        assert 0 < span.start_time_unix_nano <= span.end_time_unix_nano
    usage = plain(clients[0].attributes)
    assert usage["gen_ai.provider.name"] == "openai"
    assert usage["gen_ai.operation.name"] == "chat"
    assert usage["gen_ai.usage.input_tokens"] > 0
    assert usage["gen_ai.usage.output_tokens"] > 0


def test_metrics(exported):
    messages, _ = exported
    (message,) = messages["/v1/metrics"]
    metrics = {metric.name: metric for metric in message.resource_metrics[0].scope_metrics[0].metrics}
    assert set(metrics) == {
        "http.server.request.duration",
        "gen_ai.client.operation.duration",
        "gen_ai.client.token.usage",
        "gen_ai.server.time_to_first_token",
    }
    for metric in metrics.values():
        assert metric.histogram.aggregation_temporality == 2
        seen = [sorted(plain(point.attributes).items()) for point in metric.histogram.data_points]
        assert all(seen.count(attributes) == 1 for attributes in seen)
        for point in metric.histogram.data_points:
            assert sum(point.bucket_counts) == point.count
            assert len(point.bucket_counts) == len(point.explicit_bounds) + 1
            assert 0 < point.start_time_unix_nano < point.time_unix_nano
    (operations,) = metrics["gen_ai.client.operation.duration"].histogram.data_points
    assert operations.count == 2
    tokens = {
        plain(point.attributes)["gen_ai.token.type"]: point
        for point in metrics["gen_ai.client.token.usage"].histogram.data_points
    }
    assert set(tokens) == {"input", "output"}
    assert tokens["input"].count == 2
