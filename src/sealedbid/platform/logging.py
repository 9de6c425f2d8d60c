"""Logs: lines for people at a terminal, JSON objects elsewhere.

An exception's message may quote a tenant's rows: only its type and frames are logged.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from typing import Any, Final, TextIO

import msgspec
import structlog

from sealedbid.platform.log_format import LogFormat

DEEPEST: Final = 8
"""Innermost frames of an exception that are logged."""
_encode: Final = msgspec.json.Encoder(enc_hook=repr, order="sorted").encode


def configure_logging(form: LogFormat = LogFormat.auto, stream: TextIO | None = None) -> None:
    """Send log records to ``stream`` (stderr by default)."""
    stream = stream or sys.stderr
    as_json = form is LogFormat.json or (form is LogFormat.auto and not stream.isatty())
    renderer: Any = (
        _to_json
        if as_json
        else structlog.dev.ConsoleRenderer(colors=stream.isatty(), pad_event_to=24)
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ExtraAdder(),
                structlog.processors.TimeStamper(fmt="iso" if as_json else "%H:%M:%S", utc=as_json),
            ],
            processors=[
                _quote_nothing,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                renderer,
            ],
        )
    )
    # A request is a line: what no line shows is not looked up for each.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)


def frames(error: BaseException) -> list[str]:
    """Frames of an exception, innermost last (file, line, function), then its type; no values."""
    stack = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in stack]
    return [*places, type(error).__qualname__]


def _quote_nothing(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> Mapping[str, Any]:
    """Log an exception's frames only, and the first line of a message."""
    event.pop("color_message", None)  # uvicorn says the same once more, for its own handler
    event["event"] = str(event.get("event", "")).partition("\n")[0]
    exc_info = event.pop("exc_info", None)
    if exc_info is True:
        exc_info = sys.exc_info()
    error = exc_info[1] if isinstance(exc_info, tuple) else exc_info
    if isinstance(error, BaseException):
        event["at"] = frames(error)
    return event


def _to_json(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> str:
    return _encode(event).decode()
