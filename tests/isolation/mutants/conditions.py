"""Finds the conditions in a body of SQL or PL/pgSQL, and makes each weaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    r"(?P<skip>--[^\n]*|/\*.*?\*/|\s+)|(?P<text>'(?:[^']|'')*')|(?P<word>[A-Za-z_][\w.]*)|(?P<sign>.)",
    re.DOTALL,
)
_FILTER_ENDS: Final = frozenset(
    {
        *("order", "group", "limit", "returning", "for", "union", "join", "left", "cross"),
        *("where", "loop", "having", "window", "then", "when", "do", "on"),
    }
)
_ENDS: Final = {
    **dict.fromkeys(("if", "elsif", "when", "while"), frozenset({"then", "loop"})),
    **dict.fromkeys(("where", "on"), _FILTER_ENDS),
}
_LONGEST: Final = 60


class Token(NamedTuple):
    """A word, a sign or a quoted text, and where it is."""

    text: str
    start: int
    end: int


class Change(NamedTuple):
    """A part of a body, ``body[start:end]``, and the text to put in its place."""

    kind: str
    label: str
    text: str
    """The condition, on one line."""
    start: int
    end: int
    instead: str

    def applied(self, body: str) -> str:
        """Return the body with the change."""
        return body[: self.start] + self.instead + body[self.end :]


def changes(body: str) -> list[Change]:
    """Return the changes that drop or negate each condition of the body, each once."""
    tokens = [
        Token(match[0].lower() if match.lastgroup == "word" else match[0], *match.span())
        for match in _TOKEN.finditer(body)
        if match.lastgroup != "skip"
    ]
    found = {}
    for place, token in enumerate(tokens):
        if token.text in _ENDS and not _is_other(tokens, place):
            inside = _until(tokens, place + 1, _ENDS[token.text])
            if inside:
                for change in _of(body, inside, is_filter=token.text in ("where", "on")):
                    if change.text != change.instead:
                        found[change[3:]] = change
    return list(found.values())


def _is_other(tokens: list[Token], place: int) -> bool:
    """True if the word begins no condition: `end if`, `on conflict`, `distinct on`."""
    before = tokens[place - 1].text if place else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return before in ("end", "distinct") or after in (
        "conflict",
        "constraint",
        "others",
        "update",
        "delete",
    )


def _until(tokens: list[Token], place: int, ends: frozenset[str]) -> list[Token]:
    """Return the tokens from ``place`` up to a word of ``ends`` at the same depth."""
    depth = cases = 0
    taken = []
    for token in tokens[place:]:
        if not depth and not cases and (token.text in ends or token.text == ";"):
            break
        depth += (token.text == "(") - (token.text == ")")
        cases += (token.text == "case") - (token.text == "end")
        if depth < 0 or cases < 0:
            break
        taken.append(token)
    return taken


def _of(body: str, tokens: list[Token], *, is_filter: bool) -> Iterator[Change]:
    parts, word = _split(tokens)
    if len(parts) == 1:
        if not is_filter:
            yield _change(body, tokens, "dropped", "false")
        else:
            yield _change(body, tokens, "dropped", "true")
        yield _change(body, tokens, "negated", f"(({_text(body, tokens)}) is not true)")
        inner = _inside(tokens)
        if inner and len(_split(inner)[0]) > 1:
            yield from _of(body, inner, is_filter=True)
        return
    for part in parts:
        yield _change(body, part, "dropped", "true" if word == "and" else "false")
        yield _change(body, part, "negated", f"(({_text(body, part)}) is not true)")
        inner = _inside(part)
        if inner and len(_split(inner)[0]) > 1:
            yield from _of(body, inner, is_filter=True)


def _inside(tokens: list[Token]) -> list[Token]:
    """Return the tokens inside the parentheses around a condition, without `is not true`.

    Empty if the condition as a whole is not in parentheses.
    """
    texts = [token.text for token in tokens]
    if texts[-3:] == ["is", "not", "true"]:
        tokens, texts = tokens[:-3], texts[:-3]
    if len(tokens) < 3 or texts[0] != "(" or texts[-1] != ")":
        return []
    depth = 0
    for place, text in enumerate(texts):
        depth += (text == "(") - (text == ")")
        if depth == 0:
            return tokens[1:-1] if place == len(texts) - 1 else []
    return []


def _split(tokens: list[Token]) -> tuple[list[list[Token]], str]:
    """Return the parts of a condition and the word between them; `or` if it has both words."""
    places: dict[str, list[int]] = {"and": [], "or": []}
    depth = cases = 0
    between = False
    for place, token in enumerate(tokens):
        depth += (token.text in "([") - (token.text in ")]")
        cases += (token.text == "case") - (token.text == "end")
        if depth or cases:
            continue
        if token.text == "between":
            between = True
        elif token.text == "and" and between:
            between = False
        elif token.text in places:
            places[token.text].append(place)
    word = "or" if places["or"] else "and"
    parts, start = [], 0
    for place in [*places[word], len(tokens)]:
        parts.append(tokens[start:place])
        start = place + 1
    return [part for part in parts if part], word


def _text(body: str, tokens: list[Token]) -> str:
    return body[tokens[0].start : tokens[-1].end]


def _change(body: str, tokens: list[Token], kind: str, instead: str) -> Change:
    start, end = tokens[0].start, tokens[-1].end
    line = body.count("\n", 0, start)
    text = " ".join(body[start:end].split())
    return Change(kind, f"line {line}: {text[:_LONGEST]}", text, start, end, instead)
