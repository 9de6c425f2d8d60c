"""The demo's people, signed up and in."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import UTC, datetime, timedelta

import psycopg

from sealedbid.demo.agency import Agency

SESSION_HOURS = 12


async def sign_up(sign_in: str, agency: Agency) -> dict[str, bytes]:
    """Make everybody's account, as sb_auth; the proofs of their sessions, by address."""
    proofs: dict[str, bytes] = {}
    async with await psycopg.AsyncConnection.connect(sign_in, autocommit=True) as auth:
        for person in agency.people:
            cursor = await auth.execute(
                "select seal_auth.create_user(%s, null, %s)", (person.email, person.name)
            )
            row = await cursor.fetchone()
            assert row is not None  # a select without from has one row
            proof = hashlib.sha256(secrets.token_bytes(32)).digest()  # of what nobody keeps
            expires = datetime.now(UTC) + timedelta(hours=SESSION_HOURS)
            await auth.execute(
                "select seal_auth.start_session(%s, %s, %s, %s)",
                (proof, row[0], uuid.uuid4(), expires),
            )
            proofs[person.email] = proof
    return proofs
