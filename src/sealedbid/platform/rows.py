"""Rows of the database as repositories return them; made and encoded without reflection."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import asdict, fields, replace

__all__ = ["Row", "asdict", "fields", "replace"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """The base of every row. A class names ``frozen=True, kw_only=True`` again: that is per class.

    A row is a field of a pydantic model like any other type: what steps store holds some.
    """

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Tell pydantic to read and write the row as msgspec does."""
        from pydantic_core import core_schema

        del handler

        def read(value: Any) -> Any:
            if isinstance(value, cls):
                return value
            try:
                return msgspec.convert(value, source)
            except msgspec.ValidationError as error:
                raise ValueError(str(error)) from None

        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(msgspec.to_builtins),
        )
