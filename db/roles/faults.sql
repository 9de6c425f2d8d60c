-- Faults of the roles, a sentence a row; no row means none. Existing roles may have
-- another origin, so nothing is installed on them unchecked.
with expected (name, can_login) as (
    values ('sb_owner', false), ('sb_seal', false), ('sb_gate', false), ('sb_queue', false), ('sb_tenant', false),
           ('sb_api', true), ('sb_worker', true), ('sb_auth', true), ('sb_dispatch', true)
),
ours as (
    select r.*, e.can_login from expected e join pg_catalog.pg_roles r on r.rolname = e.name
),
-- to_jsonb, because set_option exists only since 16
membership as (
    select g.rolname as granted, m.rolname as member, m.rolsuper as member_is_superuser,
           a.admin_option, coalesce((to_jsonb(a) ->> 'set_option')::boolean, false) as set_option
      from pg_catalog.pg_auth_members a
      join pg_catalog.pg_roles g on g.oid = a.roleid
      join pg_catalog.pg_roles m on m.oid = a.member
)
select format('role %s is missing', name) as fault
  from expected where name not in (select rolname from ours)
union all
select format('role %s is %s', o.rolname, a.attribute)
  from ours o,
       lateral (values (o.rolsuper, 'a superuser'), (o.rolbypassrls, 'allowed to bypass row-level security'),
                       (o.rolcreaterole, 'allowed to make roles'), (o.rolcreatedb, 'allowed to make databases'),
                       (o.rolreplication, 'allowed to replicate'), (o.rolcanlogin <> o.can_login,
                        case when o.can_login then 'not allowed to log in' else 'allowed to log in' end))
       as a (wrong, attribute)
 where a.wrong
union all
select format('role %s is a member of %s', m.member, m.granted)
  from membership m
 where m.member in (select name from expected)
   and not (m.granted = 'sb_tenant' and m.member in ('sb_api', 'sb_worker') and not m.set_option and not m.admin_option)
union all
-- members of these can do what the seal forbids; superusers can anyway
select format('%s is a member of %s', m.member, m.granted)
  from membership m
 where m.granted in (select name from expected)
   and m.member not in (select name from expected)
   and m.member <> current_user and not m.member_is_superuser
union all
select format('role %s owns objects in %s', o.rolname, coalesce(d.datname, 'the cluster'))
  -- Large objects do not count: if the server lets everybody create some, any tenant's statement can; `migrate` removes
  -- them.
  from (select distinct refobjid, dbid from pg_catalog.pg_shdepend
         where refclassid = 'pg_catalog.pg_authid'::regclass and deptype = 'o'
           and classid <> 'pg_catalog.pg_largeobject'::regclass) s
  join ours o on o.oid = s.refobjid and o.can_login
  left join pg_catalog.pg_database d on d.oid = s.dbid
order by 1
