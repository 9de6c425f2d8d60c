"""Schemathesis, a foreign attacker: a process of its own, in an environment of its own.

It reads our document and sends what the document allows, and what it does not.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI

from sealedbid.api.app import create_app
from sealedbid.api.openapi import document
from sealedbid.platform.config import Settings
from tests.api.abuse.roles import Caller

SCHEMATHESIS: Final = Path(__file__).parents[3] / ".venv-attacks" / "bin" / "schemathesis"
WITHIN: Final = 110
"""Seconds for one role."""
EXAMPLES: Final = 15
"""Generated requests of each kind for a route, beside those that cover its schema."""
CHECKS: Final = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "ignored_auth",
    "unsupported_method",
    "allow_header_conformance",
    "negative_data_rejection",
    "missing_required_header",
)
SETTINGS: Final = """
seed = 20270101
continue-on-failure = true

[generation]
mode = "all"
max-examples = {examples}
database = "none"
no-shrink = true
with-security-parameters = false

[phases.stateful]
enabled = false

[checks]
missing_required_header.expected-statuses = [401, 403, 404, 428]
"""
LEAVING: Final = """
[[operations]]
include-operation-id = "sign_out"
headers = {{ Authorization = "Bearer {token}" }}
"""


@dataclass(frozen=True, slots=True)
class Report:
    """The end of an attack: what was said of it, and the statuses of each operation's answers."""

    code: int
    said: str
    answers: Mapping[str, set[int]]


def attack(
    url: str, caller: Caller, folder: Path, *options: str, app: FastAPI | None = None
) -> Report:
    """Try every route of the application, by default of ours, as the caller."""
    settings = SETTINGS.format(examples=EXAMPLES)
    who = []
    if caller.token is not None:
        settings += LEAVING.format(token=caller.leaving)
        who = ["--header", f"Authorization: Bearer {caller.token}"]
    (folder / "schemathesis.toml").write_text(settings)
    (folder / "openapi.json").write_text(json.dumps(known_to(caller, app)))
    done = subprocess.run(
        [
            *(str(SCHEMATHESIS), "--config-file", str(folder / "schemathesis.toml"), "run"),
            *(str(folder / "openapi.json"), "--url", url, "--no-color", *who, *options),
            *("--checks", ",".join(CHECKS), "--warnings", "off", "--suppress-health-check", "all"),
            *("--report", "ndjson", "--report-ndjson-path", str(folder / "report.ndjson")),
        ],
        capture_output=True,
        text=True,
        timeout=WITHIN,
        check=False,
        cwd=folder,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
    )
    with (folder / "report.ndjson").open() as report:
        events = [json.loads(line) for line in report]
    return Report(done.returncode, f"{done.stdout}\n{done.stderr}", _answers(events))


def _answers(events: Iterable[dict[str, Any]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for event in events:
        recorder = event.get("ScenarioFinished", {}).get("recorder", {})
        for sent in recorder.get("interactions", {}).values():
            assert sent["response"] is not None, recorder["label"]
            found.setdefault(recorder["label"], set()).add(sent["response"]["status_code"])
    return found


def known_to(caller: Caller, app: FastAPI | None = None) -> dict[str, Any]:
    """The document of the API, with the ids that the caller knows where a path has one."""
    made = document(app or create_app(Settings(home=Path("/nonexistent"))))
    for path, operations in made["paths"].items():
        parts = path.split("/")
        kind = parts[parts.index("{id}") - 1] if "{id}" in parts else None
        for method, operation in operations.items():
            for parameter in operation.get("parameters", ()):
                if (values := _values(caller, parameter["name"], kind, method)) is not None:
                    parameter["schema"] = {"type": "string", "enum": [*values]}
    for schema in made["components"]["schemas"].values():
        for name, field in schema.get("properties", {}).items():
            if name in caller.account:
                field["examples"] = [caller.account[name]]
    return made


def _values(caller: Caller, name: str, kind: str | None, method: str) -> Sequence[str] | None:
    if name == "org":
        return [str(caller.org_id)]
    if name == "id" and kind is not None and kind in caller.ids:
        ids = caller.ids[kind]
        return ids[:-1] if method == "delete" else ids[1:]  # one row stays
    return ['"0"', '"1"'] if name == "If-Match" else None
