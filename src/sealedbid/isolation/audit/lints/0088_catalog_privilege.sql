-- title: Our logins have no extra privileges on the server's objects
-- level: error
-- scope: any
-- Privileges of initdb are in pg_init_privs; further ones were granted later. Fewer are no fault.
select coalesce(r.rolname::text, 'Everybody'),
       'has ' || lower(g.privilege) || ' on ' || string_agg(g.object, ', ' order by g.object) || ' of the server'
  from server_grants g left join pg_roles r on r.oid = g.grantee
 where (g.grantee = 0 or r.rolname = 'sb_tenant' or r.rolname in (select rolname from our_logins))
 group by r.rolname, g.privilege
