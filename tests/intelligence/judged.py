"""A proposal whose sentences a job has judged, in raw connections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb

from tests.db.contexts import Lease, scalar
from tests.db.documents import add

CLAIM = "We won 40 prizes."
DOUBT = "We answer at once."
SOUND = "We test with people."
VERDICTS = {CLAIM: "unsupported", DOUBT: "weak", SOUND: "supported"}


def content(*texts: str, section: str = "approach", **more: Any) -> dict[str, Any]:
    """A document of one section with a block of these sentences."""
    sentences = [{"text": text, "notes": [], "answers": []} for text in texts]
    block = {"kind": "paragraph", "text": " ".join(texts), "sentences": sentences, **more}
    return {"sections": [{"id": section, "heading": "Approach", "blocks": [block]}]}


@contextmanager
def working(worker: Connection[Any], lease: Lease) -> Iterator[Connection[Any]]:
    """A transaction of a job's body; it commits."""
    with worker.transaction():
        scalar(worker, "select seal.open_job(%s, %s, %s)", lease.job_id, lease.token, lease.org_id)
        yield worker


def judge(
    worker: Connection[Any], proposal: UUID, texts: Sequence[str], **values: Any
) -> list[UUID]:
    """Add judged sentences of the section ``approach``, with the verdicts of VERDICTS."""
    return [
        add(
            worker,
            "proposal_sentences",
            **{
                "proposal_id": proposal,
                "position": place + 1,
                "section_id": "approach",
                "block": 0,
                "number": place,
                "text": text,
                "verdict": VERDICTS[text],
                "reasons": Jsonb([]),
            }
            | values,
        )
        for place, text in enumerate(texts)
    ]
