"""A login of requests or jobs that does not inherit sb_tenant is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_login_without_its_group_is_found(planted: Planted) -> None:
    found = planted(
        "alter role sb_api noinherit", "revoke sb_tenant from sb_api granted by sealedbid"
    )
    assert found == ["sb_api does not inherit sb_tenant"]


def test_as_it_is_both_are(planted: Planted) -> None:
    assert planted() == []
