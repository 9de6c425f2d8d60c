"""Pages that links of mails open: no script, nothing from elsewhere, one form at most."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Annotated, Final, TypeAlias
from urllib.parse import parse_qs, urlsplit

from fastapi import Depends, Request, Response

from sealedbid.api.bodies import read_body
from sealedbid.api.caller import refuse_other_sites
from sealedbid.api.faults import (
    BodyTooLargeError,
    BodyTooSlowError,
    CrossSiteError,
    OtherContentTypeError,
    RequestError,
)
from sealedbid.platform.names import in_print

LARGEST: Final = 10_000
"""Bytes of a page's form."""
FORM_FAULTS: Final = (
    BodyTooLargeError,
    BodyTooSlowError,
    CrossSiteError,
    OtherContentTypeError,
    RequestError,
)

_PLAIN: Final = re.compile(r"[A-Za-z0-9+.:/\[\]-]+")


async def _read_form(request: Request) -> dict[str, str]:
    """Read a page's form. Raises CrossSiteError, RequestError, and as ``read_body`` does."""
    refuse_other_sites(request)
    text = (await read_body(request, LARGEST)).decode("utf-8", "replace")
    try:
        fields = parse_qs(text, max_num_fields=10)
    except ValueError:
        raise RequestError("The form has more fields than its page has.") from None
    return {name: values[-1] for name, values in fields.items()}


Form: TypeAlias = Annotated[dict[str, str], Depends(_read_form)]


def page(
    title: str, *paragraphs: str, form: str = "", leads_to: str | None = None, status: int = 200
) -> Response:
    """Make a page of texts, which are escaped, and a form, which is markup.

    ``leads_to`` is an address of the installation's list that the form's answer leads to: browsers
    follow a form's answer only where the page allows it.
    """
    words = "\n".join(f"<p>{_shown(words)}</p>" for words in paragraphs)
    text = _template().substitute(title=_shown(title), words=words, form=form)
    return Response(text, status, headers=security(leads_to), media_type="text/html")


def _shown(words: str) -> str:
    """The words as markup, without signs that nobody sees."""
    return escape(in_print(words))


def led(url: str) -> Response:
    """Make the answer that leads a browser to an address."""
    return Response(status_code=303, headers={"Location": url, **security()})


def security(leads_to: str | None = None) -> dict[str, str]:
    """Return the headers of a page: its own style alone, forms that lead to us or ``leads_to``."""
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_style()}';"
        f" form-action 'self'{_origin(leads_to)}; frame-ancestors 'none'; base-uri 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Frame-Options": "DENY",
    }


def _origin(address: str | None) -> str:
    """The origin of an address, or its scheme where that is an app's, behind a space."""
    if address is None:
        return ""
    parts = urlsplit(address)
    is_web = parts.scheme in ("http", "https")
    origin = f"{parts.scheme}://{parts.netloc}" if is_web else f"{parts.scheme}:"
    return f" {origin}" if _PLAIN.fullmatch(origin) else ""


@lru_cache(maxsize=1)
def _style() -> str:
    """The hash by which the page's style is known to be ours."""
    style = _template().template.partition("<style>")[2].partition("</style>")[0]
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template((files("sealedbid.api.auth") / "page.html").read_text(encoding="utf-8"))
