-- name: get
-- The end of the open organization's chain.
select chain_no, hash from public.audit_heads where org_id = %(org_id)s
