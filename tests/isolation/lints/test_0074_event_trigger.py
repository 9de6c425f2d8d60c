"""An event trigger of a role that is no superuser is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_as_it_is_there_is_none_and_a_superusers_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create function public.helper() returns event_trigger language plpgsql"
        " as 'begin return; end'",
        "create event trigger helper on ddl_command_end execute function public.helper()",
    )
    assert found == []


def test_one_of_a_role_that_lost_its_power_is_found(planted: Planted) -> None:
    found = planted(
        "create role maker superuser",
        "create function public.helper() returns event_trigger language plpgsql"
        " as 'begin return; end'",
        "create event trigger helper on ddl_command_end execute function public.helper()",
        "alter event trigger helper owner to maker",
        "alter role maker nosuperuser",
    )
    assert found == ["helper runs public.helper() with the rights of whoever changes the schema"]
