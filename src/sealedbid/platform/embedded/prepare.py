"""The database inside the cluster, and its owner, who is no superuser."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import psycopg
from psycopg import Connection, sql

from sealedbid.platform.embedded.layout import Layout
from sealedbid.platform.embedded.password import verifier
from sealedbid.platform.secrets import ensure_secret, secret_path
from sealedbid.platform.shipped import database_files

OWNER = "sealedbid"
DATABASE = "sealedbid"
TEMPLATE = "template1"

_OWNER = sql.Identifier(OWNER)
_DATABASE = sql.Identifier(DATABASE)


def prepare_database(layout: Layout, url_of: Callable[[str], str]) -> None:
    """Create the owner and the database if they are missing, and close everything open.

    ``url_of`` returns the superuser's URL of a database. Every step checks its own result first, so
    that the next start completes one that was cut off. Raises psycopg.Error.
    """
    with psycopg.connect(url_of("postgres"), autocommit=True) as cluster:
        _ensure_owner(cluster, layout)
        if not _exists(cluster, "select from pg_database where datname = %s", DATABASE):
            _prepare(url_of(TEMPLATE))  # databases created later inherit it
            cluster.execute(sql.SQL("create database {} owner {}").format(_DATABASE, _OWNER))
    _run("prepare_cluster.sql", url_of("postgres"))
    _prepare(url_of(DATABASE))


def _ensure_owner(cluster: Connection[Any], layout: Layout) -> None:
    """Create the role or, if the file of its password is gone, set a new password.

    The file gets its name when the role has the password, so that a run that was cut off is
    repeated.
    """
    path = secret_path(layout.home, f"{OWNER}.password")
    pending = path.with_name(f"{path.name}.new")
    is_there = _exists(cluster, "select from pg_roles where rolname = %s", OWNER)
    if is_there and os.path.lexists(path):
        return
    password = ensure_secret(path if os.path.lexists(path) else pending)
    statement = "alter role {} password {}" if is_there else "create role {} login password {}"
    cluster.execute(sql.SQL(statement).format(_OWNER, verifier(password)))
    if os.path.lexists(pending):
        pending.replace(path)


def _exists(connection: Connection[Any], question: str, name: str) -> bool:
    return connection.execute(question, [name]).rowcount == 1


def _prepare(url: str) -> None:
    _run("prepare_database.sql", url)
    _execute((database_files() / "roles" / "functions.sql").read_text(encoding="utf-8"), url)


def _run(script: str, url: str) -> None:
    _execute(files(__package__).joinpath(script).read_text(encoding="utf-8"), url)


def _execute(text: str, url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(text)
