"""Input types: texts that can be stored, ids in one form, models without unknown fields."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, TypeAlias
from uuid import UUID

from fastapi import Path, Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from starlette.convertors import Convertor, register_url_convertor

_ID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def _storable(text: str) -> str:
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError("holds U+0000 or half of a surrogate pair")
    return text


def _hyphenated(value: Any) -> Any:
    """Refuse the other forms in which Python reads a UUID: braces, URNs, no hyphens."""
    if isinstance(value, str) and not _ID.fullmatch(value):
        raise ValueError("give the id as it was given, with its hyphens")
    return value


class IdConvertor(Convertor[UUID]):
    """Ids in paths: a part of another form is the name of another route, or of none."""

    regex = _ID.pattern

    def convert(self, value: str) -> UUID:
        """Return the id."""
        return UUID(value)

    def to_string(self, value: UUID) -> str:
        """Return the part of a path."""
        return str(value)


register_url_convertor("id", IdConvertor())
Text: TypeAlias = Annotated[str, AfterValidator(_storable)]
"""A text that the database can store."""
Id: TypeAlias = Annotated[UUID, BeforeValidator(_hyphenated)]
"""An id in the form in which answers give it."""
PathId: TypeAlias = Annotated[UUID, BeforeValidator(_hyphenated), Path()]
"""The same as a part of the path."""
Words: TypeAlias = Annotated[
    str, AfterValidator(_storable), Query(min_length=1, max_length=200, description="Words.")
]
"""Words that a list is searched for; the beginning of each is enough."""
FOUND_AT_MOST: Final = 50
"""Rows that a search answers: who needs the next ones asks better words."""


def _without_defaults(schema: dict[str, Any]) -> None:
    for field in schema.get("properties", {}).values():
        field.pop("default", None)


class Incoming(BaseModel):
    """The body of a request; a field that is not known is refused."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, frozen=True)

    def given(self) -> dict[str, Any]:
        """Return the fields that the request gave."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class Change(Incoming):
    """The fields of a row that change; the others stay, so that no default is ever used."""

    model_config = ConfigDict(json_schema_extra=_without_defaults)
