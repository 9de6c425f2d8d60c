-- title: Functions are SQL and PL/pgSQL
-- level: error
-- scope: sealed
select f.name, 'is written in ' || l.lanname
  from our_functions f join pg_language l on l.oid = f.prolang
 where l.lanname not in ('sql', 'plpgsql')
