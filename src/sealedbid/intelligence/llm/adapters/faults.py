"""Errors of pydantic-ai and of the vendors' clients, as our classes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import anthropic
import httpx2
import openai
from pydantic import ValidationError
from pydantic_ai import exceptions as theirs

from sealedbid.intelligence.llm import errors as ours
from sealedbid.intelligence.llm.keys import Key

SAID: Final = 200
"""Characters of a server's words that are repeated."""
UNSENT: Final = ("pool", "connect")
TOO_LONG: Final = re.compile(r"context (size|length|window)", re.IGNORECASE)
"""Of llama.cpp, vLLM and others, which have no code for it."""
VENDORS: Final = (openai.OpenAIError, anthropic.AnthropicError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A model at an address, and its key."""

    name: str
    address: str
    key: Key

    def said(self, words: str) -> str:
        """A server's own words: one short line, without the key, should they repeat it."""
        if self.key.secret is not None:
            words = words.replace(self.key.secret.get_secret_value(), "[key]")
        words = re.sub(r"\b(sk|key|Bearer)[-_ ][\w*.-]{6,}", "[key]", words)
        line = "".join(sign if sign.isprintable() else " " for sign in " ".join(words.split()))
        return line if len(line) <= SAID else f"{line[:SAID]}…"


@contextmanager
def translated(place: Place) -> Iterator[None]:
    """Raise our ModelError for every fault of a request to ``place``.

    The driver's own error holds the request with its key, so it is not kept as the cause.
    """
    try:
        yield
    except theirs.ModelAPIError as error:
        fault = _api_fault(error, place)
    except theirs.UserError as error:  # it knows that the model does not take this
        fault = ours.RequestRejectedError(place.address, place.said(error.message))
    except theirs.UnexpectedModelBehavior as error:
        fault = ours.UnreadableAnswerError(place.address, place.said(error.message))
    except ValidationError as error:
        why = f"{error.error_count()} fields of its answer are wrong or missing"
        fault = ours.UnreadableAnswerError(place.address, why)
    except (httpx2.TransportError, httpx2.StreamError):
        fault = ours.AnswerBrokenOffError(place.address)
    except VENDORS as error:
        fault = ours.UnreadableAnswerError(place.address, place.said(str(error)))
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        # The clients look into an answer without checking it first.
        why = f"a part of it is missing or of another kind ({type(error).__name__})"
        fault = ours.UnreadableAnswerError(place.address, why)
    else:
        return
    raise fault from None


def _api_fault(error: theirs.ModelAPIError, place: Place) -> ours.ModelError:
    """The fault of a request, by its class; the nearer class is asked for first."""
    match error:
        case theirs.ModelAuthenticationError() if place.key.secret is None:
            return ours.KeyMissingError(place.address, place.key.place)
        case theirs.ModelAuthenticationError():
            return ours.KeyRefusedError(place.address, place.name, place.key.place)
        case theirs.ModelNotFoundError():
            return ours.UnknownModelError(place.address, place.name)
        case theirs.ModelContextWindowExceededError():
            return ours.PromptTooLongError(place.name)
        case theirs.ModelRequestRejectedError():
            words = _words(error, place)
            if TOO_LONG.search(words):
                return ours.PromptTooLongError(place.name)
            return ours.RequestRejectedError(place.address, words)
        case theirs.ModelQuotaExceededError():
            return ours.QuotaSpentError(place.address)
        case theirs.ModelRateLimitError():
            return ours.ModelBusyError(place.address, error.retry_after)
        case theirs.ModelUnavailableError() | theirs.ModelServerError():
            return ours.ModelFailedError(place.address, _words(error, place), error.retry_after)
        case theirs.ModelConnectionError(phase=phase):
            if phase in UNSENT or _was_refused(error):
                return ours.ModelUnreachableError(place.address, _reason(error, place))
            return ours.AnswerBrokenOffError(place.address)
    return ours.UnreadableAnswerError(place.address, _words(error, place))


def _was_refused(error: BaseException) -> bool:
    """True if a cause says that no connection came about."""
    return any(isinstance(cause, httpx2.ConnectError) for cause in _causes(error))


def _reason(error: BaseException, place: Place) -> str:
    """The first cause's own words, such as "Connection refused"."""
    *_, first = _causes(error)
    if isinstance(first, OSError) and first.errno is not None and first.errno > 0:
        return os.strerror(first.errno)
    return place.said(getattr(first, "strerror", None) or str(first) or type(first).__name__)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _words(error: theirs.ModelAPIError, place: Place) -> str:
    """A server's message, wherever in its answer it is, with its status."""
    status = getattr(error, "status_code", None)
    code = "" if status is None else f"HTTP {status}"
    body: Any = error.body
    if isinstance(body, dict):
        body = body.get("error", body)
    if isinstance(body, dict):
        body = body.get("message") or body.get("detail")
    words = place.said(body) if isinstance(body, str) else ""
    return ", ".join(part for part in (code, words) if part) or place.said(error.message)
