-- title: The logins of requests and jobs inherit sb_tenant
-- level: error
-- scope: sealed
select r.rolname, 'does not inherit sb_tenant'
  from our_roles r
 where r.rolname in ('sb_api', 'sb_worker') and not pg_has_role(r.oid, 'sb_tenant', 'usage')
