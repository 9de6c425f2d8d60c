"""Requirements and names of texts whose keys were written before they were first read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sealedbid.intelligence.brief import Brief
from tests.intelligence.brief.facts.wording import worded
from tests.intelligence.brief.reading import read

TEXTS = Path(__file__).parent / "adversary.toml"
CASES = tuple(tomllib.loads(TEXTS.read_text(encoding="utf-8"))["case"])
NAMES = ("title", "issuer", "reference", "deadline")
APART = {"backlog", "form"}


def said(brief: Brief, kind: str) -> str:
    """The words of a fact that is sure; empty for none."""
    return next((worded(each.value) for each in brief.facts if each.kind == kind and each.sure), "")


@pytest.mark.parametrize(
    "case", [each for each in CASES if "asks" in each], ids=lambda each: each["text"].split("\n")[0]
)
def test_all_that_is_asked_is_found_and_nothing_else(case: dict[str, Any]) -> None:
    found = [each for each in read(case["text"]).requirements if each.kind not in APART]
    wanted = [tuple(each.split(" ", 2)) for each in case["asks"]]
    assert [(each.ref if each.numbered else "-", each.text) for each in found] == [
        (ref, text) for _, ref, text in wanted
    ]
    for requirement, (level, _, _) in zip(found, wanted, strict=True):
        assert level in {"any", requirement.level}


@pytest.mark.parametrize(
    "case", [each for each in CASES if "asks" not in each], ids=lambda each: each["text"][:40]
)
def test_names_are_sure_where_the_text_says_them(case: dict[str, Any]) -> None:
    brief = read(case["text"])
    wanted = {name: case[name] for name in NAMES if name in case}
    assert {name: said(brief, name) for name in wanted} == wanted
