"""docs/reference/errors.md: every class of error, from the two tables."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from sealedbid.api.errors import INTERNAL, PROBLEMS
from sealedbid.api.faults import RequestError
from sealedbid.cli.exits import EXITS, exit_code
from sealedbid.platform.errors import SealedbidError
from tests.fixtures.modules import import_all

HEADER = """\
<!-- GENERATED from src/sealedbid/api/errors and src/sealedbid/cli/exits.py by `make schema`. -->

# Errors

A refusal of the database becomes a class once, in `platform/postgres/violations.py`; above it there
are only classes. A class that is not listed has the line of its nearest ancestor.

The command line prints one sentence and exits with the code: 1; 75 where the same command may
succeed in a moment; 77 where a right is missing; – where no command raises it. A request is
answered with a problem (RFC 9457) whose type is the slug. What no request can raise is `internal`:
the answer then holds the id of the request alone.

| class | meaning | exit code | status | type | remedy |
|---|---|---|---|---|---|
"""


def errors() -> str:
    """The table of errors, by module and name."""
    import_all()
    known = [kind for kind in PROBLEMS | EXITS if issubclass(kind, SealedbidError)]
    return HEADER + "".join(map(_row, sorted(known, key=lambda kind: kind.__name__)))


def subclasses(kind: type[SealedbidError] = SealedbidError) -> Iterator[type[SealedbidError]]:
    """Every class below ``kind``."""
    for each in kind.__subclasses__():
        yield each
        yield from subclasses(each)


def _row(kind: type[BaseException]) -> str:
    meaning = (inspect.getdoc(kind) or "").partition("\n")[0]
    problem = next((PROBLEMS[each] for each in kind.__mro__ if each in PROBLEMS), INTERNAL)
    code = "–" if issubclass(kind, RequestError) else exit_code(kind.__new__(kind))
    cells = (f"`{kind.__name__}`", meaning, code, problem.status, problem.type, problem.remedy)
    return f"| {' | '.join(map(str, cells))} |\n"
