"""Help texts: one line for each command, the same in both places, and whole at 80 columns."""

from __future__ import annotations

import pytest

from sealedbid.cli.app import COMMANDS
from sealedbid.cli.deferred import DeferredCommand
from tests.cli.tree import everything, first_paragraph
from tests.fixtures.commands import sealedbid

GROUPS = [path for path, command in everything().items() if hasattr(command, "commands")]


@pytest.mark.parametrize("deferred", COMMANDS, ids=lambda deferred: deferred.name)
def test_the_list_says_of_a_command_what_its_own_help_begins_with(
    deferred: DeferredCommand,
) -> None:
    assert first_paragraph(deferred) == first_paragraph(deferred.load())


@pytest.mark.parametrize(
    "group", [pytest.param(one, marks=[pytest.mark.full] if one else []) for one in GROUPS]
)
def test_a_list_of_commands_has_a_whole_sentence_for_each_at_80_columns(group: str) -> None:
    shown = sealedbid(*group.split(), "--help", COLUMNS="80")
    assert shown.returncode == 0
    listed = shown.stdout.partition("Commands:\n")[2].splitlines()
    members = [path for path in everything() if path and path.rpartition(" ")[0] == group]
    assert [line.split()[0] for line in listed] == [path.split()[-1] for path in members]
    for line, path in zip(listed, members, strict=True):
        assert line.endswith(f"  {first_paragraph(everything()[path])}")
        assert line.endswith(".")


@pytest.mark.parametrize("path", [path for path in everything() if path])
def test_every_option_and_argument_says_what_it_does(path: str) -> None:
    command = everything()[path]
    unsaid = [param.name for param in command.params if not getattr(param, "help", None)]
    assert unsaid == []
