"""Renders a proof as one self-contained page, for a reviewer of an installation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from sealedbid.cli.prove_calls import TOLD, calls_by
from sealedbid.cli.prove_report import SPOKEN, not_proven, summary
from sealedbid.isolation.prove import SERVER_VECTORS, Proof, Verdict

_CLASSES: Final[dict[Verdict, str]] = {
    "refused": "refused",
    "nothing": "nothing",
    "control": "nothing",
    "trusted": "nothing",
    "shown": "shown",
    "LEAK": "leak",
    "does not apply": "none",
    "not run in place": "none",
}


def as_page(proof: Proof) -> str:
    """Return HTML with its style inside; it loads nothing."""
    template = (files("sealedbid.cli") / "prove_page.html").read_text(encoding="utf-8")
    return Template(template).substitute(
        verdict="Sealed" if proof.holds else "Not sealed",
        state="holds" if proof.holds else "broken",
        summary=escape(summary(proof)),
        database=escape(proof.database),
        date=datetime.now(UTC).strftime("%d %B %Y, %H:%M UTC"),
        fingerprint=proof.fingerprint,
        same=_same(proof),
        head=_head(proof),
        rows="\n".join(_row(proof, table) for table in proof.cells),
        server=_list(
            f"<b>{escape(v.name)}</b>: {escape(v.question)}. "
            f"{escape(SPOKEN[proof.server[v.name].verdict].capitalize())}. "
            f"{escape(proof.server[v.name].what)}"
            for v in SERVER_VECTORS
        ),
        calls=_list(
            f"<b>{escape(login)}</b>, {meaning}: "
            + ", ".join(f"<code>{escape(function)}</code>" for function in functions)
            for verdict, meaning in TOLD
            for login, functions in calls_by(proof, verdict).items()
        ),
        leaks=_leaks(proof),
        vectors=_list(f"<b>{escape(v.name)}</b>: {escape(v.question)}" for v in proof.vectors),
        trusted=_list(
            f"<code>{escape(f.name)}</code>, {f.lines} lines: {escape(f.reason or 'not listed')}"
            for f in proof.audit.trusted
        ),
        trusted_count=len(proof.audit.trusted),
        trusted_lines=sum(f.lines for f in proof.audit.trusted),
        lints=len(proof.audit.lints),
        errors=proof.audit.count("error"),
        not_proven=_list(escape(text[0].upper() + text[1:] + ".") for text in not_proven(proof)),
    )


def _same(proof: Proof) -> str:
    if proof.in_place:
        return "the running schema itself"
    return "not identical" if proof.differences else "identical to the running schema"


def _head(proof: Proof) -> str:
    cells = "".join(
        f'<th scope="col" title="{escape(v.question)}"><span>{escape(v.name)}</span></th>'
        for v in proof.vectors
    )
    return f'<tr><th scope="col" class="table">Table</th>{cells}</tr>'


def _row(proof: Proof, table: str) -> str:
    cells = []
    for vector in proof.vectors:
        outcome = proof.cells[table][vector.name]
        said = f"{vector.name}: {SPOKEN[outcome.verdict]}"
        if outcome.tried:
            said += f" ({outcome.tried} statements)"
        cells.append(
            f'<td class="{_CLASSES[outcome.verdict]}" title="{escape(said)}">'
            f'<span class="said">{escape(SPOKEN[outcome.verdict])}</span></td>'
        )
    name = escape(table.removeprefix("public."))
    return f'<tr><th scope="row">{name}</th>{"".join(cells)}</tr>'


def _leaks(proof: Proof) -> str:
    found = [
        f"<b>{escape(table)}, {escape(vector)}</b>: {escape(outcome.what)}"
        f"<pre>{escape(outcome.statement)}</pre>"
        for table, vector, outcome in proof.leaks
    ]
    found += [
        f"<b>{escape(name)}</b>: rows of the other organization were changed"
        for name in proof.changed
    ]
    return f"<h2>What leaked</h2>{_list(found)}" if found else ""


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
