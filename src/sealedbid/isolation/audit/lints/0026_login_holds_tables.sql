-- title: Tables are the tenant's, not a login's
-- level: error
-- scope: sealed
select g.role, format('has %%s on %%s', g.privilege, g.object)
  from our_grants g
 where g.what in ('table', 'column', 'sequence') and g.role in (select rolname from our_logins)
