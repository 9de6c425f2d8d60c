-- name: add
-- Inserts the row that people see of a key.
insert into public.api_keys (org_id, name, prefix, scopes, expires_at)
values (%(org_id)s, %(name)s, %(prefix)s, %(scopes)s, %(expires_at)s)
returning id, name, prefix, scopes, created_by, expires_at, created_at

-- name: issue
-- Makes the key's secret open the organization.
select seal.issue('key', %(proof)s, %(id)s, %(rank)s, %(expires_at)s)

-- name: page
-- All keys, the newest first.
select id, name, prefix, scopes, created_by, expires_at, created_at
  from public.api_keys
 where org_id = %(org_id)s
 order by created_at desc, id

-- name: remove
-- Ends a key: its secret goes with the row.
delete from public.api_keys
 where org_id = %(org_id)s and id = %(id)s
