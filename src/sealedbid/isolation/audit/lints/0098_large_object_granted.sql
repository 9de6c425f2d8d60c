-- title: No large object is given to tenants
-- level: error
-- scope: any
select 'large object ' || o.oid, 'gives ' || string_agg(distinct lower(x.privilege_type), ', ') || ' to '
       || string_agg(distinct coalesce(r.rolname::text, 'everybody'), ', ')
  from pg_largeobject_metadata o, aclexplode(o.lomacl) x left join pg_roles r on r.oid = x.grantee
 where x.grantee <> o.lomowner
   and (x.grantee = 0 or r.rolname = 'sb_tenant' or r.rolname in (select rolname from our_logins))
 group by o.oid
