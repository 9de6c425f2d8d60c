"""A policy whose error would quote a row is found."""

from __future__ import annotations

import pytest

from tests.isolation.lints.conftest import Planted


@pytest.mark.parametrize(
    "condition",
    [
        "org_id = (select seal.org(1)) and website::int > 1",
        "org_id = (select seal.org(1)) and (to_jsonb(clients) ->> 'n')::int > 1",
        "org_id = (select seal.org(1)) and website::varchar::date < now()",
    ],
)
def test_a_cast_of_the_row_is_found(planted: Planted, condition: str) -> None:
    found = planted(f"create policy mine on public.clients to sb_tenant using ({condition})")
    assert found == ["mine on public.clients casts a value of the row: an error would quote it"]


def test_a_cast_that_cannot_fail_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create policy mine on public.clients to sb_tenant"
        " using (org_id = (select seal.org(1)) and website::varchar = 'x')"
    )
    assert found == []
