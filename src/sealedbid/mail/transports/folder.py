"""Mails as files of the installation: for a first look, and where no server is named."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from sealedbid.mail.errors import MailNotTakenError


class FolderTransport:
    """Writes each mail to a file that its owner alone can read: links in it open accounts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def send(self, message: EmailMessage) -> str:
        """Write the mail; return the file's path. Raises MailNotTakenError."""
        return str(await asyncio.to_thread(self._write, message))

    def _write(self, message: EmailMessage) -> Path:
        # In order of time; the second copy of a mail is a file of its own.
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}.eml"
        path = self._folder / name
        draft = self._folder / f".{name}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(message.as_bytes())
            draft.rename(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                draft.unlink()
            raise MailNotTakenError(
                f"The mail cannot be written to {self._folder}: {error.strerror}. "
                "Give the account of the worker that folder."
            ) from None
        return path
