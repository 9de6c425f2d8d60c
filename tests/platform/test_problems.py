"""Both tables of errors are complete: a new class cannot be forgotten in one of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sealedbid.api.errors import INTERNAL, PROBLEMS, problem_of
from sealedbid.api.faults import RequestError
from sealedbid.auth.errors import AuthError
from sealedbid.cli.errors import CommandError
from sealedbid.cli.exits import EXITS, NOT_ALLOWED, TRY_AGAIN, exit_code
from sealedbid.intelligence.errors import EmbeddingError, RunError, UnreadableFile
from sealedbid.intelligence.llm.errors import ModelError, TransientModelError
from sealedbid.isolation.errors import IsolationError
from sealedbid.mail.errors import MailError
from sealedbid.platform.embedded.errors import EmbeddedServerError
from sealedbid.platform.errors import (
    NameTakenError,
    NotAllowedError,
    RefusedError,
    SealedbidError,
)
from sealedbid.platform.migrations.errors import MigrationError
from sealedbid.platform.postgres.errors import BusyError, LoginRefusedError
from sealedbid.usecases.errors import ActingError
from tests.fixtures.modules import import_all
from tests.generated.errors import errors, subclasses

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "errors.md"
FAMILIES = {
    ActingError,
    CommandError,
    EmbeddedServerError,
    EmbeddingError,
    IsolationError,
    MailError,
    MigrationError,
    ModelError,
    RunError,
    UnreadableFile,
}
"""Classes whose entry is meant for all that derive from them, in both tables."""
EXITS_ALIKE = {AuthError, RefusedError, TransientModelError}
"""And in the table of exit codes alone: refusals differ by what a program does, not by a code."""


def classes() -> set[type[SealedbidError]]:
    """Every class of the product; those of tests are not in it."""
    import_all()
    return {kind for kind in subclasses() if kind.__module__.startswith("sealedbid.")}


def test_every_class_has_an_exit_code() -> None:
    """But for those of requests: the deliveries do not import each other."""
    open_ones = {kind for kind in classes() if not is_meant(kind, EXITS, FAMILIES | EXITS_ALIKE)}
    assert {kind for kind in open_ones if not issubclass(kind, RequestError)} == set()


def test_every_class_has_a_problem() -> None:
    """But for those of commands: the deliveries do not import each other."""
    open_ones = {kind for kind in classes() if not is_meant(kind, PROBLEMS, FAMILIES)}
    assert {kind for kind in open_ones if not issubclass(kind, CommandError)} == set()


def is_meant(kind: type[BaseException], table: object, families: set[type[SealedbidError]]) -> bool:
    """True if it is in the table itself, or its nearest ancestor there is a family."""
    assert isinstance(table, dict)
    nearest = next((each for each in kind.__mro__ if each in table), None)
    return nearest is not None and (nearest is kind or nearest in families)


def test_no_family_is_stale() -> None:
    for family in FAMILIES | EXITS_ALIKE:
        assert set(family.__subclasses__()), family


def test_a_type_is_a_slug_with_one_status() -> None:
    statuses: dict[str, int] = {}
    for problem in PROBLEMS.values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", problem.type)
        assert 400 <= problem.status <= 599
        assert problem.remedy.endswith(".")
        assert statuses.setdefault(problem.type, problem.status) == problem.status


@pytest.mark.parametrize(
    ("error", "code", "status", "slug"),
    [
        (NameTakenError("taken"), 1, 409, "name-taken"),
        (NotAllowedError("no"), NOT_ALLOWED, 403, "not-allowed"),
        (BusyError("busy"), TRY_AGAIN, 409, "busy"),
        (LoginRefusedError("refused"), 1, 500, "internal"),
        (ZeroDivisionError(), 1, 500, "internal"),
    ],
    ids=repr,
)
def test_an_error_has_its_line(error: Exception, code: int, status: int, slug: str) -> None:
    problem = problem_of(error)
    assert (exit_code(error), problem.status, problem.type) == (code, status, slug)


def test_what_nobody_foresaw_tells_nothing() -> None:
    assert problem_of(KeyError("a value of a row")) is INTERNAL


def test_the_page_is_what_the_tables_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == errors(), "run make schema"
