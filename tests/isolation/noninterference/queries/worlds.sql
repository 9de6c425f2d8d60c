-- name: without
-- Deletes every row of one organization, past triggers and references: as if it had never existed.
do $$
declare
    v_org constant uuid := current_setting('worlds.org')::uuid;
    v_people constant uuid[] := current_setting('worlds.people')::uuid[];
    v_table regclass;
begin
    set local session_replication_role = replica;
    for v_table in select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
                    where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'seal_private') loop
        execute format('delete from %s where org_id = $1', v_table) using v_org;
    end loop;
    delete from public.organizations where id = v_org;
    delete from public.profiles where id = any (v_people);
    delete from auth.sessions where user_id = any (v_people);
    delete from auth.users where id = any (v_people);
    delete from seal_private.credentials where user_id = any (v_people);
end $$

-- name: callable
-- Functions that the login of requests may call, with the types of their arguments.
select n.nspname, p.proname, array(select format_type(t, null) from unnest(p.proargtypes) t)
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where n.nspname in ('seal', 'core', 'system', 'queue', 'intelligence')
   and (has_function_privilege('sb_api', p.oid, 'execute') or has_function_privilege('sb_tenant', p.oid, 'execute'))
   and has_schema_privilege('sb_api', n.oid, 'usage')
 order by 1, 2, 3
