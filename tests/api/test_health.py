"""Health and metrics, headers, and what the log says of a request."""

from __future__ import annotations

import io
import json
import logging
import time

import pytest

from sealedbid.platform.log_format import LogFormat
from sealedbid.platform.logging import configure_logging
from tests.api.serving import Api
from tests.fixtures.people import World


def test_health_needs_no_credential(api: Api) -> None:
    nobody = api.client()
    assert nobody.get("/healthz").json() == {"status": "ok"}
    assert nobody.get("/readyz").json() == {"status": "ready"}


def test_metrics_name_routes_and_no_tenant(api: Api, world: World) -> None:
    api.member(world.a)("GET", "/clients")
    api.client().get("/nobody/knows/this")
    answer = api.client().get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    assert 'route="/api/v1/orgs/{org}/clients"' in answer.text
    assert str(world.a.id) not in answer.text
    assert "nobody/knows" not in answer.text


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded"])
def test_metrics_are_not_shown_through_a_proxy(api: Api, header: str) -> None:
    assert api.client(**{header: "127.0.0.1"}).get("/metrics").status_code == 404


def test_every_answer_has_an_id_and_is_not_cached(api: Api, world: World) -> None:
    for path in ("/healthz", "/none", f"/api/v1/orgs/{world.a.id}/clients"):
        answer = api.client().get(path)
        assert len(answer.headers["x-request-id"]) == 16
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["vary"] == "Authorization, Cookie"
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()["request_id"] == answer.headers["x-request-id"]


def test_a_path_or_method_that_is_not_there_is_a_problem(api: Api) -> None:
    for method, path, status in (("GET", "/none", 404), ("PUT", "/healthz", 405)):
        answer = api.client().request(method, path)
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.full
def test_the_log_has_a_line_a_request_without_anything_personal(api: Api, world: World) -> None:
    root = logging.getLogger()
    before = list(root.handlers), root.level
    written = io.StringIO()
    configure_logging(LogFormat.json, written)
    try:
        member = api.member(world.a)
        id = member("POST", "/clients", json={"name": "Logged Person"}).json()["id"]
        member("GET", f"/clients/{id}")
        for _ in range(100):  # the line is written behind the answer
            if written.getvalue().count('"event": "request"') == 2:
                break
            time.sleep(0.05)
    finally:
        root.handlers[:] = before[0]
        root.setLevel(before[1])
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    ours = [line for line in lines if line["logger"] != "httpx2"]  # the test's own client
    told = [line for line in ours if line["event"] == "request"]
    assert [(line["method"], line["status"]) for line in told] == [("POST", 201), ("GET", 200)]
    assert told[1]["route"] == "/api/v1/orgs/{org}/clients/{id}"
    for word in (id, str(world.a.id), "Logged Person", "127.0.0.1", world.a.member.email):
        assert word not in json.dumps(ours)


def test_the_log_says_nothing_twice() -> None:
    root = logging.getLogger()
    before = list(root.handlers), root.level
    written = io.StringIO()
    configure_logging(LogFormat.json, written)
    try:
        said = {"color_message": "Started \x1b[36m%d\x1b[0m"}
        logging.getLogger("uvicorn.error").info("Started %d", 7, extra=said)
    finally:
        root.handlers[:] = before[0]
        root.setLevel(before[1])
    line = json.loads(written.getvalue())
    assert set(line) == {"event", "level", "logger", "timestamp"}
    assert line["event"] == "Started 7"
