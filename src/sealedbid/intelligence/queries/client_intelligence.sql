-- name: add
-- Inserts the record of a client.
insert into public.client_intelligence (org_id, client_name, client_id, psychographics, deal_history)
values (%(org_id)s, %(client_name)s, %(client_id)s, %(psychographics)s, %(deal_history)s)
returning id
