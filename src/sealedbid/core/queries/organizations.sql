-- name: create
-- Founds an organization for the person between organizations.
select core.create_organization(%(name)s, %(locale)s, %(currency)s, %(timezone)s)

-- name: get
-- The open organization.
select id, name, plan, branding, locale, currency, timezone, require_mfa, lock_version, created_at, updated_at
  from public.organizations
 where id = %(org_id)s

-- name: update
-- Sets the fields that are given; null keeps a field as it is. For owners. False if lock_version is not that of now.
select core.update_organization(%(name)s, %(branding)s, %(locale)s, %(currency)s, %(timezone)s, %(lock_version)s,
                                %(require_mfa)s)
