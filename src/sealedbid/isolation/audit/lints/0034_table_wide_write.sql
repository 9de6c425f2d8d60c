-- title: Tenants write named columns, never a whole table
-- level: error
-- scope: sealed
select g.role, format('may %%s every column of %%s', lower(g.privilege), g.object)
  from our_grants g
 where g.what = 'table' and g.role = 'sb_tenant' and g.privilege in ('INSERT', 'UPDATE')
