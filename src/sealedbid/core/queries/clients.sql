-- name: add
-- A new client.
insert into public.clients (org_id, name, email, status, website, industry, notes)
values (%(org_id)s, %(name)s, %(email)s, %(status)s, %(website)s, %(industry)s, %(notes)s)
returning id, name, email, status, website, industry, notes, lock_version, created_at, updated_at

-- name: change
-- The fields that are given, if nobody changed the client since lock_version was read; null asks for no version.
update public.clients
   set name = case when 'name' = any(%(given)s) then %(name)s else name end,
       email = case when 'email' = any(%(given)s) then %(email)s else email end,
       status = case when 'status' = any(%(given)s) then %(status)s else status end,
       website = case when 'website' = any(%(given)s) then %(website)s else website end,
       industry = case when 'industry' = any(%(given)s) then %(industry)s else industry end,
       notes = case when 'notes' = any(%(given)s) then %(notes)s else notes end
 where org_id = %(org_id)s and id = %(id)s
   and (%(lock_version)s::int is null or lock_version = %(lock_version)s)
returning id, name, email, status, website, industry, notes, lock_version, created_at, updated_at

-- name: get
-- One client.
select id, name, email, status, website, industry, notes, lock_version, created_at, updated_at
  from public.clients
 where org_id = %(org_id)s and id = %(id)s

-- name: page_by_name
-- A page of clients by name, after the row that ended the page before; null selects every status.
select id, name, email, status, website, industry, notes, lock_version, created_at, updated_at
  from public.clients
 where org_id = %(org_id)s and (name, id) > (%(after)s, %(after_id)s)
   and (%(status)s::text is null or status = %(status)s)
 order by name, id
 limit %(limit)s

-- name: page_by_newest
-- A page of clients, the newest first, after the row that ended the page before; null selects every status.
select id, name, email, status, website, industry, notes, lock_version, created_at, updated_at
  from public.clients
 where org_id = %(org_id)s and (created_at, id) < (%(after)s::timestamptz, %(after_id)s)
   and (%(status)s::text is null or status = %(status)s)
 order by created_at desc, id desc
 limit %(limit)s

-- name: remove
-- A client, with their contacts, if nobody changed it since lock_version was read; null asks for no version.
delete from public.clients
 where org_id = %(org_id)s and id = %(id)s
   and (%(lock_version)s::int is null or lock_version = %(lock_version)s)

-- name: named
-- The client of this name.
select id, name, email, status, website, industry, notes, lock_version, created_at, updated_at
  from public.clients
 where org_id = %(org_id)s and name = %(name)s

-- name: search
-- The clients in which each word begins some word, the best first: whole words and names count for more.
select c.id, c.name, c.email, c.status, c.website, c.industry, c.notes, c.lock_version, c.created_at, c.updated_at
  from public.clients c
 cross join (select core.all_beginnings(%(words)s) as beginning,
                    plainto_tsquery('pg_catalog.simple', core.to_words(%(words)s)) as whole offset 0) q
 where c.org_id = %(org_id)s and c.search @@ q.beginning
   and (%(status)s::text is null or c.status = %(status)s)
 order by ts_rank(c.search, q.beginning) + ts_rank(c.search, q.whole) desc, c.name, c.id
 limit %(limit)s
