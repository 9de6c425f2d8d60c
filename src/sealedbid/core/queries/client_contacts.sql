-- name: add
-- A new person at a client.
insert into public.client_contacts (org_id, client_id, name, email, title, is_signer)
values (%(org_id)s, %(client_id)s, %(name)s, %(email)s, %(title)s, %(is_signer)s)
returning id, client_id, name, email, title, is_signer

-- name: of_client
-- Everybody at a client, by name.
select id, client_id, name, email, title, is_signer
  from public.client_contacts
 where org_id = %(org_id)s and client_id = %(client_id)s
 order by name, id

-- name: remove
-- A person at a client.
delete from public.client_contacts
 where org_id = %(org_id)s and id = %(id)s
