"""A function with a wrong owner is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_login_that_owns_one_is_found(planted: Planted) -> None:
    found = planted("alter function seal_private.touch() owner to sb_api")
    assert found == ["seal_private.touch() belongs to sb_api, which runs statements of tenants"]


def test_rights_that_are_none_of_ours_are_found(planted: Planted) -> None:
    found = planted("alter function seal.revoke(uuid) owner to postgres")
    assert found == [
        "seal.revoke(uuid) is SECURITY DEFINER and belongs to postgres, which is no role of ours"
    ]


def test_as_it_is_owners_are_roles_that_nobody_is(planted: Planted) -> None:
    assert planted() == []
