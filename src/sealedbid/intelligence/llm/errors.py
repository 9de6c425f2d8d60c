"""Faults of models, of the way to them and of their settings. No text holds a key."""

from __future__ import annotations

from typing import ClassVar

from sealedbid.intelligence.llm.models import Spent
from sealedbid.platform.errors import SealedbidError, ended


class ModelError(SealedbidError):
    """A model cannot be asked, or its answer cannot be used."""


class ModelNotSetError(ModelError):
    """No setting names a model for this class."""

    def __init__(self, kind: str, variable: str) -> None:
        super().__init__(f"No model is set for the class {kind}: set {variable} to its name.")


class ModelPackagesMissingError(ModelError):
    """The optional packages that speak to models are not installed."""

    def __init__(self) -> None:
        super().__init__("Models need more packages: install sealedbid[models].")


class NoEmbeddingsError(ModelError):
    """The vendor of the model has no embeddings."""

    def __init__(self, model: str) -> None:
        super().__init__(
            f"{model} gives no vectors: set SEALEDBID_MODEL_EMBED to a model that does, behind an "
            "OpenAI-compatible endpoint."
        )


class KeyMissingError(ModelError):
    """The server wants a key, and none is set."""

    def __init__(self, address: str, place: str) -> None:
        super().__init__(
            f"{address} wants a key, and there is none: write it into {place}, on one line, with "
            "mode 0600."
        )


class KeyRefusedError(ModelError):
    """The server does not accept the key, or not for this model."""

    def __init__(self, address: str, model: str, place: str) -> None:
        super().__init__(
            f"{address} refuses the key in {place}, or does not allow it {model}: write the right "
            "key there."
        )


class UnknownModelError(ModelError):
    """The server has no model of this name, or is at another address."""

    def __init__(self, address: str, model: str) -> None:
        super().__init__(
            f"{address} has no model “{model}”, or is no such endpoint: check the name and the URL "
            "(an OpenAI-compatible one mostly ends in /v1)."
        )


class QuotaSpentError(ModelError):
    """The account at the vendor has no credit left."""

    def __init__(self, address: str) -> None:
        super().__init__(f"The account at {address} has spent its quota: add credit there.")


class PromptTooLongError(ModelError):
    """The prompt has more tokens than the model can read."""

    def __init__(self, model: str) -> None:
        super().__init__(
            f"The prompt is longer than {model} can read: set a model with a larger context."
        )


class RequestRejectedError(ModelError):
    """The server does not accept the request itself."""

    def __init__(self, address: str, said: str) -> None:
        super().__init__(ended(f"{address} rejects the request: {said}"))


class BrokenShapeError(ModelError):
    """The model gave no value of the shape that was asked for, and none when it was told.

    ``spent`` is the cost of both answers.
    """

    def __init__(self, model: str, fault: str, spent: Spent | None = None) -> None:
        self.spent = spent or Spent()
        super().__init__(ended(f"{model} gave no valid answer, twice: {fault}"))


class TransientModelError(ModelError):
    """A fault that may be gone in a moment. ``retry_after`` is in seconds, if the server said."""

    is_repeated: ClassVar[bool] = True
    """True if the same server is asked again before the fallback is."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        self.retry_after = retry_after
        super().__init__(message)


class ModelUnreachableError(TransientModelError):
    """Nothing answers at the address; the request was not sent."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            ended(f"{address} cannot be reached: {reason}") + " Is the URL right, and does it run?"
        )


class ModelBusyError(TransientModelError):
    """The server takes no more requests for a while."""

    def __init__(self, address: str, retry_after: float | None) -> None:
        when = "" if retry_after is None else f" for {retry_after:g} s"
        super().__init__(f"{address} takes no more requests{when}: try again.", retry_after)


class ModelFailedError(TransientModelError):
    """The server failed by itself."""

    def __init__(self, address: str, said: str, retry_after: float | None = None) -> None:
        super().__init__(ended(f"{address} failed: {said}"), retry_after)


class AnswerBrokenOffError(TransientModelError):
    """The connection ended in the middle of an answer."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} broke off in the middle of its answer: try again.")


class UnreadableAnswerError(TransientModelError):
    """The server's answer is not of the form that was agreed, or has nothing in it."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(ended(f"{address} gave no answer that can be read: {why}"))


class ModelTimedOutError(TransientModelError):
    """The answer was not complete in time; asking the same server again would take as long."""

    is_repeated = False

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(
            f"{address} did not answer within {seconds:g} s: SEALEDBID_MODEL_TIMEOUT sets how long "
            "to wait."
        )
