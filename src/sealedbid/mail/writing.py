"""A letter from a delivery: its texts in the reader's language, filled with its params."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from sealedbid.mail.devices import device_of
from sealedbid.mail.errors import UnsendableError
from sealedbid.mail.links import VERIFIED_AS, link_of
from sealedbid.mail.models import Fact, Letter, MailSecret
from sealedbid.mail.texts import Texts, texts_for
from sealedbid.platform.names import shortened

LONGEST_NAME: Final = 80
"""Characters of a name that a mail shows: a name is no place for a text."""
NEEDS_SECRET: Final = frozenset({*VERIFIED_AS, "invitation", "otp_code", "reauthenticate"})

NOT_ASKED: Final = frozenset({"invitation", "sessions_ended"})
"""Mails whose last words stand without the question before them."""


def write(
    template: str,
    locale: str,
    params: Mapping[str, str],
    *,
    recipient: str,
    brand: str,
    public_url: str,
    secret: MailSecret | None = None,
) -> Letter:
    """Write the letter of a template.

    Raises UnsendableError if there is no such template, a param is missing, or the secret of a
    mail that needs one.
    """
    texts = texts_for(locale)
    mail = texts.mails.get(template)
    if mail is None:
        raise UnsendableError(f"The mail “{template}” is unknown: update the worker.")
    if template in NEEDS_SECRET and secret is None:
        raise UnsendableError("What the link in this mail opened is used, revoked or expired.")
    until = "" if secret is None else _time(secret.until, texts, params.get("timezone"))
    words = {name: shortened(text, LONGEST_NAME) for name, text in params.items()}
    words |= {"recipient": recipient, "brand": brand, "until": until}
    if "role" in params:
        words["role"] = texts.roles.get(params["role"], params["role"])
    try:
        said = {name: text.format_map(words) for name, text in mail.items() if name != "paragraphs"}
        paragraphs = [text.format_map(words) for text in mail["paragraphs"]]
        shared = {**texts.words, "greeting_name": _greeting(texts, words)}
        shared = {name: text.format_map({"name": ""} | words) for name, text in shared.items()}
    except KeyError as error:
        raise UnsendableError(f"The param {error.args[0]} of the mail is missing.") from None
    code = (secret.code or "") if secret is not None else ""
    has_link = "button" in said
    return Letter(
        language=texts.language,
        subject=said["subject"],
        preview=said["preview"],
        greeting=shared["greeting_name"],
        paragraphs=paragraphs,
        button=said.get("button", ""),
        link=link_of(template, public_url, secret.token if secret else "", params)
        if has_link
        else "",
        link_words=shared["link"],
        code=code,
        code_words=shared["code" if has_link else "code_alone"],
        facts=_facts(texts, params),
        until=_until(template, shared, code=code, has_link=has_link) if until else "",
        not_you_words=shared["not_you"] if said["not_you"] and template not in NOT_ASKED else "",
        not_you=said["not_you"],
        closing=shared["closing"],
        footer=shared["footer"],
    )


def _greeting(texts: Texts, words: Mapping[str, str]) -> str:
    return texts.words["greeting" if words.get("name") else "greeting_unnamed"]


def _until(template: str, shared: Mapping[str, str], *, code: str, has_link: bool) -> str:
    if template == "invitation":
        return shared["until_invitation"]
    if code and has_link:
        return shared["until_both"]
    return shared["until_code" if code else "until_link"]


def _facts(texts: Texts, params: Mapping[str, str]) -> list[Fact]:
    """The lines of when, where and why; those that are known."""
    known = dict(params)
    if "user_agent" in known:
        known.setdefault("device", device_of(known["user_agent"]))
    if "reason" in known:
        known["reason"] = texts.reasons.get(known["reason"], "")
    if "at" in known:
        known["at"] = _time(_instant(known["at"]), texts, params.get("timezone"))
    return [
        Fact(
            label=label,
            text=known[name] if name in ("at", "reason") else shortened(known[name], LONGEST_NAME),
        )
        for name, label in texts.facts.items()
        if known.get(name)
    ]


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UnsendableError("The param at is no time, as 2026-11-27T08:30:00Z.") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _time(instant: datetime, texts: Texts, zone: str | None) -> str:
    """An instant by the clock of the zone, with the zone's name; of an unknown one by UTC."""
    from babel.dates import format_datetime

    try:
        clock, name = ZoneInfo(zone or "UTC"), zone or "UTC"
    except (KeyError, ValueError, OSError):
        clock, name = ZoneInfo("UTC"), "UTC"
    local = instant.astimezone(clock)
    return f"{format_datetime(local, texts.words['time'], locale=texts.language)} ({name})"
