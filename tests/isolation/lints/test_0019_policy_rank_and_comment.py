"""A rank that differs from the policy's comment is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_lowered_rank_is_found(planted: Planted) -> None:
    found = planted(
        "alter policy tenant_remove on public.clients using (org_id = (select seal.org(1)))"
    )
    assert found == ["tenant_remove on public.clients lets rank 1 in, and its comment says admin"]


def test_a_kind_of_context_that_is_not_asked_for_any_more_is_found(planted: Planted) -> None:
    found = planted(
        "alter policy tenant_add on public.agent_runs with check (org_id = (select seal.org(2)))"
    )
    assert found == [
        "tenant_add on public.agent_runs lets any kind in, and its comment says kind job"
    ]


def test_a_policy_that_does_not_say_what_was_meant_is_found(planted: Planted) -> None:
    found = planted("comment on policy tenant_read on public.clients is null")
    assert found == ["tenant_read on public.clients lets rank 1 in, and its comment says nothing"]


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
