"""Makes a request for any route from the API's document: what it takes, and where it takes ids.

A route that is added later needs no line here, unless a field of its body takes no usual text:
then SAMPLES gets one for the field's name.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import httpx2
from fastapi import FastAPI

from sealedbid.api.app import create_app
from sealedbid.api.openapi import document
from sealedbid.api.route import Route
from sealedbid.platform.config import Settings
from tests.auth.passkeys.authenticator import Key, client_data, text_of

_KEY: Final = Key()
SAMPLES: Final[Mapping[str, Any]] = {
    "attestationObject": text_of(_KEY.attestation),
    "authenticatorData": text_of(_KEY.data()),
    "clientDataJSON": text_of(client_data("webauthn.get", bytes(32))),
    "currency": "EUR",
    "email": "person{}@example.org",
    "id": text_of(_KEY.id),
    "locale": "en",
    "rank": "viewer",
    "role": "viewer",
    "signature": text_of(_KEY.sign(b"")),
    "timezone": "UTC",
}
"""Values of fields by their names; ``{}`` is another number in each request."""
_NUMBERS: Final = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a request that takes an id; ``path`` leads to it in a body."""

    place: Literal["path", "query", "body"]
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Walked:
    """A route, with what its document says of it."""

    route: Route
    operation: Mapping[str, Any]
    schemas: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The name of the operation."""
        return self.route.name

    def takes(self, name: str) -> bool:
        """True if it has the parameter or the header."""
        return any(each["name"] == name for each in self.operation.get("parameters", ()))

    def parameters(self) -> list[tuple[str, str]]:
        """Return the places and names of its parameters."""
        return [
            (each["in"], each["name"])
            for each in self.operation.get("parameters", ())
            if each["in"] in ("path", "query")
        ]

    def query(self, *, only_needed: bool = False) -> dict[str, str]:
        """A text for every parameter of its query, or for each without which it is refused."""
        return {
            each["name"]: str(self._sample(each["name"], each["schema"]))
            for each in self.operation.get("parameters", ())
            if each["in"] == "query" and (each.get("required") or not only_needed)
        }

    def slots(self) -> list[Slot]:
        """Every place that takes an id, but for the organization's in the path."""
        found = [
            Slot(each["in"], (each["name"],))
            for each in self.operation.get("parameters", ())
            if each["name"] != "org" and self._is_id(each["schema"])
        ]
        body = self._body
        return found + ([Slot("body", path) for path in self._ids(body)] if body else [])

    def send(
        self, client: httpx2.Client, org: object, ids: Mapping[Slot, object], **headers: str
    ) -> httpx2.Response:
        """Send a good request with these ids."""
        path = self.route.path.replace("{org}", str(org))
        for slot, id in ids.items():
            if slot.place == "path":
                path = path.replace(f"{{{slot.path[0]}}}", str(id))
        query = self.query(only_needed=True)
        query |= {slot.path[0]: str(id) for slot, id in ids.items() if slot.place == "query"}
        if self.takes("If-Match"):
            headers.setdefault("if-match", '"0"')
        body = self.body(ids)
        return client.request(
            self.route.method,
            path,
            params=query,
            headers=headers,
            **({"json": body} if body else {}),
        )

    def body(self, ids: Mapping[Slot, object] | None = None) -> Any:
        """A body with every field that is needed, and with these ids; None if it takes none."""
        if (schema := self._body) is None:
            return None
        made = self._sample("body", schema)
        for slot, id in (ids or {}).items():
            if slot.place == "body":
                made = self._put(made, schema, slot.path, str(id))
        return made

    def _put(self, made: Any, schema: Mapping[str, Any], path: Sequence[str], id: str) -> Any:
        """Put the id at this place; what of the way to it is missing gets samples."""
        schema, name, rest = self._resolved(schema), path[0], path[1:]
        is_list = "items" in schema
        inner = schema["items"] if is_list else schema["properties"][name]
        value: Any = id
        if rest:
            there = made[0] if is_list and made else None if is_list else made.get(name)
            sample = self._sample(name, inner) if there is None else there
            value = self._put(sample, inner, rest, id)
        return [value] if is_list else {**made, name: value}

    @property
    def _body(self) -> Mapping[str, Any] | None:
        content = self.operation.get("requestBody", {}).get("content", {})
        return content["application/json"]["schema"] if "application/json" in content else None

    def _resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Follow a reference; of alternatives take the first that is not null."""
        while True:
            if "$ref" in schema:
                schema = self.schemas[schema["$ref"].rpartition("/")[2]]
            elif choices := [*schema.get("anyOf", ()), *schema.get("oneOf", ())]:
                schema = next(each for each in choices if each.get("type") != "null")
            else:
                return schema

    def _is_id(self, schema: Mapping[str, Any]) -> bool:
        return self._resolved(schema).get("format") == "uuid"

    def _ids(
        self, schema: Mapping[str, Any], path: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, ...]]:
        schema = self._resolved(schema)
        if schema.get("format") == "uuid":
            yield path
        for name, field in schema.get("properties", {}).items():
            yield from self._ids(field, (*path, name))
        if "items" in schema:
            yield from self._ids(schema["items"], (*path, "0"))

    def _sample(self, name: str, schema: Mapping[str, Any]) -> Any:
        schema = self._resolved(schema)
        if name in SAMPLES:
            value = SAMPLES[name]
            return value.format(next(_NUMBERS)) if isinstance(value, str) else value
        if "const" in schema or "enum" in schema:
            return schema.get("const") or schema["enum"][0]
        kind = schema.get("type")
        if kind == "object":
            fields = schema.get("properties", {})
            wanted = schema.get("required") or [
                name for name in fields if self._is_text(fields[name])
            ]
            return {name: self._sample(name, fields[name]) for name in wanted}
        if kind == "array":
            return [self._sample(name, schema["items"])] * schema.get("minItems", 0)
        if kind in ("integer", "number"):
            return schema.get("minimum", 1)
        return kind == "boolean" or f"A text {next(_NUMBERS)}"

    def _is_text(self, schema: Mapping[str, Any]) -> bool:
        schema = self._resolved(schema)
        return schema.get("type") == "string" and not {"format", "enum"} & set(schema)


def walk(app: FastAPI | None = None) -> list[Walked]:
    """Every route of the application, by default of ours, which is not started."""
    app = app or create_app(Settings(home=Path("/nonexistent")))
    made = document(app)
    return [
        Walked(
            route,
            made["paths"][route.path_format][route.method.lower()],
            made["components"]["schemas"],
        )
        for route in app.routes
        if isinstance(route, Route)
    ]
