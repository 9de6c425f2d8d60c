-- title: No login has privileges on tables of its own
-- level: error
-- scope: sealed
select g.role, format('has %%s on %%s', g.privilege, g.object)
  from our_grants g
 where g.what in ('table', 'column', 'sequence') and g.role in (select rolname from our_logins)
