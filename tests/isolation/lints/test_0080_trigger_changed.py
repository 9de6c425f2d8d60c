"""A trigger that is not as the migrations wrote it is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_is_gone_is_found(planted: Planted) -> None:
    found = planted("drop trigger event_stays on public.audit_log")
    assert found == ["event_stays on public.audit_log was written by a migration and is gone"]


def test_one_whose_condition_was_weakened_is_found(planted: Planted) -> None:
    found = planted(
        "drop trigger event_stays on public.audit_log;"
        " create trigger event_stays before update on public.audit_log for each row when (false)"
        " execute function seal_private.refuse('audit_log_events_stay', 'an event stays')"
    )
    assert found == ["event_stays on public.audit_log is not as the migrations wrote it"]


def test_one_that_was_made_by_hand_is_found(planted: Planted) -> None:
    found = planted(
        "create trigger mine before update on public.clients for each row"
        " execute function seal_private.touch()"
    )
    assert found == ["mine on public.clients was written by no migration"]


def test_as_it_is_all_are_as_they_were_written(planted: Planted) -> None:
    assert planted() == []
