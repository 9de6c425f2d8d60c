"""A setting of a role or database is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_setting_of_a_role_is_found(planted: Planted) -> None:
    assert planted("alter role sb_api set row_security = off") == ["sb_api comes with row_security"]


def test_a_setting_of_the_database_is_found(planted: Planted) -> None:
    found = planted("alter database shared set search_path = public")
    assert found == ["The database comes with search_path"]


def test_a_harmless_setting_of_the_database_is_no_fault(planted: Planted) -> None:
    assert planted("alter database shared set work_mem = '8MB'") == []
