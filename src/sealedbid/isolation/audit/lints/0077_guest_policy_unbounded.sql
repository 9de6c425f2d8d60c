-- title: A guest's policy is bounded by the link
-- level: error
-- scope: sealed
-- Rank 0 is the guest's: a policy of that rank has to compare the link that was opened.
select p.name || ' on ' || p.relation, 'lets guests in without comparing their link'
  from our_policies p
 where p.permissive and exists (select from unnest(array[p.using, p.check]) e
                                 where e ~ 'seal\.org\(0\)'
                                   and e !~ '\(?\w+\.?\w* = \( SELECT seal\.subject\(''link''::text\) AS subject\)')
   and not exists (select from deviations d where d.kind = 'policy' and d.relation = p.relation and d.name = p.name)
