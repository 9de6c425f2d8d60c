-- name: extension
-- pgvector, where it stands in the running database. It is no trusted extension: whoever makes the database has to be let.
select format('create schema if not exists %s', e.extnamespace::regnamespace)
  from pg_catalog.pg_extension e where e.extname = 'vector' and e.extnamespace <> 'public'::regnamespace
union all
select format('create extension if not exists vector with schema %s', e.extnamespace::regnamespace)
  from pg_catalog.pg_extension e where e.extname = 'vector'

-- name: database_privileges
-- Who may connect and make temporary tables: as in the running database, and nobody else.
select format('revoke all on database %%I from public', %(name)s::text) as statement, 0 as step
union all
select format('grant %%s on database %%I to %%s', x.privilege_type, %(name)s::text, coalesce(quote_ident(r.rolname), 'public')), 1
  from pg_catalog.pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) x
  left join pg_catalog.pg_roles r on r.oid = x.grantee
 where d.datname = current_database() and x.grantee <> d.datdba
 order by step

-- name: context_key
-- Keys are no part of a copy: it makes its own.
select seal_private.rotate_context_key()
