"""Each command once in a process of its own; the other tests run them in process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

import sealedbid
from sealedbid.cli.app import COMMANDS
from tests.cli.tree import everything, leaves
from tests.fixtures.commands import Home, environment
from tests.fixtures.people import People
from tests.fixtures.server import temporary_home

LISTING = {"typer", "annotated_doc", "shellingham", "sealedbid"}
"""The packages that are enough to list the commands."""
PARSING = {"pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection"}
"""The packages with which typer parses the arguments of a command."""
TOLD = """
import atexit, sys
before = set(sys.modules)  # what the interpreter and its environment start with
atexit.register(lambda: print(*(sys.modules.keys() - before), file=sys.stderr))
from sealedbid.cli import main
main()
"""
NOBODY = str(UUID(int=7))
RUNS: dict[str, tuple[str, int, str]] = {
    "up": ("", 0, "The schema is the newest."),
    "status": ("", 0, "PostgreSQL 18 runs in"),
    "migrate": ("--status", 0, "applied  "),
    "ingest": ("{folder}/note.md", 0, "1 added"),
    "draft": ("{folder}/brief.md --client Petra", 0, "# "),
    "brief": ("{folder}/brief.md", 0, "requirement"),
    "proposals list": ("", 0, "before tax"),
    "proposals questions": (NOBODY, 1, f"There is no proposal {NOBODY}"),
    "proposals answer": (f"{NOBODY} deadline 2027-01-01", 1, f"There is no proposal {NOBODY}"),
    "proposals confirm": (f"{NOBODY} R1", 1, f"There is no proposal {NOBODY}"),
    "proposals redraft": (NOBODY, 1, f"There is no proposal {NOBODY}"),
    "proposals show": (NOBODY, 1, f"There is no proposal {NOBODY}"),
    "proposals sentences": (NOBODY, 1, f"There is no proposal {NOBODY}"),
    "proposals vouch": (f"{NOBODY} 1", 1, f"There is no proposal {NOBODY}"),
    "proposals rewrite": (f"{NOBODY} 1 So.", 1, f"There is no proposal {NOBODY}"),
    "proposals cite": (f"{NOBODY} 1", 1, f"There is no proposal {NOBODY}"),
    "proposals take-out": (f"{NOBODY} 1", 1, f"There is no proposal {NOBODY}"),
    "proposals approve": (NOBODY, 1, f"There is no proposal {NOBODY}"),
    "proposals mark-sent": (NOBODY, 1, f"There is no proposal {NOBODY}"),
    "users list": ("", 0, "last sign-in"),
    "users create": ("ada@agency.example --name Ada", 0, "ada@agency.example has an account"),
    "users suspend": ("nobody@agency.example", 1, "Nobody has an account"),
    "users restore": ("nobody@agency.example", 1, "Nobody has an account"),
    "users sign-out": ("nobody@agency.example", 1, "Nobody has an account"),
    "users remove-factors": ("nobody@agency.example", 1, "Nobody has an account"),
    "users provider": ("google --off", 0, "Google was off already."),
    "users providers": ("", 0, "provider"),
    "users elsewhere": ("", 0, "People sign in elsewhere."),
    "users here": ("", 0, "People sign in here."),
    "orgs list": ("", 0, "owner"),
    "orgs found": ("Second --owner nobody@agency.example", 1, "Nobody has an account"),
    "orgs members": ("", 0, "rank"),
    "orgs invite": ("new@agency.example", 0, "new@agency.example is invited"),
    "orgs rank": ("nobody@agency.example viewer", 1, "No member has the address"),
    "orgs remove": ("nobody@agency.example", 1, "No member has the address"),
    "orgs require-mfa": ("on", 0, "people need a second factor"),
    "keys create": ("Import", 0, "sb_key_"),
    "keys list": ("", 0, "ends with"),
    "keys remove": (NOBODY, 1, f"There is no key {NOBODY}"),
    "runs list": ("", 0, "proposal"),
    "runs show": (NOBODY, 1, f"There is no run {NOBODY}"),
    "runs resume": (f"{NOBODY} --from any", 1, f"There is no run {NOBODY}"),
    "runs cancel": (NOBODY, 1, f"There is no run {NOBODY}"),
    "worker": ("--until-idle", 0, ""),
    "audit": ("", 0, "Sealed. "),
    "prove": ("--in-place --quick --tables clients", 0, "Sealed. "),
    "backup": ("{folder}/all.dump", 0, "keep all.dump.json with it"),
    "restore": ("{folder}/none.dump", 1, "There is no "),
    "audit-log verify": ("", 0, "Agency: "),
    "audit-log head": ("", 0, ""),
    "audit-log list": ("--limit 200", 0, "organization.founded"),
    "audit-log erase-addresses": ("--before 2000-01-01", 0, "erased now: 0."),
    "jobs list": ("", 0, "queued at"),
    "jobs show": (NOBODY, 1, f"There is no job {NOBODY}"),
    "jobs retry": (NOBODY, 1, f"{NOBODY} is not"),
    "jobs cancel": (f"{NOBODY} --reason none", 1, f"{NOBODY} is not"),
    "jobs tail": ("--org Nobody", 1, "“Nobody”"),
    "jobs stats": ("", 0, "oldest"),
    "jobs stop": ("--reason none --type nobody.knows", 0, "Stopped."),
    "jobs resume": ("--reason none --type nobody.knows.either", 0, "Nothing to resume."),
    "schedules list": ("", 0, "cron"),
    "schedules set": ("daily --type nobody.knows --cron 0␣9␣*␣*␣*", 0, "daily runs next at"),
    "schedules remove": ("none", 1, "“none”"),
    "schedules next": ("none", 1, "“none”"),
    "services import": ("{folder}/prices.csv", 0, "1 services"),
    "services currency": ("", 0, "EUR"),
    "mail test": ("ada@northrup.example", 0, "No mail leaves this machine"),
    "models list": ("", 0, "No model is set"),
    "models test": ("", 0, "No model is set"),
    "models set-key": ("", 1, "secret: give the key as the vendor gave it"),
    "models remove-key": ("", 0, "Nothing to remove."),
    "keys rotate": ("", 0, "authenticated by key"),
    "logins reset": ("", 0, "New passwords for"),
    "operator appoint": ("nobody@example.org", 1, "sign up first"),
    "down": ("", 0, "Stopped."),
}
"""Arguments of each command, its exit code, and a part of its output."""
ELSEWHERE = {"demo", "serve"}
"""Commands that test_commands.py and test_serve.py run in a process, as long as ten of these."""


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    with temporary_home() as path:
        home = Home(path)
        assert home("up").returncode == 0
        People(home.installation).found("Agency")
        yield home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "note.md").write_text("# Testing\n\nWe test with readers every second week.\n")
    (tmp_path / "brief.md").write_text("We need a website with 12 pages before 1 March 2027.\n")
    (tmp_path / "prices.csv").write_text("name,price\nCare,920\n")
    return tmp_path


@pytest.mark.full
@pytest.mark.parametrize("path", everything(), ids=lambda path: path or "sealedbid")
def test_help_imports_what_parses_arguments_and_no_other_command(path: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOLD, *path.split(), "--help"],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"Usage: {f'sealedbid {path}'.strip()} [OPTIONS]")
    imported = set(done.stderr.split())
    packages = {name.partition(".")[0] for name in imported if not name.startswith("_")}
    packages -= sys.stdlib_module_names
    assert packages <= LISTING | (PARSING if path else set())
    modules = dict.fromkeys(one.target.partition(":")[0] for one in COMMANDS)
    chosen = [one.target.partition(":")[0] for one in COMMANDS if path.split()[:1] == [one.name]]
    assert [module for module in modules if f"sealedbid.cli.{module}" in imported] == chosen


@pytest.mark.full
@pytest.mark.parametrize("path", RUNS)
def test_each_command_runs_as_a_process(home: Home, folder: Path, path: str) -> None:
    given, code, said = RUNS[path]
    arguments = [word.format(folder=folder).replace("␣", " ") for word in given.split()]
    done = home.process(*path.split(), *arguments)
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_no_command_is_left_out() -> None:
    assert set(leaves()) == RUNS.keys() | ELSEWHERE


def test_what_is_tested_is_the_tree_that_the_tests_are_in() -> None:
    tree = str(Path(__file__).parents[2] / "src" / "sealedbid" / "__init__.py")
    assert sealedbid.__file__ == tree
    done = subprocess.run(
        [sys.executable, "-c", "import sealedbid; print(sealedbid.__file__)"],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == tree
