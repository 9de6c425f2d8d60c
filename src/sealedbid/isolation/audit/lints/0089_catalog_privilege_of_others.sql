-- title: The server's own objects give no other role anything more
-- level: warning
-- scope: any
-- As 0088, of roles that are not ours. Superusers have everything anyway; the server's roles and the owner are given what 0083 mends.
select r.rolname::text, 'has ' || lower(g.privilege) || ' on ' || string_agg(g.object, ', ' order by g.object) || ' of the server'
  from server_grants g left join pg_roles r on r.oid = g.grantee
 where not r.rolsuper and r.rolname !~ '^pg_' and r.rolname <> 'sb_tenant' and r.rolname not in (select rolname from our_logins)
 group by r.rolname, g.privilege
