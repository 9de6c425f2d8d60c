"""The database inside the cluster, and its owner, who is no superuser."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import psycopg
from psycopg import Connection, sql

from sealedbid.platform.embedded.layout import Layout
from sealedbid.platform.secrets import ensure_secret, secret_path

OWNER = "sealedbid"
DATABASE = "sealedbid"
TEMPLATE = "template1"

_OWNER = sql.Identifier(OWNER)
_DATABASE = sql.Identifier(DATABASE)


def prepare_database(layout: Layout, url_of: Callable[[str], str]) -> None:
    """Make the owner and the database if they are not there, and close what stands open.

    ``url_of`` says where the superuser connects to a database.
    """
    with psycopg.connect(url_of("postgres"), autocommit=True) as cluster:
        if not _exists(cluster, "select from pg_roles where rolname = %s", OWNER):
            _make_owner(cluster, ensure_secret(secret_path(layout.home, f"{OWNER}.password")))
        if not _exists(cluster, "select from pg_database where datname = %s", DATABASE):
            _close(url_of(TEMPLATE))  # databases made later are born closed
            _make_database(cluster)
    _close(url_of(DATABASE))


def _exists(connection: Connection[Any], question: str, name: str) -> bool:
    return connection.execute(question, [name]).rowcount == 1


def _make_owner(cluster: Connection[Any], password: str) -> None:
    verifier = cluster.pgconn.encrypt_password(
        password.encode(), OWNER.encode(), b"scram-sha-256"
    ).decode()
    cluster.execute(sql.SQL("create role {} login createrole password {}").format(_OWNER, verifier))


def _make_database(cluster: Connection[Any]) -> None:
    """Logins belong to the cluster; its other databases are not theirs.

    The owner comes to postgres to take turns with other installations.
    """
    cluster.execute(sql.SQL("create database {} owner {}").format(_DATABASE, _OWNER))
    cluster.execute(
        sql.SQL("revoke connect, temporary on database {}, postgres, template1 from public").format(
            _DATABASE
        )
    )
    cluster.execute(sql.SQL("grant connect on database postgres to {}").format(_OWNER))


def _close(url: str) -> None:
    script = files(__package__).joinpath("prepare_database.sql").read_text(encoding="utf-8")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(script)
