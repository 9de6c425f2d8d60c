-- name: get
-- One setting.
select key, value, updated_by, reason, updated_at
  from public.org_settings
 where org_id = %(org_id)s and key = %(key)s

-- name: page
-- All settings by key.
select key, value, updated_by, reason, updated_at
  from public.org_settings
 where org_id = %(org_id)s
 order by key

-- name: remove
-- Back to the default.
delete from public.org_settings
 where org_id = %(org_id)s and key = %(key)s

-- name: set
-- A setting's value, and why.
insert into public.org_settings (org_id, key, value, reason)
values (%(org_id)s, %(key)s, %(value)s, %(reason)s)
on conflict (org_id, key) do update set value = excluded.value, reason = excluded.reason
returning key, value, updated_by, reason, updated_at
