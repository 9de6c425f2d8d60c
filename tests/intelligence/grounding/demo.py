"""The demo's pages as sources, their sentences, and prose about them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from sealedbid.demo.agency import FOLDERS, read_agency
from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.grounding.subjects import client_of
from tests.intelligence.grounding.cases import Sentence
from tests.intelligence.grounding.planting import plant

FEWEST = 4  # words of a sentence that faults are planted in


@cache
def pages(folder: str) -> dict[str, Source]:
    """The pages of an agency that clients may read, by their place."""
    found: dict[str, Source] = {}
    knowledge = read_agency(folder).knowledge
    for path in sorted(knowledge.rglob("*.md")):
        place = str(path.relative_to(knowledge).with_suffix(""))
        if place.startswith("internal"):
            continue
        title, *lines = path.read_text(encoding="utf-8").splitlines()
        title = title.lstrip("# ")
        found[place] = Source(
            id=place,
            of="knowledge",
            title=title,
            text="\n".join(line for line in lines if not line.startswith("#")),
            subject=client_of(title) if place.startswith("case-studies") else "",
        )
    return found


def quoted() -> Iterator[Sentence]:
    """Every sentence of the pages, cited from its page."""
    for folder in FOLDERS:
        for place, source in pages(folder).items():
            for start, end in sentences(source.text):
                text = " ".join(source.text[start:end].split())
                if len(text.split()) >= FEWEST:
                    yield _sentence(place, text, (source,), folder)


def prose() -> Iterator[Sentence]:
    """Sentences in other words, of one page or several."""
    table = tomllib.loads(Path(__file__).with_name("prose.toml").read_text(encoding="utf-8"))
    for agency in table["agency"]:
        known = pages(agency["folder"])
        for each in agency["true"]:
            cited = tuple(known[place] for place in each["pages"])
            yield _sentence(each["pages"][0], each["text"], cited, agency["folder"])


def with_faults(one: Sentence) -> Iterator[Sentence]:
    """The sentence with each fault that can be planted in it."""
    said = " ".join(f"{source.title} {source.text}" for source in one.cited)
    mine = [source.subject for source in one.cited if source.subject]
    theirs = [source.subject for source in one.given if source.subject not in ("", *mine)]
    others = {subject: theirs[len(one.text) % len(theirs)] for subject in mine if theirs}
    unlike = [source for source in one.given if source not in one.cited]
    if unlike:
        elsewhere = (unlike[len(one.text) * 7 % len(unlike)],)
        yield replace(one, kind="similarity", cited=elsewhere)
    yield replace(one, kind="uncited", cited=())
    for kind, text in plant(one.text, said, others):
        yield replace(one, kind=kind, text=text)


def _sentence(case: str, text: str, cited: tuple[Source, ...], folder: str) -> Sentence:
    return Sentence(
        case=case,
        kind="",
        text=text,
        language="en",
        cited=cited,
        given=tuple(pages(folder).values()),
    )
