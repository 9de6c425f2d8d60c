"""The form of log lines, apart from `logging` so that an option can name it without structlog."""

from __future__ import annotations

from enum import StrEnum


class LogFormat(StrEnum):
    """Form of log lines; ``auto`` is text at a terminal and JSON elsewhere."""

    auto = "auto"
    text = "text"
    json = "json"
