"""brief: what is understood of a file, without a database and without an organization."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from sealedbid.cli.brief_report import Lines, as_json, certainty, print_brief
from sealedbid.intelligence.brief import Brief, read_brief
from sealedbid.intelligence.brief.facts.models import Alternative, Fact
from sealedbid.intelligence.brief.facts.values import Moment, Words
from sealedbid.intelligence.brief.models import Span
from tests.fixtures.commands import sealedbid

TEXT = """# A site

We need a website by 1 May or 2 May 2027.
The contractor must test it with readers.
"""
MAY = Moment(day=date(2027, 5, 1))


def span(text: str) -> Span:
    start = TEXT.index(text)
    return Span(start=start, end=start + len(text), text=text)


DEADLINE = Fact(
    key="deadline",
    kind="deadline",
    value=MAY,
    quote=span("1 May"),
    sure=False,
    reason="two dates",
    alternatives=(
        Alternative(value=MAY.model_copy(update={"day": date(2027, 5, 2)}), quote=span("2 May")),
    ),
    inferred="the year from the other",
)
TITLE = Fact(
    key="title", kind="title", value=Words(text="[A] site"), quote=span("A site"), sure=True
)


def reading() -> Brief:
    found = read_brief(TEXT, today=date(2026, 11, 27))
    return Brief(
        **{name: getattr(found, name) for name in Brief.__dataclass_fields__ if name != "facts"},
        facts=(TITLE, DEADLINE),
    )


def test_a_fact_is_shown_with_its_line_and_how_sure_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    print_brief(TEXT, reading())
    shown = out.getvalue()
    assert "2 facts, 1 of them unsure." in shown
    lines = {line.split()[0]: line for line in shown.splitlines() if line.strip()}
    assert "[A] site" in lines["title"]
    assert lines["title"].split()[4] == "1"
    for part in ("1 May 2027", "unsure: two dates", "or 2 May 2027", "inferred: the year"):
        assert part in lines["deadline"]
    assert "requirements, " in shown
    assert "must" in lines["R1"]
    assert "The contractor must test it with readers." in shown


def test_what_is_sure_says_so_alone() -> None:
    assert certainty(TITLE) == "sure"


def test_lines_are_counted_from_1() -> None:
    lines = Lines("a\n\nb")
    assert [lines.of(place) for place in range(4)] == [1, 1, 2, 3]


def test_json_has_the_whole_reading() -> None:
    found = json.loads(as_json(reading()))
    assert found["facts"][1]["value"]["day"] == "2027-05-01"
    assert found["facts"][1]["alternatives"][0]["quote"]["text"] == "2 May"
    assert found["requirements"][0]["span"]["text"] in TEXT


def test_it_needs_no_installation(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text(TEXT)
    home = {"SEALEDBID_HOME": str(tmp_path / "none"), "DATABASE_URL": "postgresql://nowhere:1/x"}
    done = sealedbid("brief", str(path), **home)
    assert done.returncode == 0, done.stderr
    assert "The contractor must test it with readers." in done.stdout
    done = sealedbid("brief", str(path), "--json", "--today", "2026-12-01", **home)
    assert json.loads(done.stdout)["title"] == "A site"
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nowhere.md",), "is not there"),
        (("brief.md", "--today", "soon"), "--today soon is no day: write it as 2026-12-01."),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "brief.md").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    refused = sealedbid("brief", *arguments)
    assert refused.returncode == 1
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr
