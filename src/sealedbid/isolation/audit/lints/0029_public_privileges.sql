-- title: PUBLIC has no privileges
-- level: error
-- scope: any
-- The word public as a grantee stands for everybody. In the schema public everybody may look, as the server is
-- delivered.
select g.object, 'grants PUBLIC ' || string_agg(g.privilege, ', ' order by g.privilege)
  from our_grants g
 where g.role = 'public' and g.what in ('table', 'column', 'sequence', 'schema')
   and not (g.what = 'schema' and g.privilege = 'USAGE' and g.object = 'public')
 group by g.object
