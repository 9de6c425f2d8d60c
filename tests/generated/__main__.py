"""Write the generated files, or with --check say which are stale and exit with 1."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import psycopg

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import login_password
from tests.generated.configuration import configuration
from tests.generated.errors import errors
from tests.generated.lists import filled
from tests.generated.schema import schema

ROOT = Path(__file__).parents[2]


def contents() -> dict[Path, str]:
    """What every generated file has to hold."""
    readme = ROOT / "db" / "README.md"
    with tempfile.TemporaryDirectory(prefix="sealedbid-schema-") as folder:
        Path(folder).chmod(0o711)  # as root the server's account must come by
        server = EmbeddedServer(Path(folder) / "home", durable=False)
        server.start()
        try:
            settings = Settings(home=server.status().home)
            migrate(server.url(), lambda login: login_password(settings, login))
            with psycopg.connect(server.url()) as connection:
                lists = filled(readme.read_text(encoding="utf-8"), connection)
            dump = schema(server.binaries, server.url("postgres"))
        finally:
            server.stop()
    return {
        ROOT / "db" / "schema.sql": dump,
        readme: lists,
        ROOT / "docs" / "reference" / "configuration.md": configuration(),
        ROOT / "docs" / "reference" / "errors.md": errors(),
    }


def main() -> int:
    """Exit code: 1 when something is stale and was only to be checked."""
    stale = {
        path: text
        for path, text in contents().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        name = path.relative_to(ROOT)
        if "--check" in sys.argv:
            sys.stderr.write(f"{name} is stale: run make schema\n")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"wrote {name}\n")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
