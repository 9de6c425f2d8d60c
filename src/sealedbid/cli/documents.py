"""Writes the documents of a draft where a command was told to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

from sealedbid.cli.errors import CommandError
from sealedbid.usecases.drafting import Documents

PAGES, TEXTS = (".html", ".htm"), (".md", ".markdown", ".txt")  # endings of --out


class NotWritableError(CommandError):
    """The file of ``--out`` or ``--author`` cannot be written."""


class UnknownSuffixError(CommandError):
    """The ending of ``--out`` names no form that can be written."""


def check_out(out: Path | None, author: Path | None = None) -> None:
    """Check the files of ``--out`` and ``--author`` before anything is started.

    Raises NotWritableError, UnknownSuffixError.
    """
    for option, file in (("--out", out), ("--author", author)):
        if file is not None and not (file.parent.is_dir() and os.access(file.parent, os.W_OK)):
            raise NotWritableError(f"{file} cannot be written: choose another place for {option}.")
    if out is not None and out.suffix.lower() not in (*PAGES, *TEXTS):
        known = ", ".join((*PAGES, *TEXTS))
        raise UnknownSuffixError(
            f"{out.name}: the form of --out is told by its ending, and {out.suffix or 'none'} is "
            f"not known. Known are {known}."
        )


def show_documents(
    console: Console, documents: Documents, out: Path | None, author: Path | None
) -> None:
    """Write the client's document to its file, the terminal or stdout, and the author's apart."""
    if author is not None:
        author.write_text(documents.author, encoding="utf-8")
        console.print(f"For the author: {author}.", markup=False)
    if documents.made_by:
        console.print(documents.made_by, markup=False, soft_wrap=True)
    for line in documents.in_short:
        console.print(f"- {line}", markup=False, soft_wrap=True)
    if out is not None:
        is_page = out.suffix.lower() in PAGES
        out.write_text(documents.html if is_page else documents.markdown, encoding="utf-8")
        console.print(f"Written to {out}.", markup=False)
    elif sys.stdout.isatty():
        Console().print(Markdown(documents.markdown))
    else:
        sys.stdout.write(documents.markdown)
