"""The question about one part of a brief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sealedbid.intelligence.agents.chunks import Chunk
from sealedbid.intelligence.agents.fencing import DATA, fenced
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.llm import Prompt

RULES: Final = f"""\
You read a request for proposals, part by part. A program has read it already. You find what the \
program missed: facts about the request, and requirements on those who answer it.
{DATA}
Give for each finding:
- quote: the words of the text that say it, copied exactly, at most two sentences. Never change, \
shorten or translate them.
- kind: one of the allowed words, or "none" if no word fits.
- level, of a requirement: "must", "should" or "may", or "none" if the text does not say.
Kinds of facts: deadline (answers are due), questions_until (questions may be asked), issued, \
start, end, event (another date), duration, extension, validity (the offer stands), budget, limit \
(pages or words of the answer), currency, language (of the answer), title, reference, issuer, \
contact, criterion (answers are scored by it), submission (how to hand in).
Leave out what is in <known>. Leave out what the text does not say. If nothing is left, give empty \
lists."""

MOST_ANSWERED: Final = 800  # tokens
SHOWN_FACTS: Final = 16
SHOWN_REQUIREMENTS: Final = 24
SHOWN_WORDS: Final = 9


def prompt_of(text: str, chunk: Chunk, brief: Brief) -> Prompt:
    """Ask about ``text[chunk.start:chunk.end]``, and say what is known of it."""
    known = "\n".join(_known(brief, chunk)) or "nothing"
    part = fenced("brief", text[chunk.start : chunk.end])
    return Prompt(
        rules=RULES,
        task=f"{fenced('known', known)}\n{part}\nFind what <known> lacks.",
        max_tokens=MOST_ANSWERED,
        temperature=0.0,
    )


def _known(brief: Brief, chunk: Chunk) -> Iterator[str]:
    """The sure facts, and the first words of the requirements of this part."""
    sure = [fact for fact in brief.facts if fact.sure]
    for fact in sure[:SHOWN_FACTS]:
        yield f"{fact.kind}: {_short(fact.quote.text)}"
    here = [one for one in brief.requirements if chunk.start <= one.span.start < chunk.end]
    for one in here[:SHOWN_REQUIREMENTS]:
        yield f"requirement: {_short(one.text)}"


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
