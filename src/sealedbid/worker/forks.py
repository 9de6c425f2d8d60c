"""A body that forks: the child has no connection of the worker, and ends when the body returns.

A child shares its parent's sockets: whatever it sent on one would mix with the parent's messages to
the database. Programs that a body starts (subprocess) inherit none.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

_NOBODY = 0
_worker = _NOBODY  # the process that may go on as the worker
_is_registered = False


@contextmanager
def kept_from_children() -> Iterator[None]:
    """Close every socket and selector in children that are forked during the block."""
    global _worker, _is_registered
    _worker = os.getpid()
    if not _is_registered:
        os.register_at_fork(after_in_child=_take_away)
        _is_registered = True
    try:
        yield
    finally:
        _worker = _NOBODY


def end_children() -> None:
    """End this process if it is a forked child that would go on as the worker."""
    if _worker not in (_NOBODY, os.getpid()):
        os._exit(0)


def _take_away() -> None:
    if _worker == _NOBODY:
        return
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in map(int, os.listdir("/dev/fd")):
        try:
            if number != nothing and _is_shared(number):
                os.dup2(nothing, number)
        except OSError:
            continue  # the listing's own descriptor, closed by now


def _is_shared(number: int) -> bool:
    if stat.S_ISSOCK(os.fstat(number).st_mode):
        return True
    return "eventpoll" in os.readlink(f"/dev/fd/{number}")
