"""Refresh tokens: one answer for all who come at once; an old one ends the family."""

from __future__ import annotations

import secrets
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.auth.signing import Password, Signing
from tests.db.contexts import FORGED, refused
from tests.fixtures.people import new_proof
from tests.fixtures.server import Installation
from tests.fixtures.tiers import examples

TOKEN = ("session", "counter", "mac")


def token(answer: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(answer[part] for part in TOKEN)


def test_a_refreshed_session_opens_by_its_old_and_new_access_token(signing: Signing) -> None:
    person = signing.sign_up()
    answer = signing.refresh(person.session_id, person.counter, person.mac)
    assert answer["outcome"] == "rotated"
    assert answer["account"] == person.user_id
    assert answer["address"] == person.email
    renewed = signing.registered(answer)
    assert signing.opens(person.proof) == signing.opens(renewed.proof) == person.user_id


def test_two_people_never_share_a_token(signing: Signing) -> None:
    one, other = signing.sign_up(), signing.sign_up()
    shown: list[tuple[Any, Any, Any]] = [
        (one.session_id, one.counter, other.mac),
        (other.session_id, one.counter, one.mac),
        (uuid.uuid4(), one.counter, one.mac),
        (one.session_id, one.counter + 1, one.mac),
        (one.session_id, -1, one.mac),
        (one.session_id, one.counter, secrets.token_bytes(32)),
        (one.session_id, one.counter, None),
        (one.session_id, None, one.mac),
        (None, one.counter, one.mac),
    ]
    for session, counter, mac in shown:
        answer = signing.refresh(session, counter, mac)
        assert (answer["outcome"], answer["account"], answer["mac"]) == ("unknown", None, None)
        with refused(FORGED):
            signing.call("register", session, counter, mac, new_proof(), False)
    for person in (one, other):
        answer = signing.refresh(person.session_id, person.counter, person.mac)
        assert (answer["outcome"], answer["account"]) == ("rotated", person.user_id)


def test_a_lost_answer_is_given_again_for_ten_seconds(signing: Signing) -> None:
    person = signing.sign_up()
    first = signing.refresh(person.session_id, person.counter, person.mac)
    again = signing.refresh(person.session_id, person.counter, person.mac)
    assert (first["outcome"], again["outcome"]) == ("rotated", "again")
    assert token(first) == token(again)
    signing.age("refreshed_at", person.session_id, "11 seconds")
    late = signing.refresh(person.session_id, person.counter, person.mac)
    assert late["outcome"] == "reused"


def test_a_token_that_was_used_before_ends_the_session_and_the_person_is_told(
    signing: Signing,
) -> None:
    person, other = signing.sign_up(), signing.sign_up()
    second = signing.refresh(person.session_id, person.counter, person.mac)
    third = signing.refresh(*token(second))
    assert third["outcome"] == "rotated"
    proof = signing.registered(third).proof
    assert signing.refresh(person.session_id, person.counter, person.mac)["outcome"] == "reused"
    assert signing.opens(proof) is None
    assert signing.opens(person.proof) is None
    assert signing.refresh(*token(third))["outcome"] == "unknown"
    with refused(FORGED):
        signing.registered(third)
    assert "sessions_ended" in signing.mails(person.email)
    told = signing.behind.execute(
        "select count(*) from public.audit_log where action = 'account.token_reused'"
        " and user_id = %s",
        (person.user_id,),
    ).fetchone()
    assert told == (1,)
    assert signing.opens(other.proof) == other.user_id


@pytest.mark.parametrize(
    ("column", "age"), [("not_idle_after", "31 days"), ("not_after", "91 days")]
)
def test_a_session_ends_by_idleness_and_by_age(signing: Signing, column: str, age: str) -> None:
    person = signing.sign_up()
    signing.age(column, person.session_id, age)
    assert signing.refresh(person.session_id, person.counter, person.mac)["outcome"] == "unknown"
    with refused(FORGED):
        signing.call("register", person.session_id, person.counter, person.mac, new_proof(), False)


def test_twenty_five_at_once_with_one_token_get_one_token(signing: Signing) -> None:
    person = signing.sign_up()

    def refresh(_: int) -> dict[str, Any]:
        with signing.installation.connect("sb_auth") as auth:
            mine = Signing(signing.installation, auth, signing.behind)
            return mine.refresh(person.session_id, person.counter, person.mac)

    with ThreadPoolExecutor(25) as pool:
        answers = list(pool.map(refresh, range(25)))
    assert sorted(answer["outcome"] for answer in answers) == ["again"] * 24 + ["rotated"]
    assert len({token(answer) for answer in answers}) == 1


def test_an_access_token_lives_an_hour_and_a_cookie_twelve(signing: Signing) -> None:
    person = signing.sign_up()
    lives = "select %s - clock_timestamp() between %s::interval - '1 minute' and %s::interval"
    for is_cookie, life in ((False, "1 hour"), (True, "12 hours")):
        ends = signing.call(
            "register", person.session_id, person.counter, person.mac, new_proof(), is_cookie
        )
        assert signing.behind.execute(lives, (ends, life, life)).fetchone() == (True,)


class Family(RuleBasedStateMachine):
    """Holders of one session's tokens: whoever shows an old one ends it, and nothing else does."""

    installation: Installation

    def __init__(self) -> None:
        super().__init__()
        self.auth = self.installation.connect("sb_auth")
        self.behind = self.installation.as_superuser()
        self.signing = Signing(self.installation, self.auth, self.behind)
        self.is_over = False
        self.is_fresh = False
        """True while the token before the newest gets the newest."""

    def teardown(self) -> None:
        self.auth.close()
        self.behind.close()

    @initialize()
    def begin(self) -> None:
        person = self.signing.sign_up(Password.new())
        self.person = person
        self.tokens = [(person.session_id, person.counter, person.mac)]
        self.proofs = [person.proof]

    @rule(data=st.data())
    def refresh(self, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(self.tokens) - 1))
        newest = len(self.tokens) - 1
        answer = self.signing.refresh(*self.tokens[at])
        if self.is_over:
            assert answer["outcome"] == "unknown"
        elif at == newest:
            assert answer["outcome"] == "rotated"
            self.tokens.append(token(answer))
            self.proofs.append(self.signing.registered(answer).proof)
            self.is_fresh = True
        elif at == newest - 1 and self.is_fresh:
            assert answer["outcome"] == "again"
            assert token(answer) == self.tokens[newest]
        else:
            assert answer["outcome"] == "reused"
            self.is_over = True

    @precondition(lambda self: len(self.tokens) > 1)
    @rule()
    def wait(self) -> None:
        self.signing.age("refreshed_at", self.person.session_id, "11 seconds")
        self.is_fresh = False

    @rule(forged=st.binary(min_size=32, max_size=32), counter=st.integers(-1, 5))
    def forge(self, forged: bytes, counter: int) -> None:
        answer = self.signing.refresh(self.person.session_id, counter, forged)
        assert answer["outcome"] == "unknown"

    @rule()
    def sign_out(self) -> None:
        if not self.is_over:
            self.signing.call("sign_out", self.proofs[-1], "local")
            self.is_over = True

    @invariant()
    def every_access_token_opens_until_the_family_ends(self) -> None:
        if not hasattr(self, "proofs"):
            return
        expected = None if self.is_over else self.person.user_id
        assert {self.signing.opens(proof) for proof in self.proofs} == {expected}


@pytest.mark.full
def test_a_family_ends_by_reuse_and_by_nothing_else(installation: Installation) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    machine = type("Machine", (Family,), {"installation": installation})
    run_state_machine_as_test(
        machine,
        settings=settings(max_examples=examples(0.2), stateful_step_count=12, deadline=None),
    )
