-- title: Indexes of maintenance have the shape that maintenance makes
-- level: error
-- scope: sealed
-- They come and go and are not noted; so their name is reserved, and their shape is restricted.
select c.relname || ' of ' || i.indrelid::regclass, x.fault
  from pg_class c join pg_index i on i.indexrelid = c.oid join pg_class r on r.oid = i.indrelid
  join pg_am m on m.oid = c.relam
  left join our_tables t on t.oid = r.oid and t.owner in (select oid from our_roles),
       lateral (values (t.oid is null, 'is on no table of ours'), (i.indisunique, 'is unique'),
                       (i.indisexclusion, 'is an exclusion'),
                       (m.amname not in ('btree', 'hnsw', 'ivfflat'), 'is a ' || m.amname || ' index'),
                       (exists (select from pg_depend d join our_functions f on f.oid = d.refobjid
                                 where d.classid = 'pg_class'::regclass and d.objid = c.oid
                                   and d.refclassid = 'pg_proc'::regclass),
                        'calls a function of ours')) x (wrong, fault)
 where c.relname ~ '^maintained_' and x.wrong
