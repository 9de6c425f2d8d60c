"""What ends an audit, a proof or an exposure before its verdict."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class IsolationError(SealedbidError):
    """The check could not be made, so it says nothing about the database."""
