"""Types of content, apart from the rows so that an option can name them."""

from __future__ import annotations

from typing import Literal, TypeAlias

ContentType: TypeAlias = Literal[
    "voice",
    "service",
    "case_study",
    "pricing",
    "faq",
    "policy",
    "past_proposal",
    "bio",
    "internal",
]
