"""A login that may create large objects is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_function_that_came_back_is_found(planted: Planted) -> None:
    found = planted("grant execute on function lo_create(oid) to sb_tenant")
    assert found == ["sb_api, sb_worker may call lo_create(oid): large objects have no policies"]


def test_as_it_is_nobody_may(planted: Planted) -> None:
    assert planted() == []
