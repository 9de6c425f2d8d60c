"""A code of a mail is judged by a try that counts: no transaction is told what it may roll back."""

from __future__ import annotations

import pytest

from tests.auth.signing import Password, Signing, new_address, new_network


class Undo(Exception):
    """The transaction is rolled back."""


def other(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def tried(signing: Signing, email: str) -> tuple[int, int]:
    """The tries of the codes of an address, and the number of tickets."""
    row = signing.behind.execute(
        "select sum(attempts)::int, count(ticket)::int from auth.one_time_tokens where email = %s",
        (email,),
    ).fetchone()
    assert row is not None
    return (row[0], row[1])


def test_an_outcome_is_told_only_once_its_try_counts(signing: Signing) -> None:
    """No code is guessed by trying as sb_auth and rolling each try back."""
    email = new_address()
    signing.ask_to_sign_up(email, None)
    code = signing.code_of(email)
    with pytest.raises(Undo), signing.auth.transaction():
        undone = signing.try_code(email, code)["ticket"]
        assert signing.finish_code(email, undone)["outcome"] == "refused"
        raise Undo
    assert tried(signing, email) == (0, 0)
    assert signing.finish_code(email, undone)["outcome"] == "refused"
    with signing.auth.transaction():
        kept = signing.try_code(email, code)["ticket"]
        with signing.auth.transaction():
            assert signing.finish_code(email, kept)["outcome"] == "refused"
    assert tried(signing, email) == (1, 1)
    assert signing.finish_code(email, kept)["outcome"] == "signed_in"
    assert signing.finish_code(email, kept)["outcome"] == "refused"


def test_a_wrong_code_writes_what_the_right_one_writes(signing: Signing) -> None:
    written = set()
    for change in (str, other):
        email = new_address()
        signing.ask_to_sign_up(email, None)
        answer = signing.try_code(email, change(signing.code_of(email)))
        row = signing.behind.execute(
            "select sum(attempts), count(ticket), count(tried_by), sum(pg_column_size(ticket))"
            " from auth.one_time_tokens where email = %s",
            (email,),
        ).fetchone()
        written.add((answer["wait"], len(answer["ticket"]), row))
    assert len(written) == 1


def test_whoever_tries_after_the_right_code_takes_nothing_from_it(signing: Signing) -> None:
    email = new_address()
    signing.ask_to_sign_up(email, None)
    code = signing.code_of(email)
    right = signing.try_code(email, code)["ticket"]
    wrong = signing.try_code(email, other(code))["ticket"]
    assert signing.finish_code(email, wrong)["outcome"] == "refused"
    assert signing.finish_code(new_address(), right)["outcome"] == "refused"
    assert signing.finish_code(email, None)["outcome"] == "refused"
    assert signing.finish_code(email, right)["outcome"] == "signed_in"


def test_a_ticket_lasts_no_longer_than_its_mail(signing: Signing) -> None:
    email = new_address()
    signing.ask_to_sign_up(email, None)
    ticket = signing.try_code(email, signing.code_of(email))["ticket"]
    signing.behind.execute(
        "update auth.one_time_tokens set expires_at = now() where email = %s", (email,)
    )
    assert signing.finish_code(email, ticket)["outcome"] == "refused"


def test_a_code_to_reauthenticate_is_tried_by_a_try_that_counts(signing: Signing) -> None:
    person, new = signing.sign_up(), Password.new()
    assert signing.call("reauthenticate", person.proof, new_network()) == 0
    code = signing.code_of(person.email, "reauth")

    def change(ticket: bytes | None) -> str:
        answer: str = signing.call(
            "change_password", person.proof, None, ticket, new.salt, new.proof
        )
        return answer

    with pytest.raises(Undo), signing.auth.transaction():
        undone = signing.call("try_own_code", person.proof, code)
        assert change(undone) == "refused"
        raise Undo
    assert change(undone) == "refused"
    wrong = signing.call("try_own_code", person.proof, other(code))
    assert change(wrong) == "refused"
    with signing.auth.transaction():
        ticket = signing.call("try_own_code", person.proof, code)
        assert change(ticket) == "refused"
    assert tried(signing, person.email)[0] == 2
    # a code for the password signs nobody in
    assert signing.finish_code(person.email, undone)["outcome"] == "refused"
    assert change(ticket) == "changed"
    assert change(ticket) == "refused"
