-- title: Foreign keys rewrite no rows, and are validated
-- level: error
-- scope: any
-- Setting null would null the tenant's column; a change of a key would write into other rows.
select c.conname || ' of ' || t.name, x.fault
  from our_tables t join pg_constraint c on c.conrelid = t.oid and c.contype = 'f',
       lateral (values (c.confdeltype not in ('a', 'r', 'c') and coalesce(cardinality(c.confdelsetcols), 0) = 0
                        and exists (select from our_columns k
                                     where k.oid = t.oid and k.name = %(tenant_column)s and k.num = any (c.conkey)),
                        'would empty the tenant''s column'),
                       (c.confdeltype not in ('a', 'r', 'c')
                        and exists (select from definer_functions), 'rewrites rows'),
                       (c.confupdtype not in ('a', 'r')
                        and t.oid in (select oid from tenant_tables), 'rewrites rows when a key changes'),
                       (not c.convalidated, 'was never validated'),
                       (not coalesce((to_jsonb(c) ->> 'conenforced')::boolean, true), 'is not enforced'))
               x (wrong, fault)
 where x.wrong
