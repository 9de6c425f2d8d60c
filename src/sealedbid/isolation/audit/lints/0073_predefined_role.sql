-- title: No login that works on tables has a predefined role
-- level: error
-- scope: any
select l.rolname, 'is a member of ' || r.rolname
  from pg_roles l
  join pg_roles r
    on r.rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_monitor', 'pg_read_all_stats',
                     'pg_read_all_settings', 'pg_stat_scan_tables', 'pg_execute_server_program',
                     'pg_read_server_files', 'pg_write_server_files', 'pg_signal_backend', 'pg_maintain',
                     'pg_create_subscription', 'pg_checkpoint', 'pg_use_reserved_connections',
                     'pg_signal_autovacuum_worker')
 where l.rolcanlogin and not l.rolsuper and l.oid <> (select datdba from pg_database where datname = current_database())
   and pg_has_role(l.oid, r.oid, 'member')
   and exists (select from our_grants g where g.what in ('table', 'column') and g.role <> 'public'
                  and pg_has_role(l.oid, (select oid from pg_roles where rolname = g.role), 'member'))
   and not exists (select from pg_auth_members m where m.member = l.oid and m.roleid = r.oid
                      and r.rolname in ('pg_checkpoint', 'pg_use_reserved_connections'))
