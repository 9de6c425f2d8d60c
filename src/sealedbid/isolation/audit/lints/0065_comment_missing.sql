-- title: Every table has a comment
-- level: error
-- scope: sealed
select t.name, 'has no comment'
  from our_tables t
 where coalesce(obj_description(t.oid, 'pg_class'), '') = ''
