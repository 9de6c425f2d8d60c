"""A command whose module is imported only when it is chosen."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_group


class DeferredCommand(TyperCommand):
    """Name of a command and its line in the list of commands; the rest is in its module."""

    def __init__(self, name: str, help: str, target: str) -> None:
        super().__init__(name, help=help, rich_markup_mode=None)
        self.target = target

    def load(self) -> Any:
        """Import the command: ``target`` is its module in this package, and its name there."""
        module, attribute = self.target.split(":")
        found = getattr(import_module(f"sealedbid.cli.{module}"), attribute)
        parent = typer.Typer(add_completion=False, rich_markup_mode=None)
        if isinstance(found, typer.Typer):
            parent.add_typer(found, name=self.name)
        else:
            parent.command(self.name)(found)
        (command,) = get_group(parent).commands.values()
        return command

    def make_context(self, *arguments: Any, **options: Any) -> Any:
        """Parse the arguments as the command itself does, whose context invokes it."""
        return self.load().make_context(*arguments, **options)
