"""The command line: one module a verb, one sentence an error."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; what a person can act on is one sentence and exit code 1."""
    # Imported here, so that importing the package costs nothing.
    import psycopg
    from rich.console import Console

    from sealedbid.cli.app import app
    from sealedbid.platform.errors import SealedbidError

    try:
        app(prog_name="sealedbid")
    except SealedbidError as error:
        message = str(error)
    except psycopg.Error as error:
        # The primary message alone: DETAIL and CONTEXT may quote rows.
        message = (
            f"PostgreSQL said: {error.diag.message_primary or str(error).partition(chr(10))[0]}"
        )
    except KeyboardInterrupt:
        sys.exit(130)
    else:
        return
    Console(stderr=True, soft_wrap=True, highlight=False).print(
        "sealedbid:", style="bold red", end=" "
    )
    Console(stderr=True, soft_wrap=True, highlight=False).print(message, markup=False)
    sys.exit(1)
