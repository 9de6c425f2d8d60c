-- title: Every view has security_invoker
-- level: error
-- scope: any
select r.name, 'is a view with its owner''s rights'
  from our_relations r
 where r.kind = 'v'
   and not coalesce(r.options && '{security_invoker=true,security_invoker=on,security_invoker=1}', false)
   and (exists (select from definer_functions)
        or exists (select from our_grants g where g.oid = r.oid and g.what in ('table', 'column')))
