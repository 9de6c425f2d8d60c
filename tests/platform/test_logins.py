"""Each login connects by its own URL or password file, never by the owner's."""

from __future__ import annotations

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from sealedbid.platform.config import ConfigurationError, Settings, read_settings
from sealedbid.platform.postgres.logins import (
    LOGINS,
    Login,
    LoginNotConfiguredError,
    login_conninfo,
)
from sealedbid.platform.secrets import SecretFileError, ensure_secret, secret_path

ADDRESS = "postgresql://db.example:5433/agencies?sslmode=verify-full"


def configured(home: Path, **settings: object) -> Settings:
    """Settings as the environment would set them."""
    return Settings.model_validate({"home": home, **settings})


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.mark.parametrize("login", LOGINS)
def test_a_login_connects_by_its_own_url(login: Login, tmp_path: Path) -> None:
    settings = configured(
        tmp_path, **{f"{login[3:]}_url": f"postgresql://{login}:secret@db.example/agencies"}
    )
    assert conninfo_to_dict(login_conninfo(settings, login))["password"] == "secret"


@pytest.mark.parametrize("login", LOGINS)
def test_a_login_connects_by_the_password_in_its_file(login: Login, tmp_path: Path) -> None:
    password = ensure_secret(tmp_path / "elsewhere")
    settings = configured(
        tmp_path,
        database_address=ADDRESS,
        **{f"{login[3:]}_password_file": tmp_path / "elsewhere"},
    )
    parts = conninfo_to_dict(login_conninfo(settings, login))
    assert (parts["user"], parts["password"]) == (login, password)
    assert (parts["host"], parts["sslmode"]) == ("db.example", "verify-full")


def test_the_owners_password_goes_nowhere(tmp_path: Path) -> None:
    password = ensure_secret(secret_path(tmp_path, "sb_api.password"))
    owner = "postgresql://boss:owners-secret@db.example/agencies"
    settings = configured(tmp_path, DATABASE_URL=owner)
    parts = conninfo_to_dict(login_conninfo(settings, "sb_api"))
    assert (parts["user"], parts["password"]) == ("sb_api", password)
    assert "owners-secret" not in login_conninfo(settings, "sb_api")


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(LoginNotConfiguredError, match="SEALEDBID_WORKER_URL"):
        login_conninfo(Settings(home=tmp_path), "sb_worker")
    with pytest.raises(LoginNotConfiguredError, match=r"sb_worker\.password"):
        login_conninfo(Settings(home=tmp_path, database_address=ADDRESS), "sb_worker")


def test_a_password_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = secret_path(tmp_path, "sb_api.password")
    ensure_secret(path)
    path.chmod(0o644)
    with pytest.raises(SecretFileError, match="chmod 600"):
        login_conninfo(Settings(home=tmp_path, database_address=ADDRESS), "sb_api")


def test_settings_do_not_print_secrets(tmp_path: Path) -> None:
    settings = configured(tmp_path, api_url="postgresql://sb_api:secret@db.example/agencies")
    assert "secret" not in repr(settings)


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEALEDBID_POOL_TIMEOUT", "soon")
    with pytest.raises(ConfigurationError, match=r"SEALEDBID_POOL_TIMEOUT: .*number"):
        read_settings()


def test_never_preparing_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEALEDBID_PREPARE_THRESHOLD", "null")
    assert read_settings().prepare_threshold is None
