"""A column without a bound is found."""

from __future__ import annotations

import pytest

from tests.isolation.lints.conftest import Planted


@pytest.mark.parametrize(
    ("column", "fault"),
    [
        ("words text", "public.clients.words of type text has no bound"),
        ("words text[]", "public.clients.words of type text[] has no bound"),
        ("words numeric(12,2)", "public.clients.words of type numeric(12,2) has no bound"),
        ("words tsrange", "public.clients.words of type tsrange has no bound"),
    ],
)
def test_a_column_that_was_added_without_one_is_found(
    planted: Planted, column: str, fault: str
) -> None:
    assert planted(f"alter table public.clients add column {column}") == [fault]


def test_a_domain_is_as_wide_as_its_type(planted: Planted) -> None:
    found = planted(
        "create domain public.words as text; alter table public.clients add column said words"
    )
    assert found == ["public.clients.said of type public.words has no bound"]


def test_a_trigger_that_is_disabled_keeps_nothing(planted: Planted) -> None:
    found = planted("alter table public.templates disable trigger bounds_content")
    assert found == ["public.templates.content has a bound that no trigger keeps"]


def test_a_trigger_that_is_asked_on_insert_alone_keeps_nothing(planted: Planted) -> None:
    found = planted(
        "drop trigger bounds_content on public.templates;"
        " create trigger bounds_content before insert on public.templates for each row"
        " execute function seal_private.bounds_of_public_templates('content')"
    )
    assert found == ["public.templates.content has a bound that no trigger keeps"]


def test_a_trigger_that_asks_of_no_row_keeps_nothing(planted: Planted) -> None:
    found = planted(
        "drop trigger bounds_content on public.templates;"
        " create trigger bounds_content before update of content on public.templates for each row"
        " when (false) execute function seal_private.bounds_of_public_templates('content')"
    )
    assert found == ["public.templates.content has a bound that no trigger keeps"]


def test_what_functions_make_may_be_changed_by_no_tenant(planted: Planted) -> None:
    found = planted("grant update (started_at) on public.jobs to sb_tenant")
    assert found == ["public.jobs.started_at has a bound that no trigger keeps"]


def test_a_column_with_a_bound_of_its_own_is_no_fault(planted: Planted) -> None:
    found = planted(
        "alter table public.clients add column words text, add column counted integer;"
        " select seal_private.bound('public.clients', '{\"words\": 100}')"
    )
    assert found == []


def test_as_it_is_every_value_has_a_bound(planted: Planted) -> None:
    assert planted() == []
