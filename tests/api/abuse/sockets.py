"""Requests byte by byte, which no client library would send."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

WITHIN = 20
"""Seconds until an answer has to come."""


def connect(url: str) -> socket.socket:
    parts = urlsplit(url)
    return socket.create_connection((parts.hostname, parts.port), timeout=WITHIN)


def head(method: str, path: str, *lines: str) -> bytes:
    """The head of a request, with these header lines as they are."""
    text = "\r\n".join((f"{method} {path} HTTP/1.1", "host: a", "connection: close", *lines))
    return text.encode("latin-1") + b"\r\n\r\n"


def answer(url: str, *pieces: bytes) -> bytes:
    """Send the pieces; returns everything that is answered until the connection ends."""
    with connect(url) as connection:
        return exchange(connection, pieces)


def exchange(connection: socket.socket, pieces: Iterable[bytes]) -> bytes:
    try:
        for piece in pieces:
            connection.sendall(piece)
    except (BrokenPipeError, ConnectionResetError):
        pass  # it is answered already, and the rest is not wanted
    found = b""
    try:
        while data := connection.recv(65536):
            found += data
    except ConnectionResetError:
        pass
    return found


def status(answered: bytes) -> int:
    """The status of the first answer."""
    return int(answered.split(b" ", 2)[1])
