"""What can go wrong with what people bring; each is one sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

from sealedbid.platform.errors import SealedbidError


class UnreadableFile(SealedbidError):
    """A file that cannot be taken in."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}.")
        self.path = path


class EmptyFile(UnreadableFile):
    """There is nothing in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "it is empty, so there is nothing to learn from it")


class BinaryFile(UnreadableFile):
    """It holds something else than text."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "it is not text: save it as Markdown or plain text")


class TooLargeFile(UnreadableFile):
    """It is larger than a document is."""

    def __init__(self, path: Path, size: int, most: int) -> None:
        mib = 1024 * 1024
        super().__init__(
            path,
            f"it has {size / mib:.1f} MB and {most // mib} MB is the most: split it by chapter",
        )


class UnknownEncoding(UnreadableFile):
    """Its bytes make no text."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "its encoding is not known: save it as UTF-8")


class MissingFile(UnreadableFile):
    """It is not there, may not be read, or is no file."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
