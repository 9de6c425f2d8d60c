"""A person at a terminal is asked; Enter skips, and where nobody is, nothing is asked."""

from __future__ import annotations

import io
import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from sealedbid.cli.terminals import ask_all, somebody_is_there
from sealedbid.core.currencies import known_codes
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.asking.parsing import check_answer
from tests.fixtures.commands import OnDatabase, environment, program
from tests.fixtures.server import Installation

DEADLINE = Question(
    key="deadline",
    text="When must the answer be in?",
    reason="two dates, none says what it is for",
    form="date",
    alternatives=("1 May 2027", "2 June 2027"),
)
BUDGET = Question(key="budget", text="How much may it cost?", reason="", form="money")


def asked(monkeypatch: pytest.MonkeyPatch, typed: str) -> tuple[dict[str, str], str]:
    out = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    console = Console(file=out, width=200, highlight=False)
    return ask_all(console, [DEADLINE, BUDGET], check_answer), out.getvalue()


def test_an_answer_is_its_number_or_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    answers, shown = asked(monkeypatch, "2\n120k EUR\n")
    assert answers == {"deadline": "2 June 2027", "budget": "120,000 EUR"}
    for part in ("When must the answer be in?", "two dates, none says", "1  1 May 2027"):
        assert part in shown


def test_enter_skips_and_the_end_of_input_skips_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(monkeypatch, "\n5 EUR\n")[0] == {"budget": "5 EUR"}
    assert asked(monkeypatch, "1\n")[0] == {"deadline": "1 May 2027"}
    assert asked(monkeypatch, "")[0] == {}


def test_what_is_no_answer_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    answers, shown = asked(monkeypatch, "soon\n3\n1\n\n")
    assert answers == {"deadline": "1 May 2027"}
    assert "deadline: “soon” is no day with its year: write it as 2026-12-22 14:00." in shown
    assert shown.count("deadline: ") == 2


def test_nobody_is_there_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert not somebody_is_there()


@pytest.mark.full
def test_a_founder_at_a_terminal_is_asked_for_the_currency(
    make_database: Callable[..., Installation], tmp_path: Path
) -> None:
    run = OnDatabase(make_database())
    page = tmp_path / "page.md"
    page.write_text("# Us\n\nWe are four people in one room.\n")
    keyboard, terminal = pty.openpty()
    try:
        os.write(keyboard, b"dollars\nchf\n")
        done = subprocess.run(
            program("ingest", str(page), "--org", "First Agency"),
            env=environment(**run.variables),
            stdin=terminal,
            stderr=terminal,
            stdout=subprocess.PIPE,
            timeout=100,
            check=False,
        )
        shown = os.read(keyboard, 65_536).decode()
    finally:
        os.close(keyboard)
        os.close(terminal)
    assert done.returncode == 0, shown
    assert "In which currency are your prices?" in shown
    assert "“dollars” can be USD, CAD" in shown
    assert run("services", "currency").stdout == "CHF\n"


def test_codes_are_money_of_today() -> None:
    assert {"EUR", "USD", "GBP", "CHF", "JPY", "INR"} <= known_codes()
    assert not {"XXX", "XAU", "DEM", "FRF"} & known_codes()
