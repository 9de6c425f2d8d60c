"""Services over HTTP: who may not, then what works."""

from __future__ import annotations

from tests.api.serving import Api
from tests.fixtures.people import World

AUDIT = {"name": "Audit", "unit_price_minor": 480_000, "currency": "EUR", "tax_rate": "0.19"}


def test_another_organizations_services_are_not_there(api: Api, own_world: World) -> None:
    id = api.member(own_world.b, "admin")("POST", "/services", json=AUDIT).json()["id"]
    owner = api.member(own_world.a, "owner")
    assert owner("GET", "/services").json()["data"] == []
    assert owner("GET", f"/services/{id}").status_code == 404
    change = owner("PATCH", f"/services/{id}", json={"name": "X"}, headers={"if-match": '"0"'})
    assert change.status_code == 404


def test_a_member_reads_prices_and_does_not_set_them(api: Api, own_world: World) -> None:
    member = api.member(own_world.a)
    assert member("POST", "/services", json=AUDIT).status_code == 403
    id = api.member(own_world.a, "admin")("POST", "/services", json=AUDIT).json()["id"]
    read = member("GET", f"/services/{id}").json()
    assert (read["unit_price_minor"], read["tax_rate"]) == (480_000, "0.1900")
    change = member("PATCH", f"/services/{id}", json={}, headers={"if-match": '"0"'})
    assert change.status_code == 403


def test_an_admin_sets_a_price_and_retires_a_service(api: Api, own_world: World) -> None:
    admin = api.member(own_world.a, "admin")
    path = f"/services/{admin('POST', '/services', json=AUDIT).json()['id']}"
    dearer = admin("PATCH", path, json={"unit_price_minor": 1}, headers={"if-match": '"0"'})
    assert dearer.json()["unit_price_minor"] == 1
    assert dearer.json()["currency"] == "EUR"
    retired = admin("PATCH", path, json={"active": False}, headers={"if-match": '"1"'})
    assert retired.status_code == 200
    assert admin("GET", "/services?active=true").json()["data"] == []
    assert len(admin("GET", "/services?active=false").json()["data"]) == 1


def test_prices_and_shares_out_of_range_are_named(api: Api, world: World) -> None:
    admin = api.member(world.a, "admin")
    for field, value in (
        ("unit_price_minor", -1),
        ("unit_price_minor", 1e300),
        ("unit_price_minor", "many"),
        ("tax_rate", 2),
        ("tax_rate", "NaN"),
        ("currency", "euro"),
    ):
        answer = admin("POST", "/services", json=AUDIT | {field: value})
        assert answer.status_code == 422, (field, value)
        assert [each["field"] for each in answer.json()["errors"]] == [f"/{field}"]
