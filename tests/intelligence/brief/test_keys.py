"""Two real briefs, read by rules and compared with a careful reader's findings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.brief.facts.values import Amount, Moment
from tests.intelligence import keys
from tests.intelligence.brief.reading import read
from tests.intelligence.keys import Key

USFS, ALASKA = "usfs-epermit-rfq", "alaska-dhss-search-unification"

# Requirements that the rules miss, by their line in the document, with the reason.
MISSED = {
    USFS: {
        66: "a lead-in that its items say all of",
        86: "as line 66",
        96: "an item of the list above that has slipped out of it: nothing marks it as one",
    },
    ALASKA: {
        **dict.fromkeys(
            (150, 152, 515, 559, 838, 850, 1151), "a lead-in, as in the other document"
        ),
        1543: "says that a standard 'is applicable', no verb of duty",
        2049: "a fragment governed by 'the following policies', four sentences above it",
        2053: "as line 2049",
        2058: "as line 2049",
        2060: "a label, 'Limits required per ...', without a finite verb",
    },
}
# Traps that the rules fall into.
TRAPPED = {
    USFS: {
        183: "'offerors must successfully pass': an evaluation's condition in a duty's words",
        250: "'extension ... shall not exceed': a limit of an option that only the buyer has",
    },
    ALASKA: {
        645: "'the discount shall be taken': nothing says that the buyer takes it",
        1448: "'shall be rejected': also how a rule for proposals is put (lines 140, 389)",
        2029: "'shall be the minimum': a definition without a definition's words",
    },
}


@pytest.fixture(scope="module", params=[USFS, ALASKA])
def key(request: pytest.FixtureRequest) -> Key:
    return keys.load(request.param)


@pytest.fixture(scope="module")
def brief(key: Key) -> Brief:
    return read(key.source)


def test_nearly_every_mandatory_requirement_is_found(key: Key, brief: Brief) -> None:
    score = keys.scored(key, brief.requirements)
    assert {entry.line for entry in score.missed} <= set(MISSED[key.name]), str(score)
    assert score.recall >= 0.95, str(score)


def test_little_else_is_called_mandatory(key: Key, brief: Brief) -> None:
    score = keys.scored(key, brief.requirements)
    assert score.precision >= 0.9, str(score)


def test_no_trap_is_fallen_into_that_is_not_named(key: Key, brief: Brief) -> None:
    score = keys.scored(key, brief.requirements)
    assert {entry.line for entry in score.trapped} <= set(TRAPPED[key.name]), str(score)
    assert len(TRAPPED[key.name]) <= len(key.traps) / 10


def test_what_is_listed_as_missed_is_still_missed(key: Key, brief: Brief) -> None:
    score = keys.scored(key, brief.requirements)
    assert {entry.line for entry in score.missed} == set(MISSED[key.name]), str(score)
    assert {entry.line for entry in score.trapped} == set(TRAPPED[key.name]), str(score)


def test_most_kinds_are_the_ones_a_reader_gives(key: Key, brief: Brief) -> None:
    pairs = [
        (each.kind, entry["kind"])
        for entry, place in zip(key.found["requirement"], key.requirements, strict=True)
        for each in brief.requirements
        if keys.holds(each, place)
    ]
    agreed = sum(one == other for one, other in pairs) / len(pairs)
    assert agreed >= 0.6, f"{agreed:.2f} of {len(pairs)}"


def test_the_reply_by_deadline_is_found(key: Key, brief: Brief) -> None:
    expected = key.found["deadline"]
    assert brief.deadline is not None
    assert brief.deadline.when == expected["when"]
    assert brief.deadline.span.start == keys.place(key.source, expected).at


KINDS = {
    "issued": "issued",
    "questions due": "questions_until",
    "evaluation complete": "event",
    "contract issued": "event",
    "start": "start",
    "completion": "end",
}


def test_the_other_dates_are_found_with_what_they_are_for(key: Key, brief: Brief) -> None:
    found = {(each.kind, each.value.day) for each in brief.facts if isinstance(each.value, Moment)}
    for expected in key.found["date"]:
        when = expected["when"]
        day = when.date() if isinstance(when, datetime) else when
        assert (KINDS[expected["what"]], day) in found, expected


def test_the_title_and_the_issuer_are_found(key: Key, brief: Brief) -> None:
    assert brief.title.casefold() == key.found["title"].casefold()
    assert brief.issuer.casefold() == key.found["issuer"].casefold()


def test_the_budget_is_found_where_one_is_stated_and_asked_for_where_none_is(
    key: Key, brief: Brief
) -> None:
    expected: dict[str, Any] | None = key.found.get("budget")
    asked = [question for question in brief.questions if "budget" in question]
    if expected is None:
        assert brief.budget is None
        assert asked
        return
    assert brief.budget is not None
    assert brief.budget.amount_minor == expected["amount_minor"]
    assert brief.budget.currency == expected["currency"]
    assert brief.budget.span.start == keys.place(key.source, expected).at
    assert not asked


def test_the_duration_and_the_limits_are_found(key: Key, brief: Brief) -> None:
    duration = key.found["duration"]
    assert [(each.value, each.unit) for each in brief.quantities] == [(duration["months"], "month")]
    found = {
        (each.value.number, each.value.unit)
        for each in brief.facts
        if each.kind in ("limit", "validity") and isinstance(each.value, Amount)
    }
    expected = {(limit["value"], limit["unit"]) for limit in key.found["limit"]}
    assert expected <= found | {(duration["months"], "month")}


def test_the_goals_name_what_is_wanted(key: Key, brief: Brief) -> None:
    wanted = {USFS: "programming interface support", ALASKA: "search tool that finds information"}
    assert wanted[key.name] in " ".join(goal.text for goal in brief.goals[:3])
    assert len(brief.goals) <= 12
