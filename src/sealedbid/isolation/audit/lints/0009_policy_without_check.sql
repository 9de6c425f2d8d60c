-- title: Both sides of a policy are written out
-- level: error
-- scope: sealed
-- An update whose new row is checked by nothing but the old row's condition is one edit away from a hole.
select p.name || ' on ' || p.relation,
       'leaves out ' || case when p.check is null and p.command in ('*', 'w', 'a') then 'with check' else 'using' end
  from our_policies p
 where p.command in ('*', 'w', 'a') and p.check is null or p.command in ('*', 'w', 'd', 'r') and p.using is null
