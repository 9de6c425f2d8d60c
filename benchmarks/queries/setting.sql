-- The same statements as the other two peers have: in a file, because the product prepares what comes from files alone.

-- name: point
-- One row by its key.
select id, name, email, status, notes from peer_setting.clients where org_id = %(org_id)s and id = %(id)s

-- name: list
-- A page.
select id, name, email, status, notes from peer_setting.clients where org_id = %(org_id)s order by name limit 100

-- name: insert
-- One row.
insert into peer_setting.clients (org_id, name) values (%(org_id)s, gen_random_uuid()::text)

-- name: insert_many
-- A thousand rows.
insert into peer_setting.clients (org_id, name) select %(org_id)s, gen_random_uuid()::text from generate_series(1, 1000)

-- name: undo
-- What this transaction inserted. A rollback instead would make the driver prepare anew.
delete from peer_setting.clients where org_id = %(org_id)s and created_at = now()
