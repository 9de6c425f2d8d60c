"""A run that is watched: drawn at a terminal, in lines elsewhere, and not at all."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from rich.console import Console
from rich.live import Live

from sealedbid.cli.watch import Lines, Picture
from sealedbid.intelligence.models import AgentRun, AgentStep, RunStatus
from sealedbid.intelligence.run.step import Result, Step, Stored, Tools
from sealedbid.platform import rows
from sealedbid.system.jobs.models import Job
from sealedbid.usecases.watching import Watched

NOW = datetime(2026, 11, 27, tzinfo=UTC)
NOBODY = UUID(int=7)
SPINNER = re.compile("[\u2801-\u28ff]")


class Found(Stored):
    """Words that a step found."""

    words: str


async def _run(given: Stored, tools: Tools) -> Result[Found]:
    raise NotImplementedError


def step(name: str, doing: str) -> Step[Stored, Found]:
    return Step(
        name=name,
        doing=doing,
        input=Stored,
        output=Found,
        run=_run,
        found=lambda output: output.words,
    )


ORDER = (
    step("read", "Reading the brief"),
    step("write", "Writing"),
    step("check", "Checking every sentence"),
)


def attempt(name: str, words: str) -> AgentStep:
    return AgentStep(
        id=uuid4(),
        job_id=NOBODY,
        step=name,
        attempt=1,
        status="done",
        model=None,
        input_sha256=b"",
        edits=None,
        edited_from=None,
        output={"words": words},
        tokens_in=0,
        tokens_out=0,
        cost_micros=0,
        ms=1,
        error=None,
        created_at=NOW,
    )


def watched(*done: AgentStep, tokens: int = 0, micros: int = 0, words: str = "") -> Watched:
    """A state of a run; the step at work has said the words, or what it does."""
    at_work = ORDER[min(len(done), len(ORDER) - 1)]
    told = {"step": at_work.name, "words": words or at_work.doing, "tokens": tokens}
    job = Job(
        id=NOBODY,
        job_type="proposal.draft",
        status="running",
        priority=0,
        payload={},
        progress=told | {"cost_micros": micros},
        result=None,
        error=None,
        actual_tokens=0,
        attempt=1,
        crash_count=0,
        suspicion=0,
        run_at=NOW,
        created_at=NOW,
        finished_at=None,
    )
    run = AgentRun(
        id=NOBODY,
        proposal_id=NOBODY,
        job_id=NOBODY,
        mode="fast",
        writer="composer",
        model=None,
        status="running",
        current_step=None,
        resume_from=None,
        stands_on=[],
        published=[],
        waits_for=[],
        cached_writer_output=None,
        tokens_in=0,
        tokens_out=0,
        cost_micros=0,
        error=None,
        created_at=NOW,
        updated_at=NOW,
    )
    return Watched(job=job, order=ORDER, attempts={one.step: one for one in done}, run=run)


def ended(seen: Watched, status: RunStatus = "done") -> Watched:
    assert seen.run is not None
    return replace(
        seen, job=rows.replace(seen.job, status="done"), run=rows.replace(seen.run, status=status)
    )


def drawn(seen: Watched, width: int) -> list[str]:
    """The lines of the last picture."""
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=None)
    live = Live(console=console, auto_refresh=False)
    Picture(live, is_narrow=width < 76).show(seen)
    with console.capture() as shown:
        console.print(live.renderable)
    return [SPINNER.sub("*", line).rstrip() for line in shown.get().splitlines()]


WRITES = watched(
    attempt("read", "9 requirements, 7 of them mandatory; reply by 29 June 2029"),
    tokens=12_345,
    micros=120_000,
    words="Writing section 3 of 9, Approach [sic]",
)


def test_a_picture_has_what_was_found_how_far_the_writer_is_and_what_it_took() -> None:
    assert drawn(WRITES, 100) == [
        "✓ Reading the brief       9 requirements, 7 of them mandatory; reply by 29 June 2029",
        "* Writing                 section 3 of 9, Approach [sic]",
        "  Checking every sentence",
        "  12,345 tokens, $0.12",
    ]


def test_a_narrow_picture_has_the_words_below_the_step() -> None:
    assert drawn(WRITES, 44) == [
        "✓ Reading the brief",
        "    9 requirements, 7 of them mandatory;",
        "    reply by 29 June 2029",
        "* Writing",
        "    section 3 of 9, Approach [sic]",
        "  Checking every sentence",
        "  12,345 tokens, $0.12",
    ]


@pytest.mark.parametrize("end", [lambda seen: ended(seen), lambda seen: ended(seen, "needs_input")])
def test_a_run_that_is_over_or_waits_for_answers_has_no_step_at_work(
    end: Callable[[Watched], Watched],
) -> None:
    shown = drawn(end(WRITES), 100)
    assert shown[1].strip() == "Writing"
    assert not any("section 3" in line for line in shown)


def test_without_a_model_nothing_is_said_of_tokens() -> None:
    assert not any("tokens" in line for line in drawn(watched(), 100))


def test_lines_say_each_step_once_and_at_the_end_what_it_took() -> None:
    out = io.StringIO()
    lines = Lines(Console(file=out, width=40))
    read, written = attempt("read", "9 requirements [of them]"), attempt("write", "9 sections")
    lines.show(watched())
    lines.show(watched(read, words="section 1 of 9"))
    lines.show(watched(read, words="section 2 of 9"))
    lines.show(watched(read, words="section 2 of 9"))
    lines.show(ended(watched(read, written, tokens=1_000)))
    assert out.getvalue().splitlines() == [
        "✓ Reading the brief       9 requirements [of them]",
        "  section 1 of 9",
        "✓ Writing                 9 sections",
        "  1,000 tokens, no price is set",
    ]
