-- title: No sequence is shared between tenants
-- level: error
-- scope: any
select g.object, format('gives %%s to %%s: it counts what all tenants do',
                        string_agg(g.privilege, ', ' order by g.privilege), g.role)
  from our_grants g
 where g.what = 'sequence' and g.role <> 'public'
   and (exists (select from definer_functions) or g.privilege in ('SELECT', 'UPDATE'))
 group by g.object, g.role
