"""Recovery codes stand in for a factor, each once; a mailed link does not go around one."""

from __future__ import annotations

import secrets

from sealedbid.auth.recovery_codes import parse
from tests.auth.authenticator import waiting
from tests.auth.signing import Password, SignedIn, Signing
from tests.auth.test_second_step import with_app
from tests.db.contexts import FORGED, refused


def with_codes(signing: Signing) -> tuple[Password, SignedIn, list[bytes]]:
    password, person, _ = with_app(signing)
    made = signing.call("new_recovery_codes", person.proof)
    assert made["outcome"] == "made"
    return password, person, [bytes(code) for code in made["codes"]]


def test_each_of_ten_codes_passes_once(signing: Signing) -> None:
    password, person, codes = with_codes(signing)
    assert len(set(codes)) == 10
    waits = waiting(signing, signing.sign_in(person.email, password))
    answer = signing.call("use_recovery_code", waits, codes[0])
    assert (answer["outcome"], answer["level"]) == ("signed_in", 2)
    assert answer["methods"][0]["method"] == "recovery_code"
    raised = signing.registered(answer)
    assert signing.opens(raised.proof) == person.user_id
    assert signing.call("recovery_codes", raised.proof)["remaining"] == 9
    assert "recovery_code_used" in signing.mails(person.email)
    again = waiting(signing, signing.sign_in(person.email, password))
    assert signing.call("use_recovery_code", again, codes[0])["outcome"] == "refused"
    assert signing.opens(again) is None


def test_a_new_set_voids_the_one_before(signing: Signing) -> None:
    password, person, codes = with_codes(signing)
    new = signing.call("new_recovery_codes", person.proof)["codes"]
    assert not {bytes(code) for code in new} & set(codes)
    waits = waiting(signing, signing.sign_in(person.email, password))
    assert signing.call("use_recovery_code", waits, codes[1])["outcome"] == "refused"
    assert signing.call("use_recovery_code", waits, bytes(new[1]))["outcome"] == "signed_in"


def test_codes_are_a_persons_own(signing: Signing) -> None:
    _, _, codes = with_codes(signing)
    password, person, _ = with_codes(signing)
    waits = waiting(signing, signing.sign_in(person.email, password))
    for code in (codes[0], secrets.token_bytes(10), b"", None):
        assert signing.call("use_recovery_code", waits, code)["outcome"] == "refused"
    with refused(FORGED):
        signing.call("use_recovery_code", secrets.token_bytes(32), codes[0])


def test_without_a_factor_there_are_no_codes(signing: Signing) -> None:
    person = signing.sign_up()
    assert signing.call("new_recovery_codes", person.proof) == {
        "outcome": "second_step",
        "codes": None,
    }


def test_a_forgotten_password_does_not_go_around_the_factor(signing: Signing) -> None:
    _, person, app = with_app(signing)
    signing.call("recover", person.email, "en", {}, None)
    recovered = signing.verify(signing.secret_of(person.email, "recovery"), "recovery")
    waits, new = waiting(signing, recovered), Password.new()
    assert signing.opens(waits) is None
    with refused(FORGED):
        signing.call("change_password", waits, None, None, new.salt, new.proof)
    raised = signing.registered(app.show(waits, app.code()))
    changed = signing.call("change_password", raised.proof, None, None, new.salt, new.proof)
    assert changed == "changed"


def test_the_operator_removes_factors_of_a_person_who_lost_them(signing: Signing) -> None:
    password, person, codes = with_codes(signing)
    row = signing.behind.execute("select core.remove_factors(%s)", (person.email,)).fetchone()
    assert row == (1,)
    assert signing.opens(person.proof) is None
    signed_in = signing.registered(signing.sign_in(person.email, password))
    assert signing.opens(signed_in.proof) == person.user_id
    assert signing.call("use_recovery_code", signed_in.proof, codes[0])["outcome"] == "refused"
    audited = signing.behind.execute(
        "select count(*) from public.audit_log where action = 'account.factors_removed'"
        " and resource_id = %s",
        (str(person.user_id),),
    ).fetchone()
    assert audited == (1,)


def test_a_code_is_read_as_people_type_it() -> None:
    code = b"0123456789"
    for text in ("gayt-emzu-gu3d-oobz", " GAYTEMZUGU3DOOBZ ", "gayt emzu gu3d oobz"):
        assert parse(text) == code
    for text in ("", "gayt", "gayt-emzu-gu3d-oob1", "\N{LATIN SMALL LETTER A WITH ACUTE}" * 16):
        assert parse(text) is None
