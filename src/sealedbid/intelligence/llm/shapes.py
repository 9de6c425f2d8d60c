"""Values of a shape out of what models write."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from sealedbid.intelligence.llm.errors import BrokenShapeError
from sealedbid.intelligence.llm.models import Answer, Prompt

QUOTED: Final = 2_000
"""Characters of a broken answer that go back to the model: one that loops has many."""
FAULTS: Final = 5
WORDED: Final = (
    "\n\nAnswer with one JSON value and nothing else: no fence, no comment. It has this schema:\n"
)
COMPLAINT: Final = "That is not valid: {fault}\nGive the whole answer again, corrected, as JSON."
OPENING: Final = {"object": "{", "array": "["}

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """A value, or the fault because of which there is none; neither if none was to come."""

    value: Value | None = None
    fault: str | None = None


class Shape(Generic[Value]):
    """A type that pydantic knows, as a schema and as a reader."""

    def __init__(self, shape: type[Value]) -> None:
        self._adapter: TypeAdapter[Value] = TypeAdapter(shape)
        self.schema: dict[str, Any] = self._adapter.json_schema()

    @staticmethod
    def worded(prompt: Prompt, schema: dict[str, Any]) -> Prompt:
        """The prompt with the schema in its rules, for servers that know no schemas."""
        text = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
        return replace(prompt, rules=prompt.rules + WORDED + text)

    def read(self, answer: Answer) -> Read[Value]:
        """Read the value of an answer that ended by itself or was cut."""
        if answer.ending in ("refused", "budget"):
            return Read()
        try:
            return Read(self._adapter.validate_python(self._json(answer.text)))
        except ValidationError as error:
            return Read(fault=_faults(error))
        except ValueError as error:
            cut = answer.ending == "cut"
            return Read(fault="it was cut, so be shorter" if cut else f"it is no JSON ({error})")

    def read_again(self, answer: Answer) -> Read[Value]:
        """Read the value of a repaired answer. Raises BrokenShapeError."""
        found = self.read(answer)
        if found.fault is not None:
            raise BrokenShapeError(answer.model, found.fault, answer.spent)
        return found

    def complaint(self, answer: Answer, fault: str) -> tuple[str, str]:
        """The broken answer, shortened, and what the model is told about it."""
        return answer.text[:QUOTED] or "(nothing)", COMPLAINT.format(fault=fault)

    def _json(self, text: str) -> Any:
        """Read the first JSON value of a text, whatever a model puts around it. Raises ValueError.

        Calls of tools, which some models write before their answer, are passed over. An inner part
        of a broken value is never taken for the value.
        """
        start = max(0, text.rfind("</tool_call>"))
        place = text.find(OPENING.get(self.schema.get("type", ""), "{"), start)
        if place < 0:
            raise ValueError("there is none in it")
        return json.JSONDecoder().raw_decode(text, place)[0]


def _faults(error: ValidationError) -> str:
    """Places and reasons, without the values, which may be long."""
    said = [
        f"{'.'.join(str(part) for part in each['loc']) or 'the answer'}: {each['msg']}"
        for each in error.errors(include_url=False, include_input=False)
    ]
    return "; ".join(said[:FAULTS])
