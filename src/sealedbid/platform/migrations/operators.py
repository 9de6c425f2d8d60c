"""What only the installer can ask or do about people."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg.rows import class_row

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.migrations.preflight import connect
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.migrations", "installer")


class UnknownPersonError(SealedbidError):
    """Nobody has signed up with the address."""


@dataclass(frozen=True, slots=True)
class Owner:
    """An organisation and its first owner."""

    org_id: UUID
    name: str
    user_id: UUID
    full_name: str
    email: str


def organization_owners(conninfo: str) -> list[Owner]:
    """Every organisation of the installation, by name, but the platform's own."""
    with connect(conninfo) as connection:
        cursor = connection.cursor(row_factory=class_row(Owner))
        return cursor.execute(_STATEMENTS["organization_owners"]).fetchall()


def appoint_operator(conninfo: str, email: str) -> None:
    """Make the person with this address an owner of the platform. Raises UnknownPersonError."""
    with connect(conninfo) as connection:
        try:
            connection.execute(_STATEMENTS["appoint_operator"], {"email": email})
        except psycopg.errors.NoDataFound:
            raise UnknownPersonError(
                f"Nobody has signed up as {email}: sign up first, then appoint."
            ) from None
