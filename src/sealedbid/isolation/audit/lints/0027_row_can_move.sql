-- title: Nobody may change a row's tenant or id
-- level: error
-- scope: sealed
-- By the column, or by a privilege on the whole table.
select g.role, 'may update ' || g.object
  from our_grants g
 where g.privilege = 'UPDATE'
   and (g.column in (%(tenant_column)s, 'id', 'created_at') and g.role not in ('sb_gate', 'sb_seal', 'sb_queue')
        or g.column = %(tenant_column)s
        or g.what = 'table' and g.oid in (select oid from tenant_tables))
