-- name: add
-- A text for the library; its id.
insert into public.content_blocks (org_id, kind, title, body, tags)
values (%(org_id)s, %(kind)s, %(title)s, %(body)s, %(tags)s)
returning id
