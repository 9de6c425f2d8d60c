-- name: add
-- A file with its bytes.
insert into public.files (org_id, name, mime, content)
values (%(org_id)s, %(name)s, %(mime)s, %(content)s)
returning id, name, mime, size, sha256

-- name: remove
-- A file, with its bytes.
delete from public.files
 where org_id = %(org_id)s and id = %(id)s
