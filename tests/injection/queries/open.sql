-- name: unguard
-- Like products that leave it to their statements: a statement that names an organization reads it.
do $$
declare
    v_table regclass;
begin
    for v_table in select c.oid::regclass from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity loop
        execute format('alter table %s disable row level security', v_table);
    end loop;
end $$
