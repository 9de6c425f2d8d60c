"""E-mails: the fields of their headers, and whose words a quoted reply repeats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sealedbid.intelligence.brief.structure.lines import Lines
from sealedbid.intelligence.brief.structure.models import Speaker
from sealedbid.intelligence.vocabulary.patterns import pattern

ADDRESS = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
LINE = r"\s{0,3}(?:>\s?){0,5}"  # what may stand before the words of a line
QUOTE = re.compile(r"\s{0,3}((?:>\s?){1,6})(.*)")
LONGEST_NOTE = 60  # lines
EARLY = 12  # lines in which a greeting shows that a text is an e-mail


@cache
def field() -> re.Pattern[str]:
    """A line of a header: "Subject: ..."."""
    names = "|".join(pattern("mail", each).pattern for each in ("sender", "subject", "other"))
    return re.compile(
        rf"{LINE}\**(?P<name>{names})\**[ \u00a0]?:\**\s+(?P<value>\S.*)", re.IGNORECASE
    )


@cache
def wrote() -> re.Pattern[str]:
    """A line that says whose words are quoted below it: "On Monday, Bea wrote:"."""
    return re.compile(rf"{LINE}(?:{pattern('mail', 'wrote').pattern})\s*", re.IGNORECASE)


@cache
def original() -> re.Pattern[str]:
    """A line of dashes above an earlier message."""
    words = pattern("mail", "original").pattern
    return re.compile(rf"\s{{0,3}}-{{2,}}\s?(?:{words}).{{0,20}}", re.IGNORECASE)


def _greets(text: str) -> bool:
    return pattern("mail", "greeting").fullmatch(text.strip()) is not None


@dataclass(frozen=True, slots=True)
class Mail:
    """The lines of headers, and those that repeat our own words; both empty where it is none."""

    fields: frozenset[int] = frozenset()
    ours: frozenset[int] = frozenset()

    def speaker(self, number: int) -> Speaker:
        """Tell whose words stand on a line."""
        return "us" if number in self.ours else "client"


def mail(found: Lines) -> Mail:
    """Find what of a text is an e-mail's. The sender of the topmost message is the client."""
    texts = [found.text(number) for number in range(len(found))]
    fields = _fields(texts)
    attributed = [number for number, text in enumerate(texts) if wrote().fullmatch(text)]
    greeted = any(_greets(text) for text in texts[:EARLY] if text[:1] != "#")
    if not fields and not attributed and not greeted and not _replies(texts):
        return Mail()
    client = _sender(texts, sorted(fields))
    return Mail(frozenset(fields), frozenset(_ours(texts, fields, client)))


def _replies(texts: list[str]) -> bool:
    """True if a short note without headings answers quoted lines; behind a colon it cites them."""
    if len(texts) > LONGEST_NOTE or any(text.startswith("#") for text in texts):
        return False
    above = ""
    for text in texts:
        if QUOTE.match(text):
            return not above.rstrip().endswith(":")
        above = text if text.strip() else above
    return False


def _fields(texts: list[str]) -> set[int]:
    """Lines of headers: two and more in a row, one of them the sender's or the subject's."""
    result: set[int] = set()
    run: list[int] = []
    for number, text in enumerate([*texts, ""]):
        if number < len(texts) and ":" in text[:60] and field().fullmatch(text):
            run.append(number)
            continue
        names = {field().fullmatch(texts[each])["name"].lower() for each in run}  # type: ignore[index]
        top = not "".join(texts[: run[0]]).strip() if run else False
        mailed = any(pattern("mail", "subject").fullmatch(name) for name in names) or (
            any(pattern("mail", "sender").fullmatch(name) for name in names) and len(names) > 1
        )
        if run and mailed and (len(run) > 1 or top):
            result |= set(run)
        run = []
    return result


def _sender(texts: list[str], fields: list[int]) -> str:
    for number in fields:
        match = field().fullmatch(texts[number])
        if match and pattern("mail", "sender").fullmatch(match["name"]):
            return match["value"].casefold()
    return ""


def _same(one: str, other: str) -> bool:
    """True if two senders are of one house: one domain, or the same name."""
    domains = [match[1] for each in (one, other) if (match := ADDRESS.search(each))]
    if len(domains) == 2:
        return domains[0] == domains[1]
    names = [re.sub(r"<.*|[\"']", "", each).strip() for each in (one, other)]
    return bool(names[0]) and (names[0] in names[1] or names[1] in names[0])


def _ours(texts: list[str], fields: set[int], client: str) -> set[int]:
    """Lines that repeat our words: quoted at an odd depth, or behind a header that names us."""
    unquoted = [
        text
        for number, text in enumerate(texts)
        if text.strip() and number not in fields and not QUOTE.match(text)
    ]
    spoken = any(
        len(text.split()) > 2 and not wrote().fullmatch(text) and not _greets(text)
        for text in unquoted
    )
    ours: set[int] = set()
    below = False  # behind a header whose sender is not the client
    theirs = 1  # an odd depth is ours, unless the attribution above names the client
    for number, text in enumerate(texts):
        if wrote().fullmatch(text):
            theirs = 0 if client and _named(client, text) else 1
        match = field().fullmatch(text) if number in fields else None
        if match and pattern("mail", "sender").fullmatch(match["name"]):
            below = bool(client) and not _same(client, match["value"].casefold())
        elif original().fullmatch(text):
            below = True
        depth = QUOTE.match(text)
        odd = depth is not None and depth[1].count(">") % 2 == theirs
        if (spoken and odd) or (below and depth is None):
            ours.add(number)
        elif not text.strip() and number - 1 in ours and number + 1 < len(texts):
            follows = QUOTE.match(texts[number + 1])
            if below or (follows and follows[1].count(">") % 2 == theirs):
                ours.add(number)
    return ours


def _named(client: str, attribution: str) -> bool:
    """True if an attribution ("On Monday, Bea Example wrote:") names the client."""
    words = attribution.casefold()
    address = ADDRESS.search(client)
    if address and address[0] in words:
        return True
    name = re.sub(r"<.*|[\"']", "", client).strip()
    return len(name) > 2 and name in words
