-- title: No login that works on tables can become more than a tenant
-- level: error
-- scope: any
-- Logins with privileges on a table here, and the roles that they reach by membership, however many steps away.
select l.rolname, format('can become %%s, which %%s', r.rolname,
                         case when r.rolsuper then 'is a superuser'
                              when r.rolbypassrls then 'bypasses row-level security'
                              when r.rolreplication then 'replicates' else 'owns tables' end)
  from pg_roles l join pg_roles r on r.oid <> l.oid
       and (r.rolsuper or r.rolbypassrls or r.rolreplication or r.oid in (select owner from our_tables))
 where l.rolcanlogin and not l.rolsuper and not l.rolbypassrls
   and l.oid <> (select datdba from pg_database where datname = current_database())
   and pg_has_role(l.oid, r.oid, 'member')
   and (r.oid in (select owner from our_tables)
        or exists (select from our_grants g where g.what in ('table', 'column') and g.role <> 'public'
                      and pg_has_role(l.oid, (select oid from pg_roles where rolname = g.role), 'member')))
