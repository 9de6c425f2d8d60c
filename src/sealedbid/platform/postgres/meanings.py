"""Names of checks that say their meaning: ``<table>_<column>_<meaning>``."""

from __future__ import annotations

from typing import Final

MEANINGS: Final = {
    "given": "it is empty, or too long",
    "known": "this is none of the values that there are",
    "is_an_address": "this is not an e-mail address",
    "is_iso_4217": "give a currency by its three letters, as EUR",
    "is_a_tag": "give a language by its tag, as en or de-AT",
    "is_a_name": "use lower-case letters, digits and _, with dots between words",
    "is_a_type": "give a type of file, as text/plain",
    "is_a_share": "give a number from 0 to 1",
    "is_web": "give an address that begins with https://",
    "is_short": "it is too long",
    "is_object": "give a JSON object",
    "are_a_list": "give a list",
    "in_range": "this is out of range",
    "not_negative": "this is less than 0",
    "counted": "this is less than 1",
    "few": "there are too many",
}


def meaning_of(table: str, constraint: str) -> tuple[str, str] | None:
    """The column and what is wrong with it; None where the name does not say it."""
    rest = constraint.removeprefix(f"{table}_")
    if rest == constraint:
        return None
    for suffix, words in MEANINGS.items():
        if rest.endswith(f"_{suffix}"):
            return rest.removesuffix(f"_{suffix}"), words
    return None
