"""Why the embedded server cannot be had, with what to do about it."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class EmbeddedServerError(SealedbidError):
    """The embedded server cannot be made, started or stopped."""


class UnreachableHomeError(EmbeddedServerError):
    """The account that runs the server cannot come to the home."""
