"""Shapes of answers. Their schema is stricter than what is accepted.

A server that holds a model to the schema makes it name every field, in order, and end in time. An
answer of a server that knows no schemas may lack fields and be longer.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

QUOTE: Final = 400
"""Characters of a quote or a sentence."""


def items(most: int) -> Any:
    """The bound of a list, in the schema alone."""
    return Field(json_schema_extra={"maxItems": most})


def all_required(schema: dict[str, Any]) -> None:
    """Require every field; each may be null or "none"."""
    schema["required"] = list(schema.get("properties", {}))


class Said(BaseModel):
    """The base of every shape. Every field has a default."""

    model_config = ConfigDict(json_schema_extra=all_required)


Text: TypeAlias = Annotated[str, Field(json_schema_extra={"maxLength": QUOTE})]
Id: TypeAlias = Annotated[str, Field(json_schema_extra={"maxLength": 40})]
