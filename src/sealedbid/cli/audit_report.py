"""Prints an audit."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sealedbid.isolation.audit import Finding, Report

COLOURS = {"error": "bold red", "warning": "yellow"}


def as_json(report: Report) -> dict[str, Any]:
    """Return the whole report; the names of its fields are stable."""
    return {
        "database": report.database,
        "tables": report.tables,
        "lints": [
            {"lint": lint.label, "title": lint.title, "level": lint.level} for lint in report.lints
        ],
        "findings": [
            {"lint": f.lint, "level": f.level, "object": f.object, "fault": f.fault}
            for f in report.findings
        ],
        "trusted": [
            {
                "function": t.name,
                "owner": t.owner,
                "callers": t.callers,
                "tables": t.tables,
                "lines": t.lines,
                "reason": t.reason,
            }
            for t in report.trusted
        ],
        "seconds": round(report.seconds, 3),
    }


def print_report(console: Console, report: Report) -> None:
    """Print the trusted functions, the findings, and a sentence with the counts."""
    _print_trusted(console, report)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.lint].append(finding)
    for lint in report.lints:
        if lint.label in found:
            colour = COLOURS[lint.level]
            console.print(
                Text.assemble("\n", (lint.level, colour), f"  {lint.number} {lint.title}")
            )
            for finding in found[lint.label]:
                _print_sentence(console, finding.sentence)
    errors, warnings = report.count("error"), report.count("warning")
    counts = (
        f"{len(report.lints)} checks of {report.tables} tables of {report.database} in "
        f"{report.seconds:.1f} s: {_number(errors, 'error')}, {_number(warnings, 'warning')}."
    )
    verdict = ("Not sealed.", "bold red") if errors else ("Sealed.", "bold green")
    console.print(Text.assemble("\n", verdict, " ", counts))


def _print_sentence(console: Console, sentence: str) -> None:
    """Print a sentence uncut and indented: folded at a terminal, one line in a file."""
    if console.is_terminal:
        console.print(Padding(Text(sentence), (0, 0, 0, 4), expand=False), soft_wrap=False)
    else:
        console.print(Text(f"    {sentence}"))


def _print_trusted(console: Console, report: Report) -> None:
    if not report.trusted:
        return
    lines = sum(function.lines for function in report.trusted)
    console.print(
        f"[bold]What is trusted[/]: {len(report.trusted)} definer functions, {lines} lines"
    )
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold underline")
    for heading in ("function", "owner", "callers", "lines", "tables"):
        table.add_column(
            heading,
            overflow="fold",
            no_wrap=heading == "function",
            justify="right" if heading == "lines" else "left",
        )
    for function in report.trusted:
        table.add_row(
            function.name.partition("(")[0],
            function.owner,
            ", ".join(function.callers) or "nobody",
            str(function.lines),
            ", ".join(name.partition(".")[2] for name in function.tables),
        )
    console.print(table)


def _number(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
