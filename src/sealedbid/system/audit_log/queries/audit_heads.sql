-- name: get
-- Where the chain of the open organization ends.
select chain_no, hash from public.audit_heads where org_id = %(org_id)s
