"""A view with its owner's rights is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_plain_view_is_found(planted: Planted) -> None:
    found = planted("create view public.all_clients as select * from public.clients")
    assert found == ["public.all_clients is a view with its owner's rights"]


def test_elsewhere_one_that_others_may_read_is_found(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create view other.seen as select 1 as one",
        "create view other.unseen as select 1 as one",
        "grant select on other.seen to sb_auth",
        tenant_column="tenant_id",
    )
    assert found == ["other.seen is a view with its owner's rights"]


def test_a_view_with_the_askers_eyes_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create view public.my_clients with (security_invoker = on) as select * from public.clients"
    )
    assert found == []
