"""The document's own numbering: which number a block stands under, across its many styles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sealedbid.intelligence.brief.structure.paragraphs import Block

HEADING = re.compile(
    r"(?:(?:Sec(?:tion)?|Art(?:icle)?|Part|Chapter|Appendix|Annex|Exhibit|Schedule|Attachment|§)"
    r"\.?\s*(?P<named>\d{1,3}(?:\.\d{1,3}){0,4}|[A-Z]|[IVX]{1,5})\b"
    r"|\(?(?P<bare>\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z](?=[.)]))[.):]?(?=\s))",
    re.IGNORECASE,
)
# A requirement's own name: "REQ-001:", "[F-1]", "NFR 2.3 -"; what is known by another is none.
MARK = re.compile(
    r"(?P<named>[\[(]?(?!(?:ISO|EN|DIN|BS|IEC|RFC|WCAG|COVID|FAR|CET|GMT|UTC|AES|TLS|SOC|UTF|SHA)\b)"
    r"(?:(?:[A-Z][A-Za-z]{0,9})(?:[-_/.][A-Z]{1,6}){0,2}[-_./]\d{1,4}(?:[.-]\d{1,3}){0,3}[a-z]?[\])]?"
    r"(?:\s?[:.)–—-]+\s+|\s+(?=[\"“]?[A-ZÀ-Þ]|\[))"
    r"|(?:Requirement|Req\.|Anforderung|Exigence|Requisito|Eis)\s\d{1,4}(?:\.\d{1,3}){0,3}\s?:\s+"
    r"|[A-Z]{1,6}\s?\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?[\])]?(?:\s?[:)–—]\s+|\s-\s)))"
    r"|(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,4}(?:\.?[a-z](?![\w]))?)[.):]?\s+"
    r"|(?P<number>\d{1,3})\.\s+"
    r"|\(?(?P<roman>[ivx]{1,5}|[IVX]{2,5})[.)]\s+"
    r"|\(?(?P<letter>[A-Za-z])[.)]\s+"
    r"|\(?(?P<inner>\d{1,3})\)\s+"
)
# Which style stands inside which, where a document says no more than "a." and "(1)".
RANKS = {"named": 5, "dotted": 0, "number": 1, "letter": 2, "roman": 3, "inner": 4}
LABEL_WORDS = 7
STRESSED = 7  # below every heading's level


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A number that is in force, inside which lists, and the words it carries as a heading."""

    lists: tuple[int, ...]
    rank: int | None
    mark: str
    label: str = ""


class Numbering:
    """Reads blocks in order; knows the number and the heading of the last one."""

    def __init__(self) -> None:
        self.headings: list[tuple[int, str]] = []
        self.outer: list[tuple[int, str]] = []
        self.levels: list[Level] = []
        self.title = ""

    def heading(self, block: Block) -> None:
        """A heading begins: every number below its level ends."""
        self.title = " ".join(block.text.split())
        self.levels.clear()
        while self.outer and self.outer[-1][0] >= block.level:
            self.outer.pop()
        self.outer.append((block.level, self.title))
        while self.headings and self.headings[-1][0] >= block.level:
            self.headings.pop()
        match = HEADING.match(block.text.strip())
        mark = (match["named"] or match["bare"]) if match else ""
        if mark:
            above = self.headings[-1][1] if self.headings else ""
            self.headings.append((block.level, joined(above, mark)))

    def block(self, block: Block) -> int:
        """A block that is no heading begins. Returns where its words begin, behind its number."""
        ids = tuple(number for number, _ in block.lists)
        self.levels = [level for level in self.levels if ids[: len(level.lists)] == level.lists]
        for depth, (number, ordinal) in enumerate(block.lists, 1):
            if ordinal is not None:
                self._item(ids[:depth], str(ordinal), number)
        self.levels = [
            level for level in self.levels if level.lists != ids or level.rank != RANKS["named"]
        ]
        return self.line(block, 0)

    def line(self, block: Block, start: int) -> int:
        """A line of a block begins at ``start``. Returns where its words begin."""
        ids = tuple(number for number, _ in block.lists)
        match = MARK.match(block.text, start)
        if match is None or match.end() >= len(block.text):
            return start
        style = self._style(match)
        rank = RANKS[style]
        self.levels = [
            level
            for level in self.levels
            if level.lists != ids or level.rank is None or level.rank < rank
        ]
        mark = match[match.lastgroup or 0]
        if style == "named":
            mark = re.sub(r"^[\[(]|[\])]?\s*[:.)–—-]*\s*$", "", mark)
        self.levels.append(Level(lists=ids, rank=rank, mark=mark))
        return match.end()

    def label(self, words: str) -> None:
        """The last number's own heading: "e. Staffing Plan."."""
        if self.levels:
            last = self.levels[-1]
            named = Level(lists=last.lists, rank=last.rank, mark=last.mark, label=words)
            self.levels[-1] = named

    def stressed(self, block: Block) -> None:
        """A paragraph that is a heading in all but name begins."""
        self.title = " ".join(block.text.split()).strip(" :")
        if self.outer and self.outer[-1][0] == STRESSED:
            self.outer.pop()
        self.outer.append((STRESSED, self.title))

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings above, outermost first, the last number's own words among them."""
        label = next((level.label for level in reversed(self.levels) if level.label), "")
        found = tuple(title for _, title in self.outer)
        return (*found, label) if label else found

    @property
    def ref(self) -> str:
        """All numbers in force, as one: "6.e.3"; empty where there are none."""
        whole = self.headings[-1][1] if self.headings else ""
        for level in self.levels:
            whole = joined(whole, level.mark)
        return whole

    def _item(self, ids: tuple[int, ...], mark: str, number: int) -> None:
        for index, level in enumerate(self.levels):
            if level.rank is None and level.lists[-1] == number:
                if level.mark != mark:
                    self.levels[index:] = [Level(lists=ids, rank=None, mark=mark)]
                return
        self.levels.append(Level(lists=ids, rank=None, mark=mark))

    def _style(self, match: re.Match[str]) -> str:
        """The mark's style; "i." after "h." is a letter, otherwise a Roman one."""
        style = match.lastgroup or "number"
        if style == "roman" and len(match["roman"]) == 1:
            before = chr(ord(match["roman"]) - 1)
            if any(level.mark == before for level in self.levels):
                return "letter"
        return style


def joined(above: str, mark: str) -> str:
    """One number of two: "1" and "1.04" are "1.04", "6.e" and "3" are "6.e.3".

    A dotted number under another, and a requirement's own name ("REQ-001"), stand by themselves.
    """
    head, _, last = above.rpartition(".")
    first, dot, _ = mark.partition(".")
    if re.match(r"[A-Za-z]+[\s_/.-]?.*\d", mark):
        return mark
    if dot and (not above or re.fullmatch(r"[\d.]+", above) or last == first):
        return f"{head}.{mark}" if head and last == first and not re.match(r"\d", head) else mark
    return f"{above}.{mark}" if above else mark
