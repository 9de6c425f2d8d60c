"""A definer function that differs from the list is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_is_not_listed_is_found(planted: Planted) -> None:
    found = planted(
        "create function core.peep() returns bigint language sql security definer return 1"
    )
    assert found == ["core.peep() is SECURITY DEFINER and is not listed"]


def test_one_that_is_gone_is_found(planted: Planted) -> None:
    found = planted("drop function core.appoint_operator(text)")
    assert found == ["core.appoint_operator(text) is listed and does not exist"]


def test_one_that_lost_its_rights_is_found(planted: Planted) -> None:
    found = planted("alter function seal.kind() security invoker")
    assert found == ["seal.kind() is listed and is SECURITY INVOKER"]


def test_another_owner_is_found(planted: Planted) -> None:
    found = planted("alter function seal.revoke(uuid) owner to sb_gate")
    assert found == ["seal.revoke(uuid) belongs to sb_gate, and to sb_seal by the list"]


def test_another_caller_is_found(planted: Planted) -> None:
    (found,) = planted("grant execute on function seal_auth.signing_keys() to sb_api")
    assert found == (
        "seal_auth.signing_keys() is called by sb_api, sb_auth, and by the list by sb_auth"
    )


def test_as_it_is_list_and_database_agree(planted: Planted) -> None:
    assert planted() == []
