-- A route may paste user input into a statement's text. Requests of all tenants share a login, so the
-- views over sessions would show that text to the next tenant, and the server's log to its readers. So the logins'
-- activity is not tracked, and their statements are not logged. Errors are still logged, without the statement.
--
-- Most of these settings need a superuser, or `grant set on parameter`: settings that the installer may not set are
-- left out, and the audit warns (0082). They belong to the roles of the cluster and are restored with them; a login
-- cannot remove its own. Re-running changes nothing that is right.

do $$
declare
    v_setting record;
begin
    for v_setting in
        select l.login, s.name, s.value
          from (values ('sb_api'), ('sb_worker'), ('sb_auth'), ('sb_dispatch')) l (login)
         cross join (values
                ('track_activities', 'off'),
                ('log_min_error_statement', 'panic'), ('log_min_messages', 'warning'),
                ('log_statement', 'none'), ('log_min_duration_statement', '-1'), ('log_min_duration_sample', '-1'),
                ('log_transaction_sample_rate', '0'),
                ('log_parameter_max_length', '0'), ('log_parameter_max_length_on_error', '0'),
                ('debug_print_parse', 'off'), ('debug_print_rewritten', 'off'), ('debug_print_plan', 'off'),
                ('auto_explain.log_min_duration', '-1'), ('pg_stat_statements.track', 'none')) s (name, value)
         where (current_setting('server_version_num')::int < 160000  -- there CREATEROLE is enough for any role
                or pg_catalog.pg_has_role(l.login, 'member with admin option'))
           and (pg_catalog.has_parameter_privilege(s.name, 'set')
                or exists (select from pg_catalog.pg_settings p where p.name = s.name and p.context = 'user'))
           and not exists (select from pg_catalog.pg_db_role_setting c
                            where c.setrole = l.login::regrole and c.setdatabase = 0
                              and s.name || '=' || s.value = any (c.setconfig))
    loop
        execute format('alter role %I set %s = %L', v_setting.login, v_setting.name, v_setting.value);
    end loop;
end $$;
