"""Writes the judges' findings at each hole into the page; reports unexplained ones of ours."""

from __future__ import annotations

import sys
from pathlib import Path

from sealedbid.platform.config import Settings
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import login_password
from tests.fixtures.pages import write_table
from tests.fixtures.server import Installation, temporary_server
from tests.judges.explained import faults, lint_ours
from tests.judges.planted import TABLE, measure, planted_database
from tests.judges.tools import PAGE, PGRLS, ROOT


def main() -> int:
    """Run the judges. Exit code 1 if one is missing, or a finding on our schema is unexplained."""
    if not PGRLS.exists():
        sys.stderr.write(f"{_name(PGRLS)} is not there: make test-full installs it\n")
        return 1
    with planted_database() as server:
        write_table(PAGE, TABLE, measure(server.url()))
    sys.stdout.write(f"wrote {_name(PAGE)}\n")
    with temporary_server() as server:
        settings = Settings(home=server.status().home, database_address=server.url())
        migrate(server.url(), lambda login: login_password(settings, login))
        installation = Installation(settings, "sealedbid", server.url(), server.url("postgres"))
        wrong = faults(lint_ours(installation))
    sys.stderr.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
