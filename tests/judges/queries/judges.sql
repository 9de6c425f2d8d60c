-- name: schemas
-- Every schema that is not the server's, by catalog: one that is added tomorrow is judged too.
select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1

-- name: planted
-- Objects of the planted schema, by name.
select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
union
select proname from pg_proc where pronamespace = 'public'::regnamespace
   and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = pg_proc.oid and d.deptype = 'e')

-- name: rows_of_b
-- One row of the organization B in every planted table, inserted by a superuser.
do $$
declare
    b constant uuid := '0b000000-0000-4000-8000-000000000000';
    v_table regclass;
begin
    for v_table in
        select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'created_at'
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    loop
        execute format('insert into %s (org_id, label) values (%L, %L)', v_table, b, 'of B');
    end loop;
    insert into public.partitioned (org_id, label) values (b, 'of B');
    insert into public.sound_setting (org_id, login, label) values (b, 'somebody of B', 'of B');
    insert into public.setting (org_id, login, label) values (b, 'somebody of B', 'of B');
    insert into public.cascading_parent (org_id, id, label) values (b, '0c000000-0000-4000-8000-000000000000', 'parent of B');
end $$;
refresh materialized view public.materialized
