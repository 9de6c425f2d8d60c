"""Rules of CONTRIBUTING's section "English" that a program can check, and the files that wait."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.platform.test_tree import ROOT, texts

OPENER = re.compile(
    r"[^\w`]*(as|because|how|however|its?|nobody|somebody|that|their|they|those|to|until|what|"
    r"whatever|when|whenever|where|wherever|whether|which|whichever|while|who|whoever|whom|whose|"
    r"why)\b",
    re.IGNORECASE,
)
"""Words by which a docstring opens with a clause, or with a pronoun for nothing named before."""
CODE = re.compile(r"^(```|~~~).*?^\1|^ {4}.*?$|`[^`]*`", re.DOTALL | re.MULTILINE)
"""Blocks and pieces of code in a document."""
SQLSTATE = re.compile(r"\b[0-9A-Z]{5}\b")
# spelt so that this file does not match itself
BRITISH = re.compile(r"organi[s]ation", re.IGNORECASE)
KEPT = (
    "CHANGELOG.md",
    "src/sealedbid/demo/agencies/",
    "src/sealedbid/intelligence/embedding/minilm-vocabulary.txt",
    "src/sealedbid/mail/texts/de.toml",
)
"""Texts that keep the word: history, the demo's agencies, a model's vocabulary, German mails."""
REMARK = re.compile(r"--[^\n]*|\bcomment on [^;]*?\bis\s+((?:'(?:[^']|'')*'\s*)+);")
"""Comments in SQL, and those that the database keeps."""
DOCUMENTS = re.compile(r"\bcomment on [^;']*? is\s+'([^']*)|^-- name: \w+\n-- (.*)", re.MULTILINE)
"""The beginning of a comment that the database keeps, and the line that documents a statement."""
GENERATED = "db/schema"
"""Written from the migrations, whose comments it repeats."""


def docstrings(code: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of all docstrings: of modules, classes, functions and attributes."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        before: ast.stmt | None = None
        for i, statement in enumerate(node.body):
            documents = i == 0 or isinstance(before, ast.Assign | ast.AnnAssign)
            match statement:
                case ast.Expr(value=ast.Constant(value=str(text))) if documents:
                    yield statement.lineno, text
            before = statement


def opens_with_a_clause(docstring: str) -> bool:
    """True if the first word is one of OPENER's."""
    return OPENER.match(docstring) is not None


def sqlstates(prose: str) -> list[str]:
    """Return the words outside backticks that are an error class's code."""
    return [w for w in SQLSTATE.findall(CODE.sub("", prose)) if _is_sqlstate(w)]


def _is_sqlstate(word: str) -> bool:
    try:
        psycopg.errors.lookup(word)
    except KeyError:
        return False
    return any(c.isdigit() for c in word)


def faults(path: str, text: str) -> list[str]:
    """Return a line for each place where a file breaks a rule."""
    found = []
    if path.endswith(".py"):
        for line, docstring in docstrings(text):
            if opens_with_a_clause(docstring):
                found.append(f"{path}:{line}: rule 1: {docstring.splitlines()[0]}")
            found += [f"{path}:{line}: rule 6: {code}" for code in sqlstates(docstring)]
    elif path.endswith(".md"):
        found += [f"{path}: rule 6: {code}" for code in sqlstates(text)]
    elif path.startswith(("db/", "src/")) and path.endswith(".sql"):
        for match in DOCUMENTS.finditer(text):
            if opens_with_a_clause(document := match[1] or match[2] or ""):
                found.append(f"{path}: rule 1: {document}")
        for match in REMARK.finditer(text):
            remark = " ".join((match[1] or match[0]).split())
            found += [f"{path}: rule 6: {code}" for code in sqlstates(remark)]
    if not path.startswith(KEPT):
        found += [f"{path}: rule 5: {word}" for word in BRITISH.findall(text)]
    return found


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """The faults of each file that has some."""
    of = {
        path: faults(path, text) for path, text in texts().items() if not path.startswith(GENERATED)
    }
    return {path: lines for path, lines in of.items() if lines}


def test_docstrings_and_documents_follow_the_rules(found: dict[str, list[str]]) -> None:
    """CONTRIBUTING, "English", says how to write instead."""
    assert [line for lines in found.values() for line in lines] == []


def test_the_glossary_is_linked() -> None:
    """The index and CONTRIBUTING both lead to it."""
    for page in ("docs/README.md", "CONTRIBUTING.md"):
        assert "reference/glossary.md" in Path(ROOT, page).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("a.py", '"""What the module does."""', "rule 1"),
        ("a.py", 'class A:\n    b: bool\n    """Whether it is so."""', "rule 1"),
        ("a.py", 'async def f() -> None:\n    """\n    To be called once."""', "rule 1"),
        ("a.py", '"""Raises 42501 if the rank is too low."""', "rule 6"),
        ("a.md", "A forged text gives error 28000.", "rule 6"),
        ("a.sql", "-- the open organi" + "sation", "rule 5"),
        ("SECURITY", "an Organi" + "sation", "rule 5"),
        ("db/a.sql", "-- Raises 42501 for a guest.", "rule 6"),
        ("db/a.sql", "comment on column a.b is\n    'Whose it is.';", "rule 1"),
        ("src/a.sql", "-- name: all\n-- What there is.\nselect 1", "rule 1"),
        (
            "db/a.sql",
            "comment on table a is\n    'Rows of a. '\n    '28000: none.';",
            "rule 6",
        ),
    ],
)
def test_a_planted_fault_is_found(path: str, text: str, rule: str) -> None:
    (fault,) = faults(path, text)
    assert rule in fault


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", '"""Tokens of the model.\n\nWhat follows is detail."""'),
        ("a.py", 'def f() -> str:\n    """``what`` is a name here."""\n    return "Who?"'),
        ("db/a.sql", "raise exception 'no' using errcode = '42501'; -- 12345 rows"),
        ("a.md", "CVE-2023-39418, 128MB, 12345 rows.\n\n    select 42501\n\nThe code `42501`."),
    ],
)
def test_what_is_no_fault_is_not_found(path: str, text: str) -> None:
    assert faults(path, text) == []
