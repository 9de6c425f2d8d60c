-- The same statements as the other two peers', in a file, for the product prepares only statements of files.

-- name: point
-- One row by its key.
select id, name, email, status, notes from public.clients where org_id = %(org_id)s and id = %(id)s

-- name: list
-- A page of rows.
select id, name, email, status, notes from public.clients where org_id = %(org_id)s order by name limit 100

-- name: insert
-- Inserts one row.
insert into public.clients (org_id, name) values (%(org_id)s, gen_random_uuid()::text)

-- name: insert_many
-- Inserts a thousand rows.
insert into public.clients (org_id, name) select %(org_id)s, gen_random_uuid()::text from generate_series(1, 1000)

-- name: undo
-- Deletes this transaction's inserts. A rollback would make the driver prepare again.
delete from public.clients where org_id = %(org_id)s and created_at = now()
