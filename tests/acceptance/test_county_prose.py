"""The demo's county brief by a model that writes well: prose, every sentence of it supported."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import pytest_asyncio

from sealedbid.content.documents import Block
from sealedbid.intelligence.export import author_of, to_html, to_markdown
from sealedbid.intelligence.presenting import Presented
from tests.fixtures.agencies import Agencies
from tests.fixtures.good_writer.drafting import NAME, draft_county
from tests.fixtures.model_server import ModelServer

pytestmark = pytest.mark.full

TOTAL = 660 * 165 + 1180 * 158 + 440 * 162 + 180 * 145 + 5_200
_DRAFTED: dict[str, tuple[Presented, ModelServer]] = {}


@pytest_asyncio.fixture
async def county(agencies: Agencies) -> Presented:
    """The county's proposal in prose; written once."""
    if "county" not in _DRAFTED:
        _DRAFTED["county"] = await draft_county(agencies)
    shown = _DRAFTED["county"][0]
    if to := os.environ.get("SEALEDBID_KEEP_COUNTY"):
        Path(to, "county.html").write_text(to_html(shown), encoding="utf-8")
        Path(to, "county.md").write_text(to_markdown(shown), encoding="utf-8")
        Path(to, "prompts.json").write_text(
            json.dumps([a.body for a in _DRAFTED["county"][1].asked])
        )
        Path(to, "author.md").write_text(author_of(shown), encoding="utf-8")
    return shown


def blocks(shown: Presented, id: str = "") -> list[Block]:
    return [
        block
        for section in shown.document.sections
        if not id or section.id == id
        for block in section.blocks
    ]


def test_the_model_wrote_it_and_the_document_says_so(county: Presented) -> None:
    assert county.document.composed_by == f"model:{NAME}"
    written = [block for block in blocks(county) if block.sentences]
    assert len(written) >= 18
    assert sum(len(block.sentences) for block in written) >= 70
