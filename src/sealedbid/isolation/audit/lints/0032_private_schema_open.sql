-- title: No login may use a private schema
-- level: error
-- scope: sealed
select r.rolname, 'may use ' || s.name
  from our_roles r, our_schemas s
 where s.name in ('seal_private', 'auth') and (r.rolcanlogin or r.rolname = 'sb_tenant')
   and has_schema_privilege(r.oid, s.oid, 'usage')
