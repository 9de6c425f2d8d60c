-- title: The server's own objects give our logins nothing more
-- level: error
-- scope: any
-- What initdb gave is in pg_init_privs; what is more was given by somebody. Less is no fault.
select coalesce(r.rolname::text, 'Everybody'),
       'has ' || lower(g.privilege) || ' on ' || string_agg(g.object, ', ' order by g.object) || ' of the server'
  from server_grants g left join pg_roles r on r.oid = g.grantee
 where (g.grantee = 0 or r.rolname = 'sb_tenant' or r.rolname in (select rolname from our_logins))
 group by r.rolname, g.privilege
