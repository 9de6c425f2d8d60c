-- title: Only the first superuser is above the policies
-- level: warning
-- scope: any
-- Every server has the role that created it.
select r.rolname, case when r.rolsuper then 'is a superuser' else 'bypasses row-level security' end
  from pg_roles r
 where (r.rolsuper or r.rolbypassrls) and r.oid <> 10
   and r.rolname not in (select rolname from our_roles)
