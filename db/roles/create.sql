-- The roles of Sealedbid. They belong to the cluster, not to one database, so they are created in a step of their own,
-- in one transaction that is retried if another installation was faster, before any migration. Re-running changes
-- nothing that is right.
--
--   sb_owner     owns the tables; may do nothing at run time, forced row-level security binds it too
--   sb_seal      owns the seal: keys, credentials, the functions that open a context
--   sb_gate      owns the other definer functions: memberships, sign-in, audit
--   sb_queue     owns the queue's functions: scheduling columns of all orgs, never a job's payload
--   sb_tenant    has a tenant's privileges, under the floor
--   sb_api       login of requests         sb_worker    login of job bodies
--   sb_auth      login of the sign-in code sb_dispatch  login of the worker's control connection

do $$
declare
    v_role   record;
    -- Since 16 a membership has the options INHERIT and SET.
    v_modern constant boolean := current_setting('server_version_num')::int >= 160000;
begin
    for v_role in
        values ('sb_owner', 'nologin'), ('sb_seal', 'nologin'), ('sb_gate', 'nologin'), ('sb_queue', 'nologin'),
               ('sb_tenant', 'nologin'),
               ('sb_api', 'login'), ('sb_worker', 'login'), ('sb_auth', 'login'), ('sb_dispatch', 'login')
    loop
        if not exists (select from pg_catalog.pg_roles where rolname = v_role.column1) then
            execute format('create role %I %s inherit nocreaterole nocreatedb', v_role.column1, v_role.column2);
        end if;
        -- The installer makes these roles owners of objects, now and in later migrations.
        if v_role.column2 = 'nologin'
           and not pg_catalog.pg_has_role(current_user, v_role.column1,
                                          case when v_modern then 'set' else 'member' end) then
            execute format('grant %I to current_user', v_role.column1)
                    || case when v_modern then ' with inherit true, set true' else '' end;
        end if;
    end loop;

    -- Without SET the two logins have a tenant's privileges and cannot become another role.
    for v_role in values ('sb_api'), ('sb_worker') loop
        if not exists (select from pg_catalog.pg_auth_members
                        where roleid = 'sb_tenant'::regrole and member = v_role.column1::regrole) then
            execute format('grant sb_tenant to %I', v_role.column1)
                    || case when v_modern then ' with inherit true, set false' else '' end;
        end if;
    end loop;
end $$;
