"""Times of schedules: clocks that change, months that end, and invalid expressions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealedbid.system.jobs.schedules import CronError, coming_runs, next_run
from tests.fixtures.tiers import examples

BERLIN, NEW_YORK, LORD_HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"
TROLL, SANTIAGO = "Antarctica/Troll", "America/Santiago"  # two hours; at midnight


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use no statement."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def runs(cron: str, timezone: str, after: str, count: int) -> list[str]:
    found = islice(coming_runs(cron, timezone, at(after)), count)
    return [f"{run:%Y-%m-%d %H:%M}" for run in found]


# The clock is put on: in 2027 in Berlin on 28 March at 01:00 UTC (02:00 to 03:00), in New York on
# 14 March at 07:00 (02:00 to 03:00), on Lord Howe Island on 2 October at 15:30 (02:00 to 02:30).
PUT_ON = [
    # a time of day that is skipped comes right after the gap, and once
    ("30 2 * * *", BERLIN, "2027-03-27 12:00", ["2027-03-28 01:00", "2027-03-29 00:30"]),
    ("15,45 2 * * *", BERLIN, "2027-03-27 12:00", ["2027-03-28 01:00", "2027-03-29 00:15"]),
    ("0 2,3 * * *", BERLIN, "2027-03-27 12:00", ["2027-03-28 01:00", "2027-03-29 00:00"]),
    ("30 2 * * *", NEW_YORK, "2027-03-13 12:00", ["2027-03-14 07:00", "2027-03-15 06:30"]),
    ("15 2 * * *", LORD_HOWE, "2027-10-02 02:00", ["2027-10-02 15:30", "2027-10-03 15:15"]),
    ("0 3 * * *", LORD_HOWE, "2027-10-02 02:00", ["2027-10-02 16:00", "2027-10-03 16:00"]),
    # a field with a star follows the clock, and the clock does not show the gap
    ("*/30 2 * * *", BERLIN, "2027-03-27 12:00", ["2027-03-29 00:00", "2027-03-29 00:30"]),
    ("0 * * * *", BERLIN, "2027-03-27 23:30", ["2027-03-28 00:00", "2027-03-28 01:00"]),
    ("0 */2 * * *", BERLIN, "2027-03-27 22:30", ["2027-03-27 23:00", "2027-03-28 02:00"]),
    ("0 * * * *", NEW_YORK, "2027-03-14 05:30", ["2027-03-14 06:00", "2027-03-14 07:00"]),
    ("0 * * * *", LORD_HOWE, "2027-10-02 14:00", ["2027-10-02 14:30", "2027-10-02 16:00"]),
    ("0 */3 * * *", LORD_HOWE, "2027-10-02 14:00", ["2027-10-02 16:00", "2027-10-02 19:00"]),
    ("*/20 3 * * *", LORD_HOWE, "2027-10-02 14:00", ["2027-10-02 16:00", "2027-10-02 16:20"]),
]
# And put back: in Berlin on 31 October at 01:00 UTC (03:00 to 02:00), in New York on 7 November at
# 06:00 (02:00 to 01:00), on Lord Howe Island on 3 April at 15:00 (02:00 to 01:30).
PUT_BACK = [
    # a time of day that comes twice means the first time
    ("30 2 * * *", BERLIN, "2027-10-30 12:00", ["2027-10-31 00:30", "2027-11-01 01:30"]),
    ("30 2 * * *", BERLIN, "2027-10-31 01:10", ["2027-11-01 01:30", "2027-11-02 01:30"]),
    ("30 1 * * *", NEW_YORK, "2027-11-07 00:00", ["2027-11-07 05:30", "2027-11-08 06:30"]),
    ("45 1 * * *", LORD_HOWE, "2027-04-03 02:00", ["2027-04-03 14:45", "2027-04-04 15:15"]),
    # a field with a star runs in both
    ("0 * * * *", BERLIN, "2027-10-30 23:30", ["2027-10-31 00:00", "2027-10-31 01:00"]),
    ("0 */2 * * *", BERLIN, "2027-10-30 23:30", ["2027-10-31 00:00", "2027-10-31 01:00"]),
    ("*/30 1 * * *", NEW_YORK, "2027-11-07 05:15", ["2027-11-07 05:30", "2027-11-07 06:00"]),
    ("0 * * * *", LORD_HOWE, "2027-04-03 13:30", ["2027-04-03 14:00", "2027-04-03 15:30"]),
    ("*/40 1 * * *", LORD_HOWE, "2027-04-03 13:30", ["2027-04-03 14:00", "2027-04-03 14:40"]),
    ("*/40 1 * * *", LORD_HOWE, "2027-04-03 14:50", ["2027-04-03 15:10", "2027-04-04 14:30"]),
    ("0 */2 * * *", LORD_HOWE, "2027-04-03 13:30", ["2027-04-03 15:30", "2027-04-03 17:30"]),
]


@pytest.mark.parametrize(("cron", "timezone", "after", "expected"), PUT_ON + PUT_BACK)
def test_clocks_change(cron: str, timezone: str, after: str, expected: list[str]) -> None:
    assert runs(cron, timezone, after, 2) == expected


@pytest.mark.parametrize(
    ("cron", "after", "expected"),
    [
        ("0 0 29 2 *", "2027-01-01 00:00", ["2028-02-29 00:00", "2032-02-29 00:00"]),
        ("0 0 29 2 *", "2096-03-01 00:00", ["2104-02-29 00:00", "2108-02-29 00:00"]),
        ("0 0 31 * *", "2027-01-31 00:00", ["2027-03-31 00:00", "2027-05-31 00:00"]),
        ("0 0 L * *", "2028-02-01 00:00", ["2028-02-29 00:00", "2028-03-31 00:00"]),
        ("0 9 LW * *", "2027-01-01 00:00", ["2027-01-29 09:00", "2027-02-26 09:00"]),
        ("0 9 * * MON#1", "2027-01-01 00:00", ["2027-01-04 09:00", "2027-02-01 09:00"]),
        ("0 9 * * 5L", "2027-01-01 00:00", ["2027-01-29 09:00", "2027-02-26 09:00"]),
        # both days given: either; one with a star: both
        ("0 0 13 * 5", "2027-08-10 00:00", ["2027-08-13 00:00", "2027-08-20 00:00"]),
        ("0 0 */2 * 7", "2027-08-10 00:00", ["2027-08-15 00:00", "2027-08-29 00:00"]),
        ("59 23 31 12 *", "2027-12-31 23:58", ["2027-12-31 23:59", "2028-12-31 23:59"]),
    ],
)
def test_months_end_and_years_leap(cron: str, after: str, expected: list[str]) -> None:
    assert runs(cron, "UTC", after, 2) == expected


def test_the_time_itself_is_not_its_next() -> None:
    assert next_run("0 9 * * *", "UTC", at("2027-01-01 09:00")) == at("2027-01-02 09:00")
    almost = at("2027-01-01 09:00") - timedelta(microseconds=1)
    assert next_run("0 9 * * *", "UTC", almost) == at("2027-01-01 09:00")


@pytest.mark.parametrize(
    ("cron", "said"),
    [
        ("", "0 fields"),
        ("0 9 * *", "4 fields"),
        ("0 0 9 * * *", "6 fields"),
        ("60 * * * *", "the minute of"),
        ("0 24 * * *", "the hour of"),
        ("0 0 31 2 *", "the day-of-month of"),
        ("0 0 * 13 *", "the month of"),
        ("0 0 * * 8", "the day-of-week of"),
        ("*/0 * * * *", "the minute of"),
        ("9-5 * * * *", "the minute of"),
        ("@daily", "1 fields"),
        ("* * */20 * 1L", "fifty years"),
        ("9" * 5000 + " * * * *", "longer than 200"),
    ],
)
def test_a_cron_that_cannot_be_read_says_where(cron: str, said: str) -> None:
    with pytest.raises(CronError, match=said) as caught:
        next_run(cron, "UTC", at("2027-01-01 00:00"))
    assert str(caught.value).startswith("cron: ")


@pytest.mark.parametrize(
    "timezone", ["", "Europe/Nowhere", "../UTC", "/etc/passwd", "\0", "Europe"]
)
def test_a_zone_that_is_none_says_so(timezone: str) -> None:
    with pytest.raises(CronError, match=r"^timezone: "):
        next_run("0 9 * * *", timezone, at("2027-01-01 00:00"))


def part(least: int, most: int) -> st.SearchStrategy[str]:
    number = st.integers(least, most)
    pair = st.tuples(number, number).map(sorted)
    return st.one_of(
        st.just("*"),
        number.map(str),
        st.integers(1, most).map("*/{}".format),
        pair.map(lambda two: f"{two[0]}-{two[1]}"),
        st.lists(number, min_size=1, max_size=3).map(lambda some: ",".join(map(str, some))),
    )


zones = st.sampled_from([BERLIN, NEW_YORK, LORD_HOWE, TROLL, SANTIAGO, "UTC", "Asia/Kathmandu"])
crons = st.tuples(part(0, 59), part(0, 23), part(1, 28), part(1, 12), part(0, 7)).map(" ".join)
times = st.datetimes(datetime(2027, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))


@settings(max_examples=examples(1.5))
@given(crons, zones, times)
def test_each_time_comes_after_the_one_before(cron: str, timezone: str, after: datetime) -> None:
    before = after
    for run in islice(coming_runs(cron, timezone, after), 5):
        assert run > before
        assert (run.second, run.microsecond) == (0, 0)
        before = run


def shown(cron: list[set[int]], timezone: str, after: datetime) -> Iterator[datetime]:
    """Minute after minute: those at which the clock shows one of the minutes and hours."""
    minute = after.replace(second=0, microsecond=0)
    while True:
        minute += timedelta(minutes=1)
        local = minute.astimezone(ZoneInfo(timezone))
        if local.minute in cron[0] and local.hour in cron[1]:
            yield minute


CHANGES = [
    (BERLIN, "2027-03-28 01:00"),
    (BERLIN, "2027-10-31 01:00"),
    (NEW_YORK, "2027-03-14 07:00"),
    (NEW_YORK, "2027-11-07 06:00"),
    (LORD_HOWE, "2027-10-02 15:30"),
    (LORD_HOWE, "2027-04-03 15:00"),
    (TROLL, "2027-03-28 01:00"),
    (TROLL, "2027-10-31 01:00"),
    (SANTIAGO, "2027-04-04 03:00"),
    (SANTIAGO, "2027-09-05 04:00"),
]


@given(st.sampled_from(CHANGES), st.integers(1, 59), st.integers(1, 23), st.integers(-300, 120))
def test_a_star_goes_by_the_clock_through_every_change(
    change: tuple[str, str], every: int, each: int, start: int
) -> None:
    """Compare with a reference that looks at every minute."""
    timezone, moment = change
    after = at(moment) + timedelta(minutes=start)
    assert (
        at(moment).astimezone(ZoneInfo(timezone)).utcoffset()
        != (at(moment) - timedelta(minutes=1)).astimezone(ZoneInfo(timezone)).utcoffset()
    )
    minutes, hours = set(range(0, 60, every)), set(range(0, 24, each))
    expected = list(islice(shown([minutes, hours], timezone, after), 8))
    found = list(islice(coming_runs(f"*/{every} */{each} * * *", timezone, after), 8))
    assert found == expected
