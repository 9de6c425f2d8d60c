-- name: is_noted
-- Whether migrations have noted what they made. A role that may not read the notes may not write them either.
select coalesce(pg_catalog.has_table_privilege(pg_catalog.to_regclass('seal.noted'), 'select'), false)

-- name: differences
-- What is not as it was noted.
select kind, name, noted, found from seal.differences()

-- name: accept
-- Records what differs and notes it; how many.
select seal_private.accept_drift()
