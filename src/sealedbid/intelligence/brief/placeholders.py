"""Places that somebody forgot to fill in: "[insert section]", "____", "XXX"."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(
    r"\[[^\[\]]{0,60}\b(?:insert|enter|name|date|section|title|tbd|to be|add|your|hier|insérer"
    r"|insertar|invullen|einfügen|nom|nombre|naam)\b[^\[\]]{0,60}\]|<<[^<>]{1,60}>>|_{4,}|\.{6,}"
    r"|\bX{3,}\b|\blorem ipsum\b|\{\{[^{}]{1,60}\}\}|\{[a-z_ ]{2,40}\}",
    re.IGNORECASE,
)
