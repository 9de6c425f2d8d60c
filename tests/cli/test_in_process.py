"""The surroundings of a command that runs in process, before and after it."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import pytest

from tests.fixtures.commands import Commands, sealedbid


def test_a_command_in_process_finds_no_variable_of_the_tests(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1:1/elsewhere")
    monkeypatch.setenv("SEALEDBID_POOL_MAX_SIZE", "many")
    done = sealedbid("status", SEALEDBID_HOME=str(tmp_path / "none"))
    assert done.returncode == 3, done.stderr
    assert f"Nothing runs in {tmp_path / 'none'}." in done.stdout
    assert os.environ["SEALEDBID_POOL_MAX_SIZE"] == "many"


def test_a_command_in_process_leaves_streams_arguments_and_logging_alone(tmp_path: Path) -> None:
    before = sys.stdout, sys.stderr, sys.argv, list(logging.getLogger().handlers)
    assert sealedbid("migrate", DATABASE_URL="not a url").returncode == 1
    assert (sys.stdout, sys.stderr, sys.argv, list(logging.getLogger().handlers)) == before


async def test_a_command_in_process_runs_beside_the_event_loop_of_a_test(run: Commands) -> None:
    """`audit-log head` has an event loop of its own."""
    done = run("audit-log", "head")
    assert done.returncode == 1
    assert "There is no organization yet" in done.stderr
    done = run("services", "import", __file__)
    assert done.returncode == 1
    assert done.stderr.startswith("sealedbid: ")


def test_a_defect_is_a_traceback_and_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr("sealedbid.platform.config.read_settings", broken)
    done = sealedbid("status")
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "ZeroDivisionError: a defect" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Usage: sealedbid"),
        (("absent",), "No such command 'absent'"),
        (("job",), "Did you mean 'jobs'?"),
        (("jobs", "absent"), "No such command 'absent'"),
        (("jobs", "cancel", "x", "--reason", "y"), "Invalid value for"),
        (("migrate", "--absent"), "No such option"),
    ],
)
def test_what_is_mistyped_is_told_with_exit_code_2(arguments: tuple[str, ...], said: str) -> None:
    done = sealedbid(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
