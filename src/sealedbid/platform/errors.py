"""The root of every error that Sealedbid raises on purpose, and the refusals of the database."""

from __future__ import annotations

_ENDS = (".", "?", "!", "…", ":")


class SealedbidError(Exception):
    """Something a person can act on: its text is one sentence, or a few, that say what to do.

    The command line prints the text and exits with the code that cli/exits.py gives the class; it
    never prints a traceback for one of these.
    """


class RefusedError(SealedbidError):
    """The database refused a statement. The transaction is over; nothing of it stays.

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
    """The rank, or the kind of credential, may not do this."""


class NotFoundError(RefusedError):
    """A function of the database was given something that is not in the organization."""


class ValueRefusedError(RefusedError):
    """A value has the wrong form, is out of its bounds, or is not one of those there are."""


class MissingReferenceError(RefusedError):
    """A row names another one that is not in the organization."""


class InUseError(RefusedError):
    """Other rows still name the row that was to be removed."""


class TakenError(RefusedError):
    """Another row has what may be there once."""


class NameTakenError(TakenError):
    """Another row of this kind has the name: choose another one."""


class StateChangedError(RefusedError):
    """The row is in a state that does not allow this: read it again."""


class LimitReachedError(RefusedError):
    """There are as many of this kind as there may be."""


def ended(words: str) -> str:
    """Somebody else's words as a sentence: with a full stop, unless they end in a mark already."""
    words = words.strip()
    return words if words.endswith(_ENDS) else f"{words}."
