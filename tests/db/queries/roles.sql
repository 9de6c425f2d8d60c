-- name: attributes
-- The roles of the design, and who of them logs in.
with expected (name, login) as (
    values ('sb_owner', false), ('sb_seal', false), ('sb_queue', false), ('sb_gate', false), ('sb_tenant', false),
           ('sb_api', true), ('sb_worker', true), ('sb_dispatch', true), ('sb_auth', true))
select format('%s %s', coalesce(e.name, r.rolname), x.fault)
  from expected e full join our_roles r on r.rolname = e.name,
       lateral (values (e.name is null, 'is no role of ours'), (r.rolname is null, 'is missing'),
                       (r.rolcanlogin <> e.login, 'logs in, or does not'), (r.rolsuper, 'is a superuser'),
                       (r.rolbypassrls, 'bypasses row-level security'), (r.rolcreaterole, 'makes roles'),
                       (r.rolcreatedb, 'makes databases'), (r.rolreplication, 'replicates'),
                       (not r.rolinherit, 'does not inherit')) x (wrong, fault)
 where x.wrong

-- name: memberships
-- Two logins are tenants and cannot become one; the installer, which owns the database, and superusers stand outside.
select format('%s is a member of %s', m.rolname, g.rolname)
  from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
 where (m.oid in (select oid from our_roles) or g.oid in (select oid from our_roles))
   and not (g.rolname = 'sb_tenant' and m.rolname in ('sb_api', 'sb_worker') and not a.admin_option
            and not coalesce((to_jsonb(a) ->> 'set_option')::boolean, false))
   and not (m.oid = (select datdba from pg_database where datname = current_database()) or m.rolsuper)

-- name: not_in_tenant
select r.rolname || ' is no tenant' from our_roles r
 where r.rolname in ('sb_api', 'sb_worker') and not pg_has_role(r.oid, 'sb_tenant', 'usage')

-- name: owning
select format('%s owns something in %s', r.rolname, coalesce(d.datname, 'the cluster'))
  from pg_shdepend s join our_roles r on r.oid = s.refobjid left join pg_database d on d.oid = s.dbid
 where s.refclassid = 'pg_authid'::regclass and s.deptype = 'o' and (r.rolcanlogin or r.rolname = 'sb_tenant')

-- name: settings
-- Settings on a role would be there before the first message of a transaction.
select format('%s comes with settings', r.rolname) from pg_db_role_setting s join our_roles r on r.oid = s.setrole
