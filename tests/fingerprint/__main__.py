"""Compare the schemas of two databases, or one with the fingerprint that is committed.

    python -m tests.fingerprint                 a database that is migrated for it, and the file
    python -m tests.fingerprint URL             this database, and the file
    python -m tests.fingerprint URL URL         these two, with the text of what differs
    python -m tests.fingerprint --write [URL]   write the file

Connect as a superuser: the rows of every table are read. Exit code 1: they differ.
"""

from __future__ import annotations

import difflib
import re
import sys
from pathlib import Path
from typing import Final

import psycopg

from sealedbid.platform.config import Settings
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import login_password
from tests.fingerprint.catalog import Objects, lines, read
from tests.fixtures.server import temporary_server

FILE: Final = Path(__file__).parents[1] / "schema-fingerprint.txt"


def of_database(url: str) -> Objects:
    """The fingerprint of the database at this address."""
    with psycopg.connect(url) as connection:
        return read(connection)


def of_migrations() -> Objects:
    """The fingerprint of an empty database with every migration."""
    with temporary_server() as server:
        settings = Settings(home=server.status().home)
        migrate(server.url(), lambda login: login_password(settings, login))
        return of_database(server.url("postgres"))


def differences(old: list[str], new: list[str]) -> list[str]:
    """Lines of one fingerprint that the other has not, with - and + before them."""
    return [
        line
        for line in difflib.unified_diff(old, new, lineterm="", n=0)
        if not line.startswith(("---", "+++", "@@"))
    ]


def explained(old: Objects, new: Objects) -> list[str]:
    """The text of each object that is different, as it was and as it is."""
    found: list[str] = []
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key, ""), new.get(key, "")
        if before != after:
            found += ["", f"== {' '.join(key)}"]
            found += differences(_pieces(before), _pieces(after))
    return found


def _pieces(text: str) -> list[str]:
    """The text in lines that are short enough to be compared."""
    return re.split(r"(?<=[;,(]) ", text)


def main(arguments: list[str]) -> int:
    """Exit code: 1 where the two differ."""
    urls = [argument for argument in arguments if argument != "--write"]
    new = of_database(urls[-1]) if urls else of_migrations()
    if "--write" in arguments:
        FILE.write_text("\n".join(lines(new)) + "\n", encoding="utf-8")
        sys.stdout.write(f"wrote {FILE.name}: {len(new)} objects\n")
        return 0
    if len(urls) == 2:
        found = explained(of_database(urls[0]), new)
    else:
        found = differences(FILE.read_text(encoding="utf-8").splitlines(), lines(new))
    sys.stdout.write("\n".join([*found, f"{len(new)} objects, {len(found)} lines differ"]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
