"""Passages: the database generates their signs and words, from vector and text."""

from __future__ import annotations

import random
from typing import Any

import pytest
from psycopg import Connection

from tests.db.contexts import REFUSED, attempt, opened, refused, touched
from tests.db.documents import change, read, within
from tests.fixtures.people import World
from tests.intelligence.passages import DIMENSIONS, add_passage, add_source, vector

pytest_plugins = ["tests.fixtures.contexts"]

GENERATED = "428C9"


def signs(numbers: list[float]) -> str:
    return "".join("1" if number > 0 else "0" for number in numbers)


def test_another_organizations_passages_are_not_there(
    api: Connection[Any], own_world: World
) -> None:
    with within(api, own_world.b):
        source = add_source(api)
        theirs = add_passage(api, "what they know", source_id=source)
    with opened(api, own_world.a, "owner"):
        assert touched(api, "select from public.org_brain") == 0
        assert change(api, "org_brain", theirs, content_text="what we know") == 0
        with attempt(api), refused("23503"):
            add_passage(api, "ours in theirs", source_id=source)


def test_the_signs_follow_the_vector(api: Connection[Any], stocked: World) -> None:
    chance = random.Random(7)
    with opened(api, stocked.a):
        numbers = [chance.gauss(0, 1) for _ in range(DIMENSIONS)]
        row = add_passage(api, "signs", *numbers)
        assert read(api, "org_brain", row, "embedding_bits") == signs(numbers)
        turned = [-number for number in numbers]
        change(api, "org_brain", row, embedding=vector(*turned))
        assert read(api, "org_brain", row, "embedding_bits") == signs(turned)


@pytest.mark.parametrize(
    ("column", "value"), [("embedding_bits", "0" * DIMENSIONS), ("search", "planted")]
)
def test_nobody_writes_what_is_generated(
    api: Connection[Any], stocked: World, column: str, value: str
) -> None:
    made: dict[str, Any] = {column: value}
    with opened(api, stocked.a, "owner"):
        row = add_passage(api, "generated")
        with attempt(api), refused(GENERATED):
            add_passage(api, "generated", **made)
        with attempt(api), refused(GENERATED):
            change(api, "org_brain", row, **made)


@pytest.mark.parametrize(
    ("language", "text", "word", "other"),
    [
        ("english", "We were running workshops for clinics", "workshop", "werkplaats"),
        ("dutch", "Wij bouwen sterke merken", "merk", "klant"),
        ("german", "Webseiten für Kliniken", "webseite", "kunde"),
        ("french", "Nous avons livré des maquettes", "maquette", "vélo"),
        ("spanish", "Entregamos bicicletas a escuelas", "bicicleta", "coche"),
        ("simple", "ISO 27001", "iso", "isos"),
    ],
)
def test_a_passage_is_found_by_word_in_its_language(
    api: Connection[Any], stocked: World, language: str, text: str, word: str, other: str
) -> None:
    find = "select from public.org_brain where search @@ plainto_tsquery(%s::regconfig, %s)"
    with opened(api, stocked.a):
        row = add_passage(api, text, language=language)
        assert touched(api, find, language, word) == 1
        assert touched(api, find, language, other) == 0
        change(api, "org_brain", row, content_text="x", heading=text)
        assert touched(api, find, language, word) == 1  # in a heading too
        change(api, "org_brain", row, heading="")
        assert touched(api, find, language, word) == 0


def test_a_heading_weighs_more_than_the_text(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        add_passage(api, "pricing")
        headed = add_passage(api, "x", heading="pricing")
        rows = api.execute(
            "select id from public.org_brain where search @@ 'price'::tsquery"
            " order by ts_rank_cd(search, 'price'::tsquery) desc"
        ).fetchall()
        assert len(rows) == 2
        assert rows[0] == (headed,)


@pytest.mark.parametrize("numbers", [3, DIMENSIONS - 1, DIMENSIONS + 1])
def test_a_vector_of_another_size_is_refused(
    api: Connection[Any], stocked: World, numbers: int
) -> None:
    with opened(api, stocked.a), refused("22000"):
        add_passage(api, "of another size", embedding=str([0.1] * numbers))


def test_a_passage_keeps_to_its_place_in_its_source(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a, "owner"):
        row = add_passage(api, "in its place")
        edits: list[dict[str, Any]] = [{"source_id": add_source(api)}, {"chunk_no": 2}]
        for edit in edits:
            with attempt(api), refused(REFUSED):
                change(api, "org_brain", row, **edit)
