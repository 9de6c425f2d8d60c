-- name: extension
-- pgvector, if the running database has it. It is no trusted extension: the role that creates the database needs the
-- right.
select format('create schema if not exists %s', e.extnamespace::regnamespace)
  from pg_catalog.pg_extension e where e.extname = 'vector' and e.extnamespace <> 'public'::regnamespace
union all
select format('create extension if not exists vector with schema %s', e.extnamespace::regnamespace)
  from pg_catalog.pg_extension e where e.extname = 'vector'

-- name: database_privileges
-- CONNECT and TEMPORARY as in the running database, and for nobody else.
select format('revoke all on database %%I from public', %(name)s::text) as statement, 0 as step
union all
select format('grant %%s on database %%I to %%s', x.privilege_type, %(name)s::text,
              coalesce(quote_ident(r.rolname), 'public')), 1
  from pg_catalog.pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
  left join pg_catalog.pg_roles r on r.oid = x.grantee
 where d.datname = current_database() and x.grantee <> d.datdba
 order by step

-- name: context_key
-- A copy has its own keys.
select seal_private.rotate_context_key(), seal_private.new_mail_secret('')

-- name: closed_statements
-- Closes functions that show statements if they are closed here, and leaves the seal those that it needs
-- (db/roles/functions.sql). If the role may not, the server only warns.
select format('revoke execute on function %s from public', p.oid::regprocedure) from pg_catalog.pg_proc p
 where p.pronamespace = 'pg_catalog'::regnamespace and not pg_catalog.has_function_privilege('public', p.oid, 'execute')
   and (p.proname = 'pg_stat_get_backend_activity'
        or exists (select from unnest(p.proargnames, p.proargmodes) a (name, mode)
                    where a.mode in ('o', 't') and a.name in ('query', 'statement')))
union all
select format('revoke select on %s from public', c.oid::regclass)
  from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
 where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'v' and a.attname in ('query', 'statement')
   and not pg_catalog.has_table_privilege('public', c.oid, 'select')
union all
select format('grant execute on function %s to sb_seal', p.oid::regprocedure)
  from pg_catalog.pg_proc p, pg_catalog.aclexplode(p.proacl) g
 where p.pronamespace = 'pg_catalog'::regnamespace and g.grantee = 'sb_seal'::regrole
