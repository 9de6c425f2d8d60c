"""A policy that trusts user metadata is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_metadata_is_found(planted: Planted) -> None:
    found = planted(
        "create policy mine on public.clients to sb_tenant using (org_id::text ="
        " current_setting('request.jwt.claims')::json -> 'user_metadata' ->> 'org')"
    )
    assert found == ["mine on public.clients reads user_metadata, which its user can change"]


def test_our_own_policies_are_no_fault(planted: Planted) -> None:
    assert planted() == []
