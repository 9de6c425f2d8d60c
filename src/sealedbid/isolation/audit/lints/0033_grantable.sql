-- title: No privilege has a grant option
-- level: error
-- scope: any
select g.role, format('may pass %%s on %%s on', g.privilege, g.object)
  from our_grants g
 where g.grantable
