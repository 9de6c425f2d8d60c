-- title: The tenant's column is never null
-- level: error
-- scope: any
-- From PostgreSQL 18 on a not-null constraint may exist without ever having been validated.
select c.relation || '.' || c.name, 'may be null'
  from our_columns c
 where c.name = %(tenant_column)s
   and (c.schema = 'public' or exists (select from our_grants g where g.oid = c.oid and g.what in ('table', 'column')))
   and (not c.not_null or exists (select from pg_constraint n where n.conrelid = c.oid and n.contype = 'n'
                                     and n.conkey = array[c.num] and not n.convalidated))
