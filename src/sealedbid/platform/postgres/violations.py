"""The border of errors: a constraint or an SQLSTATE becomes a class here, and nowhere else.

Each domain's errors.py registers the constraints of its tables. Checks whose names end in a known
meaning (``clients_name_given``) need no line. An error that has no class here is a bug: the
driver's error goes on as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TypeAlias

from psycopg import DataError, Error

from sealedbid.platform.errors import (
    InUseError,
    MissingReferenceError,
    RefusedError,
    SealedbidError,
    ValueRefusedError,
    ended,
)
from sealedbid.platform.postgres.faults import is_gone, unreachable
from sealedbid.platform.postgres.meanings import meaning_of
from sealedbid.platform.postgres.states import of_state, was_raised

CHECK: Final = "23514"


@dataclass(frozen=True, slots=True)
class Violation:
    """The class of a constraint, the field that it is about, and what a person is told."""

    error: type[RefusedError]
    message: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: ``field`` refers to a row of the table ``parent``.

    ``used`` is the message if the parent cannot be removed; None if its rows are removed with it.
    """

    field: str
    parent: str
    missing: str
    used: str | None = None


def value(field: str, remedy: str) -> Violation:
    """A check of one field; ``remedy`` says what it takes."""
    return Violation(ValueRefusedError, f"{field}: {remedy}", field)


def reference(field: str, parent: str, used: str | None = None) -> Reference:
    """A foreign key of the organization; the parent's rows are called by its table's name."""
    noun = parent.removesuffix("s").replace("_", " ")
    return Reference(field, parent, f"{field}: there is no such {noun} in this organization.", used)


Known: TypeAlias = Violation | Reference

_KNOWN: dict[str, Known] = {}


def register(constraints: Mapping[str, Known]) -> None:
    """Give constraints their classes. Raises ValueError where one of them has another already."""
    for name, known in constraints.items():
        if _KNOWN.setdefault(name, known) != known:
            raise ValueError(f"{name} has two meanings")


def known_constraints() -> Mapping[str, Known]:
    """All constraints that were registered."""
    return dict(_KNOWN)


@contextmanager
def translated() -> Iterator[None]:
    """Raise our class in place of the driver's error, without what the server said of rows."""
    try:
        yield
    except (Error, UnicodeError) as error:
        if (ours := translate(error)) is None:
            raise
        raise ours from None


def translate(error: Exception) -> SealedbidError | None:
    """The class of what the driver raised, or None where the statement itself is wrong."""
    if isinstance(error, UnicodeError):
        return _unstorable()
    if not isinstance(error, Error):
        return None
    if is_gone(error):
        return unreachable(error)
    if error.diag.constraint_name and (ours := _of_constraint(error, error.diag.constraint_name)):
        return ours
    if isinstance(error, DataError) and error.sqlstate is None:
        return _unstorable()  # refused by the driver, a NUL for example
    return of_state(error)


def _of_constraint(error: Error, constraint: str) -> RefusedError | None:
    known = _KNOWN.get(constraint)
    diag = error.diag
    kind: type[RefusedError] = ValueRefusedError
    if isinstance(known, Violation):
        kind, message, field = known.error, known.message, known.field
    elif isinstance(known, Reference):
        kind, message, field = _of_reference(known, diag.message_primary or "")
    elif error.sqlstate == CHECK and constraint.endswith("_bounded") and was_raised(error):
        message, field = ended(diag.message_primary or ""), diag.column_name
    elif error.sqlstate == CHECK and (found := meaning_of(diag.table_name or "", constraint)):
        field, meaning = found
        message = f"{field}: {meaning}."
    else:
        return None
    return kind(
        message,
        table=diag.table_name,
        field=field or diag.column_name,
        constraint=constraint,
        sqlstate=error.sqlstate,
    )


def _of_reference(known: Reference, said: str) -> tuple[type[RefusedError], str, str | None]:
    """Tell the two sides of a foreign key apart.

    PostgreSQL gives both the same code and the same table. In every language its message names the
    parent only where a row of the parent was to go.
    """
    if known.used is not None and re.search(rf"\b{known.parent}\b", said):
        return InUseError, known.used, None
    return MissingReferenceError, known.missing, known.field


def _unstorable() -> ValueRefusedError:
    return ValueRefusedError("A text holds characters that cannot be stored, NUL for example.")
