"""Explanations of connections that fail, each with its remedy.

libpq gives no SQLSTATE for a connection that fails, only words. Words that are not known here, as
those of a server in another language, count as a cause that may pass with time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from psycopg import OperationalError

from sealedbid.platform.errors import ended
from sealedbid.platform.postgres.errors import DatabaseUnreachableError, LoginRefusedError

Remedy: TypeAlias = Callable[[str], str]
"""Returns the remedy, a sentence, for a refusal of the login with this name."""

_BUSY: Final = re.compile(
    r"the database system is (starting up|shutting down|in recovery|not (yet )?accepting)"
    r"|too many clients|too many connections|connection slots are reserved|no more connections"
)
_ABSENT: Final = re.compile(
    r"Connection refused|No such file or directory|timeout expired|timed out|No route to host"
    r"|Network is unreachable|closed the connection unexpectedly|Connection reset"
    r"|Temporary failure in name resolution|connect failed|server conn crashed"
)


def is_busy(error: OperationalError) -> bool:
    """True if the server is there and may let us in later: it is starting, stopping or full."""
    return _BUSY.search(_words(error)) is not None


def why(error: OperationalError) -> DatabaseUnreachableError:
    """Return the error to raise: a LoginRefusedError, with its remedy, if a retry is no use."""
    words, login = _words(error), _login(error)
    if not (_BUSY.search(words) or _ABSENT.search(words)):
        for cause, remedy in _REFUSALS:
            if cause.search(words):
                said = ended(words.rpartition("FATAL: ")[2])
                return LoginRefusedError(f"{login} is refused: {said} {remedy(login)}")
    return DatabaseUnreachableError(f"The database cannot be reached: {words} (as {login}).")


def _words(error: OperationalError) -> str:
    """Return the first line of libpq's message, without what may be a piece of a password."""
    words = str(error).strip().partition("\n")[0]
    words = words.removeprefix("connection failed: ").removeprefix("connection is bad: ")
    return re.sub(r'(port number|integer value):? ".*"', r"\1", words)


def _login(error: OperationalError) -> str:
    if error.pgconn is not None and (user := error.pgconn.user):
        return user.decode(errors="replace")
    named = re.search(r'(?:user|role) "([^"]+)"', str(error))
    return named[1] if named else "this login"


def _is_ours(login: str) -> bool:
    return login in ("sb_api", "sb_auth", "sb_dispatch", "sb_worker")


def _password(login: str) -> str:
    if _is_ours(login):
        return (
            f"See to SEALEDBID_{login.removeprefix('sb_').upper()}_URL or the password's file, or "
            "make new passwords: `sealedbid logins reset`."
        )
    return (
        "See to the password in the URL; of the embedded server, make a new one: "
        "`sealedbid up --reset-password`."
    )


def _role(login: str) -> str:
    if _is_ours(login):
        return "`sealedbid migrate` makes it."
    return "Create it, or name another login in the URL."


def _always(sentence: str) -> Remedy:
    return lambda login: sentence


_REFUSALS: Final = tuple(
    (re.compile(words), remedy)
    for words, remedy in (
        (
            r"(Peer|Ident) authentication failed",
            _always("The server's pg_hba.conf wants another account of the system for it."),
        ),
        (r"authentication failed|auth failed|[Nn]o password supplied|empty password", _password),
        (r'role ".*" does not exist|no such user', _role),
        (
            r'role ".*" is not permitted to log in',
            lambda login: f'As an administrator, run alter role "{login}" login.',
        ),
        (
            r'database ".*" does not exist|no such database',
            _always("Create it, or name another in the URL."),
        ),
        (
            r'database ".*" is not currently accepting connections',
            _always("As an administrator, run alter database ... allow_connections true."),
        ),
        (
            r'permission denied for database ".*"',
            lambda login: f'As its owner, run grant connect on database ... to "{login}".',
        ),
        (
            r"no pg_hba.conf entry .*(no encryption|SSL off)",
            _always(
                "Add sslmode=require to the URL; if that is refused too, the server's pg_hba.conf "
                "needs a line for this login and address."
            ),
        ),
        (
            r"no pg_hba.conf entry|pg_hba.conf rejects",
            _always("The server's pg_hba.conf needs a line for this login and address."),
        ),
        (
            r"not support SSL|not support encryption",
            _always("Have the server speak TLS, or set another sslmode in the URL."),
        ),
        (
            r"SSL (connection )?(is )?required|requires encryption",
            _always("Add sslmode=require to the URL."),
        ),
        (
            r"certificate|SSL error|SSL SYSCALL error",
            _always("See to sslmode, and to the files of sslrootcert, sslcert and sslkey."),
        ),
        (
            r"failed to resolve host|could not translate host name",
            _always("No such host is known: see to the host in the URL."),
        ),
        (
            r"Permission denied",
            _always(
                "The server's socket is another account's: run this as the user who made the "
                "installation."
            ),
        ),
        (
            r"invalid port number|invalid integer value",
            _always("See to the port in the URL; in a password, / is written %2F."),
        ),
        (
            r"unsupported startup parameter",
            _always("The pooler takes no such setting: leave it out of the URL."),
        ),
    )
)
