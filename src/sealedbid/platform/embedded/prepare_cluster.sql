-- Closes the cluster's databases to logins; run at every start. Looks before it revokes, because a revoke writes a row
-- that all other commands share, even if it changes nothing.

do $$
declare
    v_database name;
begin
    -- Logins belong to the cluster; databases that are not theirs are closed to them.
    for v_database in
        select d.datname from pg_catalog.pg_database d
         where d.datname in ('sealedbid', 'postgres', 'template1')
           and (pg_catalog.has_database_privilege('public', d.oid, 'connect')
                or pg_catalog.has_database_privilege('public', d.oid, 'temporary'))
    loop
        execute format('revoke connect, temporary on database %I from public', v_database);
    end loop;

    -- Like on a managed service, nothing depends on a superuser but only on the owner.
    if exists (select from pg_catalog.pg_roles r
                where r.rolname = 'sealedbid'
                  and (r.rolsuper or r.rolcreatedb or r.rolreplication or r.rolbypassrls
                       or not r.rolcreaterole or not r.rolcanlogin)) then
        alter role sealedbid login createrole nosuperuser nocreatedb noreplication nobypassrls;
    end if;
end $$;

-- The owner sets these for the logins that it creates (db/roles/settings.sql), so that their statements are neither
-- tracked nor logged.
do $$
declare
    v_parameter text;
begin
    foreach v_parameter in array array[
        'track_activities', 'log_min_error_statement', 'log_min_messages', 'log_statement',
        'log_min_duration_statement', 'log_min_duration_sample', 'log_transaction_sample_rate',
        'log_parameter_max_length', 'auto_explain.log_min_duration', 'pg_stat_statements.track']
    loop
        if not pg_catalog.has_parameter_privilege('sealedbid', v_parameter, 'set') then
            execute format('grant set on parameter %s to sealedbid', v_parameter);
        end if;
    end loop;
end $$;
