-- name: add
-- A new service.
insert into public.services (org_id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate)
values (%(org_id)s, %(name)s, %(description)s, %(unit)s, %(unit_price_minor)s, %(currency)s, %(billing_period)s,
        %(tax_rate)s)
returning id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate, active, updated_at

-- name: catalogue
-- The services that new proposals may offer, by name.
select id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate, active, updated_at
  from public.services
 where org_id = %(org_id)s and active
 order by name

-- name: change_price
-- Another price for what is sold from now on.
update public.services
   set unit_price_minor = %(unit_price_minor)s
 where org_id = %(org_id)s and id = %(id)s
returning id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate, active, updated_at

-- name: get
-- One service.
select id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate, active, updated_at
  from public.services
 where org_id = %(org_id)s and id = %(id)s

-- name: retire
-- No longer offered; what was sold keeps it.
update public.services
   set active = false
 where org_id = %(org_id)s and id = %(id)s and active

-- name: put
-- A service by its name: new, or as it is sold from now on.
insert into public.services (org_id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate)
values (%(org_id)s, %(name)s, %(description)s, %(unit)s, %(unit_price_minor)s, %(currency)s, %(billing_period)s,
        %(tax_rate)s)
on conflict on constraint services_name_key do update
   set description = excluded.description, unit = excluded.unit, unit_price_minor = excluded.unit_price_minor,
       currency = excluded.currency, billing_period = excluded.billing_period, tax_rate = excluded.tax_rate,
       active = true
