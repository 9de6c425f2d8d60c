"""users provider and providers: the secret is in one file, and never an argument."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.fixtures.commands import Commands

SECRET = "the-client's-secret"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_a_provider_is_turned_on_listed_and_turned_off(
    run: Commands, home: Path, tmp_path: Path
) -> None:
    given = tmp_path / "given"
    given.write_text(f"{SECRET}\n")
    given.chmod(0o600)
    arguments = ("google", "--client-id", "an id", "--secret-file", str(given))
    on = run("users", "provider", *arguments, SEALEDBID_HOME=str(home))
    assert on.returncode == 0, on.stderr
    assert "http://localhost:8000/auth/v1/callback" in on.stdout
    assert SECRET not in on.stdout + on.stderr
    path = home / "secrets" / "oauth.google.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first = json.loads(path.read_text())
    assert (first["client_id"], first["client_secret"]) == ("an id", SECRET)
    assert "on" in run("users", "providers", SEALEDBID_HOME=str(home)).stdout

    again = run("users", "provider", *arguments, SEALEDBID_HOME=str(home))
    assert again.returncode == 0
    assert json.loads(path.read_text())["key"] != first["key"]
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert run.behind("select count(*) from seal_private.keys where purpose = 'oauth.google'") == [
        (1,)
    ]

    off = run("users", "provider", "google", "--off", SEALEDBID_HOME=str(home))
    assert off.stdout == "Google is off.\n"
    assert not path.exists()
    assert not run.behind("select 1 from seal_private.keys where purpose like 'oauth%%'")
    off = run("users", "provider", "google", "--off", SEALEDBID_HOME=str(home))
    assert off.stdout == "Google was off already.\n"
    actions = run.behind(
        "select action from public.audit_log where action like 'accounts.provider%%' order by id"
    )
    assert {action for (action,) in actions} == {"accounts.provider_on", "accounts.provider_off"}


def test_after_a_restore_the_list_says_what_to_run(
    run: Commands, home: Path, tmp_path: Path
) -> None:
    given = tmp_path / "given"
    given.write_text(SECRET)
    given.chmod(0o600)
    arguments = ("github", "--client-id", "an id", "--secret-file", str(given))
    assert run("users", "provider", *arguments, SEALEDBID_HOME=str(home)).returncode == 0
    run.behind("delete from seal_private.keys where purpose = 'oauth.github' returning 1")
    shown = run("users", "providers", SEALEDBID_HOME=str(home)).stdout
    assert "sealedbid users provider github" in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("facebook", "--client-id", "x"),
        ("google",),
        ("google", "--client-id", " "),
        ("google", "--client-id", "x"),
        ("google", "--client-id", "x", "--secret-file", "/nonexistent"),
        ("google", "--client-id", "x", "--secret", "y"),
    ],
)
def test_what_is_not_whole_turns_nothing_on(
    run: Commands, home: Path, arguments: tuple[str, ...]
) -> None:
    answer = run("users", "provider", *arguments, SEALEDBID_HOME=str(home))
    assert answer.returncode != 0
    assert "Traceback" not in answer.stderr
    assert not (home / "secrets").exists()
