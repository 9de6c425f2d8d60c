"""Asks the person at the terminal, if there is one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial

from rich.console import Console

from sealedbid.intelligence.asking.models import Question
from sealedbid.platform.errors import SealedbidError


def somebody_is_there() -> bool:
    """True if a person can be asked: input and messages are a terminal's."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(console: Console, prompt: str, check: Callable[[str], str]) -> str | None:
    """Ask until the answer passes ``check``, which returns it; None for Enter or the end of input.

    ``check`` raises a SealedbidError, whose words are shown.
    """
    while True:
        console.print(prompt, end=" ", markup=False, soft_wrap=True)
        try:
            said = input().strip()
        except EOFError:
            console.print()
            return None
        if not said:
            return None
        try:
            return check(said)
        except SealedbidError as error:
            console.print(str(error), style="red", markup=False)


def show_question(console: Console, question: Question) -> None:
    """Show what is asked, why, and the answers that the brief allows."""
    console.print(f"\n{question.text}", style="bold", markup=False)
    if question.reason:
        console.print(f"  {question.reason}", style="dim", markup=False)
    for place, alternative in enumerate(question.alternatives, 1):
        console.print(f"  {place}  {alternative}", markup=False)


def ask_all(
    console: Console, questions: Sequence[Question], check: Callable[[Question, str], str]
) -> dict[str, str]:
    """Ask each question once; return the answers by key, without those that were skipped."""
    if questions:
        things = "one thing" if len(questions) == 1 else f"{len(questions)} things"
        console.print(
            f"The brief leaves {things} open. Give the answer or its number; Enter skips."
        )
    answers: dict[str, str] = {}
    for question in questions:
        show_question(console, question)
        said = ask(console, ">", partial(check, question))
        if said is not None:
            answers[question.key] = said
    return answers
