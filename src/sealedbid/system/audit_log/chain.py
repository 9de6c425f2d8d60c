"""The audit log's chain, recomputed here without the database's own functions.

    row hash   sha256 over its fields, each as its length in bytes, a colon and itself; null as "-"
    address    ip and user agent enter by a digest with a salt, which goes when they are erased
    link       every row carries the hash of the row before it, the first one zeros

Pure: rows in, faults out. Reading them, and noticing the end, is in verifying.py.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

from sealedbid.platform.errors import SealedbidError
from sealedbid.system.audit_log.faults import (
    Changed,
    CutTail,
    Extra,
    Fault,
    HeadDoesNotFit,
    Missing,
    Unlinked,
)
from sealedbid.system.audit_log.models import AuditHead, ChainedEvent

ZEROS: Final = bytes(32)
# A chain that was written anew has as many faults as rows: some are told, all are counted.
TOLD: Final = 100


class MalformedHeadError(SealedbidError):
    """A head that was kept is not of the form ``organization:number:hash``."""


def row_hash(event: ChainedEvent) -> bytes:
    """Compute the hash that a row must have."""
    return _hash_at(event, event.chain_no)


def address_digest(salt: bytes, ip: str | None, user_agent: str | None) -> bytes:
    """Compute the digest of its address that a row keeps when the address is erased."""
    return _digest("sealedbid audit address 1", salt.hex(), ip, user_agent)


def written_head(org_id: UUID, head: AuditHead) -> str:
    """A head as a line to keep elsewhere: ``organization:number:hash``."""
    return f"{org_id}:{head.chain_no}:{head.hash.hex()}"


def parse_head(text: str) -> tuple[UUID, AuditHead]:
    """The organization and the head of such a line. Raises MalformedHeadError."""
    try:
        org_id, number, digest = text.strip().split(":")
        head = AuditHead(chain_no=int(number), hash=bytes.fromhex(digest))
        if head.chain_no < 1 or len(head.hash) != len(ZEROS):
            raise ValueError(text)
        return UUID(org_id), head
    except ValueError:
        raise MalformedHeadError(
            f"“{text}” is no head: `sealedbid audit-log head` prints organization:number:hash."
        ) from None


class Verifier:
    """Goes along one chain from its beginning; rows have to come by number."""

    def __init__(self, kept: Iterable[AuditHead] = ()) -> None:
        """``kept``: heads of this chain that were kept elsewhere."""
        self.last = AuditHead(chain_no=0, hash=ZEROS)
        self.rows = 0
        self.erased = 0
        self.fault_count = 0
        self._kept: dict[int, set[bytes]] = defaultdict(set)
        for head in kept:
            self._kept[head.chain_no].add(head.hash)
        self._faults: list[Fault] = []

    def add(self, event: ChainedEvent) -> None:
        """The next row."""
        expected = self.last.chain_no + 1
        self.rows += 1
        self.erased += event.address_salt is None
        if event.chain_no < expected:
            self._tell(Extra(event))
            return
        if event.chain_no > expected:
            self._tell(Missing(expected, event.chain_no - 1))
        if not _is_whole(event):
            self._tell(Changed(event))
        elif event.chain_no == expected and event.prev_hash != self.last.hash:
            self._tell(Unlinked(event))
        for kept in self._kept.get(event.chain_no, set()) - {event.hash}:
            self._tell(HeadDoesNotFit(AuditHead(chain_no=event.chain_no, hash=kept), kept=True))
        self.last = AuditHead(chain_no=event.chain_no, hash=event.hash)

    def end(self, head: AuditHead | None) -> None:
        """There are no more rows; ``head`` is what the database says of the end."""
        head = head or AuditHead(chain_no=0, hash=ZEROS)
        if head.chain_no > self.last.chain_no:
            self._tell(CutTail(self.last.chain_no, head, kept=False))
        elif head != self.last:
            self._tell(HeadDoesNotFit(head, kept=False))
        furthest = max(self._kept, default=0)
        if furthest > self.last.chain_no:
            kept = AuditHead(chain_no=furthest, hash=min(self._kept[furthest]))
            self._tell(CutTail(self.last.chain_no, kept, kept=True))

    def faults(self) -> list[Fault]:
        """Return the faults in the order of the chain; of many, the first.

        A row that is whole under the number of another fault was not changed but moved.
        """
        numbers = sorted({number for fault in self._faults for number in _numbers(fault)})
        return [
            Changed(fault.event, _stood_at(fault.event, numbers))
            if isinstance(fault, Changed)
            else fault
            for fault in self._faults
        ]

    def _tell(self, fault: Fault) -> None:
        self.fault_count += 1
        if len(self._faults) < TOLD:
            self._faults.append(fault)


def _is_whole(event: ChainedEvent) -> bool:
    if row_hash(event) != event.hash:
        return False
    if event.address_salt is None:
        return event.ip is None and event.user_agent is None
    digest = address_digest(event.address_salt, event.ip, event.user_agent)
    return digest == event.address_digest


def _stood_at(event: ChainedEvent, numbers: list[int]) -> int | None:
    others = (number for number in numbers if number != event.chain_no)
    return next((number for number in others if _hash_at(event, number) == event.hash), None)


def _numbers(fault: Fault) -> Iterator[int]:
    """Yield the numbers at which rows that turn up elsewhere could have been."""
    if isinstance(fault, Changed):
        yield fault.event.chain_no
    elif isinstance(fault, Missing):
        yield from range(fault.first, min(fault.last, fault.first + TOLD) + 1)


def _hash_at(event: ChainedEvent, number: int) -> bytes:
    return _digest(
        "sealedbid audit event 2",
        event.org_id,
        str(number),
        event.prev_hash.hex(),
        event.id,
        event.created_at,
        event.user_id,
        event.actor_kind,
        event.is_said,
        event.action,
        event.resource_type,
        event.resource_id,
        event.detail,
        event.address_digest.hex(),
    )


def _digest(*fields: str | None) -> bytes:
    """No two lists of fields are written alike: lengths stand before texts, null is no text."""
    written = (b"-" if f is None else b"%d:%b" % (len(f.encode()), f.encode()) for f in fields)
    return hashlib.sha256(b"".join(written)).digest()
