"""Changes to a chain are found, and each is named for what it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.platform.rows import replace
from sealedbid.system.audit_log.chain import (
    TOLD,
    ZEROS,
    MalformedHeadError,
    Verifier,
    parse_head,
    row_hash,
    written_head,
)
from sealedbid.system.audit_log.faults import (
    Changed,
    CutTail,
    Extra,
    Fault,
    HeadDoesNotFit,
    Missing,
    Unlinked,
)
from sealedbid.system.audit_log.models import AuditHead, ChainedEvent
from tests.system.chaining import chained

CHAIN = chained(10)


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


def head_of(event: ChainedEvent) -> AuditHead:
    return AuditHead(chain_no=event.chain_no, hash=event.hash)


def verifier_over(
    events: Iterable[ChainedEvent],
    head: AuditHead | None = head_of(CHAIN[-1]),  # noqa: B008 # frozen
    kept: Iterable[AuditHead] = (),
) -> Verifier:
    verifier = Verifier(kept)
    for event in events:
        verifier.add(event)
    verifier.end(head)
    return verifier


def faults(*arguments: Any, **more: Any) -> list[Fault]:
    return verifier_over(*arguments, **more).faults()


def relinked(events: Iterable[ChainedEvent]) -> list[ChainedEvent]:
    """The same events as a chain that was computed again."""
    written: list[ChainedEvent] = []
    for number, event in enumerate(events, 1):
        before = written[-1].hash if written else ZEROS
        moved = replace(event, chain_no=number, prev_hash=before)
        written.append(replace(moved, hash=row_hash(moved)))
    return written


def test_a_whole_chain_and_an_empty_one_have_no_faults() -> None:
    assert faults(CHAIN, kept=[head_of(event) for event in CHAIN]) == []
    assert faults([], None) == []


@pytest.mark.parametrize(
    "change",
    [
        {"org_id": str(UUID(int=8))},
        {"id": str(UUID(int=99))},
        {"created_at": "2030-01-01T00:00:00.000001Z"},
        {"user_id": str(UUID(int=1))},
        {"actor_kind": "system"},
        {"is_said": "false"},
        {"action": "file.removed"},
        {"resource_type": ""},
        {"resource_id": None},
        {"detail": '{"a": 1}'},
        {"ip": "192.0.2.8/32"},
        {"ip": None},
        {"user_agent": ""},
        {"address_salt": None},
        {"address_salt": b"x"},
        {"address_digest": bytes(32)},
        {"prev_hash": bytes(32)},
        {"hash": bytes(32)},
    ],
)
def test_whatever_of_a_row_is_changed_names_the_row(change: dict[str, Any]) -> None:
    changed = replace(CHAIN[4], **change)
    found = faults([*CHAIN[:4], changed, *CHAIN[5:]])
    assert found[0] == Changed(changed)
    assert "Event 5 (" in str(found[0])


def test_an_erased_address_is_no_fault_and_counted() -> None:
    erased = replace(CHAIN[4], ip=None, address_salt=None)
    verifier = verifier_over([*CHAIN[:4], erased, *CHAIN[5:]])
    assert (verifier.faults(), verifier.erased) == ([], 1)


def test_a_row_with_a_hash_of_its_own_does_not_carry_the_next() -> None:
    changed = replace(CHAIN[4], action="nothing.happened")
    changed = replace(changed, hash=row_hash(changed))
    found = faults([*CHAIN[:4], changed, *CHAIN[5:]])
    assert found == [Unlinked(CHAIN[5])]
    assert "does not follow on event 5" in str(found[0])


@given(st.integers(0, 8), st.integers(1, 9))
def test_missing_rows_are_named_from_first_to_last(first: int, count: int) -> None:
    last = min(first + count, 9)
    assert faults([*CHAIN[:first], *CHAIN[last:]]) == [Missing(first + 1, last)]


def test_the_first_row_follows_on_nothing() -> None:
    assert faults(relinked(CHAIN[1:]), None)[:1] != [Unlinked(CHAIN[0])]
    first = replace(CHAIN[0], prev_hash=CHAIN[3].hash)
    first = replace(first, hash=row_hash(first))
    assert isinstance(faults([first, *CHAIN[1:]])[0], Unlinked)


@given(st.integers(0, 9), st.integers(0, 9))
def test_rows_that_were_moved_say_where_they_stood(one: int, other: int) -> None:
    rows = list(CHAIN)
    rows[one] = replace(CHAIN[other], chain_no=one + 1)
    rows[other] = replace(CHAIN[one], chain_no=other + 1)
    expected = [] if one == other else sorted([(one + 1, other + 1), (other + 1, one + 1)])
    found = [(f.event.chain_no, f.stood_at) for f in faults(rows) if isinstance(f, Changed)]
    assert found == expected


def test_a_row_that_was_put_in_is_named() -> None:
    extra = replace(CHAIN[4], id=str(UUID(int=99)))
    assert faults([*CHAIN[:5], extra, *CHAIN[5:]]) == [Extra(extra)]
    below = replace(CHAIN[0], chain_no=0)
    assert faults([below, *CHAIN]) == [Extra(below)]


@given(st.integers(0, 9))
def test_a_cut_tail_is_noticed_by_either_head(length: int) -> None:
    left = CHAIN[:length]
    last = head_of(CHAIN[-1])
    assert faults(left) == [CutTail(length, last, kept=False)]
    moved_back = head_of(left[-1]) if left else None
    assert faults(left, moved_back) == []
    assert faults(left, moved_back, kept=[last]) == [CutTail(length, last, kept=True)]


def test_a_chain_that_was_written_anew_is_caught_by_the_kept_head_alone() -> None:
    anew = relinked([replace(CHAIN[0], action="nothing.happened"), *CHAIN[1:]])
    assert faults(anew, head_of(anew[-1])) == []
    kept = head_of(CHAIN[6])
    assert faults(anew, head_of(anew[-1]), kept=[kept]) == [HeadDoesNotFit(kept, kept=True)]


@pytest.mark.parametrize("head", [None, head_of(CHAIN[3]), AuditHead(chain_no=10, hash=bytes(32))])
def test_a_head_that_does_not_fit_is_told(head: AuditHead | None) -> None:
    (found,) = faults(CHAIN, head)
    assert isinstance(found, HeadDoesNotFit)
    assert not found.kept


def test_of_many_faults_some_are_told_and_all_are_counted() -> None:
    events = [replace(event, action="nothing.happened") for event in chained(TOLD + 50)]
    verifier = verifier_over(events, head_of(events[-1]))
    assert len(verifier.faults()) == TOLD
    assert verifier.fault_count == TOLD + 50


def test_a_head_is_read_as_it_was_written() -> None:
    line = written_head(UUID(int=7), head_of(CHAIN[4]))
    assert parse_head(f" {line}\n") == (UUID(int=7), head_of(CHAIN[4]))


@pytest.mark.parametrize(
    "line", ["", "x", "x:1:00", f"{UUID(int=7)}:1:00", f"{UUID(int=7)}:0:" + "00" * 32]
)
def test_what_is_no_head_is_refused(line: str) -> None:
    with pytest.raises(MalformedHeadError, match="is no head"):
        parse_head(line)
