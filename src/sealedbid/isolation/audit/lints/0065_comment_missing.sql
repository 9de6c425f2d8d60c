-- title: Each table says what it is
-- level: error
-- scope: sealed
select t.name, 'has no comment'
  from our_tables t
 where coalesce(obj_description(t.oid, 'pg_class'), '') = ''
