"""The answers to an organization do not depend on another organization's rows."""

from __future__ import annotations

from collections.abc import Callable

import hypothesis
import pytest
from hypothesis import strategies as st

from sealedbid.isolation.prove.attempt import Attempt
from sealedbid.platform.embedded import EmbeddedServer
from tests.fixtures.server import Installation
from tests.fixtures.tiers import examples
from tests.isolation.noninterference.transcript import different, vocabulary
from tests.isolation.noninterference.worlds import Worlds, make_worlds

LONG = hypothesis.settings(
    max_examples=examples(0.1),
    derandomize=True,
    database=None,
    phases=[hypothesis.Phase.generate],
)
# Ways in which one organization learns of another although no policy is wrong.
LEAKS = {
    "a unique key without the organization": "create unique index leak on public.clients (name)",
    "an error that quotes a row": """
        create function public.leak() returns trigger language plpgsql security definer as $$
        begin
            raise exception 'the newest of all is %',
                (select max(name) from public.clients where org_id <> new.org_id);
        end $$;
        alter function public.leak() owner to postgres;
        create trigger leak before update on public.clients
            for each row execute function public.leak()""",
    "a counter that is shared": """
        create function public.leak() returns trigger language plpgsql security definer as $$
        begin
            new.website := 'number ' || (select count(*) from public.clients);
            return new;
        end $$;
        alter function public.leak() owner to postgres;
        create trigger leak before update on public.clients
            for each row execute function public.leak()""",
}


@pytest.fixture(scope="module")
def maker(server: EmbeddedServer) -> str:
    return server.url("postgres", database="postgres")


@pytest.fixture(scope="module")
def worlds(make_database: Callable[..., Installation], maker: str) -> Worlds:
    return make_worlds(make_database, maker)


@pytest.fixture(scope="module")
def words(worlds: Worlds) -> list[Attempt]:
    return vocabulary(worlds)


def test_the_other_is_in_one_world_and_not_in_the_other(worlds: Worlds) -> None:
    counts = []
    for world in (worlds.both, worlds.alone):
        with world.as_superuser() as behind:
            row = behind.execute(
                "select count(*) filter (where org_id = %s), count(*) filter (where org_id = %s)"
                " from public.jobs",
                (worlds.ground.a.org_id, worlds.ground.b.org_id),
            ).fetchone()
            assert row is not None
            counts.append(row)
    assert counts[0][0] == counts[1][0] > 0
    assert counts[0][1] > 0 == counts[1][1]


@pytest.mark.full
def test_no_statement_tells_the_worlds_apart(worlds: Worlds, words: list[Attempt]) -> None:
    assert len(words) > 700
    assert different(worlds, words, each=True) == []


@pytest.mark.full
def test_no_transcript_tells_the_worlds_apart(worlds: Worlds, words: list[Attempt]) -> None:
    """Hundreds of statements in a row, those that fail included; their changes stay."""

    @LONG
    @hypothesis.given(st.lists(st.sampled_from(range(len(words))), min_size=100, max_size=300))
    def told(places: list[int]) -> None:
        assert different(worlds, [words[place] for place in places]) == []

    told()


@pytest.mark.full
@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found_and_shrinks_to_a_few_statements(
    make_database: Callable[..., Installation], maker: str, leak: str
) -> None:
    worlds = make_worlds(make_database, maker)
    worlds.plant(LEAKS[leak])
    words = [
        attempt for attempt in vocabulary(worlds) if '"clients"' in attempt.statement.as_string()
    ]
    found = hypothesis.find(
        st.lists(st.sampled_from(range(len(words))), max_size=40),
        lambda places: bool(different(worlds, [words[place] for place in places])),
        settings=hypothesis.settings(max_examples=examples(2), database=None, derandomize=True),
    )
    assert 1 <= len(found) <= 3
