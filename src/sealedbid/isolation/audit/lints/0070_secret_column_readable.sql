-- title: No secret column is readable
-- level: error
-- scope: sealed
select g.object, 'can be read by ' || g.role
  from our_grants g
 where g.what = 'column' and g.privilege = 'SELECT'
   and g.role in ('sb_tenant', 'sb_api', 'sb_worker', 'sb_dispatch', 'public')
   and g.column ~ '(^|_)(secret|password|token|proof|credential|private_key)($|_hash$)'
union all
select format('%%s.%%s', c.relation, c.name), 'can be read by ' || g.role
  from our_grants g join our_columns c on c.oid = g.oid
 where g.what = 'table' and g.privilege = 'SELECT'
   and g.role in ('sb_tenant', 'sb_api', 'sb_worker', 'sb_dispatch', 'public')
   and c.name ~ '(^|_)(secret|password|token|proof|credential|private_key)($|_hash$)'
