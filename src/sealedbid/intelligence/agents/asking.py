"""Questions to a model: answers, faults and usage, added up over the calls of one step."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeVar

from sealedbid.intelligence.agents.models import AgentEnding, Answered
from sealedbid.intelligence.llm import Model, Prompt, Spent
from sealedbid.intelligence.llm.errors import BrokenShapeError, RequestRejectedError

MOST_BROKEN: Final = 2
"""Calls without a usable answer, after which a model is asked no more."""
Shape = TypeVar("Shape")
Value = TypeVar("Value")


@dataclass(slots=True)
class Asking:
    """The calls of one step to one model.

    Errors that may pass (TransientModelError) and those of settings are raised: the job is tried
    again, or a person mends the settings. PromptTooLongError is raised: the caller asks for less.
    """

    model: Model
    spent: Spent = field(default_factory=Spent)
    ending: AgentEnding = "complete"
    told: list[str] = field(default_factory=list)
    broken: int = 0
    answered_by: dict[str, None] = field(default_factory=dict)

    async def ask(self, prompt: Prompt, shape: type[Shape]) -> Shape | None:
        """Ask for a value; None if there is none, and then ``ending`` says why."""
        try:
            found = await self.model.structured(prompt, shape)
        except BrokenShapeError as error:
            self.spent += error.spent
            self.failed(str(error))
            return None
        except RequestRejectedError as error:
            self.failed(str(error))
            return None
        self.spent += found.spent
        if found.value is not None:
            self.answered_by[found.model] = None
            return found.value
        self._ended(found.ending)
        if found.ending == "refused":
            self.broken += 1
            self.told.append(f"{found.model} refused to answer.")
        elif found.ending == "budget":
            limit = f" of the {found.limit}" if found.limit else ""
            self.told.append(f"The budget{limit} has no room for this question to {found.model}.")
        return None

    def failed(self, why: str) -> None:
        """Keep that a call gave nothing to use."""
        self.broken += 1
        self._ended("broken")
        self.told.append(why)

    @property
    def is_over(self) -> bool:
        """True if no further call makes sense: a limit is reached, or the model keeps failing."""
        return self.ending == "budget" or self.broken >= MOST_BROKEN

    def answered(self, value: Value, *, is_of_model: bool) -> Answered[Value]:
        """The result; ``is_of_model`` if an answer of the model is in the value."""
        names = ", ".join(self.answered_by)
        return Answered(
            value=value,
            model=names if is_of_model and names else None,
            usage=self.spent.usage,
            ending=self.ending,
            told=tuple(dict.fromkeys(self.told)),
        )

    def _ended(self, ending: AgentEnding) -> None:
        # A budget ends the step, whatever came before it.
        if self.ending == "complete" or ending == "budget":
            self.ending = ending
