-- title: No login may set superuser settings
-- level: error
-- scope: sealed
select coalesce(r.rolname::text, 'Everybody'), 'may ' || lower(x.privilege_type) || ' ' || p.parname
  from pg_parameter_acl p, aclexplode(p.paracl) x left join pg_roles r on r.oid = x.grantee
 where x.grantee = 0 or r.rolname = 'sb_tenant' or r.rolname in (select rolname from our_logins)
