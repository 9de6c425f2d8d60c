"""Sign-in by password: the same for everybody until it succeeds, and limited."""

from __future__ import annotations

import secrets

from tests.auth.signing import Password, Signing, new_address, new_device, new_network


def test_any_address_has_a_salt_that_stays(signing: Signing) -> None:
    password = Password.new()
    person = signing.sign_up(password)
    without = signing.sign_up()
    assert signing.begin(person.email)["salt"] == password.salt
    for email in (without.email, new_address()):
        salts = {bytes(signing.begin(each)["salt"]) for each in (email, email.upper())}
        assert len(salts) == 1
        assert {len(salt) for salt in salts} == {16}


def test_the_wrong_password_and_the_unknown_address_are_refused_alike(signing: Signing) -> None:
    person = signing.sign_up(Password.new())
    without = signing.sign_up()
    answers = [
        signing.sign_in(email, Password.new())
        for email in (person.email, without.email, new_address())
    ]
    assert answers[0] == answers[1] == answers[2]
    assert answers[0]["outcome"] == "refused"
    assert answers[0]["account"] is None


def test_a_suspended_account_is_refused_like_a_wrong_password(signing: Signing) -> None:
    password = Password.new()
    person = signing.sign_up(password)
    signing.behind.execute(
        "update auth.users set banned_until = now() + interval '1 day' where id = %s",
        (person.user_id,),
    )
    assert signing.sign_in(person.email, password)["outcome"] == "refused"
    assert signing.refresh(person.session_id, person.counter, person.mac)["outcome"] == "unknown"


def test_what_the_database_keeps_signs_nobody_in(signing: Signing) -> None:
    """A reader of the table of accounts still has to find what was hashed."""
    password = Password.new()
    person = signing.sign_up(password)
    kept = signing.behind.execute(
        "select password_proof from auth.users where id = %s", (person.user_id,)
    ).fetchone()
    assert kept is not None
    assert signing.finish(person.email, Password(password.salt, kept[0]))["outcome"] == "refused"
    assert signing.finish(person.email, password)["outcome"] == "signed_in"


def test_after_five_tries_an_account_waits_twice_as_long_each_time(signing: Signing) -> None:
    person = signing.sign_up(Password.new())
    for email in (person.email, new_address()):
        waits = [signing.begin(email)["wait"] for _ in range(6)]
        assert waits[:5] == [0] * 5
        assert waits[5] == 1
        longest = []
        for _ in range(12):
            signing.calm(email)
            signing.begin(email)
            longest.append(signing.begin(email)["wait"])
        assert longest[:3] == [2, 4, 8]
        assert longest[-1] == 15 * 60
        assert signing.begin(email)["salt"] is None


def test_strangers_do_not_lock_out_a_browser_that_signed_in_before(signing: Signing) -> None:
    password, mine = Password.new(), new_device()
    person = signing.sign_up(password)
    assert signing.sign_in(person.email, password, mine)["outcome"] == "signed_in"
    for _ in range(6):
        signing.begin(person.email, new_device())
    assert signing.begin(person.email, new_device())["wait"] > 0
    assert signing.begin(person.email)["wait"] > 0
    assert signing.sign_in(person.email, password, mine)["outcome"] == "signed_in"
    # and it is limited by itself
    waits = [signing.begin(person.email, mine)["wait"] for _ in range(6)]
    assert waits[5] > 0
    # a browser that signed in to another account is a stranger's
    other = signing.sign_up(password)
    signing.sign_in(other.email, password, mine)
    for _ in range(6):
        signing.begin(other.email, new_device())
    assert signing.begin(other.email, mine)["wait"] == 0


def test_a_network_is_limited_whoever_it_tries(signing: Signing) -> None:
    network = f"2001:db8:{secrets.token_hex(2)}:{secrets.token_hex(2)}"
    waits = [
        signing.begin(new_address(), ip=f"{network}:{number:x}::1")["wait"] for number in range(51)
    ]
    assert waits[:50] == [0] * 50
    assert waits[50] > 0
    assert signing.begin(new_address(), ip=new_network())["wait"] == 0


def test_success_ends_the_count_of_the_account(signing: Signing) -> None:
    password = Password.new()
    person = signing.sign_up(password)
    for _ in range(3):
        for _ in range(4):
            assert signing.begin(person.email)["wait"] == 0
        assert signing.sign_in(person.email, password)["outcome"] == "signed_in"


def test_another_browser_is_told_to_the_person(signing: Signing) -> None:
    password = Password.new()
    person = signing.sign_up(password)
    signing.sign_in(person.email, password, new_device())
    assert "sign_in_new_device" not in signing.mails(person.email)
    signing.sign_in(person.email, password, new_device())
    assert "sign_in_new_device" in signing.mails(person.email)
