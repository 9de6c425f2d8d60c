"""Bodies of requests: bounded, in time, and JSON as the database can store it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from fastapi import Request

from sealedbid.api.faults import (
    BodyTooLargeError,
    BodyTooSlowError,
    MalformedJsonError,
    OtherContentTypeError,
)

LARGEST: Final = 1024 * 1024
"""Bytes of a body in JSON."""
SLOWEST: Final = 30.0
"""Seconds in which a body has to have come."""
DEEPEST: Final = 64
"""Levels of lists and objects in each other."""


async def read_body(request: Request, largest: int = LARGEST) -> bytes:
    """Read the body. Raises BodyTooLargeError, BodyTooSlowError, OtherContentTypeError."""
    encodings = request.headers.getlist("content-encoding")
    if any(each.lower() != "identity" for each in encodings):
        raise OtherContentTypeError("A compressed body is not taken: send it as it is.")
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or len(said) > 15 or int(said) > largest:
        raise _too_large(largest)
    body = bytearray()
    try:
        async with asyncio.timeout(SLOWEST):
            async for piece in request.stream():
                body += piece
                if len(body) > largest:
                    raise _too_large(largest)
    except TimeoutError:
        raise BodyTooSlowError(f"The body took more than {SLOWEST:.0f} seconds.") from None
    return bytes(body)


def check_content_type(request: Request) -> None:
    """Raise OtherContentTypeError unless the body is said to be JSON, and nothing else."""
    given = request.headers.getlist("content-type")
    if [each.partition(";")[0].strip().lower() for each in given] != ["application/json"]:
        raise OtherContentTypeError("Send the body as application/json.")


def parse_json(body: bytes) -> Any:
    """Parse a body strictly. Raises MalformedJsonError.

    Refused are NaN and infinities, a key that is given twice, more than DEEPEST levels, U+0000 and
    lone surrogates: the database stores none of them, or each reader reads it in another way.
    """
    try:
        text = body.decode("utf-8")
        value = _DECODER.decode(text)
    except MalformedJsonError:
        raise
    except RecursionError:
        raise _too_deep() from None
    except ValueError:  # also what is no UTF-8, and numbers of thousands of digits
        raise MalformedJsonError("The body is no JSON in UTF-8.") from None
    if text.count("[") + text.count("{") > DEEPEST:
        _check_depth(value)
    if "\\u" in text or "\0" in text:
        _check_texts(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise MalformedJsonError("An object of the body has the same key twice.")
    return made


def _refuse_constant(_: str) -> NoReturn:
    raise MalformedJsonError("NaN and infinities are no numbers of JSON.")


def _float(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise MalformedJsonError("A number of the body is too large.")
    return value


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_constant=_refuse_constant, parse_float=_float
)


def _check_depth(value: Any) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return
    raise _too_deep()


def _check_texts(value: Any) -> None:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            check_text(each)
        elif isinstance(each, dict):
            for key in each:
                check_text(key)
        waiting.extend(_inside(each))


def check_text(text: str) -> str:
    """Return the text. Raises MalformedJsonError for U+0000 and surrogates without a partner."""
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise MalformedJsonError("A text holds U+0000 or half of a surrogate pair.")
    return text


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _too_deep() -> MalformedJsonError:
    return MalformedJsonError(f"The body has more than {DEEPEST} levels.")


def _too_large(largest: int) -> BodyTooLargeError:
    return BodyTooLargeError(f"The body has more than {largest} bytes.")
