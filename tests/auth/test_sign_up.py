"""An account is there once its address is proven, and nobody learns who has one."""

from __future__ import annotations

from tests.auth.signing import Password, Signing, new_address, new_network


def accounts(signing: Signing, email: str) -> int:
    row = signing.behind.execute(
        "select count(*) from auth.users where lower(email) = lower(%s)", (email,)
    ).fetchone()
    assert row is not None
    return int(row[0])


def test_before_the_address_is_proven_there_is_no_account_and_no_profile(signing: Signing) -> None:
    email, password = new_address(), Password.new()
    assert signing.ask_to_sign_up(email, password) == 0
    assert accounts(signing, email) == 0
    assert signing.sign_in(email, password)["outcome"] == "refused"
    assert signing.mails(email) == ["signup_confirm"]
    answer = signing.verify(signing.secret_of(email, "signup"))
    assert answer["outcome"] == "signed_in"
    assert accounts(signing, email) == 1
    assert signing.opens(signing.registered(answer).proof) == answer["account"]
    profile = signing.behind.execute(
        "select email, full_name, email_confirmed_at is not null"
        " from public.profiles where id = %s",
        (answer["account"],),
    ).fetchone()
    assert profile == (email, "A Person", True)
    assert signing.sign_in(email, password)["account"] == answer["account"]


def test_a_link_is_used_once(signing: Signing) -> None:
    email = new_address()
    signing.ask_to_sign_up(email, Password.new())
    secret = signing.secret_of(email)
    assert signing.verify(secret)["outcome"] == "signed_in"
    assert signing.verify(secret)["outcome"] == "refused"
    assert signing.verify(secret)["session"] is None


def test_the_account_has_the_password_of_the_link_that_was_used(signing: Signing) -> None:
    """A stranger who signs an address up first, with another password, has not taken it."""
    email, theirs, mine = new_address(), Password.new(), Password.new()
    signing.ask_to_sign_up(email, theirs)
    signing.calm(email)
    signing.ask_to_sign_up(email, mine)
    first, second = (
        row[0]
        for row in signing.behind.execute(
            "select seal_private.one_time_secret(id) from auth.one_time_tokens"
            " where email = %s order by created_at",
            (email,),
        )
    )
    assert signing.verify(second)["outcome"] == "signed_in"
    assert signing.verify(first)["outcome"] == "refused"
    assert signing.sign_in(email, theirs)["outcome"] == "refused"
    assert signing.sign_in(email, mine)["outcome"] == "signed_in"


def test_signing_up_again_changes_nothing_of_the_account_and_says_nothing(signing: Signing) -> None:
    password = Password.new()
    person = signing.sign_up(password)
    signing.calm(person.email)
    assert signing.ask_to_sign_up(person.email.upper(), Password.new()) == 0
    assert signing.mails(person.email.upper()) == ["signup_known"]
    assert signing.verify(signing.secret_of(person.email))["outcome"] == "refused"
    assert signing.sign_in(person.email, password)["outcome"] == "signed_in"
    assert accounts(signing, person.email) == 1


def test_no_address_is_mailed_twice_in_a_minute_known_or_not(signing: Signing) -> None:
    person, unknown = signing.sign_up(), new_address()
    signing.calm(person.email)
    for email in (person.email, unknown):
        waits = [signing.ask_to_sign_up(email, Password.new()) for _ in range(2)]
        assert waits[0] == 0
        assert 0 < waits[1] <= 60
        asked = [signing.call("recover", email, "en", {}, new_network()) for _ in range(2)]
        assert asked[0] == 0
        assert 0 < asked[1] <= 60
        magic = [signing.call("magic", email, False, {}, "en", {}, new_network()) for _ in range(2)]
        assert magic[0] == 0
        assert 0 < magic[1] <= 60
    assert signing.mails(unknown) == ["signup_confirm"]
    assert signing.mails(person.email)[1:] == ["signup_known", "recover", "magic_link"]


def test_mails_to_nobody_are_written_all_the_same(signing: Signing) -> None:
    void = "select count(*) from public.deliveries where status = 'void'"
    before = signing.behind.execute(void).fetchone()
    signing.call("recover", new_address(), "en", {}, new_network())
    signing.call("magic", new_address(), False, {}, "en", {}, new_network())
    signing.call("resend_sign_up", new_address(), "en", {}, new_network())
    after = signing.behind.execute(void).fetchone()
    assert before is not None
    assert after is not None
    assert after[0] - before[0] == 3


def test_a_sign_up_is_mailed_again_with_the_password_it_chose(signing: Signing) -> None:
    email, password = new_address(), Password.new()
    signing.ask_to_sign_up(email, password)
    signing.calm(email)
    assert signing.call("resend_sign_up", email, "en", {}, new_network()) == 0
    assert signing.verify(signing.secret_of(email))["outcome"] == "signed_in"
    assert signing.sign_in(email, password)["outcome"] == "signed_in"


def test_a_magic_link_makes_an_account_if_it_may(signing: Signing) -> None:
    email = new_address()
    assert signing.call("magic", email, True, {"name": "M"}, "de", {}, new_network()) == 0
    answer = signing.verify(signing.secret_of(email, "magic"))
    assert answer["outcome"] == "signed_in"
    assert answer["methods"][0]["method"] == "otp"
    other = new_address()
    assert signing.call("magic", other, False, {}, "en", {}, new_network()) == 0
    assert signing.verify(signing.secret_of(other))["outcome"] == "refused"
    assert accounts(signing, other) == 0


def test_a_code_is_as_good_as_the_link_and_five_wrong_ones_end_it(signing: Signing) -> None:
    email = new_address()
    signing.ask_to_sign_up(email, None)
    code = signing.code_of(email)
    assert signing.verify_code(email, code, "magic")["outcome"] == "refused"  # of another kind
    answer = signing.verify_code(email.upper(), code, "signup")
    assert (answer["wait"], answer["outcome"]) == (0, "signed_in")
    assert signing.verify_code(email, code)["outcome"] == "refused"

    guessed = new_address()
    signing.ask_to_sign_up(guessed, None)
    right = signing.code_of(guessed)
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    for _ in range(5):
        signing.calm(guessed)
        assert signing.verify_code(guessed, wrong)["outcome"] == "refused"
    signing.calm(guessed)
    assert signing.verify_code(guessed, right)["outcome"] == "refused"
    # the link is no guess: who follows it has the mail
    assert signing.verify(signing.secret_of(guessed))["outcome"] == "signed_in"


def test_codes_are_limited_by_account_known_or_not(signing: Signing) -> None:
    for email in (signing.sign_up().email, new_address()):
        waits = [signing.verify_code(email, "000000")["wait"] for _ in range(6)]
        assert waits[:5] == [0] * 5
        assert waits[5] > 0


def test_what_expired_is_refused(signing: Signing) -> None:
    email = new_address()
    signing.ask_to_sign_up(email, None)
    signing.behind.execute(
        "update auth.one_time_tokens set expires_at = now() where email = %s", (email,)
    )
    assert signing.verify(signing.secret_of(email))["outcome"] == "refused"
    assert signing.verify_code(email, signing.code_of(email))["outcome"] == "refused"


def test_what_is_over_for_a_month_is_removed_and_nothing_else(signing: Signing) -> None:
    kept, gone = signing.sign_up(), signing.sign_up()
    for column in ("not_after", "not_idle_after"):
        signing.age(column, gone.session_id, "121 days")
    signing.behind.execute(
        "update auth.one_time_tokens set expires_at = expires_at - interval '32 days'"
        " where email = %s",
        (gone.email,),
    )
    signing.behind.execute("select seal_private.purge_accounts(1000)")
    for table, column, values in (
        ("sessions", "id", (kept.session_id, gone.session_id)),
        ("one_time_tokens", "email", (kept.email, gone.email)),
    ):
        left = [
            signing.behind.execute(
                f"select count(*) from auth.{table} where {column} = %s".encode(), (value,)
            ).fetchone()
            for value in values
        ]
        assert left == [(1,), (0,)]
