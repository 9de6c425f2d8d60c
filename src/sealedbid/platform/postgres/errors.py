"""What can go wrong on the way to a tenant transaction, in words of our own."""

from __future__ import annotations

from sealedbid.platform.errors import RefusedError, SealedbidError, TakenError


class CredentialRefusedError(SealedbidError):
    """The proof is unknown, expired or revoked, or the lease is lost."""


class LeaseLostError(SealedbidError):
    """The job is another worker's, or over; what was written with its end is rolled back."""


class BusyError(SealedbidError):
    """Another transaction holds what this one needs; the same again may succeed."""


class TimedOutError(SealedbidError):
    """The database ended the statement because it took too long."""


class NotReadyError(SealedbidError):
    """The database is not in a state in which it opens anything; the operator mends that."""


class AccountsElsewhereError(RefusedError):
    """Another auth server owns the accounts of this database: people sign up there."""


class AddressTakenError(TakenError):
    """The e-mail address has an account."""


class PasswordAskedError(SealedbidError):
    """The link is good, and asks for its password: see seal.try_link."""


class NotAMemberError(SealedbidError):
    """The proof is good, but not in this organisation."""


class SessionNotCleanError(SealedbidError):
    """Two connections in a row carried something that an earlier request had left in them."""


class ForeignStatementError(SealedbidError):
    """A tenant transaction ran something else than select, insert, update, delete or merge.

    Its connection is dropped: such a statement can leave something behind in the session.
    """

    def __init__(self, tag: str) -> None:
        super().__init__(f"A tenant transaction may not run {tag or 'this statement'}.")


class TransactionLostError(SealedbidError):
    """The transaction had failed, or was ended from inside, so there was nothing to commit."""


class UnsafeLoginError(SealedbidError):
    """A pool's login can do more than its trade needs, so nothing is started on it."""


class DatabaseUnreachableError(SealedbidError):
    """No connection, or none in time."""


class OutcomeUnknownError(DatabaseUnreachableError):
    """The connection broke while the transaction was committed: look whether it was."""


class LoginRefusedError(DatabaseUnreachableError):
    """The server answers and lets this login not in; waiting does not mend it."""
