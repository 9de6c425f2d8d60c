-- name: is_noted
-- True if migrations noted the schema. A role that may not read the notes may not write them either.
select coalesce(pg_catalog.has_table_privilege(pg_catalog.to_regclass('seal.noted'), 'select'), false)

-- name: differences
-- Differences between the schema and its notes.
select kind, name, noted, found from seal.differences()

-- name: accept
-- Records the differences and notes the schema; returns their number.
select seal_private.accept_drift()
