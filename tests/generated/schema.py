"""db/schema: what the migrations come to, one file an object, for reading and for review."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from pathlib import Path, PurePath
from typing import Final, NamedTuple

HEADER: Final = (
    "-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.\n\n"
)
_ENTRY: Final = re.compile(
    r"^-- Name: (?P<name>.*); Type: (?P<type>[A-Z ]+); Schema: (?P<schema>\S+); Owner: .*\n",
    re.MULTILINE,
)
# What pg_dump says of itself and of the moment, its frames, the random words of restricted mode.
_NOISE: Final = re.compile(
    r"^(--|\\(un)?restrict .*|-- (Dumped|PostgreSQL database dump).*|SET .*"
    r"|SELECT pg_catalog\.set_config.*)\n",
    re.MULTILINE,
)
_NO_OBJECT: Final = {"EXTENSION": "extensions", "DEFAULT ACL": "default_privileges"}
"""Types that belong to no object in a schema, and the file that has all of them."""
_OF_TABLE: Final = ("CONSTRAINT", "FK CONSTRAINT", "TRIGGER", "POLICY", "DEFAULT")
"""Types whose entries are named after their table and themselves."""
_INDEXED: Final = re.compile(r"CREATE (?:UNIQUE )?INDEX .*? ON (?:ONLY )?\S+\.(\S+) ")


class Entry(NamedTuple):
    """One part of a dump."""

    name: str
    type: str
    schema: str
    text: str


def schema(binaries: Path, url: str) -> dict[PurePath, str]:
    """Every file below db/schema, by its path there: <schema>/<object>.sql.

    Functions of one name share a file, also with a table of that name. What belongs to a schema
    itself stands in <schema>.sql. Raises LookupError for a type of object that is not known here.
    """
    dump = subprocess.run(
        [binaries / "pg_dump", "--schema-only", "--exclude-schema=dbmate", "--dbname", url],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    entries = list(_entries(_NOISE.sub("", dump)))
    indexes = {e.name: _INDEXED.search(e.text) for e in entries if e.type == "INDEX"}
    tables = {name: found[1] for name, found in indexes.items() if found}
    texts: dict[PurePath, list[str]] = defaultdict(list)
    for entry in entries:
        texts[_path(entry, tables)].append(re.sub(r"\n{3,}", "\n\n", entry.text.strip()))
    return {path: HEADER + "\n\n".join(texts[path]) + "\n" for path in sorted(texts)}


def _entries(dump: str) -> list[Entry]:
    starts = [*_ENTRY.finditer(dump)]
    ends = [*(match.start() for match in starts[1:]), len(dump)]
    return [
        Entry(match["name"], match["type"], match["schema"], dump[match.end() : end])
        for match, end in zip(starts, ends, strict=True)
    ]


def _path(entry: Entry, tables: dict[str, str]) -> PurePath:
    """The file of the object that the entry belongs to; ``tables`` by the names of indexes."""
    kind, name = entry.type, entry.name
    if kind in _NO_OBJECT:
        return PurePath(f"{_NO_OBJECT[kind]}.sql")
    if kind in ("COMMENT", "ACL"):
        kind, _, name = name.partition(" ")
        if kind in ("CONSTRAINT", "TRIGGER", "POLICY"):  # they stand ON a table
            kind, name = "TABLE", name.rpartition(" ON ")[2]
        elif kind == "COLUMN":
            kind, name = "TABLE", name.partition(".")[0]
    elif kind in _OF_TABLE:
        kind, name = "TABLE", name.partition(" ")[0]
    if entry.schema == "pg_catalog":  # what was taken from PUBLIC of the server's own functions
        return PurePath("pg_catalog.sql")
    if kind == "EXTENSION":
        return PurePath("extensions.sql")
    if kind == "SCHEMA":
        return PurePath(f"{name}.sql")
    if kind == "INDEX":
        return PurePath(entry.schema, f"{tables[name]}.sql")
    if kind == "FUNCTION":
        return PurePath(entry.schema, f"{name.partition('(')[0]}.sql")
    if kind in ("TABLE", "ROW SECURITY", "VIEW", "SEQUENCE", "TYPE", "DOMAIN"):
        return PurePath(entry.schema, f"{name}.sql")
    raise LookupError(f"tests/generated/schema.py does not know where a {kind} belongs: {name}")
