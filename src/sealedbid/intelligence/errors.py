"""What can go wrong with what people hand in, and with the model on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sealedbid.platform.errors import SealedbidError, ended


class UnreadableFile(SealedbidError):
    """A file that gives no text; the other files of its folder may well do.

    Its text is one sentence that names the file, what is wrong and what helps.
    """

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(ended(f"{printable(path)} {reason}"))


class EmptyFile(UnreadableFile):
    """Nothing stands in the file but white space."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "has no text in it: fill it, or leave it out")


class BinaryFile(UnreadableFile):
    """The bytes are no text in any encoding."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is not text: save or export it as Markdown or plain text first")


class TooLargeFile(UnreadableFile):
    """The file has more bytes than one source may have."""

    def __init__(self, path: Path, size: int, limit: int) -> None:
        self.size = size
        self.limit = limit
        super().__init__(
            path,
            f"has {_megabytes(size)}, more than the {_megabytes(limit)} that one file may have: "
            "split it, or leave out what nobody will ask for",
        )


class UndecodableFile(UnreadableFile):
    """The bytes may be text, but nothing says in which encoding."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "is text in an encoding that cannot be told: save it as UTF-8")


class InaccessibleFile(UnreadableFile):
    """The system does not hand the file out, or it is no file."""


class EmbeddingError(SealedbidError):
    """Vectors cannot be made here."""


class UnknownWriterError(SealedbidError):
    """No writer has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"There is no writer “{name}”: choose one of {', '.join(known)}.")


class RunError(SealedbidError):
    """A run of the brain cannot do what a person asks of it."""


class UnknownStepError(RunError):
    """No step of the run has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"There is no step “{name}”: choose one of {', '.join(known)}.")


class StepNotReachedError(RunError):
    """A step before the one that a person names has not been done."""

    def __init__(self, name: str, missing: str) -> None:
        super().__init__(f"The run has no result of {missing} for {name}: resume from {missing}.")


class RunAtWorkError(RunError):
    """A job that drafts the proposal is queued or running."""

    def __init__(self) -> None:
        super().__init__("The proposal is being drafted: wait for it to end, or cancel its job.")


class NotADraftError(RunError):
    """The proposal is no draft any more."""

    def __init__(self, status: str) -> None:
        super().__init__(f"The proposal is {status}: only drafts are written.")


class BriefChangedError(RunError):
    """The brief is another one than the run has read."""

    def __init__(self, first: str) -> None:
        super().__init__(f"The brief has changed since it was read: resume from {first}.")


class InputRefusedError(RunError):
    """The input that a person gives a step is not one; the text names the fields."""


class LocalModelMissingError(EmbeddingError):
    """The optional packages of the local model are not installed."""

    def __init__(self) -> None:
        super().__init__(
            "The local model is not installed: install sealedbid[local], or choose the embedder "
            "`hashed`, which knows words and no meaning."
        )


class ModelChangedError(EmbeddingError):
    """The weights are not those whose vectors this version stores."""

    def __init__(self, path: Path, found: str, expected: str) -> None:
        super().__init__(
            f"The weights at {printable(path)} are not the ones of this version (sha256 "
            f"{found[:12]}..., not {expected[:12]}...), and their vectors could not be compared "
            "with those that are stored: install sealedbid[local] again."
        )


def printable(path: Path) -> str:
    """The path as it can stand in one line of UTF-8, whatever bytes its name is made of."""
    name = str(path).encode("utf-8", "replace").decode("utf-8")
    return "".join(each if each.isprintable() else "?" for each in name)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
