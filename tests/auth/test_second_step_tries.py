"""Tries of the second step: guesses are few, and a stranger with the password locks nobody out."""

from __future__ import annotations

import secrets

from tests.auth.authenticator import App, forget_code, waiting
from tests.auth.signing import Password, SignedIn, Signing, new_device, new_network
from tests.auth.test_recovery_codes import with_codes
from tests.auth.test_second_step import with_app


class Stranger:
    """A stranger with the password of a person."""

    def __init__(self, signing: Signing, person: SignedIn, password: Password, app: App) -> None:
        self.signing, self.person, self.password, self.app = signing, person, password, app

    def guess(self, device: bytes | None = None) -> int:
        """Sign in by the password and show a wrong code; the seconds to wait."""
        proof = waiting(
            self.signing,
            self.signing.sign_in(self.person.email, self.password, device, new_network()),
        )
        wait: int = self.app.attempt(proof, self.app.challenge(proof), self.app.wrong())["wait"]
        return wait


def ended_in(
    signing: Signing, person: SignedIn, password: Password, app: App, device: bytes | None
) -> str:
    """Sign in to the end, in a browser; the outcome."""
    waits = waiting(signing, signing.sign_in(person.email, password, device))
    tried = app.attempt(waits, challenge := app.challenge(waits), app.code())
    if tried["ticket"] is None:
        return "waits"
    outcome: str = signing.call("finish_factor", waits, challenge, tried["ticket"])["outcome"]
    forget_code(signing, app.id)
    return outcome


def known(signing: Signing, person: SignedIn) -> set[tuple[bytes, int]]:
    """The browsers that count as the person's own, each with the factors that it showed."""
    return {
        (bytes(device), level)
        for device, level in signing.behind.execute(
            "select device, aal from auth.devices where user_id = %s", (person.user_id,)
        )
    }


def test_a_stranger_with_the_password_keeps_nobody_waiting_in_a_browser_of_theirs(
    signing: Signing,
) -> None:
    password, person, app = with_app(signing)
    mine = new_device()
    assert ended_in(signing, person, password, app, mine) == "signed_in"
    stranger = Stranger(signing, person, password, app)
    for _ in range(3):
        stranger.guess(new_device())
        stranger.guess()
    assert stranger.guess(new_device()) > 290
    assert ended_in(signing, person, password, app, mine) == "signed_in"
    # that the person came in gives the stranger no more tries
    assert stranger.guess() > 290
    assert ended_in(signing, person, password, app, new_device()) == "waits"
    # and the browser is limited by itself
    waits = [stranger.guess(mine) for _ in range(6)]
    assert waits[:5] == [0] * 5
    assert waits[5] > 290


def test_a_browser_is_known_once_the_second_step_ended_in_it(signing: Signing) -> None:
    password, person, app = with_app(signing)
    begun, ended = new_device(), new_device()
    stranger = Stranger(signing, person, password, app)
    waits = [stranger.guess(begun) for _ in range(5)]
    assert known(signing, person) == set()
    signing.behind.execute("delete from auth.tries")
    assert ended_in(signing, person, password, app, ended) == "signed_in"
    assert known(signing, person) == {(ended, 2)}
    assert waits == [0] * 5
    # the password is the strangers' there, too
    for _ in range(6):
        signing.begin(person.email, new_device())
    assert signing.begin(person.email, begun)["wait"] > 0
    assert signing.begin(person.email, ended)["wait"] == 0


def test_a_browser_from_before_the_first_factor_is_a_strangers(signing: Signing) -> None:
    password = Password.new()
    person = signing.sign_up(password)
    planted = [new_device() for _ in range(3)]
    for device in planted:
        signing.sign_in(person.email, password, device)
    app = App.begun(signing, person.proof)
    app.added_by(person)
    assert known(signing, person) == {(device, 1) for device in planted}
    stranger = Stranger(signing, person, password, app)
    waits = [stranger.guess(planted[number % 3]) for number in range(6)]
    assert waits[:5] == [0] * 5
    assert waits[5] > 290


def test_a_browser_of_another_person_is_a_strangers(signing: Signing) -> None:
    password, person, app = with_app(signing)
    theirs = new_device()
    other_password, other, other_app = with_app(signing)
    assert ended_in(signing, other, other_password, other_app, theirs) == "signed_in"
    stranger = Stranger(signing, person, password, app)
    waits = [stranger.guess(theirs if number % 2 else None) for number in range(6)]
    assert waits[5] > 290


def test_a_success_among_the_strangers_ends_their_count(signing: Signing) -> None:
    password, person, app = with_app(signing)
    stranger = Stranger(signing, person, password, app)
    for _ in range(2):
        assert [stranger.guess() for _ in range(4)] == [0] * 4
        assert ended_in(signing, person, password, app, None) == "signed_in"


def test_recovery_codes_pass_wherever_no_stranger_tried_them(signing: Signing) -> None:
    """80 bits are guessed by nobody: their tries keep a network waiting, and no person."""
    password, person, codes = with_codes(signing)
    here, there = new_network(), new_network()

    def shown(code: bytes, ip: str, device: bytes | None = None) -> dict[str, object]:
        waits = waiting(signing, signing.sign_in(person.email, password, device, ip))
        found: dict[str, object] = signing.call("use_recovery_code", waits, code)
        return found

    wrong = secrets.token_bytes(10)
    assert [shown(wrong, there)["wait"] for _ in range(5)] == [0] * 5
    wait = shown(codes[0], there)["wait"]
    assert isinstance(wait, int)
    assert wait > 290
    mine = new_device()
    assert shown(codes[0], here, mine)["outcome"] == "signed_in"
    # in a browser that is known, the network is no matter
    assert shown(codes[1], there, mine)["outcome"] == "signed_in"
    assert shown(codes[2], there, new_device())["outcome"] == "refused"
    # a success ends the count where it came from
    for number in (3, 4):
        assert [shown(wrong, here)["wait"] for _ in range(4)] == [0] * 4
        assert shown(codes[number], here)["outcome"] == "signed_in"


def test_tries_of_codes_keep_no_recovery_code_waiting(signing: Signing) -> None:
    password, person, app = with_app(signing)
    code = bytes(signing.call("new_recovery_codes", person.proof)["codes"][0])
    stranger = Stranger(signing, person, password, app)
    while stranger.guess() == 0:
        pass
    waits = waiting(signing, signing.sign_in(person.email, password))
    assert signing.call("use_recovery_code", waits, code)["outcome"] == "signed_in"


def test_browsers_are_forgotten_with_factors_that_the_installer_removes(signing: Signing) -> None:
    """A thief of the device has them."""
    password, person, app = with_app(signing)
    assert ended_in(signing, person, password, app, new_device()) == "signed_in"
    signing.behind.execute("select core.remove_factors(%s)", (person.email,))
    assert known(signing, person) == set()
