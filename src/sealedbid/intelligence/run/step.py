"""The shape of a step: a stored name, an input, an output, a body, and words for people."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from sealedbid.intelligence.models import FREE, Usage
from sealedbid.intelligence.writer import Ask, Telling, Writer, say_nothing
from sealedbid.platform.postgres import Transaction


class Stored(BaseModel):
    """The base of every input and output: as JSON, it is what a run keeps.

    A step is given by name what the proposal and the steps before it have stored: an input's
    ``brief`` is the ``brief`` of the output of whichever step came last with one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


Input = TypeVar("Input", bound=Stored)
Output = TypeVar("Output", bound=Stored)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The things that a step may use besides its input.

    ``sealed`` opens a transaction in the organization, as long as the worker's lease holds; a step
    opens none across slow work. ``ask`` gives the model of a class, which counts for the run; None
    if the run uses no model. ``told`` says how far the step is, in a few words, to whoever watches.
    """

    sealed: Callable[[], AbstractAsyncContextManager[Transaction]]
    writer: Writer
    ask: Ask | None = None
    told: Telling = say_nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Generic[Output]):
    """A step's output; ``by`` is the writer or model that gave it, None for rules.

    ``usage`` is what the step says that it took; what the run's meter has counted goes before it,
    for it knows of requests that failed too.
    """

    output: Output
    by: str | None = None
    usage: Usage = FREE


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[Input, Output]):
    """A step of a run. ``name`` is data: it is stored with every attempt.

    ``doing`` says what it does, while it does; ``found`` says of its output, in a few words, what
    it found. ``is_writer``: its output is kept with the run too, for reviews to read. ``beside``
    names fields of the input by which it is not told from another: a step that was given the same
    but for them is not run again. ``asks_models``: with another writer or model it is another step.
    """

    name: str
    doing: str
    input: type[Input]
    output: type[Output]
    run: Callable[[Input, Tools], Awaitable[Result[Output]]]
    found: Callable[[Output], str]
    is_writer: bool = False
    asks_models: bool = False
    beside: frozenset[str] = frozenset()
