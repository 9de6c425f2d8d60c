"""The benchmark of the queue: its arguments, and its report of a stored run. Nothing is timed."""

from __future__ import annotations

import json
import xml.etree.ElementTree
from pathlib import Path
from typing import Any

import pytest
from benchmarks.queue import page
from benchmarks.queue.__main__ import parse
from benchmarks.queue.aims import judge
from benchmarks.queue.figures import EMPTY, FIFO, P50, REAL, Figures, claim_measure
from benchmarks.queue.sizes import OURS, Layout

EVEN, SKEWED = Layout(200_000), Layout(200_000, is_skewed=True)


@pytest.fixture
def run() -> dict[str, Any]:
    """A run as read from its file."""
    found = Figures()
    for value in (300.0, 100.0, 200.0):
        found.add(REAL, OURS, value * 9)
        found.add(REAL, "procrastinate", value)
        found.add(EMPTY, OURS, value)
        found.add(P50, OURS, value / 50)
    for held in (False, True):
        found.add(claim_measure(EVEN, is_held=held), OURS, 1.1)
        found.add(claim_measure(EVEN, is_held=held), FIFO, 0.5 + held)
    layouts = [
        {"jobs": layout.jobs, "orgs": layout.orgs, "is_skewed": layout.is_skewed}
        for layout in (EVEN, SKEWED)
    ]
    told: dict[str, Any] = json.loads(
        json.dumps(
            {
                "date": "2026-11-25",
                "machine": {"cores": "2", "memory": "24 GiB", "PostgreSQL": "18.6", "fsync": "on"},
                "peers": {"procrastinate": "3.10.0"},
                "systems": {OURS: "its defaults", "procrastinate": "its defaults"},
                "rounds": 3,
                "sizes": {"drained": 5000},
                "layouts": layouts,
                "stuck": [],
                "figures": found.as_json(),
            }
        )
    )
    return told


def test_the_quick_run_is_asked_for_by_one_word(tmp_path: Path) -> None:
    options = parse(["--quick", "--json", str(tmp_path / "run.json")])
    assert (options.quick, options.write, options.render) == (True, False, None)


def test_a_stored_run_becomes_tables_with_medians_and_spread(run: dict[str, Any]) -> None:
    text = page.render(run)
    assert "Medians of 3" in text
    assert "| a sealed transaction each, /s |" in text
    assert "| **9.00** | 1,800 [900..2,700] | 200 [100..300] |" in text
    assert "| 200,000 of 100 | **2.20** | **0.73** |" in text  # the other backlog was not measured


def test_aims_are_judged_by_what_was_measured(run: dict[str, Any]) -> None:
    verdicts = judge(Figures.of_json(run["figures"]), (EVEN, SKEWED))
    says = {verdict.what: verdict.says for verdict in verdicts}
    assert says["real jobs, by those of procrastinate"] == "kept"
    assert says["claim of 200,000 of 100, by an unfair one"] == "missed by 1.10 x"
    assert says[P50] == "missed by 1.00 ms"
    assert not any("awa" in what for what in says)


def test_writing_twice_leaves_one_report_and_the_words_around_it(
    run: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "PAGE", tmp_path / "page.md")
    monkeypatch.setattr(page, "CHART", tmp_path / "chart.svg")
    page.PAGE.write_text(f"before\n{page.BEGIN}\nold\n{page.END}\nafter\n", encoding="utf-8")
    page.write(run)
    once = page.PAGE.read_text(encoding="utf-8")
    page.write(run)
    assert page.PAGE.read_text(encoding="utf-8") == once
    assert once.startswith("before\n")
    assert once.endswith("after\n")
    assert "old" not in once
    chart = xml.etree.ElementTree.fromstring(page.CHART.read_text(encoding="utf-8"))
    assert chart.tag.endswith("svg")


def test_a_page_without_marks_is_left_alone(
    run: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "PAGE", tmp_path / "page.md")
    page.PAGE.write_text("no marks\n", encoding="utf-8")
    with pytest.raises(page.NoMarksError):
        page.write(run)
    assert page.PAGE.read_text(encoding="utf-8") == "no marks\n"
