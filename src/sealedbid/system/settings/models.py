"""Rows of settings of the installation, as repositories return them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemSetting:
    """One setting of the installation."""

    key: str
    value: Any
    description: str
    is_public: bool
