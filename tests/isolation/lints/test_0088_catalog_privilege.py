"""A privilege of our logins on the server's own objects is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_catalog_of_values_of_rows_is_found(planted: Planted) -> None:
    found = planted("grant select on pg_statistic to sb_api")
    assert found == ["sb_api has select on pg_statistic of the server"]


def test_a_column_for_the_tenants_is_found(planted: Planted) -> None:
    found = planted("grant select (rolpassword) on pg_authid to sb_tenant")
    assert found == ["sb_tenant has select on pg_authid.rolpassword of the server"]


def test_functions_that_read_and_write_files_are_found_for_everybody(planted: Planted) -> None:
    found = planted(
        "grant execute on function pg_catalog.lo_export(oid, text) to public",
        "grant execute on function pg_catalog.pg_ls_dir(text), pg_catalog.pg_read_file(text)"
        " to public",
    )
    assert found == [
        "Everybody has execute on lo_export(oid,text), pg_ls_dir(text), pg_read_file(text)"
        " of the server"
    ]


def test_the_servers_schema_is_found(planted: Planted) -> None:
    found = planted("grant create on schema pg_catalog to sb_worker")
    assert found == ["sb_worker has create on pg_catalog of the server"]


def test_what_was_taken_is_no_fault(planted: Planted) -> None:
    found = planted(
        "revoke execute on function pg_catalog.version() from public",
        "revoke select on pg_settings from public",
    )
    assert found == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
