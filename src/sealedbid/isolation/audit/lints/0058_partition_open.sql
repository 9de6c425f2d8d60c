-- title: A partition is as closed as its parent
-- level: error
-- scope: any
-- The parent's policies do not apply to a statement that names the leaf.
select t.name, x.fault
  from our_tables t join pg_inherits i on i.inhrelid = t.oid join our_tables p on p.oid = i.inhparent,
       lateral (values (p.secured and not t.secured, 'is a part of ' || p.name || ' and has row-level security off'),
                       (p.secured and exists (select from our_grants g
                                               where g.oid = t.oid and g.what in ('table', 'column')),
                        'is a part of ' || p.name || ' and gives privileges of its own')) x (wrong, fault)
 where x.wrong
