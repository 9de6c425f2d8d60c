"""The states of a proposal, and the columns that they fix: enforced by the database."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation

from tests.db.contexts import REFUSED, attempt, opened, refused, scalar, touched
from tests.db.documents import add_proposal, change, move, read, within
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]

# The specification: the next states of each state.
MOVES: dict[str, set[str]] = {
    "draft": {"in_review", "approved", "sent", "void"},
    "in_review": {"draft", "approved", "void"},
    "approved": {"draft", "sent", "void"},
    "sent": {"viewed", "accepted", "declined", "expired", "void"},
    "viewed": {"accepted", "declined", "expired", "void"},
    "accepted": set(),
    "declined": {"draft", "void"},
    "expired": {"draft", "void"},
    "void": set(),
}
# The states from a draft to each state.
WAYS: dict[str, list[str]] = {
    "draft": [],
    "in_review": ["in_review"],
    "approved": ["approved"],
    "sent": ["sent"],
    "viewed": ["sent", "viewed"],
    "accepted": ["sent", "accepted"],
    "declined": ["sent", "declined"],
    "expired": ["sent", "expired"],
    "void": ["void"],
}
KEPT = ("total_minor", "sent_at", "decided_at", "lock_version")


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


def test_the_states_are_those_of_the_specification(api: Connection[Any], stocked: World) -> None:
    known = scalar(
        api,
        "select pg_get_constraintdef(oid) from pg_constraint"
        " where conname = 'proposals_status_known'",
    )
    assert {word for word in known.split("'")[1::2] if word != "text"} == set(MOVES)


def test_another_organizations_proposal_does_not_move(
    api: Connection[Any], own_world: World
) -> None:
    with within(api, own_world.b):
        theirs = add_proposal(api)
    with opened(api, own_world.a, "owner"):
        assert change(api, "proposals", theirs, status="void") == 0
        assert touched(api, "select from public.proposals") == 0
        for column in ("client_id", "template_id"):
            foreign = scalar(api, "select %s::uuid", theirs)
            with attempt(api), refused("23503"):
                add_proposal(api, **{column: foreign})


@pytest.mark.parametrize(("old", "new"), list(product(MOVES, MOVES)))
def test_a_proposal_moves_along_the_lines_only(
    api: Connection[Any], stocked: World, old: str, new: str
) -> None:
    with opened(api, stocked.a):
        proposal = add_proposal(api)
        move(api, "proposals", proposal, *WAYS[old])
        if new in MOVES[old] or new == old:
            move(api, "proposals", proposal, new)
        else:
            with attempt(api), pytest.raises(CheckViolation) as caught:
                change(api, "proposals", proposal, status=new)
            assert caught.value.diag.constraint_name == "proposals_status_moves_along"
        stays = new not in MOVES[old]
        assert read(api, "proposals", proposal, "status") == (old if stays else new)


@pytest.mark.parametrize("state", sorted(set(MOVES) - {"draft"}))
def test_a_proposal_begins_as_a_draft(api: Connection[Any], stocked: World, state: str) -> None:
    with opened(api, stocked.a), pytest.raises(CheckViolation) as caught:
        add_proposal(api, status=state)
    assert caught.value.diag.constraint_name == "proposals_begin_as_drafts"


@pytest.mark.parametrize("column", KEPT)
def test_nobody_writes_by_hand_what_triggers_keep(
    api: Connection[Any], stocked: World, column: str
) -> None:
    with opened(api, stocked.a, "owner"):
        proposal = add_proposal(api)
        with attempt(api), refused(REFUSED):
            add_proposal(api, **{column: None})
        with attempt(api), refused(REFUSED):
            change(api, "proposals", proposal, **{column: None})


def test_dates_are_kept(api: Connection[Any], own_world: World) -> None:
    def step(*states: str) -> tuple[Any, Any, Any]:
        with within(api, own_world.a):
            move(api, "proposals", proposal, *states)
            sent, decided = read(api, "proposals", proposal, "sent_at", "decided_at")
            return sent, decided, scalar(api, "select now()")

    with within(api, own_world.a):
        proposal = add_proposal(api)
    assert step("in_review", "approved")[:2] == (None, None)
    first, none, now = step("sent")
    assert (first, none) == (now, None)
    assert step("viewed")[:2] == (first, None)
    sent, declined, now = step("declined")
    assert (sent, declined) == (first, now)
    assert step("draft")[:2] == (first, declined)
    assert step("sent")[:2] == (first, None)  # sent again: the first date stays, the end goes
    sent, accepted, now = step("accepted")
    assert (sent, accepted) == (first, now)
