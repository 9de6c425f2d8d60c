"""Errors of connecting, of opening a tenant transaction, and of ending it."""

from __future__ import annotations

from sealedbid.platform.errors import RefusedError, SealedbidError, TakenError


class CredentialRefusedError(SealedbidError):
    """The proof is unknown, expired or revoked, or the lease is lost."""


class LeaseLostError(SealedbidError):
    """Another worker has the job, or it ended. The transaction that would end it is rolled back."""


class BusyError(SealedbidError):
    """Another transaction holds a row or lock that this one needs: try again."""


class ConflictError(BusyError):
    """The database ended one of two transactions that cross; the same one may succeed at once."""


class TimedOutError(SealedbidError):
    """The database ended the statement because it took too long."""


class NotReadyError(SealedbidError):
    """The database cannot open a context in its present state; the operator has to act."""


class AccountsElsewhereError(RefusedError):
    """Another auth server owns the accounts of this database: sign up there."""


class AddressTakenError(TakenError):
    """The e-mail address already has an account."""


class PasswordAskedError(SealedbidError):
    """The link is valid, but needs its password first (seal.try_link)."""


class FactorAskedError(SealedbidError):
    """The organization asks for a second factor that the session has not shown."""


class NotAMemberError(SealedbidError):
    """The proof is valid, but its holder is not in this organization."""


class SessionNotCleanError(SealedbidError):
    """Two connections in a row had settings left behind by an earlier request."""


class ForeignStatementError(SealedbidError):
    """A tenant transaction ran a statement other than select, insert, update, delete or merge.

    Its connection is closed, since such a statement can change the session.
    """

    def __init__(self, tag: str) -> None:
        super().__init__(f"A tenant transaction may not run {tag or 'this statement'}.")


class TransactionLostError(SealedbidError):
    """Nothing was committed: the transaction had failed, or a statement in it had ended it."""


class UnsafeLoginError(SealedbidError):
    """The login of a pool has more rights than it needs; the pool is not opened."""


class DatabaseUnreachableError(SealedbidError):
    """No connection could be made, or none in time."""


class OutcomeUnknownError(DatabaseUnreachableError):
    """The connection broke during the commit: check if it was done before you try again."""


class LoginRefusedError(DatabaseUnreachableError):
    """The server answers and refuses the login; a retry without a change is no use."""
