-- name: add
-- A template of the agency's own.
insert into public.templates (org_id, name, type, content, locale)
values (%(org_id)s, %(name)s, %(type)s, %(content)s, %(locale)s)
returning id, name, type, content, is_system, locale, version, updated_at

-- name: get
-- One template.
select id, name, type, content, is_system, locale, version, updated_at
  from public.templates
 where org_id = %(org_id)s and id = %(id)s

-- name: of_type
-- Templates of a type, by name.
select id, name, type, content, is_system, locale, version, updated_at
  from public.templates
 where org_id = %(org_id)s and type = %(type)s
 order by name, locale

-- name: revise
-- Other content, and so the next version.
update public.templates
   set content = %(content)s, version = version + 1
 where org_id = %(org_id)s and id = %(id)s
returning id, name, type, content, is_system, locale, version, updated_at
