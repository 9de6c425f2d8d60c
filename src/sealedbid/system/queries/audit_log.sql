-- name: latest
-- The newest events of the open organisation.
select id, user_id, actor_kind, action, resource_type, resource_id, ip, user_agent, detail, created_at
  from public.audit_log
 where org_id = %(org_id)s
 order by created_at desc, id
 limit %(limit)s

-- name: record
-- Appends an event; who it was comes from the context.
select system.record_event(%(action)s, %(resource_type)s, %(resource_id)s, %(detail)s, %(ip)s, %(user_agent)s)
