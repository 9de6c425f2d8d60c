"""A policy with only one of USING and WITH CHECK is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_an_update_without_a_check_of_its_own_is_found(planted: Planted) -> None:
    found = planted(
        "create policy rewrite on public.clients for update to sb_tenant"
        " using (org_id = (select seal.org(1)))"
    )
    assert found == ["rewrite on public.clients leaves out with check"]


def test_a_policy_that_checks_only_what_is_written_is_found(planted: Planted) -> None:
    found = planted(
        "create policy rewrite on public.clients to sb_tenant"
        " with check (org_id = (select seal.org(1)))"
    )
    assert found == ["rewrite on public.clients leaves out using"]


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
