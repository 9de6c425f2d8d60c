"""Letters: every mail in every language, and texts of others in them."""

from __future__ import annotations

import re
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.mail.devices import device_of
from sealedbid.mail.errors import UnsendableError
from sealedbid.mail.html import to_html
from sealedbid.mail.models import TEMPLATES
from sealedbid.mail.plain import WIDTH, to_plain
from sealedbid.mail.texts import LANGUAGES, texts_for
from sealedbid.mail.writing import LONGEST_NAME, NEEDS_SECRET, write
from tests.mail.letters import PARAMS, SECRET, letter

ALL = [*TEMPLATES, "test"]
HARMLESS = "ada@northrup.example"
NEED_PARAMS = {"invitation", "email_change_old", "identity_added", "identity_removed"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_text(language: str) -> None:
    english, other = texts_for("en"), texts_for(language)
    assert other.language == language
    assert set(other.mails) == set(ALL)
    for part in ("words", "facts", "roles", "reasons"):
        assert set(getattr(other, part)) == set(getattr(english, part)), part
    for name in ALL:
        assert set(other.mails[name]) == set(english.mails[name]), name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ALL)
def test_a_mail_names_the_same_params_in_each_language(template: str, language: str) -> None:
    assert fields(texts_for(language).mails[template]) == fields(texts_for("en").mails[template])


def fields(mail: Any) -> set[str]:
    """The params that the texts of a mail name."""
    texts = [text for text in mail.values() if isinstance(text, str)] + mail["paragraphs"]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ALL)
def test_both_forms_say_the_same(template: str, language: str) -> None:
    written = letter(template, language)
    plain, page = to_plain(written), to_html(written)
    squeezed = " ".join(plain.split())
    for text in (*written.paragraphs, written.until, written.not_you, written.footer):
        assert text in squeezed
        assert escaped(text) in page
    if template in NEEDS_SECRET and template not in ("otp_code", "reauthenticate"):
        assert plain.count(written.link) == 1
        assert page.count(escaped(written.link)) == 2  # the button, and the address to be copied
    if template in NEEDS_SECRET and template != "invitation":
        assert f"\n    {SECRET.code}\n" in plain
        assert f">{SECRET.code}<" in page
    assert "{" not in plain
    assert "None" not in plain
    assert all(len(line) <= WIDTH for line in plain.splitlines() if "://" not in line)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&#34;")


@pytest.mark.parametrize("template", ALL)
def test_a_page_fetches_and_runs_nothing(template: str) -> None:
    page = to_html(letter(template))
    assert not re.search(r"<(img|script|link|iframe|form)|url\(|@import|\son\w+=", page)
    assert set(re.findall(r'(?:href|src)="([^"]*)"', page)) <= {escaped(letter(template).link)}


@pytest.mark.parametrize("template", sorted(NEEDS_SECRET))
def test_a_mail_without_its_secret_is_not_written(template: str) -> None:
    with pytest.raises(UnsendableError, match="used, revoked or expired"):
        write(template, "en", PARAMS, recipient=HARMLESS, brand="B", public_url="http://x")


@pytest.mark.parametrize("missing", ["inviter", "organization", "role", "inviter_email"])
def test_an_invitation_names_who_invites_and_where(missing: str) -> None:
    params = {name: text for name, text in PARAMS.items() if name != missing}
    with pytest.raises(UnsendableError, match=f"param {missing} of the mail is missing"):
        write(
            "invitation",
            "en",
            params,
            recipient=HARMLESS,
            brand="B",
            public_url="http://x",
            secret=SECRET,
        )


@pytest.mark.parametrize("template", sorted(set(TEMPLATES) - NEED_PARAMS))
def test_a_mail_of_sign_in_needs_no_params(template: str) -> None:
    written = write(
        template, "de", {}, recipient=HARMLESS, brand="B", public_url="http://x", secret=SECRET
    )
    assert written.facts == []
    assert HARMLESS in to_plain(written)


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de-AT", "de"), ("de_DE", "de"), ("DE", "de"), ("fr", "en"), ("", "en"), ("deu", "en")],
)
def test_a_language_without_texts_is_english(locale: str, language: str) -> None:
    assert letter("recover", locale).language == language


def test_times_are_by_the_clock_of_the_organization() -> None:
    assert "27 November 2026, 16:10 (Europe/Amsterdam)" in letter("invitation").until
    assert "27. November 2026, 16:10 (Europe/Amsterdam)" in letter("invitation", "de").until
    assert "15:10 (UTC)" in letter("invitation", timezone="No/Where").until
    assert "15:10 (UTC)" in letter("invitation", timezone="../../etc/passwd").until


def test_what_is_no_time_is_no_letter() -> None:
    with pytest.raises(UnsendableError, match="at is no time"):
        letter("password_changed", at="yesterday")


def test_facts_name_the_device_in_words() -> None:
    facts = {fact.label: fact.text for fact in letter("sign_in_new_device").facts}
    assert facts["Device"] == "Firefox, Linux"
    assert facts["IP address"] == "203.0.113.7"
    assert facts["When"] == "27 November 2026, 09:30 (Europe/Amsterdam)"


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Safari/537.36", "Chrome, Android"),
        ("curl/8.9.1", "curl"),
        ("own-program/1.0", "own-program/1.0"),
        ("", ""),
    ],
)
def test_a_device_is_named_by_browser_and_system(agent: str, device: str) -> None:
    assert device_of(agent) == device


NASTY = st.text(min_size=1, max_size=300)


@given(name=NASTY, organization=NASTY, agent=NASTY)
def test_no_text_of_others_becomes_a_part_of_the_page(
    name: str, organization: str, agent: str
) -> None:
    written = letter("invitation", inviter=name, organization=organization, user_agent=agent)
    plain = letter("invitation", inviter="x", organization="x", user_agent="x")
    assert tags(to_html(written)) == tags(to_html(plain))
    assert len(written.subject) <= 2 * LONGEST_NAME + 40
    assert written.subject.isprintable()
    assert len(to_plain(written).split("-- \n")[-1]) < 200


def tags(page: str) -> list[str]:
    return re.findall(r"<[^>]*>", page)


def test_markup_and_braces_in_a_name_stay_text() -> None:
    written = letter("invitation", organization="<b>{recipient}</b>{0}")
    assert "<b>{recipient}</b>{0}" in to_plain(written)
    assert "&lt;b&gt;{recipient}&lt;/b&gt;{0}" in to_html(written)
