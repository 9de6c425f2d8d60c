"""A login with USAGE on a private schema is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_the_way_in_is_found_for_all_who_have_it(planted: Planted) -> None:
    found = planted("grant usage on schema seal_private to sb_tenant")
    assert found == [
        "sb_api may use seal_private",
        "sb_tenant may use seal_private",
        "sb_worker may use seal_private",
    ]


def test_as_it_is_nobody_may(planted: Planted) -> None:
    assert planted() == []
