"""A mail that did not come is sent again, with the same link and to the same address."""

from __future__ import annotations

from tests.api.serving import Api
from tests.auth.signing import Signing, new_address
from tests.fixtures.people import People

RESEND = "/auth/v1/resend"


def test_an_address_to_which_nobody_changes_has_the_same_answer(api: Api, mailed: Signing) -> None:
    email = new_address("nobody")
    with api.client() as client:
        for kind in ("email_change", "signup"):
            answer = client.post(RESEND, json={"type": kind, "email": email})
            assert (answer.status_code, answer.json()) == (200, {})
    assert mailed.mails(email) == []


def test_the_confirmation_of_a_new_address_is_sent_again(
    api: Api, mailed: Signing, people: People
) -> None:
    new = new_address("new")
    with api.client(api.token(people.sign_up("changing"))) as client:
        assert client.put("/auth/v1/user", json={"email": new}).status_code == 200
        before = mailed.secret_of(new, "email_new")
        soon = client.post(RESEND, json={"type": "email_change", "email": new})
        assert soon.status_code == 429
        mailed.behind.execute("delete from auth.tries")
        again = client.post(RESEND, json={"type": "email_change", "email": new})
        assert (again.status_code, again.json()) == (200, {})
    assert mailed.mails(new) == ["email_change_new", "email_change_new"]
    assert mailed.secret_of(new, "email_new") == before
    tokens = mailed.behind.execute(
        "select count(distinct resource_id) from public.deliveries where recipient = %s", (new,)
    ).fetchone()
    assert tokens == (1,)


def test_a_kind_that_is_not_sent_is_refused(api: Api) -> None:
    with api.client() as client:
        answer = client.post(RESEND, json={"type": "sms", "email": "ada@example.org"})
    assert answer.status_code == 422
