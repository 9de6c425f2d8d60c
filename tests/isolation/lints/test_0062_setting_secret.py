"""A secret in a setting is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_secret_of_the_database_is_found(planted: Planted) -> None:
    found = planted("alter database shared set app.jwt_secret = 'x'")
    assert found == ["The database has a secret in app.jwt_secret, which everybody can read"]


def test_a_secret_of_a_role_is_found(planted: Planted) -> None:
    found = planted("create role api", "alter role api set app.signing_key = 'x'")
    assert found == ["api has a secret in app.signing_key, which everybody can read"]


def test_another_setting_is_no_fault(planted: Planted) -> None:
    assert planted("alter database shared set work_mem = '8MB'") == []
