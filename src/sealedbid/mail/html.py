"""A letter as a page for mail programs: no script, no image, nothing to be fetched."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sealedbid.mail.models import Letter

if TYPE_CHECKING:
    from jinja2 import Template


def to_html(letter: Letter) -> str:
    """Write the page. Every text of others is escaped."""
    return _template().render(letter=letter)


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    page = (files("sealedbid.mail") / "page" / "mail.html").read_text(encoding="utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(
        page
    )
