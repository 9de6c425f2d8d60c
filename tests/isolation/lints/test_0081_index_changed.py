"""An index that is not as the migrations wrote it is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_is_gone_is_found(planted: Planted) -> None:
    found = planted("drop index public.jobs_unique_key")
    assert found == ["jobs_unique_key of public.jobs was written by a migration and is gone"]


def test_one_whose_condition_was_narrowed_is_found(planted: Planted) -> None:
    found = planted(
        "drop index public.jobs_unique_key;"
        " create unique index jobs_unique_key on public.jobs (org_id, job_type, unique_key)"
        " where status = 'queued'"
    )
    assert found == ["jobs_unique_key of public.jobs is not as the migrations wrote it"]


def test_one_that_was_made_by_hand_is_found(planted: Planted) -> None:
    found = planted("create unique index mine on public.clients (org_id, email)")
    assert found == ["mine of public.clients was written by no migration"]


def test_one_that_is_not_unique_is_found_too(planted: Planted) -> None:
    found = planted("drop index public.audit_log_org_created_idx")
    assert found == [
        "audit_log_org_created_idx of public.audit_log was written by a migration and is gone"
    ]


def test_one_that_maintenance_made_is_no_fault(planted: Planted) -> None:
    assert planted("create index maintained_email on public.clients (email)") == []


def test_as_it_is_all_are_as_they_were_written(planted: Planted) -> None:
    assert planted() == []
