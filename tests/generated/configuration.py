"""docs/reference/configuration.md: every setting, from the class that reads it."""

from __future__ import annotations

from pydantic import AliasChoices
from pydantic.fields import FieldInfo

from sealedbid.platform.config import Settings

HEADER = """\
<!-- GENERATED from src/sealedbid/platform/config by `make schema`. -->

# Configuration

Everything is set by the environment. Nothing has to be: with nothing set, Sealedbid brings its own
PostgreSQL and generates its secrets, in files of mode 0600 under `SEALEDBID_HOME`.

| variable | default | meaning |
|---|---|---|
"""


def configuration() -> str:
    """The table of settings."""
    rows = [
        f"| `{_variable(name, field)}` | {_default(name, field)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return HEADER + "\n".join(rows) + "\n"


def _variable(name: str, field: FieldInfo) -> str:
    if isinstance(field.validation_alias, AliasChoices):
        return str(field.validation_alias.choices[0])
    return f"SEALEDBID_{name.upper()}"


def _default(name: str, field: FieldInfo) -> str:
    if name == "home":
        return "`/var/lib/sealedbid` for root, `~/.local/share/sealedbid` for others"
    return "" if field.default is None else f"`{field.default}`"
