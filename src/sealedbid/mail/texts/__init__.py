"""The texts of mails, a file for each language; English stands in for languages without one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

LANGUAGES: Final = ("en", "de")


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts in one language; braces in them stand for params."""

    language: str
    words: Mapping[str, str]
    facts: Mapping[str, str]
    roles: Mapping[str, str]
    reasons: Mapping[str, str]
    mails: Mapping[str, Mapping[str, Any]]


def texts_for(locale: str) -> Texts:
    """Return the texts for a locale such as ``de`` or ``de-AT``."""
    language = locale.replace("_", "-").split("-")[0].lower()
    return _read(language if language in LANGUAGES else LANGUAGES[0])


@lru_cache(maxsize=len(LANGUAGES))
def _read(language: str) -> Texts:
    path = files("sealedbid.mail.texts") / f"{language}.toml"
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    shared = {name: read.pop(name) for name in ("words", "facts", "roles", "reasons")}
    return Texts(language=language, mails=read, **shared)
