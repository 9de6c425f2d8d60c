"""The root of every error that Sealedbid raises on purpose, and the refusals of the database."""

from __future__ import annotations

_ENDS = (".", "?", "!", "…", ":")


class SealedbidError(Exception):
    """An error that a person can act on: its text says what happened and what to do.

    The command line prints the text and exits with the code that cli/exits.py gives the class; it
    prints no traceback for such an error.
    """


class RefusedError(SealedbidError):
    """The database refused a statement, and rolled the transaction back.

    The text holds no values of rows. ``table``, ``field`` and ``constraint`` are names of our
    schema, where they are known; ``sqlstate`` is for the log.
    """

    def __init__(
        self,
        message: str,
        *,
        table: str | None = None,
        field: str | None = None,
        constraint: str | None = None,
        sqlstate: str | None = None,
    ) -> None:
        super().__init__(message)
        self.table = table
        self.field = field
        self.constraint = constraint
        self.sqlstate = sqlstate


class NotAllowedError(RefusedError):
    """The rank, or the kind of credential, does not allow this."""


class NotFoundError(RefusedError):
    """A function of the database was given an id that is not in the organization."""


class ValueRefusedError(RefusedError):
    """A value has the wrong form, is out of its bounds, or is not one of the allowed ones."""


class MissingReferenceError(RefusedError):
    """A row refers to another row that is not in the organization."""


class InUseError(RefusedError):
    """Other rows still refer to the row that was to be removed."""


class TakenError(RefusedError):
    """Another row has this value, which has to be unique."""


class NameTakenError(TakenError):
    """Another row of this kind has the name: choose another one."""


class StateChangedError(RefusedError):
    """The row is in a state that does not allow this: read it again."""


class LimitReachedError(RefusedError):
    """The organization, or the person, has as many rows of this kind as the limit allows."""


def ended(words: str) -> str:
    """Return a message from elsewhere as a sentence: a full stop is added if it ends in no mark."""
    words = words.strip()
    return words if words.endswith(_ENDS) else f"{words}."
