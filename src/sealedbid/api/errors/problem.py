"""One problem as it is answered (RFC 9457), and those that several classes of errors share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Problem:
    """The fixed part of an answer; ``type`` is a slug that stays, ``remedy`` a sentence."""

    status: int
    type: str
    remedy: str
    headers: Mapping[str, str] = field(default_factory=dict)


INTERNAL: Final = Problem(500, "internal", "Tell the operator the id of the request.")
AGAIN: Final = Problem(
    503, "unavailable", "Send the request again in a moment.", {"Retry-After": "1"}
)
BUSY: Final = Problem(409, "busy", "Send the request again in a second.", {"Retry-After": "1"})
CREDENTIAL: Final = Problem(
    401, "credential-refused", "Sign in again, or use another key.", {"WWW-Authenticate": "Bearer"}
)
NOT_FOUND: Final = Problem(404, "not-found", "Look at the list of those there are.")
CHANGED: Final = Problem(409, "state-changed", "Read it again, and decide anew.")
INVALID: Final = Problem(422, "invalid-input", "Change the field that is named.")
