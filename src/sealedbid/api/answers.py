"""Output types: rows encoded as they are, pages, and versions."""

from __future__ import annotations

import re
from collections.abc import Awaitable
from typing import Annotated, Any, Final, Generic, NoReturn, TypeAlias, TypeVar

import msgspec
from fastapi import Depends, Request

from sealedbid.api.caller import caller_of
from sealedbid.api.faults import VersionMissingError, VersionPassedError
from sealedbid.platform.errors import NotFoundError

Row = TypeVar("Row")
encode: Final = msgspec.json.Encoder(decimal_format="string").encode
"""Rows to JSON; decimals are texts, because a reader's float would round them."""
_ETAG: Final = re.compile(r'"([0-9]{1,9})"')


class Page(msgspec.Struct, Generic[Row], frozen=True, kw_only=True):
    """A page of a list; ``next`` is the cursor of the next one, null on the last."""

    data: list[Row]
    next: str | None


class Html:
    """A page for a browser; its refusals are pages too, or lead elsewhere."""


class Match:
    """The version that the caller has read; None means that any will do."""

    __slots__ = ("version",)

    def __init__(self, version: int | None) -> None:
        self.version = version

    async def refuse(self, current: Awaitable[Any]) -> NoReturn:
        """Raise VersionPassedError if the row is there in another version, else NotFoundError."""
        row = await current
        if row is None:
            raise NotFoundError("There is none with this id.")
        raise VersionPassedError(row.lock_version)


async def _match(request: Request) -> Match:
    given = request.headers.getlist("if-match")
    if not given:
        raise VersionMissingError("Send If-Match with the ETag of the version that you have read.")
    if given == ["*"] and caller_of(request).kind == "key":
        return Match(None)
    found = _ETAG.fullmatch(given[0].strip()) if len(given) == 1 else None
    if found is None:
        raise VersionMissingError("If-Match takes one ETag as it was given, in its quotes.")
    return Match(int(found[1]))


IfMatch: TypeAlias = Annotated[Match, Depends(_match)]
"""The parameter of a handler that changes or removes a row with a version."""


def etag(answer: Any) -> str | None:
    """Return the ETag of a row with a version, None of anything else."""
    version = getattr(answer, "lock_version", None)
    return None if version is None else f'"{version}"'
