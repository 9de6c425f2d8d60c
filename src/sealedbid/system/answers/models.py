"""Rows of kept answers."""

from __future__ import annotations

from sealedbid.platform.rows import Row


class Claim(Row, frozen=True, kw_only=True):
    """The answer that a claimed key stood for; all but ``is_new`` is None if it is new.

    ``is_same`` is False if another request had claimed it. ``body`` is None if it is not repeated.
    """

    is_new: bool
    is_same: bool | None
    status: int | None
    location: str | None
    body: bytes | None
