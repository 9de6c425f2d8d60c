"""Pages of lists by keyset: a row that stays as it is comes exactly once, whatever else changes."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final, Literal, TypeVar
from uuid import UUID

import msgspec
from fastapi import Query, Request

from sealedbid.api.answers import Page
from sealedbid.api.bodies import check_text
from sealedbid.api.faults import CursorRefusedError, MalformedJsonError
from sealedbid.platform.keyset import Place

MOST: Final = 100
USUAL: Final = 25
_VERSION: Final = 1
_LONGEST: Final = 4000
"""Characters of a cursor."""
_OWN: Final = frozenset({"cursor", "limit"})
"""Parameters that may differ from page to page."""
Item = TypeVar("Item")


class _Cursor(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    version: int
    sort: str
    filters: str
    value: str
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The page that is asked for: ``after`` is None at the beginning."""

    sort: str
    column: str
    after: Place | None
    limit: int
    filters: str

    def of(self, rows: Sequence[Item]) -> Page[Item]:
        """Make the page of rows that were fetched, one more than ``limit`` where there are."""
        data = list(rows[: self.limit])
        more = len(rows) > self.limit
        return Page(data=data, next=self._cursor(data[-1]) if more else None)

    def _cursor(self, row: Any) -> str:
        value = getattr(row, self.column)
        text = value.isoformat() if isinstance(value, datetime) else str(value)
        cursor = _Cursor(_VERSION, self.sort, self.filters, text, row.id)
        return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def paging(sorts: Mapping[str, str]) -> Callable[..., Awaitable[Paging]]:
    """Return a dependency that reads the page of a list.

    ``sorts`` are the columns by the names of their orders, the usual one first; columns are texts
    or times, and never null.
    """
    usual = next(iter(sorts))

    async def read(
        request: Request,
        cursor: Annotated[str | None, Query(max_length=_LONGEST)] = None,
        limit: Annotated[int, Query(ge=1, le=MOST)] = USUAL,
        sort: str = usual,
    ) -> Paging:
        filters = _filters(request)
        column = sorts[sort]
        after = None
        if cursor is not None:
            found = _decode(cursor)
            if (found.version, found.sort, found.filters) != (_VERSION, sort, filters):
                raise CursorRefusedError("The cursor is of a list in another order or selection.")
            after = Place(_value(found.value, column), found.id)
        return Paging(sort=sort, column=column, after=after, limit=limit, filters=filters)

    # Named here: an annotation of the function could not use what it was given.
    read.__annotations__["sort"] = Literal[tuple(sorts)]
    return read


def _filters(request: Request) -> str:
    """Return a hash of all parameters that select rows."""
    given = sorted(item for item in request.query_params.multi_items() if item[0] not in _OWN)
    path = sorted(request.path_params.items())
    return hashlib.sha256(msgspec.json.encode([given, path])).hexdigest()[:16]


def _decode(text: str) -> _Cursor:
    try:
        content = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        return msgspec.json.decode(content, type=_Cursor)
    except (binascii.Error, ValueError, RecursionError):
        raise CursorRefusedError("The cursor is none of those that were given.") from None


def _value(text: str, column: str) -> str:
    """Return the value if the column can have it: it is the caller's, as all of the cursor is."""
    try:
        if column.endswith("_at"):
            return datetime.fromisoformat(text).isoformat()
        return check_text(text)
    except (ValueError, MalformedJsonError):
        raise CursorRefusedError("The cursor is none of those that were given.") from None
