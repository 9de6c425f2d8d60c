"""An invalid secret file is one sentence, which names the file and the remedy."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sealedbid.platform.config import ConfigurationError, Settings, read_settings
from sealedbid.platform.postgres.logins import (
    LOGINS,
    Login,
    login_conninfo,
    login_password,
    password_path,
)
from sealedbid.platform.secrets import SecretFileError, ensure_secret, forget_secret, read_secret
from tests.platform.test_logins import ADDRESS


def holding(content: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(content)
        path.chmod(0o600)

    return make


def pipe(path: Path) -> None:
    os.mkfifo(path, 0o600)


def dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def looping(path: Path) -> None:
    path.symlink_to(path)


def open_to_others(path: Path) -> None:
    path.write_text("secret")
    path.chmod(0o640)


FAULTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "no UTF-8": (holding(b"\xff\xfe\x00s"), "is not text in UTF-8"),
    "empty": (holding(b""), "is empty"),
    "white space": (holding(b" \n\t\n"), "is empty"),
    "NUL": (holding(b"se\0cret\n"), "has control characters"),
    "two lines": (holding(b"one\ntwo\n"), "has more than one line"),
    "too large": (holding(b"x" * 5000), "is longer than 4096 bytes"),
    "folder": (Path.mkdir, "is a folder|is not a file"),
    "pipe": (pipe, "is not a file"),
    "dangling link": (dangling, "cannot be read: No such file"),
    "link to itself": (looping, "cannot be read: Too many levels"),
    "open to others": (open_to_others, "can be read by others: chmod 600"),
}


@pytest.fixture(params=FAULTS)
def faulty(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """The file, and the expected message."""
    make, sentence = FAULTS[request.param]
    path = tmp_path / "file of a secret"
    make(path)
    return path, sentence


def test_what_is_no_secret_is_named(faulty: tuple[Path, str]) -> None:
    path, sentence = faulty
    with pytest.raises(SecretFileError, match=sentence) as told:
        read_secret(path, remedy="Do this.")
    assert str(path) in str(told.value)
    assert "Do this." in str(told.value) or "chmod 600" in str(told.value)
    with pytest.raises(SecretFileError, match=sentence):
        ensure_secret(path)  # an existing file is never overwritten


@pytest.mark.parametrize("login", LOGINS)
def test_a_logins_file_says_how_to_make_a_new_one(
    login: Login, faulty: tuple[Path, str], tmp_path: Path
) -> None:
    path, sentence = faulty
    settings = Settings.model_validate(
        {"home": tmp_path, "database_address": ADDRESS, f"{login[3:]}_password_file": path}
    )
    for ask in (login_conninfo, login_password):
        if path.exists() or ask is login_password:
            with pytest.raises(SecretFileError, match=sentence) as told:
                ask(settings, login)
            remedies = ("`sealedbid logins reset`", "chmod 600")
            assert any(remedy in str(told.value) for remedy in remedies)


@pytest.mark.parametrize(
    "content", [b"secret", b"secret\n", b"secret\r\n", b"\xef\xbb\xbfsecret\n", b"secret\n\n"]
)
def test_how_the_line_ends_does_not_matter(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "secret"
    holding(content)(path)
    assert read_secret(path) == "secret"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "secrets").write_text("a file in the place of the folder")
    with pytest.raises(SecretFileError, match=r"cannot be written: .*Run this as the user"):
        ensure_secret(tmp_path / "secrets" / "sb_api.password")


def test_what_cannot_be_forgotten_is_named(tmp_path: Path) -> None:
    with pytest.raises(SecretFileError, match=r"cannot be replaced: .*Move it away"):
        forget_secret(tmp_path)


def test_a_new_secret_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "new"
    assert len(ensure_secret(path)) > 40
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


VARIABLES = [
    "DATABASE_URL",
    *(f"SEALEDBID_{name.upper()}" for name in Settings.model_fields if name != "database_url"),
]


@pytest.mark.parametrize("variable", VARIABLES)
def test_an_empty_variable_is_an_error_that_names_it(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "")
    with pytest.raises(ConfigurationError, match=f"{variable} is set and empty"):
        read_settings()


DATABASES = [
    variable
    for variable in VARIABLES
    if variable.endswith("_URL")
    and not any(part in variable for part in ("_MODEL_", "_PUBLIC_", "_SUPABASE_"))
]


@pytest.mark.parametrize("variable", DATABASES)
@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://u:hush%zz@h/d", "a % that is no code of a sign is written %25"),
        ("postgresql://u:hush%00@h/d", "a % that is no code of a sign is written %25"),
        ("postgresql://u:hush hush@h/d", "a space %20"),
        ("postgresql://u:hush/hush@h/d", "/ is written %2F"),
        ("mysql://u:hush@h/d", "it looks like postgresql://user:password@host:port/name"),
        ("hush", "it looks like postgresql://user:password@host:port/name"),
    ],
)
def test_a_url_that_is_none_is_named_and_not_quoted(
    variable: str, url: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, url)
    with pytest.raises(ConfigurationError, match=f"{variable} ") as told:
        read_settings()
    assert sentence in str(told.value)
    assert "hush" not in str(told.value)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [("/", "is the root of the file system"), ("~no-such-account/x", "an account that is not")],
)
def test_a_home_that_cannot_be_one_is_named(
    value: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEALEDBID_HOME", value)
    with pytest.raises(ConfigurationError, match=f"SEALEDBID_HOME .*{sentence}"):
        read_settings()


def test_a_home_is_one_place_however_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for written in ("~/here", "here", "here/", "./here", str(tmp_path / "here")):
        monkeypatch.setenv("SEALEDBID_HOME", written)
        settings = read_settings()
        assert settings.home == tmp_path / "here"
        assert password_path(settings, "sb_api").is_absolute()
