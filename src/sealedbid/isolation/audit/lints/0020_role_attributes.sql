-- title: The roles are those of the design, without further attributes
-- level: error
-- scope: sealed
with expected (name, login) as (
    values ('sb_owner', false), ('sb_seal', false), ('sb_queue', false), ('sb_gate', false), ('sb_tenant', false),
           ('sb_api', true), ('sb_worker', true), ('sb_dispatch', true), ('sb_auth', true))
select coalesce(e.name, r.rolname), x.fault
  from expected e full join our_roles r on r.rolname = e.name,
       lateral (values (e.name is null, 'is no role of ours'), (r.rolname is null, 'is missing'),
                       (r.rolcanlogin and not e.login, 'logs in'), (not r.rolcanlogin and e.login, 'does not log in'),
                       (r.rolsuper, 'is a superuser'), (r.rolbypassrls, 'bypasses row-level security'),
                       (r.rolcreaterole, 'makes roles'), (r.rolcreatedb, 'makes databases'),
                       (r.rolreplication, 'replicates'), (not r.rolinherit, 'does not inherit')) x (wrong, fault)
 where x.wrong
