"""The kind of knowledge that a path tells."""

from __future__ import annotations

from pathlib import PurePosixPath

from sealedbid.intelligence.models import ContentType

FOLDERS: dict[str, ContentType] = {
    "voice": "voice",
    "services": "service",
    "case-studies": "case_study",
    "pricing": "pricing",
    "faq": "faq",
    "policies": "policy",
    "past-proposals": "past_proposal",
    "people": "bio",
    "internal": "internal",
}


def content_type_of(path: str) -> ContentType:
    """Return the kind of knowledge that the nearest folder's name tells, otherwise a policy."""
    for folder in reversed(PurePosixPath(path).parent.parts):
        if known := FOLDERS.get(folder.lower().replace("_", "-")):
            return known
    return "policy"
