"""The documents of docs/examples, which the acceptance tests write and compare.

    SEALEDBID_EXAMPLES=write .venv/bin/pytest -n 0 -m full tests/acceptance/test_county*.py

writes them anew; without the variable the tests fail if a document is not what the code writes.
"""

from __future__ import annotations

import os
from pathlib import Path

from sealedbid.intelligence.export import author_of, to_html, to_markdown
from sealedbid.intelligence.presenting import Presented

FOLDER = Path(__file__).parents[2] / "docs" / "examples"
VARIABLE = "SEALEDBID_EXAMPLES"
HOW = "run SEALEDBID_EXAMPLES=write pytest -n 0 -m full tests/acceptance/test_county*.py"


def assert_is_shown(shown: Presented, name: str) -> None:
    """Compare the client's document with the one in docs, or write it.

    With a folder in the variable, the page and the author's document are written there too.
    """
    file, text = FOLDER / f"{name}.md", to_markdown(shown)
    wanted = os.environ.get(VARIABLE, "")
    if wanted == "write":
        file.write_text(text, encoding="utf-8")
    elif wanted:
        (Path(wanted) / f"{name}.html").write_text(to_html(shown), encoding="utf-8")
        (Path(wanted) / f"{name}.md").write_text(text, encoding="utf-8")
        (Path(wanted) / f"{name}-author.md").write_text(author_of(shown), encoding="utf-8")
        return
    assert file.read_text(encoding="utf-8") == text, f"{file.name} is not what is drafted: {HOW}"
