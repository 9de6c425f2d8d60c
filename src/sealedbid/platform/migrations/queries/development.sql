-- name: is_of_development
-- True if there is a seal, but none of a release: each release has seal_private.open_column().
select exists (select from pg_catalog.pg_namespace n where n.nspname = 'seal_private')
       and not exists (select from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
                        where n.nspname = 'seal_private' and p.proname = 'open_column')
