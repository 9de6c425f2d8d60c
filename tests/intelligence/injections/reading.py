"""The cases of injections, read from cases/*.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

Carrier = Literal["brief", "page", "service", "name", "answer", "title"]
CARRIER_OF: dict[str, Carrier] = {"briefs": "brief", "pages": "page"}
FOLDER = Path(__file__).parent / "cases"


class Case(BaseModel):
    """A text with an order in it, the carrier that brings it, and what must not come of it.

    ``never`` are words that the client's document must not have, ``obeyed`` the sentences of a
    model that does as it was told. ``hole`` says why the case fails today, of those that do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    kind: str
    carrier: Carrier
    text: str
    never: list[str]
    obeyed: list[str]
    hole: str = ""


@cache
def cases() -> tuple[Case, ...]:
    """All cases, those of a file with the carrier of the file unless they name another."""
    found = []
    for file in sorted(FOLDER.glob("*.toml")):
        carrier = CARRIER_OF.get(file.stem)
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            found.append(Case.model_validate({"carrier": carrier, **row}))
    return tuple(found)
