-- name: for_job
-- The key of the open job's organization.
select intelligence.model_key(%(vendor)s)

-- name: page
-- Vendors that the organization has a key at, without the keys.
select vendor, set_by, updated_at
  from public.model_keys
 where org_id = %(org_id)s
 order by vendor

-- name: remove
-- Removes the key at a vendor, and records it.
select intelligence.remove_model_key(%(vendor)s)

-- name: set
-- Sets the key at a vendor, and records that it was set.
select intelligence.set_model_key(%(vendor)s, %(secret)s)
