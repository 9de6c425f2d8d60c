"""The walk finds every place that takes an id, also those that no route of ours has yet."""

from __future__ import annotations

import uuid
from typing import Annotated

from fastapi import FastAPI, Query

from sealedbid.api.inputs import Id, Incoming, PathId, Text
from sealedbid.api.route import Sealed
from sealedbid.core.models import Client
from sealedbid.platform.postgres import Rank
from tests.api.walking import Slot, walk

routes = Sealed("walked")


class Item(Incoming):
    service_id: Id
    note: Text


class Given(Incoming):
    title: Text
    client_id: Id
    owner_id: Id | None = None
    item: Item
    tags: tuple[Id, ...] = ()
    items: tuple[Item, ...] = ()
    share: Annotated[int, Query(ge=3)]


@routes.post("/walked/{id}/{other}", answers=Client, rank=Rank.MEMBER)
async def walk_it(
    id: PathId, other: PathId, given: Given, after: Annotated[Id | None, Query()] = None
) -> Client | None:
    """Take ids everywhere."""


def test_every_place_of_an_id_is_found_and_filled() -> None:
    app = FastAPI()
    app.router.routes.extend(routes.routes)
    (walked,) = walk(app)
    found = {(slot.place, slot.path) for slot in walked.slots()}
    assert found == {
        ("path", ("id",)),
        ("path", ("other",)),
        ("query", ("after",)),
        ("body", ("client_id",)),
        ("body", ("owner_id",)),
        ("body", ("item", "service_id")),
        ("body", ("tags", "0")),
        ("body", ("items", "0", "service_id")),
    }
    id = uuid.uuid4()
    body = walked.body(dict.fromkeys(walked.slots(), id))
    assert Given.model_validate(body).share == 3
    assert str(body).count(str(id)) == 5
    plain = walked.body({Slot("body", ("client_id",)): id})
    assert "owner_id" not in plain
