-- title: No other role has extra privileges on the server's objects
-- level: warning
-- scope: any
-- As 0088, for roles that are not ours. Superusers have everything anyway; 0083 grants some to the server's roles and
-- the owner.
select r.rolname::text,
       'has ' || lower(g.privilege) || ' on ' || string_agg(g.object, ', ' order by g.object) || ' of the server'
  from server_grants g left join pg_roles r on r.oid = g.grantee
 where not r.rolsuper and r.rolname !~ '^pg_' and r.rolname <> 'sb_tenant'
   and r.rolname not in (select rolname from our_logins)
 group by r.rolname, g.privilege
