-- title: Only our roles have privileges on our objects
-- level: error
-- scope: sealed
-- The installer is the database's owner. A foreign role's USAGE on a schema shows nothing as long as no object in it is
-- granted.
select g.role, format('has %%s on %%s %%s', string_agg(distinct g.privilege, ', '), g.what,
                      case when count(distinct g.object) > 3
                           then format('%%s and %%s more', min(g.object), count(distinct g.object) - 1)
                           else string_agg(distinct g.object, ', ') end)
  from our_grants g
 where g.role not in (select rolname from our_roles) and g.role <> 'public' and g.what <> 'schema'
 group by g.role, g.what
