"""Refusals of use cases that no domain makes."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class ActingError(SealedbidError):
    """A command of the installation cannot act as it was asked, before anything is written."""
