"""Judges what a call returned and changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid4

from sealedbid.isolation.prove.calls.callers import Caller
from sealedbid.isolation.prove.calls.functions import TRUSTED, Function
from sealedbid.isolation.prove.ground import Ground, new_proof
from sealedbid.isolation.prove.outcome import Outcome

_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*\+\d\d")


class Result(NamedTuple):
    """Answer and effects of one statement."""

    place: int
    sqlstate: str | None
    said: str | None
    context: str | None
    changed: str | None
    """Tables in which rows changed that are not the caller's."""
    ranked: str | None
    """Tables in which a row of the caller's organization got a rank, with the rank."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Recognizes values of ``b``."""

    ids: frozenset[str]
    texts: Sequence[str]
    marker: str
    absent: str
    """A word of nobody, in the order of ``marker`` among others."""
    opens: frozenset[Any] = field(repr=False)
    invitation: bytes = field(repr=False)
    ours: frozenset[bytes] = field(repr=False)
    """The proofs of ``a``."""
    elsewhere: str

    def call(
        self, caller: Caller, function: Function, values: Sequence[Any], text: str, result: Result
    ) -> Outcome:
        """The outcome of a call of the function; ``text`` is its statement."""
        facts = "; ".join(self.facts(caller, text, result))
        if not facts:
            return Outcome("refused" if result.sqlstate else "nothing")
        if caller.login in TRUSTED and function.reach == "all":
            return Outcome("trusted", 1, text, facts)
        shown = {each for value in values for each in _flat(value)}
        # where no request's statement runs, the secret of an invitation shows what it is for
        is_shown = caller.login in TRUSTED and self.invitation in shown
        if caller.who == "nobody" and (is_shown or shown & self.opens):
            return Outcome("control", 1, text, facts)
        return Outcome("LEAK", 1, text, f"{caller}: {facts}")

    def facts(self, caller: Caller, text: str, result: Result) -> Iterator[str]:
        """Values of ``b`` that a statement returned, contexts it opened, rows it changed."""
        said = result.said or ""
        told = {found for found in _ID.findall(said) if found in self.ids}
        if caller.rank is not None and self.elsewhere in said:
            told.add(self.elsewhere)
        if self.marker in said:
            told |= {each for each in self.texts if each in said} or {self.marker}
        if told := {each for each in told if each not in text}:
            yield f"it tells {min(told)}"
        if result.sqlstate is not None:
            return
        if result.context and any(each in self.ids for each in _ID.findall(result.context)):
            yield "it opens the other"
        for name in dict.fromkeys((result.changed or "").split()):
            yield f"it changes rows of {name}"
        for name, _, rank in (each.partition(":") for each in (result.ranked or "").split()):
            if caller.rank is not None and int(rank) > caller.rank:
                yield f"it makes a row of {name} that ranks {rank}, above its caller"

    def twin(self, values: Sequence[Any]) -> list[Any] | None:
        """The same arguments with absent values; None if none is ``b``'s, or one opens ``b``."""
        made = [self._absent(value) for value in values]
        shown = {each for value in values for each in _flat(value)}
        return None if shown & self.opens or made == list(values) else made

    def alike(self, one: Result, other: Result) -> bool:
        """True if an answer differs from that to absent values only in new ids and times.

        The words that were given may come back: then they are those of each.
        """
        sqlstate, said = plain(one)
        return (sqlstate, said.replace(self.marker, self.absent)) == plain(other)

    def _absent(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._absent(each) for each in value]
        if isinstance(value, UUID) and str(value) in self.ids:
            return uuid4()
        if isinstance(value, bytes) and value not in self.ours:
            return new_proof()
        if isinstance(value, str) and self.marker in value:
            return value.replace(self.marker, self.absent)
        return value


def plain(result: Result) -> tuple[str | None, str]:
    """The answer without ids and times; of an error its class."""
    said = "" if result.sqlstate else result.said or ""
    return result.sqlstate, _TIME.sub("now", _ID.sub("id", said))


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value
    elif isinstance(value, (UUID, bytes)):
        yield value


def make_judge(
    ground: Ground, theirs: Mapping[str, Sequence[Mapping[str, Any]]], opens: frozenset[Any]
) -> Judge:
    """Learn the values of ``b`` from its rows."""
    ours = {
        str(value)
        for row in ground.a.rows.values()
        for value in row.values()
        if isinstance(value, UUID)
    }
    ids, texts = {str(ground.b.org_id)}, set()
    for name, rows in theirs.items():
        table = ground.tables[name]
        if not ground.is_tenants(table) and table.name != "auth.users":
            continue
        for row in rows:
            for value in row.values():
                if isinstance(value, UUID) and value.int:
                    ids.add(str(value))
                elif isinstance(value, str) and ground.b.marker in value:
                    texts.add(value)
    return Judge(
        frozenset(ids - ours),
        sorted(texts),
        ground.b.marker,
        ground.b.marker[:-1] + "x",
        opens,
        ground.b.invitation,
        frozenset([*ground.a.proofs.values(), ground.a.key, ground.a.link]),
        str(ground.elsewhere),
    )
