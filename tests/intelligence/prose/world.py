"""A brief, what a studio knows, and drafts of it by a scripted model."""

from __future__ import annotations

import asyncio
from functools import lru_cache

from sealedbid.content.documents import Block, Section
from sealedbid.intelligence.llm import Prompt
from sealedbid.intelligence.writer import Assignment, Draft, Written
from sealedbid.intelligence.writer.prose import ModelWriter
from tests.intelligence.composer.making import assign, author, service
from tests.intelligence.prose.scripted import Said, Script, Scripted
from tests.intelligence.prose.writers import faithful, passages

BRIEF = """\
# Booking portal for the city library

The library lends 4,000 rooms and tools a year, and clerks write each loan into a paper book.
We need a portal in which members book by themselves. As you offer 24/7 support, our night staff
will call you.

## 3. Requirements

3.1 The portal shall answer 95 percent of requests within 500 milliseconds.
3.2 Personal data must be encrypted in transit and at rest.
3.3 The contractor shall train the clerks for two days.

## 4. Proposal

The proposal must not exceed 8 pages and shall contain: technical approach; key personnel (a lead
developer); two similar projects; a price.

Work begins on March 1, 2027 and lasts 12 weeks. Proposals are due on December 22, 2026.
"""
PAGES = {
    "policies/testing.md": """\
# Testing

Load tests of the portal run weekly: the requests that answer within the stated milliseconds are
counted in percent.
Tests cover at least 90 percent of lines, and nothing is merged while one fails.
A release is undone with one command in under five minutes.
""",
    "policies/privacy.md": """\
# Privacy

Personal data are encrypted in transit and at rest. Each access to personal data is logged by
person and reason. The log is public unless the client objects.
""",
    "case-studies/harbor.md": """\
# Berth booking, Port of Seldane

We built a booking portal for the Port of Seldane, in which skippers book berths by themselves.
Three people built it in twelve weeks, until May 2025. Calls to the harbor office fell by 60
percent. The portal answers 95 percent of requests in under 180 milliseconds.
""",
    "case-studies/museum.md": """\
# Room booking, Lakeside Museum

We built a portal for the Lakeside Museum, in which members book rooms and tools. It opened in
September 2024 and took 3,100 bookings in its first year.
""",
    "people/ada.md": """\
# Ada Vell, Lead Developer

Ada Vell is a lead developer and has built nine booking portals in Python. She was deputy lead of
the portal for the Port of Seldane. She speaks Dutch and English.
""",
    "voice/us.md": """\
# Who we are

We build small portals for public bodies. We write plain code and we test each change. We work in
short steps, and you see the portal every week. We name the people who do the work. We answer
letters within two days. We do not sell licenses. We hand the code over to you. We train your
staff with their own data. We keep our promises short.
""",
    "internal/plans.md": "# Plans\n\nOur margin on portals is 31 percent.\n",
}
ANSWERS = {"person.lead-developer": "Ada Vell", "price.portal": "yes", "requirement.3.2": "yes"}


@lru_cache(maxsize=1)
def assignment() -> Assignment:
    """The assignment of every test here; made once."""
    return assign(
        BRIEF,
        pages=PAGES,
        offers=[
            service("Portal", 4_850_000, description="With its tests and code.", currency="USD")
        ],
        answers={**ANSWERS, "price.portal.quantity": "1"},
        client="City Library",
        locale="en_US",
        currency="USD",
    )


def write(model: Scripted, given: Assignment | None = None) -> Written:
    """Write the proposal with that model."""
    return asyncio.run(ModelWriter(model.of, _nobody).write(given or assignment()))


def wrote(kind: str, lines: Script) -> tuple[Draft, Scripted]:
    """Write the proposal with a model that has these lines for one kind of section."""
    model = Scripted(lambda prompt: lines(prompt) if is_of(prompt, kind) else faithful(prompt))
    return write(model).draft, model


def said(kind: str, text: str, part: str = "") -> tuple[Draft, Scripted]:
    """Write it with a model that has one line for a section; ``{Words}`` stand for an id."""

    def lines(prompt: Prompt) -> Said | str:
        return "\n".join([f"P | {part}" if part else "P |", with_ids(prompt, text)])

    return wrote(kind, lines)


def with_ids(prompt: Prompt, text: str) -> str:
    """Put the id of the source that has the words in the place of [[words]]."""
    while "[[" in text:
        before, _, rest = text.partition("[[")
        words, _, after = rest.partition("]]")
        known = prompt_sources(prompt)
        text = before + next(id for id, said in known.items() if words in said) + after
    return text


def prompt_sources(prompt: Prompt) -> dict[str, str]:
    """The sources of a prompt."""
    return passages(prompt)


def is_of(prompt: Prompt, kind: str) -> bool:
    """True for the prompt of that kind of section; a summary is one too."""
    if kind == "summary":
        return "“In brief”" in prompt.task
    return f"({kind}), about" in prompt.task and "“In brief”" not in prompt.task


def section(draft: Draft, kind: str) -> Section:
    """The section of a draft whose id begins with the kind."""
    return next(one for one in draft.document.sections if one.id.startswith(kind))


def prose(draft: Draft) -> list[str]:
    """Every sentence that the model has in the client's document."""
    return [one.text for block in blocks(draft) for one in block.sentences]


def blocks(draft: Draft) -> list[Block]:
    """Every block of the client's document."""
    return [block for each in draft.document.sections for block in each.blocks]


def printed(draft: Draft) -> str:
    """All that the client reads in sections."""
    return "\n".join(f"{block.label} {block.text}" for block in blocks(draft))


def held(draft: Draft) -> dict[str, str]:
    """The sentences that were kept from the client, each with its reason."""
    return {one.text: one.reason for one in author(draft).held}


async def _nobody(words: str) -> None:
    """Tell nobody."""
