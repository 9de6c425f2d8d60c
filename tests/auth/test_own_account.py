"""A person acts on their own account, and never on another one."""

from __future__ import annotations

import pytest
from psycopg.types.json import Jsonb

from tests.auth.signing import Password, SignedIn, Signing, new_address, new_network
from tests.db.contexts import FORGED, refused
from tests.fixtures.people import new_proof


def changed(
    signing: Signing, person: SignedIn, new: Password, shown: bytes | None, code: str | None = None
) -> str:
    ticket = code and signing.call("try_own_code", person.proof, code)
    answer: str = signing.call("change_password", person.proof, shown, ticket, new.salt, new.proof)
    return answer


@pytest.mark.parametrize(
    "call",
    [
        ("account",),
        ("change_metadata", Jsonb({})),
        ("reauthenticate", None),
        ("begin_own_password", None),
        ("try_own_code", "000000"),
        ("change_password", None, None, b"s" * 16, b"p" * 32),
        ("change_email", "new@example.org", Jsonb({}), None),
        ("own_sessions",),
        ("end_own_session", None),
        ("sign_out", "global"),
        ("prolong",),
        ("renew", b"n" * 32),
    ],
)
def test_every_function_of_an_account_takes_a_proof(
    signing: Signing, call: tuple[object, ...]
) -> None:
    person, (function, *values) = signing.sign_up(), call
    signing.call("sign_out", person.proof, "local")
    for proof in (new_proof(), person.proof, b"", None):
        with refused(FORGED):
            signing.call(str(function), proof, *values)


def test_two_people_read_and_change_each_their_own(signing: Signing) -> None:
    one, other = signing.sign_up(name="one"), signing.sign_up(name="other")
    signing.call("change_metadata", one.proof, {"color": "green"})
    found = [signing.call("account", person.proof) for person in (one, other)]
    assert [each["id"] for each in found] == [one.user_id, other.user_id]
    assert [each["email"] for each in found] == [one.email, other.email]
    assert found[0]["user_metadata"] == {"full_name": "A Person", "color": "green"}
    assert found[1]["user_metadata"] == {"full_name": "A Person"}
    assert [each["session"] for each in found] == [one.session_id, other.session_id]


def test_a_password_changes_by_the_one_before(signing: Signing) -> None:
    old, new = Password.new(), Password.new()
    person = signing.sign_up(old)
    elsewhere = signing.registered(signing.sign_in(person.email, old))
    assert changed(signing, person, new, None) == "asked"
    assert changed(signing, person, new, new.derived) == "refused"
    assert signing.call("begin_own_password", person.proof, None)["salt"] == old.salt
    assert changed(signing, person, new, old.derived) == "changed"
    assert signing.opens(person.proof) == person.user_id
    assert signing.opens(elsewhere.proof) is None
    assert (
        signing.refresh(elsewhere.session_id, elsewhere.counter, elsewhere.mac)["outcome"]
        == "unknown"
    )
    assert signing.sign_in(person.email, old)["outcome"] == "refused"
    assert signing.sign_in(person.email, new)["outcome"] == "signed_in"
    assert "password_changed" in signing.mails(person.email)


def test_a_code_changes_the_password_once_in_the_session_that_asked(signing: Signing) -> None:
    person = signing.sign_up()
    elsewhere_answer = signing.call("magic", person.email, False, {}, "en", {}, new_network())
    assert elsewhere_answer == 0
    elsewhere = signing.registered(signing.verify(signing.secret_of(person.email, "magic")))
    assert signing.call("reauthenticate", person.proof, None) == 0
    code = signing.code_of(person.email, "reauth")
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    assert changed(signing, person, Password.new(), None, wrong) == "refused"
    assert changed(signing, elsewhere, Password.new(), None, code) == "refused"
    assert signing.verify_code(person.email, code)["outcome"] == "refused"
    assert signing.verify(signing.secret_of(person.email, "reauth"))["outcome"] == "refused"
    assert changed(signing, person, Password.new(), None, code) == "changed"
    assert changed(signing, person, Password.new(), None, code) == "refused"


def test_a_link_to_recover_sets_one_password_and_ends_every_other_session(
    signing: Signing,
) -> None:
    person, new = signing.sign_up(Password.new()), Password.new()
    assert signing.call("recover", person.email, "en", {}, new_network()) == 0
    answer = signing.verify(signing.secret_of(person.email, "recovery"), "recovery")
    recovered = signing.registered(answer)
    assert recovered.user_id == person.user_id
    assert changed(signing, recovered, new, None) == "changed"
    assert signing.opens(recovered.proof) == person.user_id
    assert signing.opens(person.proof) is None
    assert signing.sign_in(person.email, new)["outcome"] == "signed_in"
    assert changed(signing, recovered, Password.new(), None) == "asked"


def test_a_recovered_session_sets_a_password_for_ten_minutes(signing: Signing) -> None:
    person = signing.sign_up()
    signing.call("recover", person.email, "en", {}, new_network())
    recovered = signing.registered(signing.verify(signing.secret_of(person.email, "recovery")))
    signing.behind.execute(
        "update auth.sessions set amr = jsonb_set(amr, '{0,timestamp}',"
        " to_jsonb(extract(epoch from now() - interval '11 minutes')::bigint)) where id = %s",
        (recovered.session_id,),
    )
    assert changed(signing, recovered, Password.new(), None) == "asked"


@pytest.mark.parametrize("order", [("email_old", "email_new"), ("email_new", "email_old")])
def test_an_address_changes_when_both_have_confirmed(
    signing: Signing, order: tuple[str, str]
) -> None:
    password = Password.new()
    person, new = signing.sign_up(password), new_address("new")
    assert signing.call("change_email", person.proof, new, {}, new_network()) == 0
    assert signing.call("account", person.proof)["new_email"] == new
    address = {"email_old": person.email, "email_new": new}
    first, second = (signing.secret_of(address[kind], kind) for kind in order)
    answer = signing.verify(first, "email_old", "email_new")
    assert (answer["outcome"], answer["session"]) == ("half_confirmed", None)
    assert signing.call("account", person.proof)["email"] == person.email
    assert signing.verify(second)["outcome"] == "email_changed"
    account = signing.call("account", person.proof)
    assert (account["email"], account["new_email"]) == (new, None)
    assert signing.sign_in(person.email, password)["outcome"] == "refused"
    assert signing.sign_in(new, password)["account"] == person.user_id
    profile = signing.behind.execute(
        "select email from public.profiles where id = %s", (person.user_id,)
    ).fetchone()
    assert profile == (new,)


def test_an_address_that_has_an_account_is_never_taken_over(signing: Signing) -> None:
    person, other = signing.sign_up(), signing.sign_up()
    assert signing.call("change_email", person.proof, other.email, {}, new_network()) == 0
    assert signing.mails(other.email)[1:] == ["signup_known"]
    answer = signing.verify(signing.secret_of(other.email, "email_new"))
    assert answer["outcome"] == "refused"
    assert signing.verify(signing.secret_of(person.email, "email_old"))["outcome"] != (
        "email_changed"
    )
    emails = [signing.call("account", each.proof)["email"] for each in (person, other)]
    assert emails == [person.email, other.email]


def test_links_of_the_old_address_are_void_after_the_change(signing: Signing) -> None:
    person, new = signing.sign_up(), new_address("new")
    signing.call("change_email", person.proof, new, {}, new_network())
    signing.call("recover", person.email, "en", {}, new_network())
    recovery = signing.secret_of(person.email, "recovery")
    signing.verify(signing.secret_of(person.email, "email_old"))
    signing.verify(signing.secret_of(new, "email_new"))
    assert signing.verify(recovery)["outcome"] == "refused"
