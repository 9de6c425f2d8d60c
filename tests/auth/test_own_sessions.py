"""A person sees and ends their own sessions, and signs out in three scopes."""

from __future__ import annotations

import pytest

from tests.auth.signing import Password, SignedIn, Signing
from tests.db.contexts import FORGED, refused
from tests.fixtures.people import new_proof


def three(signing: Signing) -> tuple[SignedIn, SignedIn, SignedIn]:
    """Two sessions of one person and one of another."""
    password = Password.new()
    person, other = signing.sign_up(password), signing.sign_up()
    return person, signing.registered(signing.sign_in(person.email, password)), other


def test_the_list_has_the_persons_own_sessions_alone(signing: Signing) -> None:
    first, second, other = three(signing)
    rows = signing.rows("own_sessions", first.proof)
    assert {row["id"]: row["is_own"] for row in rows} == {
        first.session_id: True,
        second.session_id: False,
    }
    assert [row["id"] for row in signing.rows("own_sessions", other.proof)] == [other.session_id]


def test_one_of_them_is_ended_and_no_other_persons(signing: Signing) -> None:
    first, second, other = three(signing)
    assert signing.call("end_own_session", first.proof, other.session_id) is False
    assert signing.opens(other.proof) == other.user_id
    assert signing.call("end_own_session", first.proof, second.session_id) is True
    assert signing.call("end_own_session", first.proof, second.session_id) is False
    assert signing.opens(second.proof) is None
    assert signing.opens(first.proof) == first.user_id
    assert [row["id"] for row in signing.rows("own_sessions", first.proof)] == [first.session_id]


@pytest.mark.parametrize(
    ("scope", "first_ends", "second_ends"),
    [("local", True, False), ("others", False, True), ("global", True, True)],
)
def test_sign_out_ends_what_its_scope_says(
    signing: Signing, scope: str, first_ends: bool, second_ends: bool
) -> None:
    first, second, other = three(signing)
    signing.call("sign_out", first.proof, scope)
    for person, is_over in ((first, first_ends), (second, second_ends), (other, False)):
        assert (signing.opens(person.proof) is None) == is_over
        outcome = signing.refresh(person.session_id, person.counter, person.mac)["outcome"]
        assert outcome == ("unknown" if is_over else "rotated")


def test_an_unknown_scope_signs_nobody_out(signing: Signing) -> None:
    person = signing.sign_up()
    for scope in ("everywhere", "", None):
        with refused("22023"):
            signing.call("sign_out", person.proof, scope)
    assert signing.opens(person.proof) == person.user_id


def test_a_cookie_lasts_while_it_is_used_and_an_access_token_does_not(signing: Signing) -> None:
    person, cookie = signing.sign_up(), new_proof()
    first = signing.call("register", person.session_id, person.counter, person.mac, cookie, True)
    signing.behind.execute(
        "update seal_private.credentials set expires_at = expires_at - interval '6 hours',"
        " created_at = created_at - interval '6 hours' where stored = sha256(%s)",
        (cookie,),
    )
    assert signing.call("prolong", cookie) >= first
    assert signing.call("prolong", person.proof) is None
    signing.age("created_at", person.session_id, "31 days")
    signing.call("prolong", cookie)
    ends = signing.behind.execute(
        "select expires_at from seal_private.credentials where stored = sha256(%s)", (cookie,)
    ).fetchone()
    assert ends is not None
    assert ends[0] >= first  # it is never shortened; it ends where it was


def test_a_new_secret_voids_the_one_before(signing: Signing) -> None:
    person, new = signing.sign_up(), new_proof()
    signing.call("renew", person.proof, new)
    assert signing.opens(person.proof) is None
    assert signing.opens(new) == person.user_id
    with refused(FORGED):
        signing.call("renew", person.proof, new_proof())


def test_a_new_secret_does_not_outlast_thirty_days_since_the_sign_in(signing: Signing) -> None:
    person, cookie = signing.sign_up(), new_proof()
    signing.call("register", person.session_id, person.counter, person.mac, cookie, True)
    signing.age("created_at", person.session_id, "29 days 23 hours")
    ends = signing.call("renew", cookie, new_proof())
    left = signing.behind.execute("select %s - now() < interval '61 minutes'", (ends,)).fetchone()
    assert left == (True,)
