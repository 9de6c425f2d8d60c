-- name: an_organization
-- An existing organization, whose rows are worth attacking.
select org_id from core.organization_owners() limit 1

-- name: written
-- Rows that this transaction wrote to a table, also if undone since. By name: the role may not look into every schema.
select pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
       + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where format('%%I.%%I', n.nspname, c.relname) = %(table)s
