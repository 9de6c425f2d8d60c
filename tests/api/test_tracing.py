"""Spans go to a collector that speaks OTLP over HTTP, and tell nothing of tenants."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from sealedbid.api.tracing import ENDPOINT
from tests.api.serving import Api, served
from tests.fixtures.people import World
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


class Collector(ThreadingHTTPServer):
    """A receiver on loopback; keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Receiver)
        self.received: list[tuple[str, bytes]] = []

    @property
    def spans(self) -> list[tuple[str, dict[str, object], str, int]]:
        """Name, attributes, trace and status of each span."""
        found = []
        for path, body in self.received:
            assert path == "/v1/traces"
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                for scope in resource.scope_spans:
                    for span in scope.spans:
                        attributes = {
                            each.key: getattr(each.value, str(each.value.WhichOneof("value")))
                            for each in span.attributes
                        }
                        found.append((span.name, attributes, span.trace_id.hex(), span.status.code))
        return found


class Receiver(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        if self.headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
        self.server.received.append((self.path, body))
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    with Collector() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv(ENDPOINT, f"http://127.0.0.1:{server.server_port}")
        yield server
        server.shutdown()
        thread.join()


def test_each_request_is_a_span_that_tells_nothing_of_tenants(
    installation: Installation, own_world: World, collector: Collector
) -> None:
    with served(installation) as url:
        api = Api(installation, url)
        member = api.member(own_world.a)
        added = member("POST", "/clients", json={"name": "Traced"}, headers={"traceparent": PARENT})
        member("GET", f"/clients/{added.json()['id']}")
        member("GET", "/clients/search", params={"words": "Traced"})
        missing = api.client().request("PROPFIND", "/api/v1/coffee")
        api.close()
    spans = collector.spans
    assert [name for name, *_ in spans] == [
        "POST /api/v1/orgs/{org}/clients",
        "GET /api/v1/orgs/{org}/clients/{id}",
        "GET /api/v1/orgs/{org}/clients/search",
        "none",
    ]
    assert spans[0][1] == {
        "http.request.method": "POST",
        "http.route": "/api/v1/orgs/{org}/clients",
        "http.response.status_code": 201,
        "sealedbid.request_id": added.headers["x-request-id"],
    }
    assert spans[0][2] == PARENT.split("-")[1]
    assert spans[3][1]["http.response.status_code"] == missing.status_code
    sent = b"".join(body for _, body in collector.received)
    told = ("Traced", added.json()["id"], str(own_world.a.id), "127.0.0.1", "coffee", "select")
    for word in (*told, own_world.a.member.email, str(own_world.a.member.id)):
        assert word.encode() not in sent


def test_without_a_collector_nothing_is_made(api: Api) -> None:
    assert api.client().get("/healthz").status_code == 200
    assert not [each.name for each in threading.enumerate() if "BatchSpan" in each.name]


def test_an_error_is_marked_and_quotes_nothing(
    installation: Installation,
    own_world: World,
    collector: Collector,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fail(*args: object, **given: object) -> None:
        raise KeyError("a value of a row")

    monkeypatch.setattr("sealedbid.core.repository.clients.get", fail)
    with served(installation) as url:
        api = Api(installation, url)
        answer = api.member(own_world.a)("GET", f"/clients/{own_world.a.id}")
        assert answer.status_code == 500
        api.close()
    [(_, attributes, _, status)] = collector.spans
    assert (attributes["error.type"], status) == ("500", 2)
    assert b"a value of a row" not in b"".join(body for _, body in collector.received)
