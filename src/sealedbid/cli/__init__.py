"""The command line: a module for each command; an error is one sentence and an exit code."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command. Print an error that a person can act on as one sentence; exit code 1."""
    # Imported here, so that importing the package costs nothing.
    from sealedbid.cli.app import app
    from sealedbid.platform.errors import SealedbidError

    try:
        app(prog_name="sealedbid")
    except SealedbidError as error:
        from sealedbid.cli.exits import exit_code

        _fail(str(error), exit_code(error))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        from sealedbid.platform.postgres.faults import primary_message

        if (said := primary_message(error)) is None:
            raise
        _fail(f"PostgreSQL said: {said}", 1)


def _fail(message: str, code: int) -> None:
    from rich.console import Console

    console = Console(stderr=True, soft_wrap=True, highlight=False)
    console.print("sealedbid:", style="bold red", end=" ")
    console.print(message, markup=False)
    sys.exit(code)
