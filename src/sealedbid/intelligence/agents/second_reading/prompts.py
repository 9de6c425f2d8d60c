"""The question about a batch of sentences."""

from __future__ import annotations

from typing import Final

from sealedbid.intelligence.agents.fencing import DATA, fenced
from sealedbid.intelligence.agents.second_reading.batches import Batch
from sealedbid.intelligence.llm import Prompt

RULES: Final = f"""\
You check sentences of a proposal against the passages that they cite. For each sentence: what in \
this sentence is not in these passages?
{DATA}
Look for a number, date, name, role, promise, condition or cause that the passages do not have, or \
have of another thing. Other words for the same thing are no fault.
Give for each finding:
- words: the words of the sentence, copied exactly, as few as show the fault.
- sentence: the id of the sentence.
If all of it is in the passages, give an empty list."""

MOST_ANSWERED: Final = 600  # tokens


def prompt_of(batch: Batch) -> Prompt:
    """Ask about the sentences of a batch."""
    passages = [fenced("passage", source.text, id=id) for id, source in batch.passages.items()]
    sentences = [
        fenced("sentence", cited.sentence.text, id=id, cites=" ".join(batch.ids_of(cited)))
        for id, cited in batch.sentences.items()
    ]
    return Prompt(
        rules=RULES,
        task="\n".join([*passages, *sentences, "What is not in the passages?"]),
        max_tokens=MOST_ANSWERED,
        temperature=0.0,
    )
