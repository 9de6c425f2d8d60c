"""Errors as answers: application/problem+json (RFC 9457), never with what the request gave."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from sealedbid.api.answers import Html, encode
from sealedbid.api.auth.pages import page
from sealedbid.api.auth.refusals import is_ours, refusal
from sealedbid.api.errors import INTERNAL, INVALID, Problem, problem_of
from sealedbid.api.faults import AlreadyDoneError, TooManyRequestsError, VersionPassedError
from sealedbid.api.route.refusals import recording
from sealedbid.auth.errors import TooBusyError, WaitError
from sealedbid.platform.errors import RefusedError, SealedbidError, ended
from sealedbid.platform.postgres.errors import AccountsElsewhereError
from sealedbid.platform.postgres.faults import named

log = logging.getLogger("sealedbid.api")

MOST: Final = 20
"""Fields that one answer names."""
REQUEST_ID: Final = "sealedbid.request_id"
"""The key of a request's scope under which its id is."""
_OWN_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,40}")
_SPEAKING: Final = frozenset({400, 403, 409, 410, 412, 413, 415, 422, 423, 428, 429})
"""Statuses whose errors have words for the caller; the others say the same of every cause."""
_HTTP: Final = {
    404: Problem(404, "not-found", "Look at the list of those there are."),
    405: Problem(405, "method-not-allowed", "Look at the reference for the methods of this path."),
}


class Fault(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fault of one field; ``field`` is a JSON pointer into the body, or a name."""

    field: str
    code: str
    message: str
    remedy: str | None = None


class ProblemDetail(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every answer that is an error; ``type`` is a slug that stays."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    errors: list[Fault] = []


def answer_error(request: Request, error: Exception) -> Response:
    """Return the answer to an error; what no request can mend is logged."""
    problem = problem_of(error)
    if problem is INTERNAL:
        log.error("internal error", extra={"error": named(error)}, exc_info=error)
    elif problem.status >= 500:
        log.warning("unavailable", extra={"error": named(error)})
    # that people sign in elsewhere, and where, is no secret
    speaks = problem.status in _SPEAKING or isinstance(error, AccountsElsewhereError)
    words = str(error) if speaks else ""
    faults, headers = _faults_of(error, problem), _headers_of(error, problem)
    answer = _answer(request, problem, words, faults, headers, error)
    answer.background = recording(request, error)
    return answer


def answer_invalid(request: Request, error: RequestValidationError) -> Response:
    """Return the answer to parameters that are not those of the route."""
    known = _fields_of(request)
    faults = dict.fromkeys(_fault(each, known) for each in error.errors()[:MOST])  # each once
    return _answer(request, INVALID, "Some fields cannot be taken.", list(faults))


def answer_http(request: Request, error: HTTPException) -> Response:
    """Return the answer to a path or a method that is not there."""
    problem = _HTTP.get(error.status_code, INTERNAL)
    headers = {"Allow": ", ".join(_methods_of(request))} if error.status_code == 405 else {}
    return _answer(request, problem, "", [], headers)


def add_handlers(app: FastAPI) -> None:
    """Let the application answer its errors from here."""
    app.add_exception_handler(SealedbidError, answer_error)
    app.add_exception_handler(RequestValidationError, answer_invalid)  # type: ignore[arg-type] # by its class
    app.add_exception_handler(HTTPException, answer_http)  # type: ignore[arg-type] # by its class


def _answer(
    request: Request,
    problem: Problem,
    words: str,
    faults: Sequence[Fault],
    headers: Mapping[str, str] | None = None,
    error: Exception | None = None,
) -> Response:
    """Answer in the shape that the route's other answers have."""
    id = request.scope.get(REQUEST_ID, "")
    title = problem.type.replace("-", " ").capitalize()
    words_and_remedy = f"{words} {problem.remedy}".strip()
    if _shows_pages(request):
        answer = page(title, words_and_remedy, status=problem.status)
        answer.headers.update(headers or {})
        return answer
    if is_ours(request.url.path):
        return refusal(request, problem, words, error, id, headers or {})
    detail = ProblemDetail(
        type=problem.type,
        title=title,
        status=problem.status,
        detail=words_and_remedy,
        request_id=id,
        errors=list(faults),
    )
    return Response(
        encode(detail),
        problem.status,
        headers,
        media_type="application/problem+json",
    )


def _shows_pages(request: Request) -> bool:
    promise = getattr(request.scope.get("route"), "promise", None)
    return promise is not None and promise.answers is Html


def _headers_of(error: Exception, problem: Problem) -> dict[str, str]:
    headers = dict(problem.headers)
    if isinstance(error, AlreadyDoneError) and error.location is not None:
        headers["Location"] = error.location
    if isinstance(error, TooManyRequestsError):
        headers["Retry-After"] = str(error.wait)
    if isinstance(error, TooBusyError | WaitError):
        headers["Retry-After"] = str(error.seconds)
    if isinstance(error, VersionPassedError):
        headers["ETag"] = f'"{error.version}"'
    return headers


def _methods_of(request: Request) -> list[str]:
    """Return the methods of every route with the path of the request: each route has one."""
    return sorted(
        method
        for route in request.app.routes
        if route.matches(request.scope)[0] is not Match.NONE
        for method in getattr(route, "methods", ())
    )


def _faults_of(error: Exception, problem: Problem) -> list[Fault]:
    if not isinstance(error, RefusedError) or error.field is None or problem.status >= 500:
        return []
    if problem.status == 404:
        return []
    field = f"/{error.field}"
    return [Fault(field=field, code=problem.type, message=str(error), remedy=problem.remedy)]


def _fields_of(request: Request) -> str:
    """The fields that the body of the route has; empty if it takes none."""
    body = getattr(request.scope.get("route"), "body_field", None)
    return ", ".join(getattr(body and body.field_info.annotation, "model_fields", ()))


def _fault(error: Mapping[str, Any], known: str) -> Fault:
    """Say what is wrong in words of ours: those of the parser quote what was given."""
    place, *path = error["loc"]
    kind = str(error["type"])
    if kind == "extra_forbidden":
        path = path[:-1]  # the name of a field that is not known is the caller's text
    parts = []
    for part in path:
        if isinstance(part, str) and not _OWN_NAME.fullmatch(part):
            break  # a text that the caller made up
        parts.append(str(part))
    field = "/" + "/".join(parts) if place == "body" else "/".join(parts)
    message = _message(kind, error)
    if kind == "extra_forbidden" and field == "/" and known:
        message = f"A field is not known here: there are {known}."
    return Fault(field=field, code=kind.replace("_", "-"), message=message)


def _message(kind: str, error: Mapping[str, Any]) -> str:
    limits = error.get("ctx") or {}
    if kind in _BOUNDED:
        name, words = _BOUNDED[kind]
        return words.format(limits.get(name))
    if kind == "value_error" and isinstance(limits.get("error"), ValueError):
        words = str(limits["error"])
        return ended(f"It {words}" if words.startswith("holds ") else words)
    if kind == "literal_error":
        return f"Give one of {limits.get('expected')}."
    return _WORDS.get(kind, "This has another form than the schema says.")


_BOUNDED: Final = {
    "greater_than": ("gt", "Give more than {}."),
    "greater_than_equal": ("ge", "Give at least {}."),
    "less_than": ("lt", "Give less than {}."),
    "less_than_equal": ("le", "Give at most {}."),
    "string_too_long": ("max_length", "Give at most {} characters."),
    "string_too_short": ("min_length", "Give at least {} characters."),
    "too_long": ("max_length", "Give at most {} of them."),
    "too_short": ("min_length", "Give at least {} of them."),
}
_WORDS: Final = {
    "missing": "This is missing.",
    "extra_forbidden": "A field is not known here: send those of the schema alone.",
    "string_type": "Give a text.",
    "bool_type": "Give true or false.",
    "bool_parsing": "Give true or false.",
    "int_type": "Give a whole number.",
    "int_parsing": "Give a whole number.",
    "int_from_float": "Give a whole number.",
    "uuid_parsing": "Give an id.",
    "uuid_type": "Give an id.",
}
