-- title: Our roles have only the memberships of the design
-- level: error
-- scope: sealed
-- Two logins inherit sb_tenant and cannot SET ROLE to it; the installer, which owns the database, and superusers are
-- exempt.
select m.rolname, 'is a member of ' || g.rolname
  from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
 where (m.oid in (select oid from our_roles) or g.oid in (select oid from our_roles))
   and not (g.rolname = 'sb_tenant' and m.rolname in ('sb_api', 'sb_worker') and not a.admin_option
            and not coalesce((to_jsonb(a) ->> 'set_option')::boolean, false))
   and not (m.oid = (select datdba from pg_database where datname = current_database()) or m.rolsuper)
