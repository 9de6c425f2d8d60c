-- name: objects
-- Every object that isolation depends on, as kind, name and its full definition; after the parts of a copy.
select 'schema' as kind, n.nspname::text as name,
       concat_ws(' ', n.nspowner::regrole,
                 (select string_agg(x::text, ' ' order by x::text)
                    from unnest(coalesce(n.nspacl, acldefault('n', n.nspowner))) x)) as text
  from names n
union all
select 'relation', c.oid::regclass::text,
       concat_ws(' ', c.relkind, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity, c.relpersistence,
                 c.reloptions, (select string_agg(x::text, ' ' order by x::text) from unnest(c.relacl) x),
                 case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end)
  from relations c
union all
select 'column', a.attrelid::regclass || '.' || a.attname,
       concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attcollation, a.attnotnull, a.attgenerated, a.attidentity,
                 (select string_agg(x::text, ' ' order by x::text) from unnest(a.attacl) x),
                 (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
                   where d.adrelid = a.attrelid and d.adnum = a.attnum))
  from relations c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
union all
select 'constraint', k.conrelid::regclass || ' ' || k.conname,
       concat_ws(' ', pg_get_constraintdef(k.oid), k.convalidated, k.condeferrable, k.condeferred)
  from relations c join pg_constraint k on k.conrelid = c.oid where k.contype <> 'n'
union all
select 'index', i.indexrelid::regclass::text, concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid)
  from relations c join pg_index i on i.indrelid = c.oid
union all
select 'policy', p.polrelid::regclass || ' ' || p.polname,
       concat_ws(' ', p.polpermissive, p.polcmd,
                 (select string_agg(coalesce(r.rolname, 'public'), ' ' order by r.rolname)
                    from unnest(p.polroles) u (oid)
                    left join pg_roles r using (oid)),
                 'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))
  from relations c join pg_policy p on p.polrelid = c.oid
union all
select 'trigger', g.tgrelid::regclass || ' ' || g.tgname, concat_ws(' ', pg_get_triggerdef(g.oid, true), g.tgenabled)
  from relations c join pg_trigger g on g.tgrelid = c.oid where not g.tgisinternal
union all
select 'rule', r.ev_class::regclass || ' ' || r.rulename, pg_get_ruledef(r.oid)
  from relations c join pg_rewrite r on r.ev_class = c.oid where c.relkind in ('r', 'p')
union all
select 'function', p.oid::regprocedure::text,
       concat_ws(' ', pg_get_functiondef(p.oid), p.proowner::regrole,
                 (select string_agg(x::text, ' ' order by x::text) from unnest(p.proacl) x))
  from functions p
union all
select 'extension', e.extname, concat_ws(' ', e.extversion, e.extnamespace::regnamespace)
  from pg_extension e where e.extnamespace in (select oid from places)
union all
select 'default privileges', concat_ws(' ', d.defaclrole::regrole, d.defaclnamespace::regnamespace, d.defaclobjtype),
       d.defaclacl::text
  from pg_default_acl d
 where d.defaclrole in (select oid from mine)
   and (d.defaclnamespace = 0 or d.defaclnamespace in (select oid from names))
union all
select 'event trigger', t.evtname, concat_ws(' ', t.evtevent, t.evtfoid::regprocedure, t.evtenabled)
  from pg_event_trigger t where t.evtowner in (select oid from mine)
