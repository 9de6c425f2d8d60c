"""All commands, from the application itself."""

from __future__ import annotations

from typing import Any

from sealedbid.cli.app import COMMANDS, app


def everything() -> dict[str, Any]:
    """Every group and command by the words after `sealedbid`; the root is ''."""
    found: dict[str, Any] = {"": app}
    for deferred in COMMANDS:
        found[str(deferred.name)] = command = deferred.load()
        for name, one in getattr(command, "commands", {}).items():
            found[f"{deferred.name} {name}"] = one
    return found


def leaves() -> list[str]:
    """Commands that are no groups."""
    return [path for path, command in everything().items() if not hasattr(command, "commands")]


def first_paragraph(command: Any) -> str:
    """The first paragraph of a help text, on one line."""
    return " ".join(str(command.help).split("\n\n")[0].split())
