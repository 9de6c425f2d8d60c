"""A policy for another role is found, unless it is listed."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_policy_for_a_role_of_functions_is_found(planted: Planted) -> None:
    found = planted("create policy peep on public.clients to sb_gate using (true)")
    assert found == ["peep on public.clients lets sb_gate in, and is not listed"]


def test_a_policy_for_everybody_is_found(planted: Planted) -> None:
    found = planted("create policy peep on public.clients using (true)")
    assert found == ["peep on public.clients lets public in, and is not listed"]


def test_one_that_is_listed_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create policy peep on public.clients to sb_gate using (true)",
        "set local role sb_seal",
        "insert into seal.deviations (kind, relation, name, reason)"
        " values ('policy', 'public.clients', 'peep', 'To see that a listed one is none.')",
        "reset role",
    )
    assert found == []
