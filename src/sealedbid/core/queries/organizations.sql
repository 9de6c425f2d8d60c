-- name: create
-- Founds an organisation for the person between organisations.
select core.create_organization(%(name)s, %(locale)s, %(currency)s, %(timezone)s)

-- name: get
-- The open organisation.
select id, name, plan, branding, locale, currency, timezone, created_at, updated_at
  from public.organizations
 where id = %(org_id)s

-- name: update
-- What an owner changes; null keeps what is there.
select core.update_organization(%(name)s, %(branding)s, %(locale)s, %(currency)s, %(timezone)s)
