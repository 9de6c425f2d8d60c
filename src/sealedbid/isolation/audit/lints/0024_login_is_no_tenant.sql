-- title: Requests and jobs are tenants
-- level: error
-- scope: sealed
select r.rolname, 'is no tenant'
  from our_roles r
 where r.rolname in ('sb_api', 'sb_worker') and not pg_has_role(r.oid, 'sb_tenant', 'usage')
