"""The OpenAPI document: what each route takes, answers and refuses."""

from __future__ import annotations

import re
from types import UnionType
from typing import Any, Final, get_args, get_origin

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sealedbid.api.answers import Html, Page
from sealedbid.api.auth import refusals
from sealedbid.api.auth.cookies import wants_cookie
from sealedbid.api.caller import SAFE
from sealedbid.api.errors import PROBLEMS
from sealedbid.api.faults import CrossSiteError, TooManyRequestsError
from sealedbid.api.problems import ProblemDetail
from sealedbid.api.route import Promise, Route
from sealedbid.platform.errors import NotAllowedError, NotFoundError, SealedbidError
from sealedbid.platform.postgres import Rank
from sealedbid.platform.postgres.errors import (
    CredentialRefusedError,
    FactorAskedError,
    NotAMemberError,
)

REF: Final = "#/components/schemas/{name}"
JSON: Final = "application/json"
PROBLEM: Final = "application/problem+json"
_SECURITY: Final = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "__Host-sb"},
}


def document(app: FastAPI) -> dict[str, Any]:
    """Return the document of all routes."""
    routes = [route for route in app.routes if isinstance(route, Route)]
    made: dict[str, Any] = get_openapi(
        title="Sealedbid", version="1", description=DESCRIPTION, routes=app.routes
    )
    components = made.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    types = [each for route in routes for each in _rows(route.promise.answers)]
    errors = [ProblemDetail, refusals.Refusal]
    _, answers = msgspec.json.schema_components([*types, *errors], ref_template=REF)
    schemas.update({_plain(name): schema for name, schema in answers.items()})
    components["securitySchemes"] = _SECURITY
    for route in routes:
        _complete(made["paths"][route.path_format][route.method.lower()], route)
    renamed: dict[str, Any] = _renamed(made)
    return renamed


def _complete(operation: dict[str, Any], route: Route) -> None:
    """Add what the wrapper does to what the framework knows of a route."""
    promise = route.promise
    refused = _refusals(route)
    answer: dict[str, Any] = {"description": "Done."}
    if promise.answers is not None:
        answer["content"] = _content(promise.answers)
    refusal = _content_of_refusals(route)
    operation["responses"] = {str(promise.status): answer} | {
        str(status): {"description": ", ".join(sorted(slugs)), "content": refusal}
        for status, slugs in sorted(refused.items())
    }
    if promise.answers is Html and route.method == "POST":
        operation["responses"]["303"] = {"description": "Leads on."}
    if route.needs_caller:
        operation["security"] = [{"bearer": []}, {"cookie": []}]
    if promise.rank is not None:
        operation["x-rank"] = promise.rank.name.lower()
    if promise.scope is not None:
        operation["x-scope"] = promise.scope
    headers = operation.setdefault("parameters", [])
    if takes_version(route):
        headers.append(_header("If-Match", "The ETag of the version that was read.", needed=True))
    if promise.takes_key:
        headers.append(_header("Idempotency-Key", "Any text of the caller's, 1 to 255 signs."))


def _content(answers: Any) -> dict[str, Any]:
    """The content of an answer, by its media type."""
    if answers is Html:
        return _HTML
    if answers is str:
        return {"text/plain": {"schema": {"type": "string"}}}
    schemas = [{"$ref": REF.format(name=_name(each))} for each in _rows(answers)]
    if get_origin(answers) is list:
        return {JSON: {"schema": {"type": "array", "items": schemas[0]}}}
    return {JSON: {"schema": schemas[0] if len(schemas) == 1 else {"anyOf": schemas}}}


def _content_of_refusals(route: Route) -> dict[str, Any]:
    """The content of every refusal: pages have pages, and sign-in has a shape of its own."""
    if route.promise.answers is Html:
        return _HTML
    if refusals.is_ours(route.path):
        return {JSON: {"schema": {"$ref": REF.format(name="Refusal")}}}
    return {PROBLEM: {"schema": {"$ref": REF.format(name="ProblemDetail")}}}


def _rows(answers: Any) -> tuple[Any, ...]:
    """The types of rows that an answer may have."""
    if answers in (None, str, Html):
        return ()
    is_made_of = isinstance(answers, UnionType) or get_origin(answers) is list
    return get_args(answers) if is_made_of else (answers,)


def takes_version(route: Route) -> bool:
    """True if the route changes or removes a row by its version."""
    return any(each.call.__name__ == "_match" for each in route.dependant.dependencies if each.call)


def _takes_cursor(route: Route) -> bool:
    return any(
        parameter.name == "cursor"
        for each in route.dependant.dependencies
        for parameter in each.query_params
    )


def _needs_own_page(route: Route) -> bool:
    """True if a browser's request has to begin on a page of this installation."""
    calls = [each.call for each in route.dependant.dependencies]
    return wants_cookie in calls or (
        route.method not in SAFE and (route.needs_caller or route.promise.answers is Html)
    )


def _refusals(route: Route) -> dict[int, set[str]]:
    """The slugs of refusals by their statuses."""
    promise = route.promise
    kinds: list[type[SealedbidError]] = [*promise.problems]
    if route.needs_caller:
        kinds += [CredentialRefusedError, TooManyRequestsError]
    if _needs_own_page(route):
        kinds.append(CrossSiteError)
    if promise.rank is not None:
        kinds += [NotAMemberError, FactorAskedError, NotAllowedError]
    if "{id}" in route.path:
        kinds.append(NotFoundError)
    found: dict[int, set[str]] = {}
    for kind in kinds:
        problem = PROBLEMS[kind]
        found.setdefault(problem.status, set()).add(problem.type)
    if refusals.is_ours(route.path) and CredentialRefusedError in kinds:
        found.setdefault(refusals.NOT_OPENED, set()).add(PROBLEMS[CredentialRefusedError].type)
    for status, slug in _OF_BODY if route.body_field is not None else ():
        found.setdefault(status, set()).add(slug)
    if route.dependant.query_params or route.dependant.path_params or route.dependant.dependencies:
        found.setdefault(422, set()).add("invalid-input")
    for status, slug in _of_headers(route, promise):
        found.setdefault(status, set()).add(slug)
    for status, slug in ((500, "internal"), (503, "unavailable"), (409, "busy")):
        found.setdefault(status, set()).add(slug)
    return found


_HTML: Final = {"text/html": {"schema": {"type": "string"}}}
_OF_BODY: Final = (
    (400, "malformed-json"),
    (408, "body-too-slow"),
    (413, "too-large"),
    (415, "content-type"),
    (422, "invalid-input"),
)


def _of_headers(route: Route, promise: Promise) -> list[tuple[int, str]]:
    found = [(400, "cursor-refused")] if _takes_cursor(route) else []
    if takes_version(route):
        found += [(412, "version-passed"), (428, "version-missing")]
    if promise.takes_key:
        found += [(400, "key-malformed"), (409, "already-done"), (422, "key-reused")]
    return found


def _header(name: str, description: str, *, needed: bool = False) -> dict[str, Any]:
    schema = {"type": "string"}
    return {
        "name": name,
        "in": "header",
        "required": needed,
        "description": description,
        "schema": schema,
    }


def _name(answers: Any) -> str:
    if get_origin(answers) is Page:
        return f"{get_args(answers)[0].__name__}Page"
    return str(answers.__name__)


def _plain(name: str) -> str:
    """Name a page after its rows: other programs take no brackets in a name."""
    found = re.fullmatch(r"Page[\[_](\w+?)[\]_]", name)
    return f"{found[1]}Page" if found else name


def _renamed(value: Any) -> Any:
    """Point the references of answers at the names that they have here."""
    if isinstance(value, dict):
        return {
            key: REF.format(name=_plain(each.rpartition("/")[2]))
            if key == "$ref" and isinstance(each, str)
            else _renamed(each)
            for key, each in value.items()
        }
    return [_renamed(each) for each in value] if isinstance(value, list) else value


RANKS: Final = tuple(rank.name.lower() for rank in Rank)
DESCRIPTION: Final = (
    "Proposals of agencies, each kept apart by the database itself. Every error is a problem of "
    "RFC 9457; every list is paged by a cursor; a change names the version that it has read."
)
