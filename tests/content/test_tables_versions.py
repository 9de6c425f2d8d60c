"""Versions of a proposal never change, because a client signs the version that was sent."""

from __future__ import annotations

import hashlib
from typing import Any, LiteralString

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import Connection
from psycopg.errors import UniqueViolation
from psycopg.types.json import Jsonb

from tests.db.contexts import REFUSED, attempt, opened, refused, scalar, touched
from tests.db.documents import add_proposal, add_version, change, read, within
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.fixtures.tiers import examples

pytest_plugins = ["tests.fixtures.contexts"]

PRINTED = """
select jsonb_build_object('title', %s::text, 'content', %s::jsonb, 'line_items', %s::jsonb)::text
"""
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
DOCUMENTS = st.dictionaries(TEXTS, st.recursive(TEXTS | st.integers() | st.none(), st.lists))


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


def test_another_organization_does_not_read_a_version(
    api: Connection[Any], own_world: World
) -> None:
    with within(api, own_world.b):
        theirs = add_proposal(api)
        version = add_version(api, theirs)
    with opened(api, own_world.a, "owner"):
        assert touched(api, "select from public.proposal_versions") == 0
        assert touched(api, "select from public.proposal_versions where id = %s", version) == 0
        with attempt(api), refused("23503"):
            add_version(api, theirs, 2)
    with opened(api, own_world.b, "viewer"):
        assert read(api, "proposal_versions", version, "number") == 1


@pytest.mark.parametrize(
    "edit",
    ["title = 'Another'", "content = '{}'", "number = 2", "line_items = '[1]'", "total_minor = 1"],
)
@pytest.mark.parametrize("who", ["tenant", "owner of the table", "superuser"])
def test_a_version_changes_for_nobody(
    api: Connection[Any], installation: Installation, own_world: World, who: str, edit: str
) -> None:
    with within(api, own_world.a):
        version = add_version(api, add_proposal(api))
    update = f"update public.proposal_versions set {edit} where id = %s"
    if who == "tenant":
        with opened(api, own_world.a, "owner"):
            assert touched(api, update, version) == REFUSED
            assert touched(api, "delete from public.proposal_versions") == REFUSED
        return
    with installation.as_superuser() as behind, behind.transaction(force_rollback=True):
        if who == "owner of the table":
            loosen: LiteralString = (
                "alter table public.proposal_versions no force row level security"
            )
            behind.execute(loosen)
            behind.execute("set local role sb_owner")
        assert touched(behind, "select from public.proposal_versions where id = %s", version) == 1
        assert touched(behind, update, version) == "23514"


def test_the_owner_of_the_table_finds_no_version_at_all(
    api: Connection[Any], installation: Installation, own_world: World
) -> None:
    with within(api, own_world.a):
        add_version(api, add_proposal(api))
    with installation.as_superuser() as behind, behind.transaction(force_rollback=True):
        behind.execute("set local role sb_owner")
        assert touched(behind, "update public.proposal_versions set title = 'Another'") == 0


@settings(max_examples=examples(0.2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=TEXTS.map(lambda text: f"x{text}"),
    content=DOCUMENTS,
    items=st.lists(DOCUMENTS, max_size=4),
)
@pytest.mark.full
def test_the_hash_is_of_title_content_and_line_items(
    api: Connection[Any], stocked: World, title: str, content: Any, items: Any
) -> None:
    with opened(api, stocked.a):
        version = add_version(
            api, add_proposal(api), title=title, content=Jsonb(content), line_items=Jsonb(items)
        )
        printed = scalar(api, PRINTED, title, Jsonb(content), Jsonb(items))
        assert (
            read(api, "proposal_versions", version, "content_sha256")
            == hashlib.sha256(printed.encode()).digest()
        )


def test_the_hash_differs_when_anything_does(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        proposal = add_proposal(api)
        given: list[dict[str, Any]] = [
            {},
            {"title": "An offer "},
            {"content": {"sections": [1]}},
            {"line_items": Jsonb([1])},
        ]
        hashes = {
            read(
                api,
                "proposal_versions",
                add_version(api, proposal, number, **values),
                "content_sha256",
            )
            for number, values in enumerate(given, start=1)
        }
    assert len(hashes) == len(given)


@pytest.mark.parametrize("column", ["content_sha256", "author_id"])
def test_nobody_says_what_a_version_is_signed_for_or_who_made_it(
    api: Connection[Any], stocked: World, column: str
) -> None:
    with opened(api, stocked.a, "owner"):
        proposal = add_proposal(api)
        said: dict[str, Any] = {column: None}
        with attempt(api), refused(REFUSED):
            add_version(api, proposal, **said)
        assert read(api, "proposal_versions", add_version(api, proposal), "author_id") == (
            stocked.a.owner.id
        )


def test_a_number_is_given_once_in_a_proposal(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        one, other = add_proposal(api), add_proposal(api)
        add_version(api, one)
        with attempt(api), pytest.raises(UniqueViolation) as caught:
            add_version(api, one)
        assert caught.value.diag.constraint_name == "proposal_versions_number_key"
        add_version(api, one, 2)
        add_version(api, other)
        with attempt(api), refused("23514"):
            add_version(api, other, 0)


def test_a_version_does_not_follow_its_proposal(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        proposal = add_proposal(api)
        version = add_version(api, proposal)
        change(api, "proposals", proposal, title="Another", currency="CHF")
        kept = read(api, "proposal_versions", version, "title", "currency")
        assert kept == ("An offer", "EUR")
