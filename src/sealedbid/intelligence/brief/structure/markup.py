"""Markup in a text, and the plain words that stand for it."""

from __future__ import annotations

import html
import re

ODD = "\t\u00a0\u2000-\u200a\u202f\u205f\u3000\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
BLANKS = f" {ODD}"
QUOTED = r"[ \t]*(?:>[ \t]?){0,20}[ \t]*"
BLOCK_TAG = (
    r"</?(?:[bB][rR]|[pP]|[dD][iI][vV]|[lL][iI]|[uUoO][lL]|[tT][rRdDhH]|[hH][1-6rR])"
    r"(?:\s[^<>]{0,300})?/?>"
)
# What is not a word. Each alternative is bounded, so that no text makes the search slow.
MARKUP = re.compile(
    rf"""(?=[\r\n\\<!\[\]&*~`_{BLANKS}\u00ad\u200b-\u200d\u2060\ufeff\ufb00-\ufb06‐-])(?:
      (?P<hyphen>(?<=[^\W\d_])[-‐\u00ad][ \t]*(?:\r\n|\n|\r){QUOTED}(?=[^\W\d_]))
    | (?P<newline>[ \t]*(?:\r\n|\n|\r){QUOTED})
    | (?P<escape>\\(?=[!-/:-@\[-`{{-~]))
    | (?P<break>{BLOCK_TAG})
    | (?P<image>!\[[^\[\]\r\n]{{0,300}}\]\([^()\r\n]{{0,600}}\))
    | (?P<open>\[(?=[^\[\]]{{0,500}}\]\((?:[^()\r\n]|\([^()\r\n]{{0,200}}\)){{0,600}}\)))
    | (?P<close>\]\((?:[^()\r\n]|\([^()\r\n]{{0,200}}\)){{0,600}}\))
    | (?P<comment><!--.{{0,600}}?-->)
    | (?P<tag></?(?!https?:|mailto:|[\w.+-]{{1,64}}@)[a-zA-Z][^<>\r\n]{{0,300}}>)
    | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});)
    | (?P<stress>\*+|~~+|`+|(?<![\w\\])_+(?=\w)|(?<=[\w.,;:!?)])_+(?!\w))
    | (?P<blank>[{BLANKS}]{{2,400}}|[{ODD}])
    | (?P<nothing>[\u00ad\u200b-\u200d\u2060\ufeff]+)
    | (?P<ligature>[\ufb00-\ufb06])
    )""",
    re.VERBOSE,
)
LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
# Without one of these there is no markup.
SIGN = re.compile(
    r"[\r\n\\<!\[\]&*~`_\t\u00a0\u00ad\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
    r"\x0b\x0c\x1c-\x1f\x85\ufb00-\ufb06]| {2}"
)
# A line that begins like this begins something new, even where no empty line stands before it.
LABEL = re.compile(
    r"[*_]{0,3}[A-ZÀ-Þ][\w /()'’-]{1,30}[*_]{0,3}[ \u00a0]?:[*_]{0,3}\s|[-–*]\s"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|\[[^\W\d_]"
    r"|[A-Z]{1,6}[-_.]?\d[\w.]{0,8}\s?[:–-]\s|\d{1,3}\.\d{1,3}[\d.]{0,8}\s(?=[A-ZÀ-Þ])"
)
PREFIX = re.compile(QUOTED)
BREAK = re.compile(r"\r\n|\n|\r")
SHORT_LINE = 50  # a shorter line was ended on purpose, not wrapped, if a capital follows
# "data- and", "Daten- und": the hyphen stands for a word's other half, not for a line's end.
HALF = re.compile(r"(?:and|or|und|oder|bzw|et|ou|y|o|en|of)\b")
# Before these prefixes the hyphen is the word's own.
PREFIXES = re.compile(r"(?:^|\W)(?:non|self|co|e|well|third|long|short|high|low|on|in|up|multi)$")


def instead(source: str, match: re.Match[str], line: int, stop: int) -> str:
    """Find what stands for a piece of markup, on a line that begins at ``line``."""
    kind = match.lastgroup
    if kind == "entity":
        return _character(match[0])
    if kind == "break":
        return "\n"
    if kind == "blank":
        return " "
    if kind == "ligature":
        return LIGATURES[ord(match[0]) - 0xFB00]
    if kind == "hyphen":
        return _joined(source, match, stop)
    if kind != "newline":
        return ""
    following = source[stop : stop + 1]
    new = following.isupper() or following.isdigit()
    ended = new and match.start() - line < SHORT_LINE
    return "\n" if ended or LABEL.match(source, stop) else " "


def _character(entity: str) -> str:
    """The character of an entity; white space as one space, signs without width as nothing."""
    found = html.unescape(entity)
    if found.isspace():
        return " "
    return "" if found in {"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"} else found


def _joined(source: str, match: re.Match[str], stop: int) -> str:
    """Find what is left of a hyphen at a line's end: mostly nothing."""
    if match[0][0] == "\u00ad":
        return ""
    if HALF.match(source, stop):
        return "- "
    if not source[stop : stop + 1].islower() or PREFIXES.search(
        source, max(0, match.start() - 12), match.start()
    ):
        return "-"
    return ""
