-- title: A guest sees what the link shows, and nothing beside it
-- level: error
-- scope: sealed
-- Rank 0 is the guest's: whatever is let in at that rank is asked for by the link that was opened.
select p.name || ' on ' || p.relation, 'lets guests in without asking for their link'
  from our_policies p
 where p.permissive and exists (select from unnest(array[p.using, p.check]) e
                                 where e ~ 'seal\.org\(0\)' and e !~ '\(?\w+\.?\w* = \( SELECT seal\.subject\(''link''::text\) AS subject\)')
   and not exists (select from deviations d where d.kind = 'policy' and d.relation = p.relation and d.name = p.name)
