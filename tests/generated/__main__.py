"""Write the generated files and remove those of objects that are gone.

With --check, name those that are stale or too many and exit with 1.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import psycopg

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import login_password
from tests.generated.api import api, openapi
from tests.generated.configuration import configuration
from tests.generated.errors import errors
from tests.generated.imports import imports
from tests.generated.lists import filled
from tests.generated.schema import schema

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "db" / "schema"


def contents() -> dict[Path, str]:
    """Return the text of every generated file, from a database that is migrated for it."""
    readme = ROOT / "db" / "README.md"
    page = ROOT / "docs" / "reference" / "api.md"
    with tempfile.TemporaryDirectory(prefix="sealedbid-schema-") as folder:
        Path(folder).chmod(0o711)  # as root the server's account must come by
        server = EmbeddedServer(Path(folder) / "home", durable=False)
        server.start()
        try:
            settings = Settings(home=server.status().home)
            migrate(server.url(), lambda login: login_password(settings, login))
            with psycopg.connect(server.url()) as connection:
                lists = filled(readme.read_text(encoding="utf-8"), connection)
            files = schema(server.binaries, server.url("postgres"))
        finally:
            server.stop()
    return {
        **{SCHEMA / path: text for path, text in files.items()},
        readme: lists,
        page: api(page.read_text(encoding="utf-8")),
        ROOT / "docs" / "reference" / "openapi.json": openapi(),
        ROOT / "docs" / "reference" / "configuration.md": configuration(),
        ROOT / "docs" / "reference" / "errors.md": errors(),
        ROOT / "docs" / "reference" / "imports.md": imports(ROOT / "pyproject.toml"),
    }


def main() -> int:
    """Return the exit code: 1 if --check found a file that is stale or too many."""
    wanted = contents()
    is_check = "--check" in sys.argv
    stale = [
        path
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    gone = sorted(set(SCHEMA.rglob("*.sql")) - wanted.keys())
    for path in stale:
        if not is_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        _say(path, "is stale: run make schema" if is_check else "is written")
    for path in gone:
        if not is_check:
            path.unlink()
        _say(path, "is of no object: run make schema" if is_check else "is removed")
    return 1 if is_check and (stale or gone) else 0


def _say(path: Path, what: str) -> None:
    sys.stderr.write(f"{path.relative_to(ROOT)} {what}\n")


if __name__ == "__main__":
    sys.exit(main())
