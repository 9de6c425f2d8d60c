"""A guest's policy without the link is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_policy_without_the_link_is_found(planted: Planted) -> None:
    found = planted(
        "create policy guest_notes on public.clients for select to sb_tenant"
        " using (org_id = (select seal.org(0)))"
    )
    assert found == ["guest_notes on public.clients lets guests in without comparing their link"]


def test_a_link_that_is_not_compared_is_found(planted: Planted) -> None:
    found = planted(
        "alter policy guest_link on public.share_links"
        " using (org_id = (select seal.org(0)) and (select seal.subject('link')) is not null)"
    )
    assert found == ["guest_link on public.share_links lets guests in without comparing their link"]


def test_our_own_guests_are_no_fault(planted: Planted) -> None:
    assert planted() == []
