"""Rows of settings of the installation, as repositories return them."""

from __future__ import annotations

from typing import Any

from sealedbid.platform.rows import Row


class SystemSetting(Row, frozen=True, kw_only=True):
    """One setting of the installation."""

    key: str
    value: Any
    description: str
    is_public: bool
