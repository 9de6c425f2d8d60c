"""Appointing the first people of the platform."""

from __future__ import annotations

import psycopg

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.migrations.preflight import connect
from sealedbid.platform.postgres.queries import Queries

_STATEMENTS = Queries("sealedbid.platform.migrations", "installer")


class UnknownPersonError(SealedbidError):
    """Nobody has signed up with the address."""


def appoint_operator(conninfo: str, email: str) -> None:
    """Make the person with this address an owner of the platform. Raises UnknownPersonError."""
    with connect(conninfo) as connection:
        try:
            connection.execute(_STATEMENTS["appoint_operator"], {"email": email})
        except psycopg.errors.NoDataFound:
            raise UnknownPersonError(
                f"Nobody has signed up as {email}: sign up first, then appoint."
            ) from None
