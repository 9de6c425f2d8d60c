"""A tenant's column of another type is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_text_among_uuids_is_found(planted: Planted) -> None:
    found = planted("create table public.notes (org_id text not null)")
    assert found == ["public.notes.org_id is text, where most are uuid"]


def test_as_it_is_all_are_one(planted: Planted) -> None:
    assert planted() == []
