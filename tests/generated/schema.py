"""db/schema.sql: the schema as the migrations make it, for reading and for review."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

HEADER = """\
-- GENERATED from db/migrations by `make schema`; `make check` fails when it is stale.
-- Read the migrations for the reasons; this is what they come to, on PostgreSQL 18.

"""
# What pg_dump says of itself and of the moment, its frames, the random words of restricted mode.
_NOISE = re.compile(
    r"^(--|\\(un)?restrict .*|-- (Dumped|PostgreSQL database dump).*|SET .*"
    r"|SELECT pg_catalog\.set_config.*)\n",
    re.MULTILINE,
)


def schema(binaries: Path, url: str) -> str:
    """The dump of a database, without what changes from run to run."""
    dump = subprocess.run(
        [binaries / "pg_dump", "--schema-only", "--exclude-schema=dbmate", "--dbname", url],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return HEADER + re.sub(r"\n{3,}", "\n\n", _NOISE.sub("", dump)).strip() + "\n"
