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
        _fail(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        import psycopg  # a command that raised one has loaded it

        if not isinstance(error, psycopg.Error):
            raise
        # The primary message alone: DETAIL and CONTEXT may quote rows.
        first_line = str(error).partition("\n")[0]
        _fail(f"PostgreSQL said: {error.diag.message_primary or first_line}")


def _fail(message: str) -> None:
    from rich.console import Console

    console = Console(stderr=True, soft_wrap=True, highlight=False)
    console.print("sealedbid:", style="bold red", end=" ")
    console.print(message, markup=False)
    sys.exit(1)
