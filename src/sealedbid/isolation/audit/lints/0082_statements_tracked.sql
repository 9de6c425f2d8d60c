-- title: Statements of logins are neither tracked nor logged
-- level: warning
-- scope: sealed
-- The value that a login gets: its own setting in this database, its own, the database's, else the server's, which a
-- session with a setting of its own cannot see; then the server's default.
select l.rolname, 'has statements tracked or logged: ' || string_agg(e.name || ' is ' || e.value, ', ' order by e.name)
  from our_roles l,
       lateral (select o.name, o.harmless, coalesce(
                       (select split_part(c, '=', 2) from pg_db_role_setting s, unnest(s.setconfig) c
                         where s.setrole in (l.oid, 0) and split_part(c, '=', 1) = o.name
                           and (s.setdatabase = d.oid or s.setdatabase = 0 and s.setrole <> 0)
                         order by s.setrole <> 0 desc, s.setdatabase <> 0 desc limit 1),
                       case when p.source in ('default', 'configuration file', 'command line', 'environment variable',
                                              'override')
                            then p.setting else p.boot_val end) as value
                  from our_settings o
                  left join pg_settings p on p.name = o.name
                 cross join (select oid from pg_database where datname = current_database()) d) e
 where l.rolcanlogin and e.value !~ e.harmless
 group by l.rolname
