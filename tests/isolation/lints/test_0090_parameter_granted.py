"""A login that may set a superuser's setting is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_login_and_everybody_are_found(planted: Planted) -> None:
    found = planted(
        "grant set on parameter session_replication_role to sb_api",
        "grant alter system on parameter archive_command to public",
        "select seal_private.note()",
    )
    assert found == [
        "Everybody may alter system archive_command",
        "sb_api may set session_replication_role",
    ]


def test_the_installer_is_no_login_of_tenants(planted: Planted) -> None:
    assert planted("grant set on parameter session_replication_role to sealedbid") == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
