-- title: Privileges on tables are SELECT, INSERT, UPDATE and DELETE only
-- level: error
-- scope: any
select g.role, format('has %%s on %%s', g.privilege,
                      case when count(*) > 3 then format('%%s and %%s more', min(g.object), count(*) - 1)
                           else string_agg(g.object, ', ' order by g.object) end)
  from our_grants g
 where g.what in ('table', 'column') and g.privilege not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
 group by g.role, g.privilege
