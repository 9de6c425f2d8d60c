-- title: Every function has a comment
-- level: error
-- scope: sealed
select f.name, 'has no comment'
  from our_functions f
 where coalesce(obj_description(f.oid, 'pg_proc'), '') = ''
