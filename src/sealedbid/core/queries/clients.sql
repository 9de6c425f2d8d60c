-- name: add
-- A new client.
insert into public.clients (org_id, name, email, status, website, industry, notes)
values (%(org_id)s, %(name)s, %(email)s, %(status)s, %(website)s, %(industry)s, %(notes)s)
returning id, name, email, status, website, industry, notes, created_at, updated_at

-- name: change
-- Everything that people edit; gives back the row as it is now.
update public.clients
   set name = %(name)s, email = %(email)s, status = %(status)s, website = %(website)s,
       industry = %(industry)s, notes = %(notes)s
 where org_id = %(org_id)s and id = %(id)s
returning id, name, email, status, website, industry, notes, created_at, updated_at

-- name: get
-- One client.
select id, name, email, status, website, industry, notes, created_at, updated_at
  from public.clients
 where org_id = %(org_id)s and id = %(id)s

-- name: page
-- A page of clients by name, after the name that ended the page before.
select id, name, email, status, website, industry, notes, created_at, updated_at
  from public.clients
 where org_id = %(org_id)s and name > %(after)s
 order by name
 limit %(limit)s

-- name: remove
-- A client, with their contacts.
delete from public.clients
 where org_id = %(org_id)s and id = %(id)s

-- name: named
-- The client of this name.
select id, name, email, status, website, industry, notes, created_at, updated_at
  from public.clients
 where org_id = %(org_id)s and name = %(name)s
