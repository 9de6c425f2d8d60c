-- title: No materialized view holds all tenants' rows
-- level: error
-- scope: any
select r.name, 'is a materialized view: policies cannot bind it'
  from our_relations r
 where r.kind = 'm'
   and (exists (select from definer_functions)
        or exists (select from our_grants g where g.oid = r.oid and g.what in ('table', 'column')))
