"""A refused command ends with one sentence and the exit code of the error's class."""

from __future__ import annotations

import pytest

from tests.fixtures.commands import Commands
from tests.fixtures.people import People, World


@pytest.fixture(scope="module")
def world(run: Commands) -> World:
    """Two organizations."""
    return People(run.installation).world()


@pytest.mark.parametrize(
    ("command", "code", "sentence"),
    [
        (("jobs", "stop", "--reason", " "), 1, "A reason has to be given."),
        (
            ("schedules", "set", "purge", "--type", "system.purge", "--cron", "0 3 * * *"),
            77,
            "job_type: not allowed: only the operator schedules jobs of the reserved types.",
        ),
        (
            ("schedules", "set", "long", "--type", f"a{'b' * 200}", "--cron", "0 3 * * *"),
            1,
            "job_type: use lower-case letters, digits, _ and dots.",
        ),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else None,
)
def test_a_refusal_is_one_sentence(
    run: Commands, world: World, command: tuple[str, ...], code: int, sentence: str
) -> None:
    org = ("--org", world.a.name) if command[0] == "schedules" else ()
    done = run(*command, *org)
    assert (done.returncode, said(done.stderr)) == (code, sentence)


def said(stderr: str) -> str:
    """The one line after the program's name."""
    assert stderr.count("\n") == 1, stderr
    assert stderr.startswith("sealedbid: ")
    return stderr.removeprefix("sealedbid: ").removesuffix("\n")
