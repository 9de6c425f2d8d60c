-- title: No session begins with a setting of its role or database
-- level: error
-- scope: sealed
-- A role's settings are there before the first message of a transaction; a database's are there for every role. Those
-- that keep statements out of views and logs are ours (0082).
select coalesce(r.rolname, 'The database'), 'comes with ' || split_part(c, '=', 1)
  from pg_db_role_setting s left join our_roles r on r.oid = s.setrole, unnest(s.setconfig) c
 where (r.oid is not null or s.setrole = 0)
   and (s.setdatabase = 0 or s.setdatabase = (select oid from pg_database where datname = current_database()))
   and (r.oid is not null
        and not (r.rolcanlogin and exists (select from our_settings o where o.name || '=' || o.value = c))
        or split_part(c, '=', 1) in ('role', 'session_authorization', 'search_path', 'row_security',
                                     'session_replication_role', 'local_preload_libraries',
                                     'session_preload_libraries', 'seal.context'))
