"""Calls the functions of seal_auth, without argon2: any 32 bytes are what was derived."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import Connection, sql
from psycopg.errors import InvalidAuthorizationSpecification
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from tests.fixtures.people import new_proof
from tests.fixtures.server import Installation

AGENT = "a test"
EVERY_KIND = ["signup", "magic", "recovery", "email_old", "email_new", "reauth"]


def new_address(name: str = "person") -> str:
    """An address that no test uses but this one."""
    return f"{name}.{secrets.token_hex(4)}@example.org"


def new_network() -> str:
    """An address of a network that no test uses but this one."""
    return f"2001:db8:{secrets.token_hex(2)}:{secrets.token_hex(2)}::1"


def new_device() -> bytes:
    """The sha256 of a browser's cookie."""
    return new_proof()


@dataclass(frozen=True, slots=True)
class Password:
    """A password as the database knows it: the salt, and what argon2id derives with it."""

    salt: bytes
    derived: bytes

    @classmethod
    def new(cls) -> Password:
        return cls(secrets.token_bytes(16), secrets.token_bytes(32))

    @property
    def proof(self) -> bytes:
        return hashlib.sha256(self.derived).digest()


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session, its refresh token, and a registered proof."""

    email: str
    user_id: UUID
    session_id: UUID
    counter: int
    mac: bytes
    proof: bytes


@dataclass(slots=True)
class Signing:
    """sb_auth, and the superuser to look behind it."""

    installation: Installation
    auth: Connection[Any]
    behind: Connection[Any]

    def call(self, function: str, *values: Any) -> Any:
        """The row of a function of seal_auth by its columns; the value if it has one column."""
        marks = sql.SQL(", ").join(
            sql.Literal(Jsonb(value)) if isinstance(value, dict) else sql.Literal(value)
            for value in values
        )
        with self.auth.cursor(row_factory=dict_row) as cursor:
            cursor.execute(
                sql.SQL("select * from {}({})").format(sql.Identifier("seal_auth", function), marks)
            )
            row = cursor.fetchone()
        if row is None:
            return None
        return row[function] if set(row) == {function} else row

    def rows(self, function: str, *values: Any) -> list[dict[str, Any]]:
        """Every row of a function of seal_auth."""
        marks = sql.SQL(", ").join(sql.Literal(value) for value in values)
        with self.auth.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(
                sql.SQL("select * from {}({})").format(sql.Identifier("seal_auth", function), marks)
            ).fetchall()

    def ask_to_sign_up(self, email: str, password: Password | None, ip: str | None = None) -> int:
        wait: int = self.call(
            "sign_up",
            email,
            password and password.salt,
            password and password.proof,
            {"full_name": "A Person"},
            "en",
            {},
            ip or new_network(),
        )
        return wait

    def secret_of(self, email: str, *kinds: str) -> bytes:
        """The secret of the newest mail of these kinds to the address."""
        row = self.behind.execute(
            "select seal_private.one_time_secret(id) from auth.one_time_tokens"
            " where lower(email) = lower(%s) and kind = any (%s) order by created_at desc limit 1",
            (email, list(kinds or EVERY_KIND)),
        ).fetchone()
        assert row is not None, f"nothing was mailed to {email}"
        secret: bytes = row[0]
        return secret

    def code_of(self, email: str, *kinds: str) -> str:
        row = self.behind.execute(
            "select seal_private.mail_code(%s)", (self.secret_of(email, *kinds),)
        ).fetchone()
        assert row is not None
        return str(row[0])

    def mails(self, email: str) -> list[str]:
        """The templates of what was sent to the address, the oldest first."""
        return [
            template
            for (template,) in self.behind.execute(
                "select template from public.deliveries where recipient = %s order by id", (email,)
            )
        ]

    def verify(
        self, secret: bytes, *kinds: str, device: bytes | None = None, ip: str | None = None
    ) -> dict[str, Any]:
        found: dict[str, Any] = self.call(
            "verify_link", secret, list(kinds or EVERY_KIND), device, ip or new_network(), AGENT
        )
        return found

    def verify_code(
        self, email: str, code: str, *kinds: str, device: bytes | None = None, ip: str | None = None
    ) -> dict[str, Any]:
        """Both halves; the answer of the second, and the seconds to wait."""
        network = ip or new_network()
        tried = self.try_code(email, code, *kinds, device=device, ip=network)
        answer = self.finish_code(email, tried["ticket"], device=device, ip=network)
        return answer | {"wait": tried["wait"]}

    def try_code(
        self, email: str, code: str, *kinds: str, device: bytes | None = None, ip: str | None = None
    ) -> dict[str, Any]:
        found: dict[str, Any] = self.call(
            "try_code", email, code, list(kinds or EVERY_KIND), device, ip or new_network()
        )
        return found

    def finish_code(
        self, email: str, ticket: bytes | None, device: bytes | None = None, ip: str | None = None
    ) -> dict[str, Any]:
        found: dict[str, Any] = self.call(
            "finish_code", email, ticket, device, ip or new_network(), AGENT
        )
        return found

    def registered(self, answer: dict[str, Any], *, is_cookie: bool = False) -> SignedIn:
        """The session of an answer, with a proof that opens."""
        proof = new_proof()
        self.call("register", answer["session"], answer["counter"], answer["mac"], proof, is_cookie)
        return SignedIn(
            answer["address"],
            answer["account"],
            answer["session"],
            answer["counter"],
            answer["mac"],
            proof,
        )

    def sign_up(self, password: Password | None = None, name: str = "person") -> SignedIn:
        """A person who has proven their address, and is signed in."""
        email = new_address(name)
        assert self.ask_to_sign_up(email, password) == 0
        return self.registered(self.verify(self.secret_of(email, "signup")))

    def begin(
        self, email: str, device: bytes | None = None, ip: str | None = None
    ) -> dict[str, Any]:
        found: dict[str, Any] = self.call("begin_password", email, device, ip or new_network())
        return found

    def finish(
        self,
        email: str,
        password: Password,
        device: bytes | None = None,
        ip: str | None = None,
    ) -> dict[str, Any]:
        found: dict[str, Any] = self.call(
            "finish_password", email, password.derived, device, ip or new_network(), AGENT
        )
        return found

    def sign_in(
        self, email: str, password: Password, device: bytes | None = None, ip: str | None = None
    ) -> dict[str, Any]:
        """Both halves; the answer of the second."""
        begun = self.begin(email, device, ip)
        assert begun["wait"] == 0
        return self.finish(email, password, device, ip)

    def refresh(self, session: UUID, counter: int, mac: bytes) -> dict[str, Any]:
        found: dict[str, Any] = self.call("refresh", session, counter, mac)
        return found

    def opens(self, proof: bytes) -> UUID | None:
        """The person whose context the proof opens, or None."""
        with self.installation.connect("sb_api") as api, api.transaction():
            try:
                row = api.execute("select seal.open_person(%s)", (proof,)).fetchone()
            except InvalidAuthorizationSpecification:
                return None
        assert row is not None
        found: UUID = row[0]
        return found

    def age(self, column: str, session: UUID, interval: str) -> None:
        """Move a time of a session into the past."""
        self.behind.execute(
            sql.SQL("update auth.sessions set {0} = {0} - %s::interval where id = %s").format(
                sql.Identifier(column)
            ),
            (interval, session),
        )

    def calm(self, *emails: str) -> None:
        """Let the waits of mails and tries pass."""
        self.behind.execute(
            "update auth.tries set blocked_until = now() where bucket = any (%s)",
            (
                [
                    hashlib.sha256(f"{what}:{email.lower()}".encode()).digest()
                    for email in emails
                    for what in (
                        *("mail signup", "mail magic", "mail recovery", "mail reauth"),
                        *("mail email change", "password", "code", "own password"),
                    )
                ],
            ),
        )
