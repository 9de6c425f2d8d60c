"""Rows of kept answers."""

from __future__ import annotations

from sealedbid.platform.rows import Row


class Claim(Row, frozen=True, kw_only=True):
    """What a key stood for when it was claimed; the rest is None if it ``is_new``.

    ``is_same`` is False if another request had claimed it. ``body`` is None if it is not repeated.
    """

    is_new: bool
    is_same: bool | None
    status: int | None
    location: str | None
    body: bytes | None
