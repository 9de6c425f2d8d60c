-- title: No privilege stands on a table that no policy opens
-- level: warning
-- scope: any
-- Nothing shows through; but whoever gave it meant something, and the next policy will be written without thinking of it.
select t.name, format('gives privileges to %%s, and no policy lets anybody in',
                      (select string_agg(distinct g.role, ', ') from our_grants g
                        where g.oid = t.oid and g.what in ('table', 'column')))
  from our_tables t
 where t.secured and not exists (select from our_policies p where p.table_oid = t.oid)
   and exists (select from our_grants g where g.oid = t.oid and g.what in ('table', 'column'))
