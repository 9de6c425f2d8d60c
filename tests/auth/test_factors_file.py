"""The file that seals second factors: made with the first of them, and missed if it is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio

from sealedbid.auth import factors
from sealedbid.auth.accounts import Accounts, accounts_of
from sealedbid.auth.pads import FACTORS, check_pads, pads_of
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.secrets import SecretFileError, ensure_secret, secret_path
from tests.auth.authenticator import App, waiting
from tests.auth.signing import Password, Signing
from tests.auth.test_second_step import with_app
from tests.fixtures.server import Installation


@pytest_asyncio.fixture
async def elsewhere(installation: Installation, tmp_path: Path) -> AsyncIterator[Accounts]:
    """Accounts of the same database by a process whose folder has lost its files."""
    settings = installation.settings.model_copy(update={"home": tmp_path})
    pool = await open_pool(installation.conninfo("sb_auth"), settings, name="auth")
    try:
        yield accounts_of(pool, settings)
    finally:
        await pool.close()


async def test_the_first_factor_makes_the_file(
    fresh_installation: Installation, tmp_path: Path
) -> None:
    settings = fresh_installation.settings.model_copy(update={"home": tmp_path})
    pool = await open_pool(fresh_installation.conninfo("sb_auth"), settings, name="auth")
    try:
        accounts = accounts_of(pool, settings)
        await check_pads(fresh_installation.conninfo("sb_auth"), settings)
        assert not secret_path(tmp_path, FACTORS).exists()
        with (
            fresh_installation.connect("sb_auth") as auth,
            fresh_installation.as_superuser() as behind,
        ):
            signing = Signing(fresh_installation, auth, behind)
            person = signing.sign_up(Password.new())
            await factors.enroll(accounts, person.proof, name="phone", issuer=None)
        assert secret_path(tmp_path, FACTORS).exists()
        # one that was never shown is nobody's: it stops nothing
        ensure_other(tmp_path)
        await check_pads(fresh_installation.conninfo("sb_auth"), settings)
    finally:
        await pool.close()


def ensure_other(home: Path) -> None:
    """Put another file in the place of the one that is there."""
    secret_path(home, FACTORS).unlink(missing_ok=True)
    ensure_secret(secret_path(home, FACTORS))


async def test_a_lost_file_is_not_made_again_and_nothing_is_served(
    signing: Signing, installation: Installation, elsewhere: Accounts, tmp_path: Path
) -> None:
    _, person, _ = with_app(signing)
    login = installation.conninfo("sb_auth")
    await check_pads(login, installation.settings)
    lost = installation.settings.model_copy(update={"home": tmp_path})
    with pytest.raises(SecretFileError, match=r"factors\.key cannot be read.*Put it back"):
        await check_pads(login, lost)
    with pytest.raises(SecretFileError, match="Put it back"):
        await factors.enroll(elsewhere, person.proof, name="tablet", issuer=None)
    assert not secret_path(tmp_path, FACTORS).exists()
    ensure_other(tmp_path)
    with pytest.raises(SecretFileError, match="is not the one that sealed"):
        await check_pads(login, lost)


async def test_another_file_is_named_and_counts_no_try(
    signing: Signing, elsewhere: Accounts, tmp_path: Path
) -> None:
    password, person, app = with_app(signing)
    waits = waiting(signing, signing.sign_in(person.email, password))
    ensure_other(tmp_path)
    challenge = app.challenge(waits)
    assert challenge is not None
    for _ in range(6):
        with pytest.raises(SecretFileError, match="is not the one that sealed"):
            await factors.verify(elsewhere, waits, app.id, challenge, app.code())
    assert app.show(waits, app.code())["outcome"] == "signed_in"


def test_the_proof_of_a_pad_is_no_pad(signing: Signing) -> None:
    person = signing.sign_up()
    app = App.begun(signing, person.proof)
    row = signing.behind.execute(
        "select pad_proof, sealed from auth.factors where id = %s", (app.id,)
    ).fetchone()
    assert row is not None
    assert pads_of(signing.installation.settings).opens(app.id, bytes(row[0]))
    assert not pads_of(signing.installation.settings).opens(uuid4(), bytes(row[0]))
    assert app.secret not in (bytes(row[0])[:20], bytes(row[1]))
