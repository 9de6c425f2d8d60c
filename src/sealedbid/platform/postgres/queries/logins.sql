-- name: login_faults
-- Rights of this login beyond those it needs, a sentence a row; not those of a role that it has been set to.
with recursive reachable as (
    select r.oid from pg_catalog.pg_roles r where r.rolname = session_user
    union
    select m.roleid from pg_catalog.pg_auth_members m join reachable on reachable.oid = m.member
)
select format('%s is a superuser', r.rolname) as fault
  from pg_catalog.pg_roles r join reachable using (oid) where r.rolsuper
union all
select format('%s may bypass row-level security', r.rolname)
  from pg_catalog.pg_roles r join reachable using (oid) where r.rolbypassrls
union all
select format('%s may make roles or databases, or replicate', r.rolname)
  from pg_catalog.pg_roles r join reachable using (oid) where r.rolcreaterole or r.rolcreatedb or r.rolreplication
union all
select format('%s is a member of %s', session_user, r.rolname)
  from pg_catalog.pg_roles r join reachable using (oid)
 where r.rolname <> session_user
   and not (r.rolname = 'sb_tenant' and session_user in ('sb_api', 'sb_worker'))
union all
select format('%s is none of the logins of Sealedbid', session_user)
 where session_user not in ('sb_api', 'sb_worker', 'sb_auth', 'sb_dispatch')
union all
select distinct format('%s owns objects', r.rolname)
  from pg_catalog.pg_shdepend d join reachable on d.refobjid = reachable.oid
  join pg_catalog.pg_roles r on r.oid = reachable.oid
 where d.refclassid = 'pg_catalog.pg_authid'::regclass and d.deptype = 'o'
   and d.classid <> 'pg_catalog.pg_largeobject'::regclass    -- any statement can make one; `migrate` removes them
order by 1

-- name: answers
-- Anything, if the database answers at all.
select 1

-- name: hides_texts
-- True if no view and no log shows statements of this login, by settings of the login that it cannot change.
select not exists (
    select from (values
            ('track_activities', 'off'), ('log_min_error_statement', 'panic'), ('log_min_messages', 'warning'),
            ('log_statement', 'none'), ('log_min_duration_statement', '-1'), ('log_min_duration_sample', '-1'),
            ('log_transaction_sample_rate', '0')) wanted (name, value)
      left join pg_catalog.pg_settings s on s.name = wanted.name
     where s.setting is distinct from wanted.value
        or s.context = 'user'
        or s.source not in ('user', 'database user'))
   and coalesce(pg_catalog.current_setting('auto_explain.log_min_duration', true), '-1') = '-1'
   and coalesce(pg_catalog.current_setting('pg_stat_statements.track', true), 'none') = 'none'
