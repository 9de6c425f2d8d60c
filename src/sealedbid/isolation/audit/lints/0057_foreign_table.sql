-- title: No foreign table or server is in reach
-- level: error
-- scope: any
select r.name, 'is a foreign table: policies cannot bind it'
  from our_relations r
 where r.kind = 'f'
union all
select s.srvname,
       'is a foreign server that ' || string_agg(distinct coalesce(u.usename, 'everybody'), ', ')
       || ' may reach through'
  from pg_foreign_server s join pg_user_mappings u on u.srvid = s.oid
 group by s.srvname
