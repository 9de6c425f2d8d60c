"""The lints, read from their files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, Literal, LiteralString, TypeAlias, get_args

Level: TypeAlias = Literal["error", "warning"]
Scope: TypeAlias = Literal["sealed", "any"]

LEVELS: Final = get_args(Level)
_SCOPES: Final = get_args(Scope)
_FILE = re.compile(r"(?P<number>\d{4})_(?P<name>[a-z][a-z0-9_]*)\.sql")
_HEAD = re.compile(r"-- (title|level|scope|needs): (.+)")


@dataclass(frozen=True, slots=True)
class Lint:
    """A question to the catalog; each row of its answer is a fault."""

    number: str
    name: str
    title: str
    """The rule that holds if there is no fault."""
    level: Level
    scope: Scope
    """``sealed`` lints need Sealedbid's own seal; ``any`` lints suit every tenant database."""
    needs: str | None
    """A function of the server that only some roles may call; the lint runs as one of them."""
    statement: LiteralString

    @property
    def label(self) -> str:
        """Number and name, as in the names of its files."""
        return f"{self.number}_{self.name}"

    @property
    def page(self) -> str:
        """The lint's page in Markdown: the fault, the leak, the remedy."""
        return (_folder() / f"{self.label}.md").read_text(encoding="utf-8")


@cache
def read_lints() -> tuple[Lint, ...]:
    """Every lint, by number."""
    found = [_read(file) for file in _folder().iterdir() if file.name.endswith(".sql")]
    return tuple(sorted(found, key=lambda lint: lint.number))


def _folder() -> Traversable:
    return files("sealedbid.isolation.audit") / "lints"


def _read(file: Traversable) -> Lint:
    match = _FILE.fullmatch(file.name)
    text = file.read_text(encoding="utf-8")
    head = dict(_HEAD.findall(text))
    if match is None or head.get("level") not in LEVELS or head.get("scope") not in _SCOPES:
        raise ValueError(f"{file.name}: no number and name, or no title, level and scope on top")
    return Lint(
        number=match["number"],
        name=match["name"],
        title=head["title"],
        level=head["level"],
        scope=head["scope"],
        needs=head.get("needs"),
        statement=text,
    )
