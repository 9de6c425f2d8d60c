"""Named statements in .sql files: the only SQL of the product outside the database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from typing import LiteralString

_KNOWN: set[str] = set()
_NAME = re.compile(r"^-- name: ([a-z][a-z0-9_]*)$")


def is_own(statement: object) -> bool:
    """True if this is, letter by letter, a statement of a file that ``Queries`` has read.

    A text that was pasted together is not, whatever it was made of: a file holds no input.
    """
    return isinstance(statement, str) and statement in _KNOWN


class Queries:
    """The statements of one file, by name; read when the first is asked for.

    A block begins with ``-- name: <name>``, a line of comment that says what it does, and ends at
    the next block. Parameters are named, ``%(like_this)s``; ``%(org_id)s`` is always there.
    """

    def __init__(self, package: str, table: str) -> None:
        self.package = package
        self.table = table

    def __getitem__(self, name: str) -> LiteralString:
        return self._blocks[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._blocks)

    @cached_property
    def _blocks(self) -> dict[str, LiteralString]:
        text = (files(self.package) / "queries" / f"{self.table}.sql").read_text(encoding="utf-8")
        blocks: dict[str, list[str]] = {}
        lines: list[str] = []
        for line in text.splitlines():
            if match := _NAME.match(line):
                lines = blocks.setdefault(match[1], [])
                if lines:
                    raise ValueError(
                        f"{self.package}: two statements of {self.table} are {match[1]}"
                    )
            elif not line.startswith("--"):
                lines.append(line)
        # A file of the package is as literal as a string in its code.
        statements: dict[str, LiteralString] = {
            name: "\n".join(block).strip() for name, block in blocks.items()
        }
        _KNOWN.update(statements.values())
        return statements
