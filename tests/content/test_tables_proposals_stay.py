"""Columns of a proposal that its states fix, and changes that count."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation

from tests.db.contexts import attempt, opened, refused, touched
from tests.db.documents import add, add_item, add_proposal, change, move, read
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.mark.parametrize("states", [["sent", "accepted"], ["void"]])
def test_an_accepted_or_void_proposal_stays_as_it_is(
    api: Connection[Any], stocked: World, states: list[str]
) -> None:
    with opened(api, stocked.a, "owner"):
        proposal = add_proposal(api)
        item = add_item(api, proposal)
        move(api, "proposals", proposal, *states)
        other = add(api, "clients", name="Somebody else")
        edits: dict[str, Any] = {
            "title": "Another",
            "brief": "Another",
            "content": {"sections": ["more"]},
            "currency": "CHF",
            "valid_until": "2099-12-31",
            "client_id": other,
        }
        for column, value in edits.items():
            with attempt(api), pytest.raises(CheckViolation) as caught:
                change(api, "proposals", proposal, **{column: value})
            assert caught.value.diag.constraint_name == "proposals_accepted_stay"
        for dearer in ({"quantity": 2}, {"discount": 1}, {"unit_price_minor": 1}):
            with attempt(api), refused("23514"):
                change(api, "proposal_line_items", item, **dearer)
        assert touched(api, "delete from public.proposal_line_items") == "23514"
        # the outcome is recorded later
        assert change(api, "proposals", proposal, deal_outcome="won", outcome_reason="price") == 1


@pytest.mark.parametrize(
    "rewritten", [{"label": "Less work"}, {"tax_rate": 1}, {"billing_period": "yearly"}]
)
def test_the_items_of_an_accepted_proposal_stay_as_they_are(
    api: Connection[Any], stocked: World, rewritten: dict[str, Any]
) -> None:
    with opened(api, stocked.a, "owner"):
        proposal = add_proposal(api)
        item = add_item(api, proposal)
        move(api, "proposals", proposal, "sent", "accepted")
        with attempt(api), refused("23514"):
            change(api, "proposal_line_items", item, **rewritten)


def test_lock_version_counts_what_people_edit_and_nothing_else(
    api: Connection[Any], stocked: World
) -> None:
    with opened(api, stocked.a):
        proposal = add_proposal(api)
        template = add(api, "templates", name="For locks", type="proposal", content={})
        edits: list[dict[str, Any]] = [
            {"title": "Another"},
            {"brief": "Another"},
            {"content": {"sections": []}},
            {"currency": "CHF"},
            {"valid_until": "2099-12-31"},
            {"template_id": template},
            {"client_id": add(api, "clients", name="For locks")},
            {"status": "in_review"},
            {"title": "And again", "brief": "And again"},
        ]
        for count, edit in enumerate(edits, start=1):
            change(api, "proposals", proposal, **edit)
            assert read(api, "proposals", proposal, "lock_version") == count, edit
        others: list[dict[str, Any]] = [
            {"brain_status": "running"},
            {"deal_outcome": "lost"},
            {"owner_id": stocked.a.viewer.id},
        ]
        for edit in others:
            assert change(api, "proposals", proposal, **edit) == 1
        add_item(api, proposal)
        assert read(api, "proposals", proposal, "total_minor") == 100
        assert read(api, "proposals", proposal, "lock_version") == len(edits)
