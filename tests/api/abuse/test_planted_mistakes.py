"""Mistakes that a hurried route could bring: the attacks find them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from fastapi import FastAPI

from sealedbid.api.app import create_app
from sealedbid.api.inputs import PathId
from sealedbid.api.route import Sealed
from sealedbid.core.models import Client
from sealedbid.platform.errors import NotAllowedError
from sealedbid.platform.postgres import Rank, Transaction
from tests.api.abuse import schemathesis
from tests.api.abuse.roles import caller_of
from tests.api.abuse.test_foreign_ids import said
from tests.api.abuse.test_schema import installed
from tests.api.serving import Api, settings_of, started
from tests.api.walking import Walked, walk
from tests.fixtures.people import People
from tests.fixtures.server import Installation

__all__ = ["installed"]
pytestmark = pytest.mark.full


def wrong_routes(installation: Installation) -> Sealed:
    routes = Sealed("planted")

    @routes.get("/planted/{id}", answers=Client, rank=Rank.MEMBER)
    async def tells_that_it_is_there(tx: Transaction, id: PathId) -> Any:
        """Look past the seal, to say more exactly why."""
        with psycopg.connect(installation.superuser) as behind:
            if behind.execute("select 1 from public.clients where id = %s", (id,)).fetchone():
                raise NotAllowedError("This client is of another organization.")

    @routes.get("/undocumented", answers=Client, rank=Rank.MEMBER)
    async def answers_something_else(tx: Transaction) -> Any:
        """Answer a row that has less than the document says."""
        return {"id": uuid.uuid4(), "name": "no client"}

    @routes.get("/failing", answers=Client, rank=Rank.MEMBER)
    async def fails(tx: Transaction, of: int = 1) -> Any:
        """Fail at an input that nobody thought of."""
        return {1: None}[of]

    return routes


@pytest.fixture(scope="module")
def planted(make_database: Callable[..., Installation]) -> Iterator[tuple[Api, FastAPI]]:
    installation = make_database()
    limits = {"requests_per_credential": None, "requests_per_address": None}
    app = create_app(settings_of(installation).model_copy(update=limits))
    app.router.routes.extend(wrong_routes(installation).routes)
    with started(app) as url:
        api = Api(installation, url)
        yield api, app
        api.close()


def test_a_route_that_tells_a_foreign_row_from_none_is_seen(planted: tuple[Api, FastAPI]) -> None:
    api, app = planted
    world = People(api.installation).world()
    theirs = api.member(world.b)("POST", "/clients", json={"name": "Theirs"}).json()["id"]
    client = api.client(api.token(world.a.owner))

    def answer(walked: Walked, id: object) -> Any:
        return said(walked.send(client, world.a.id, dict.fromkeys(walked.slots(), id)))

    told_apart = {
        walked.name
        for walked in walk(app)
        if "{org}" in walked.route.path and walked.slots()
        if answer(walked, theirs) != answer(walked, uuid.uuid4())
    }
    assert told_apart == {"tells_that_it_is_there"}


@pytest.mark.parametrize(
    ("name", "failure"),
    [("answers_something_else", "Response violates schema"), ("fails", "Server error")],
)
def test_an_answer_outside_the_document_is_found(
    planted: tuple[Api, FastAPI], tmp_path: Path, name: str, failure: str
) -> None:
    api, app = planted
    only = ("--include-operation-id", name)
    report = schemathesis.attack(api.url, caller_of(api, "owner"), tmp_path, *only, app=app)
    assert report.code == 1
    assert failure in report.said, report.said
