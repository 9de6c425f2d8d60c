-- name: page
-- The settings that this context may read, by key.
select key, value, description, is_public
  from public.system_settings
 order by key

-- name: set
-- A setting of the installation, by an admin of the platform; null keeps description and is_public.
select system.set_setting(%(key)s, %(value)s, %(description)s, %(is_public)s)
