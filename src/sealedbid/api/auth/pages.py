"""Pages of sign-in: plain HTML that loads nothing and is framed by nobody."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Final
from urllib.parse import urlsplit

from fastapi import Response

POLICY: Final = "Content-Security-Policy"
SECURITY: Final = {
    POLICY: "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
    " frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}


def led(url: str) -> Response:
    """Make the answer that leads a browser to an address."""
    return Response(status_code=303, headers={"Location": url, **SECURITY})


def page(
    title: str, words: str, form: str = "", *, status: int = 200, leads_to: str | None = None
) -> Response:
    """Make a page that loads nothing, and whose form leads to us and to ``leads_to`` alone."""
    text = _template().substitute(title=escape(title), words=words, form=form)
    headers = dict(SECURITY)
    if leads_to is not None:
        # some browsers hold the answer to a form to this as well, and lead nowhere else
        target = urlsplit(leads_to)
        source = f"{target.scheme}://{target.netloc}" if target.netloc else f"{target.scheme}:"
        headers[POLICY] = SECURITY[POLICY].replace("'self'", f"'self' {source}")
    return Response(text, status, headers=headers, media_type="text/html")


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template((files("sealedbid.api.auth") / "page.html").read_text(encoding="utf-8"))
