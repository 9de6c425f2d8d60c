-- name: latest
-- The newest events of the open organization.
select id, user_id, actor_kind, is_said, action, resource_type, resource_id, ip, user_agent, detail, created_at
  from public.audit_log
 where org_id = %(org_id)s
 order by created_at desc, id
 limit %(limit)s

-- name: record
-- Appends an event of the list that tenants may say themselves; who it was comes from the context.
select system.record_event(%(action)s, %(resource_type)s, %(resource_id)s, %(detail)s, %(ip)s, %(user_agent)s)

-- name: chained
-- The next events of the chain after a number and an id, as the texts that their hashes are over.
-- By id too, though numbers are unique: whoever could change a row could drop the constraint.
select org_id::text as org_id, chain_no, prev_hash, hash, id::text as id,
       to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at,
       user_id::text as user_id, actor_kind, is_said::text as is_said, action, resource_type, resource_id,
       detail::text as detail, ip::text as ip, user_agent, address_salt, address_digest
  from public.audit_log
 where org_id = %(org_id)s and (chain_no, audit_log.id) > (%(after)s, %(after_id)s)
 order by chain_no, audit_log.id
 limit %(limit)s

-- name: unchained
-- The number of events that are not chained yet.
select count(*) from public.audit_log where org_id = %(org_id)s and chain_no is null

-- name: erase_addresses
-- Erases ip and user agent of events from before a time; of how many.
select system.erase_addresses(%(org_id)s, %(before)s)
