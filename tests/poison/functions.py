"""Every argument of every function that requests and jobs may call, with its prerequisites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from psycopg import Connection

from tests.poison.stock import Stock, proof_number
from tests.poison.values import HEAVY, Value, extremes, huge, quoted
from tests.poison.writers import (
    BETWEEN,
    JOBS,
    Attempt,
    Login,
    Writer,
    Writing,
    b,
    between,
    job,
    nobody,
    operator,
    writers_of,
)

FUNCTIONS: Final = """
select p.oid::regprocedure::text, p.pronamespace::regnamespace || '.' || quote_ident(p.proname),
       p.prosrc, coalesce(p.proargnames[1:p.pronargs], '{}'),
       array(select format_type(t, null)
               from unnest(p.proargtypes) with ordinality u (t, n) order by n)
  from pg_proc p
 where p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
   and not exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
   and has_schema_privilege(%(login)s, p.pronamespace, 'usage')
   and has_function_privilege(%(login)s, p.oid, 'execute')
 order by 1
"""
BOUNDS: Final[Mapping[str, tuple[int, ...]]] = {
    "text": (10_000, 1_000_000),
    "bytea": (1_000,),
    "jsonb": (100_000, 1_000_000),
    "bigint": (10**12, 10**13),
}
"""Bounds of columns: the catalog does not know to which column an argument goes."""
LOGINS: Final[tuple[Login, ...]] = ("sb_api", "sb_worker")


@dataclass(frozen=True, slots=True)
class Function:
    """A function that a login may call."""

    signature: str
    name: str
    body: str
    arguments: list[str]
    types: list[str]


@dataclass(slots=True)
class Functions:
    """Attempts on the arguments of functions."""

    stock: Stock
    callable: Mapping[Login, list[Function]]
    _number: int = 0
    _joined: int = 0
    _leases: Counter[str] = field(default_factory=Counter)

    def write(self, writing: Writing, function: Function) -> list[Attempt]:
        """Try every value for every argument, as everybody who may call; returns those accepted."""
        accepted: list[Attempt] = []
        for login in LOGINS:
            if function in self.callable[login]:
                accepted += self._by(writing, function, login)
        assert accepted, f"nobody could call {function.signature}: {writing.last}"
        return accepted

    def _by(self, writing: Writing, function: Function, login: Login) -> list[Attempt]:
        writers = [w for w in writers_of(self.stock) if w.login == login]
        writers.append(nobody(login))
        if login == "sb_api":
            writers.append(self._invited(0))
        accepted = writing.run(self._plainly(function, writers))
        if not accepted and login == "sb_api":
            accepted = writing.run(self._plainly(function, [operator(self.stock)]))
        may = [attempt.writer for attempt in accepted]
        for writer in may:
            accepted += writing.run(self._extremes(function, writer, is_first=writer is may[0]))
        return accepted

    def _plainly(self, function: Function, writers: list[Writer]) -> Iterator[Attempt]:
        for writer in writers:
            who, place = self._anew(function, writer)
            values = self._values(function, who, place)
            yield Attempt(who, function.signature, "plain values", _call(function, values))

    def _extremes(self, function: Function, writer: Writer, *, is_first: bool) -> Iterator[Attempt]:
        huge_ones: set[str] = set()
        for at, (argument, kind) in enumerate(zip(function.arguments, function.types, strict=True)):
            found = _extremes(kind)
            if kind not in huge_ones:
                found += huge(kind)[:1]
                huge_ones.add(kind)
            for value in found:
                if value.weight > HEAVY and not is_first:
                    continue
                who, place = self._anew(function, writer)
                values = self._values(function, who, place)
                values[at] = value.sql
                where = f"{function.signature} {argument}"
                yield Attempt(who, where, value.name, _call(function, values))

    def _anew(self, function: Function, writer: Writer) -> tuple[Writer, int]:
        """A new writer for a call that may end its context: a job, or a person who joins."""
        if writer.name in JOBS and "p_lease" in function.arguments:
            kind = JOBS[writer.name]
            self._leases[kind] += 1
            return job(self.stock, kind, self._leases[kind]), self._leases[kind]
        if writer.name == BETWEEN:
            self._joined = (self._joined + 1) % len(self.stock.invitations)
            return self._invited(self._joined), self._joined
        return writer, 0

    def _invited(self, number: int) -> Writer:
        """A person with an open invitation of A."""
        return between(self.stock, len(self.stock.people) - len(self.stock.invitations) + number)

    def _values(self, function: Function, writer: Writer, place: int = 0) -> list[str]:
        self._number += 1
        named = self._plain(writer, place)
        return [
            named.get(argument, f"null::{kind}")
            for argument, kind in zip(function.arguments, function.types, strict=True)
        ]

    def _plain(self, writer: Writer, place: int) -> dict[str, str]:
        """Values that an argument of this name takes."""
        stock, number = self.stock, self._number
        kind = JOBS.get(writer.name)
        job_id, token = stock.leases[kind or "job"][place if kind else 0]
        org = f"'{stock.world.a.id}'::uuid"
        proof, kind_of_proof = b(proof_number(number)), "link"
        if writer.name.startswith("nobody"):
            proof, kind_of_proof = b(stock.world.a.owner.proof), "session"
        elif writer.name == BETWEEN:
            proof = b(stock.invitations[place])
        return {
            "p_org": org,
            "p_name": quoted(f"poison {number}"),
            "p_key": quoted(f"poison{number}"),
            "p_email": quoted(f"poison{number}@example.org"),
            "p_full_name": "'Poison'",
            "p_role": "'viewer'",
            "p_vendor": "'openai'",
            "p_secret": "'sk-12345678'",
            "p_proof": proof,
            "p_kind": f"'{kind_of_proof}'",
            "p_rank": "0",
            "p_subject": f"'{stock.shown}'::uuid",
            "p_expires": "now() + interval '1 hour'",
            "p_user": f"'{stock.people[number % 50].id}'::uuid",
            "p_invitation": "(select id from public.invitations where accepted_at is null"
            " and expires_at > now() order by id desc limit 1)",
            "p_lease": f"'{token}'::uuid",
            "p_job": f"'{job_id}'::uuid",
            "p_type": "'test.echo'",
            "p_types": "null::text[]",
            "p_cron": "'*/5 * * * *'",
            "p_timezone": "'UTC'",
            "p_locale": "'en'",
            "p_message_id": "'<poison@example.org>'",
            "p_error": "'poison'",
            "p_currency": "'EUR'",
            "p_branding": "'{}'::jsonb",
            "p_next": "now()",
            "p_before": "now() - interval '1 year'",
            "p_request": "sha256('poison')",
            "p_status": "201",
            "p_location": "'/api/v1/poison'",
            "p_body": r"'\x7b7d'::bytea",
            "p_bucket": r"'\x01'::bytea",
            "p_seconds": "60",
            "p_want": "1",
            "p_payload": "'{}'::jsonb",
            "p_result": "'{}'::jsonb",
            "p_progress": "'{}'::jsonb",
            "p_detail": "'{}'::jsonb",
            "p_value": "'1'::jsonb",
            "p_description": "'poison'",
            "p_is_public": "false",
            "p_catch_up": "true",
            "p_priority": "100",
            "p_max_attempts": "5",
            "p_est_tokens": "0",
            "p_max_tokens": "null::bigint",
            "p_tokens": "0",
            "p_quantity": "1",
            "p_cost_micros": "0",
            "p_weight": "1",
            "p_action": "'file.read'",
            "p_resource_type": "'clients'",
            "p_resource_id": "'1'",
            "p_reason": "'poison'",
            "p_text": "'[1,2]'",
            "p_words": "'poison'",
            "p_model": "'poison'",
            "p_limit": "10",
            "p_candidates": "10",
            "p_embedding": "array_fill(0.1::real, array[1536])::public.vector",
        }


def _extremes(kind: str) -> list[Value]:
    bounds = BOUNDS.get(kind, (100_000,) if kind.endswith("[]") else ())
    lengths = (100, 200, 500) if kind == "text" else ()
    return extremes(kind, bounds, lengths)


def _call(function: Function, values: list[str]) -> str:
    return f"select from {function.name}({', '.join(values)})"


def functions_of(behind: Connection[Any], stock: Stock) -> Functions:
    """Functions of both logins."""
    return Functions(
        stock,
        {
            login: [Function(*row) for row in behind.execute(FUNCTIONS, {"login": login})]
            for login in LOGINS
        },
    )
