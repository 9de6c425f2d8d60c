-- name: add
-- A new draft of a contract; its id.
insert into public.contracts (org_id, client_name, title, scope, terms, client_id, effective_on, ends_on)
values (%(org_id)s, %(client_name)s, %(title)s, %(scope)s, %(terms)s, %(client_id)s, %(effective_on)s, %(ends_on)s)
returning id

-- name: move
-- Along its states.
update public.contracts
   set status = %(status)s
 where org_id = %(org_id)s and id = %(id)s
