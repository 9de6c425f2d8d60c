-- name: add
-- A new service.
insert into public.services (org_id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate)
values (%(org_id)s, %(name)s, %(description)s, %(unit)s, %(unit_price_minor)s, %(currency)s, %(billing_period)s,
        %(tax_rate)s)
returning id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate, active, lock_version,
          updated_at

-- name: catalogue
-- The services that new proposals may offer, by name.
select id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate, active, lock_version,
       updated_at
  from public.services
 where org_id = %(org_id)s and active
 order by name

-- name: change
-- The fields that are given, if nobody changed the service since lock_version was read; null asks for no version.
update public.services
   set name = case when 'name' = any(%(given)s) then %(name)s else name end,
       description = case when 'description' = any(%(given)s) then %(description)s else description end,
       unit = case when 'unit' = any(%(given)s) then %(unit)s else unit end,
       unit_price_minor = case when 'unit_price_minor' = any(%(given)s) then %(unit_price_minor)s
                               else unit_price_minor end,
       currency = case when 'currency' = any(%(given)s) then %(currency)s else currency end,
       billing_period = case when 'billing_period' = any(%(given)s) then %(billing_period)s else billing_period end,
       tax_rate = case when 'tax_rate' = any(%(given)s) then %(tax_rate)s else tax_rate end,
       active = case when 'active' = any(%(given)s) then %(active)s else active end
 where org_id = %(org_id)s and id = %(id)s
   and (%(lock_version)s::int is null or lock_version = %(lock_version)s)
returning id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate, active, lock_version,
          updated_at

-- name: get
-- One service.
select id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate, active, lock_version,
       updated_at
  from public.services
 where org_id = %(org_id)s and id = %(id)s

-- name: page_by_name
-- A page of services by name, after the row that ended the page before; null selects active and retired ones.
select id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate, active, lock_version,
       updated_at
  from public.services
 where org_id = %(org_id)s and (name, id) > (%(after)s, %(after_id)s)
   and (%(active)s::boolean is null or active = %(active)s)
 order by name, id
 limit %(limit)s

-- name: put
-- A service by its name: new, or as it is sold from now on.
insert into public.services (org_id, name, description, unit, unit_price_minor, currency, billing_period, tax_rate)
values (%(org_id)s, %(name)s, %(description)s, %(unit)s, %(unit_price_minor)s, %(currency)s, %(billing_period)s,
        %(tax_rate)s)
on conflict on constraint services_name_key do update
   set description = excluded.description, unit = excluded.unit, unit_price_minor = excluded.unit_price_minor,
       currency = excluded.currency, billing_period = excluded.billing_period, tax_rate = excluded.tax_rate,
       active = true

-- name: search
-- The services in which each word begins some word, the best first: whole words and names count for more.
select s.id, s.name, s.description, s.unit, s.unit_price_minor, s.currency, s.billing_period, s.tax_rate, s.active,
       s.lock_version, s.updated_at
  from public.services s
 cross join (select core.all_beginnings(%(words)s) as beginning,
                    plainto_tsquery('pg_catalog.simple', core.to_words(%(words)s)) as whole offset 0) q
 where s.org_id = %(org_id)s and s.search @@ q.beginning
   and (%(active)s::boolean is null or s.active = %(active)s)
 order by ts_rank(s.search, q.beginning) + ts_rank(s.search, q.whole) desc, s.name, s.id
 limit %(limit)s
