"""db/schema has a file for every object that the migrations make, and no other."""

from __future__ import annotations

from pathlib import Path, PurePath

from tests.fixtures.server import Installation

SCHEMA = Path(__file__).parents[2] / "db" / "schema"
OBJECTS = """
select n.nspname, o.name
  from (select c.relnamespace as place, c.relname as name from pg_class c
         where c.relkind in ('r', 'p', 'v', 'm', 'S')
        union
        select p.pronamespace, p.proname from pg_proc p
         where not exists (select from pg_depend d
                            where d.classid = 'pg_proc'::regclass and d.objid = p.oid
                              and d.deptype = 'e')) o
  join pg_namespace n on n.oid = o.place
 where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'dbmate')
"""


def test_every_object_has_its_file_and_every_file_its_object(installation: Installation) -> None:
    with installation.as_owner() as owner:
        objects = {PurePath(schema, f"{name}.sql") for schema, name in owner.execute(OBJECTS)}
    files = {path.relative_to(SCHEMA) for path in SCHEMA.glob("*/*.sql")}
    assert len(objects) > 200
    assert files == objects


def test_what_a_table_is_stands_in_one_file() -> None:
    text = (SCHEMA / "public" / "jobs.sql").read_text(encoding="utf-8")
    for part in (
        "CREATE TABLE public.jobs",
        "CONSTRAINT jobs_status_known",
        "CREATE INDEX jobs_ready_idx",
        "CREATE POLICY tenant_floor",
        "CREATE TRIGGER bounds",
        "FORCE ROW LEVEL SECURITY",
        "GRANT SELECT",
        "COMMENT ON TABLE",
    ):
        assert part in text
