"""Errors of the embedded server; each text says what to do."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class EmbeddedServerError(SealedbidError):
    """The embedded server cannot be created, started or stopped."""


class UnreachableHomeError(EmbeddedServerError):
    """The account that runs the server may not enter the home folder."""
