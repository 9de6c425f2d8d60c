"""Access tokens are signed by keys that the installation's file opens, and by no others."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet

from sealedbid.auth.accounts import SIGNING, Accounts, accounts_of
from sealedbid.auth.models import Attempt
from sealedbid.auth.repository import signing_keys
from sealedbid.auth.signing import claims_of
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.secrets import forget_secret, secret_path
from tests.fixtures.server import Installation


@pytest_asyncio.fixture
async def own(fresh_installation: Installation) -> AsyncIterator[list[Accounts]]:
    """Two processes of one installation, in a database of the test's own."""
    settings = fresh_installation.settings
    forget_secret(secret_path(settings.home, SIGNING))
    pool = await open_pool(fresh_installation.conninfo("sb_auth"), settings, name="auth")
    try:
        yield [accounts_of(pool, settings) for _ in range(2)]
    finally:
        await pool.close()


async def published(accounts: Accounts) -> KeySet:
    return KeySet.import_key_set(await accounts.keys.jwks())  # type: ignore[arg-type]


async def test_what_one_process_signs_every_process_publishes_the_key_of(
    own: list[Accounts],
) -> None:
    token = await own[0].keys.sign({"sub": "x"})
    keys = await own[1].keys.jwks()
    assert [sorted(key) for key in keys["keys"]] == [["alg", "crv", "kid", "kty", "use", "x", "y"]]
    found = jwt.decode(token, await published(own[1]), algorithms=["ES256"])
    assert found.claims == {"sub": "x"}
    assert found.header["kid"] == keys["keys"][0]["kid"]


async def test_a_key_that_the_file_does_not_open_is_not_published(own: list[Accounts]) -> None:
    await own[0].keys.sign({})
    before = await own[0].keys.jwks()
    foreign = ECKey.generate_key("P-256", auto_kid=True)
    row = (await signing_keys.published(own[0].calls))[0]
    plain = json.dumps(foreign.as_dict(private=True))
    assert await signing_keys.add(own[0].calls, str(foreign.kid), plain, last=row.kid)
    # and one under another's name
    assert await signing_keys.add(own[0].calls, "other", row.sealed, last=foreign.kid)
    after = await own[1].keys.jwks()
    kids = {key["kid"] for key in after["keys"]}
    assert foreign.kid not in kids
    assert "other" not in kids
    assert before["keys"][0]["kid"] in kids
    token = await own[1].keys.sign({"sub": "y"})
    assert jwt.decode(token, await published(own[1]), algorithms=["ES256"]).claims["sub"] == "y"


async def test_a_key_is_added_after_the_newest_alone_and_five_in_an_hour(
    own: list[Accounts],
) -> None:
    calls, last = own[0].calls, None
    assert not await signing_keys.add(calls, "first", "x", last="none")
    for number in range(5):
        assert await signing_keys.add(calls, f"key {number}", "x", last=last)
        assert not await signing_keys.add(calls, f"late {number}", "x", last=last)
        last = f"key {number}"
    assert not await signing_keys.add(calls, "sixth", "x", last=last)
    rows = await signing_keys.published(calls)
    now = datetime.now(UTC)
    assert all(row.signs_from > now + timedelta(minutes=9) for row in rows[:-1])
    assert rows[-1].signs_from <= now
    assert [row.ends_at is None for row in rows] == [True, False, False, False, False]


async def test_a_token_says_who_how_and_for_how_long(own: list[Accounts]) -> None:
    attempt = Attempt(
        outcome="signed_in",
        account=uuid.uuid4(),
        session=uuid.uuid4(),
        counter=0,
        mac=b"",
        address="a@example.org",
        level=1,
        methods=[{"method": "password", "timestamp": 1}],
    )
    claims = claims_of(attempt, own[0].issuer)
    token = await own[0].keys.sign(claims)
    found = jwt.decode(token, await published(own[0]), algorithms=["ES256"]).claims
    assert found["iss"].endswith("/auth/v1")
    assert (found["sub"], found["session_id"]) == (str(attempt.account), str(attempt.session))
    assert (found["aud"], found["role"], found["aal"]) == ("authenticated",) * 2 + ("aal1",)
    assert found["exp"] - found["iat"] == 3600
    assert token != await own[0].keys.sign(claims)


@pytest.mark.parametrize("header", [{"alg": "none"}, {"alg": "HS256"}])
async def test_nothing_is_signed_otherwise(own: list[Accounts], header: dict[str, str]) -> None:
    token = await own[0].keys.sign({"sub": "x"})
    _, payload, signature = token.split(".")
    import base64

    forged = base64.urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=").decode()
    with pytest.raises(JoseError):
        jwt.decode(f"{forged}.{payload}.{signature}", await published(own[0]), algorithms=["ES256"])
