"""Errors of sign-in as clients of Supabase's auth server read them: {code, error_code, msg}."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from fastapi import Request, Response

from sealedbid.api.answers import encode
from sealedbid.api.caller import COOKIE
from sealedbid.api.errors import Problem
from sealedbid.auth.errors import WeakPasswordError

PREFIX: Final = "/auth/v1/"
NOT_OPENED: Final = 403
"""The status of a credential that opens nothing; without one it is 401."""
_CODES: Final = {
    "invalid-input": "validation_failed",
    "provider-not-enabled": "validation_failed",
    "proof-key-needed": "validation_failed",
    "malformed-json": "bad_json",
    "credential-refused": "session_not_found",
    "internal": "unexpected_failure",
}
"""Codes that differ from ours; every other one is our type with underscores."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The body of an answer that is an error."""

    code: int
    error_code: str
    msg: str
    weak_password: dict[str, Any] | None = None
    request_id: str | None = None


def is_ours(path: str) -> bool:
    """True if the path is one of sign-in."""
    return path.startswith(PREFIX)


def refusal(
    request: Request,
    problem: Problem,
    words: str,
    error: Exception | None,
    request_id: str,
    headers: Mapping[str, str],
) -> Response:
    """Make the answer to an error."""
    status, code = problem.status, _CODES.get(problem.type, problem.type.replace("-", "_"))
    if problem.type == "credential-refused":
        has_credential = "authorization" in request.headers or COOKIE in request.cookies
        status = NOT_OPENED if has_credential else 401
        code = code if has_credential else "no_authorization"
    weak = {"reasons": [error.fault]} if isinstance(error, WeakPasswordError) else None
    body = Refusal(
        code=status,
        error_code=code,
        msg=words or problem.remedy,
        weak_password=weak,
        request_id=request_id or None,
    )
    return Response(encode(body), status, headers, media_type="application/json")
