-- name: more_than_data
-- Truncating looks past the policies; references and triggers are ways into others' writes; maintaining locks.
select format('%s has %s on %s', g.role, g.privilege, g.object) from our_grants g
 where g.what in ('table', 'column') and g.privilege not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')

-- name: to_anybody
-- The word public as a grantee stands for everybody. In the schema public everybody may look, as the server is delivered.
select format('%s has %s on %s %s', g.role, g.privilege, g.what, g.object) from our_grants g
 where g.role in ('public', 'anon', 'authenticated', 'service_role')
   and not (g.what = 'schema' and g.object = 'public' and g.role = 'public' and g.privilege = 'USAGE')

-- name: to_strangers
-- Only our roles have privileges on our tables and functions; the installer is the database's owner.
select format('%s has %s on %s %s', g.role, g.privilege, g.what, g.object) from our_grants g
 where g.role not in (select rolname from our_roles) and g.role <> 'public' and g.what <> 'schema'

-- name: logins_with_tables
select format('%s has %s on %s', g.role, g.privilege, g.object) from our_grants g
 where g.what in ('table', 'column', 'sequence') and g.role in (select rolname from our_logins)

-- name: making
select format('%s may make something in %s', r.rolname, s.name) from our_roles r, our_schemas s
 where has_schema_privilege(r.oid, s.oid, 'create')
union all
select format('%s may make something in the database', r.rolname) from our_roles r, unnest('{create, temporary}'::text[]) p
 where has_database_privilege(r.oid, current_database(), p)

-- name: private
select r.rolname || ' may look into seal_private' from our_roles r
 where (r.rolcanlogin or r.rolname = 'sb_tenant') and has_schema_privilege(r.oid, 'seal_private', 'usage')

-- name: passed_on
-- What can be passed on is no longer ours to give.
select format('%s may pass %s on %s on', x.grantee::regrole, x.privilege_type, t.name)
  from our_relations t, aclexplode(t.acl) x where x.is_grantable and x.grantee <> t.owner
union all
select format('%s may pass %s on', x.grantee::regrole, f.name)
  from our_functions f, aclexplode(f.acl) x where x.is_grantable and x.grantee <> f.proowner
