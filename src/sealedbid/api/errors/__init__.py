"""The table of HTTP problems (RFC 9457): a class of error has a status, a type and a remedy.

A class that is not in the table has the entry of its nearest ancestor there. What no request can
raise, and every error that is not ours, is INTERNAL: the answer then holds a request's id alone.
"""

from __future__ import annotations

from typing import Final

from sealedbid.api.errors.failures import FAILURES
from sealedbid.api.errors.problem import INTERNAL, INVALID, Problem
from sealedbid.api.errors.requests import OF_REQUESTS
from sealedbid.api.errors.rows import OF_ROWS
from sealedbid.api.errors.signing_in import OF_SIGNING_IN

__all__ = ["INTERNAL", "INVALID", "PROBLEMS", "Problem", "problem_of"]

PROBLEMS: Final[dict[type[BaseException], Problem]] = {
    **OF_REQUESTS,
    **OF_SIGNING_IN,
    **OF_ROWS,
    **FAILURES,
}


def problem_of(error: BaseException) -> Problem:
    """The problem of this error, by its class or the nearest ancestor that has one."""
    return next((PROBLEMS[kind] for kind in type(error).__mro__ if kind in PROBLEMS), INTERNAL)
