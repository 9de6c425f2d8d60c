"""The time of day of a date: midnight, hours that may be twelve later."""

from __future__ import annotations

from datetime import time

from sealedbid.intelligence.brief.facts.values import Moment
from sealedbid.intelligence.brief.values.clocks import END, Clock
from sealedbid.intelligence.brief.values.days import spelt
from sealedbid.intelligence.brief.values.models import Read
from sealedbid.intelligence.brief.values.written import Written


def with_time(
    read: Read[Moment], written: Written, clock: Clock | None, *, apart: bool
) -> Read[Moment]:
    """Add the time of day."""
    if written.clock:
        hours, minutes = (int(part) for part in written.clock.split(":"))
        if hours < 24 and minutes < 60:
            zone = {"z": "UTC", "": None}.get(written.zone, written.zone)
            return _timed(read, time(hours, minutes), zone)
        return read
    if clock is None or read.value is None:
        return read
    timed = _timed(read, clock.at, clock.zone)
    inferred, doubt, others = [read.inferred], [read.doubt], list(timed.others)
    if clock.midnight:
        inferred.append(f"midnight is read as the end of {spelt(read.value.day)}")
    elif clock.zero:
        doubt.append("0:00 may mean the beginning or the end of the day")
        others.append(read.value.model_copy(update={"at": END, "zone": clock.zone}))
    elif clock.or_later:
        later = time(clock.at.hour + 12, clock.at.minute)
        doubt.append(f"{clock.at:%H:%M} may be {later:%H:%M}: neither a.m. nor p.m. is said")
        others.insert(0, read.value.model_copy(update={"at": later, "zone": clock.zone}))
    return Read(
        value=timed.value,
        start=read.start if apart else min(read.start, clock.start),
        end=read.end if apart else max(read.end, clock.end),
        inferred="; ".join(filter(None, inferred)),
        doubt="; ".join(filter(None, doubt)),
        others=tuple(others),
    )


def _timed(read: Read[Moment], at: time, zone: str | None) -> Read[Moment]:
    def timed(moment: Moment) -> Moment:
        return moment.model_copy(update={"at": at, "zone": zone})

    return Read(
        value=timed(read.value) if read.value else None,
        start=read.start,
        end=read.end,
        inferred=read.inferred,
        doubt=read.doubt,
        others=tuple(timed(other) for other in read.others),
    )
