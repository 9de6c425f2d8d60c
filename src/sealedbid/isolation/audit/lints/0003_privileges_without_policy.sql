-- title: No table grants privileges without a policy
-- level: warning
-- scope: any
-- Nothing shows yet; but the grant had a purpose, and the next policy will be written without thinking of it.
select t.name, format('grants privileges to %%s, and has no policy',
                      (select string_agg(distinct g.role, ', ') from our_grants g
                        where g.oid = t.oid and g.what in ('table', 'column')))
  from our_tables t
 where t.secured and not exists (select from our_policies p where p.table_oid = t.oid)
   and exists (select from our_grants g where g.oid = t.oid and g.what in ('table', 'column'))
