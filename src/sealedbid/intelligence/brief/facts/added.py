"""Extensions that are counted beside a term: "3 years (+1+1)", "2 x 12 months"."""

from __future__ import annotations

import re

from sealedbid.intelligence.brief.facts.choosing import Candidate
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.values import Amount
from sealedbid.intelligence.brief.values.models import Read

PLUS = re.compile(r"\+\s?(\d{1,2})(?!\d)")
BEHIND = re.compile(
    r"\s?\(?\s?(?P<parts>(?:\+\s?\d{1,2}(?!\d)\s?){1,6})(?=\s?(?:[).,;]|$|years?|months?|jahre?|monate?|jaar|ans|mois|anos))\s?\)?"
)
# How many times: "two options of", "zweimal um je", "four (4) one-year renewals".
COUNTS = (
    r"two|twice|zwei|zweimal|deux|dos|twee|tweemaal",
    r"three|thrice|drei|dreimal|trois|tres|drie|driemaal",
    r"four|vier|viermal|quatre|cuatro",
)
UNITS = (
    r"(?:hours?|days?|weeks?|months?|years?|monaten?|jahren?|tagen?|mois|ans?|meses|anos?|maanden"
    r"|jaar)\b"
)
NUMBER = r"(?:(?P<digit>[2-9])|" + "|".join(
    f"(?P<n{number}>{words})" for number, words in enumerate(COUNTS, 2)
) + ")"  # fmt: skip
TIMES = re.compile(
    rf"(?<![\w.,+]){NUMBER}\)?\s?(?:[x\u00d7]\s?|\s?(?!{UNITS})[a-z'-]{{1,14}}\s){{0,7}}$"
)
AGAIN = re.compile(
    rf"\W{{0,3}}\b{NUMBER}(?:\s(?:times|fois|veces|keer|mal)|(?<=e)|(?<=l))\b(?!\s[\d-])"
)
REACH = 60


def added(line: Line, read: Read[Amount]) -> Candidate | None:
    """The extension that is added to a term; a question where its parts may be taken singly."""
    if read.value is None:
        return None
    own = PLUS.findall(line.folded, read.start, read.end)
    match = None if own else BEHIND.match(line.folded, read.end)
    parts = [int(each) for each in own or (PLUS.findall(match["parts"]) if match else ())]
    if not parts or not all(parts):
        return None
    start, end = (read.start, read.end) if own else (read.end, match.end() if match else read.end)
    while line.folded[start] == " ":
        start += 1
    values = [read.value.model_copy(update={"number": one, "upper": None})
              for one in dict.fromkeys((sum(parts), *parts))]  # fmt: skip
    doubt = "it may be extended several times: how long in all is open" if len(parts) > 1 else ""
    return Candidate(
        value=values[0],
        quote=line.span(start, end),
        rank=3,
        doubt=doubt,
        others=tuple(values[1:]),
    )


def several(line: Line, read: Read[Amount], found: Candidate) -> Candidate:
    """An extension; a question where the text says it several times over ("2 x 12 months")."""
    before = line.folded[max(0, read.start - REACH) : read.start]
    times = TIMES.search(before) or AGAIN.match(line.folded, read.end)
    value = read.value
    if times is None or value is None:
        return found
    count = next(number for number in range(2, 10) if _says(times, number))
    whole = value.model_copy(update={"number": value.number * count, "upper": None})
    return Candidate(
        value=whole,
        quote=found.quote,
        rank=found.rank,
        doubt=f"it may be extended {count} times: how long in all is open",
        others=(value,),
    )


def _says(times: re.Match[str], number: int) -> bool:
    return times["digit"] == str(number) or (
        number <= len(COUNTS) + 1 and times[f"n{number}"] is not None
    )
