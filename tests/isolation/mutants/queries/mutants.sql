-- Every way in which one thing of the schema can be a little weaker: kind, object, statements. From the catalog alone.

-- name: policies
with policies as (
    select p.polname as name, c.oid::regclass::text as relation, p.polpermissive as permissive, p.polcmd as command,
           pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as "check",
           (select string_agg(case u.oid when 0 then 'public' else quote_ident(r.rolname) end, ', ')
              from unnest(p.polroles) u (oid) left join pg_roles r using (oid)) as roles
      from pg_policy p join pg_class c on c.oid = p.polrelid
), sides as (
    select p.*, s.side, s.expression from policies p, lateral (values ('using', p.qual), ('with check', p.check)) s (side, expression)
     where s.expression is not null
), again as ( -- the policy written out again, with what is to be another
    select p.*, format('drop policy %I on %s; create policy %I on %s as %s for %s to %s%s%s', p.name, p.relation, p.name, p.relation, '%s',
                       case p.command when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
                       '%s', coalesce(' using (' || replace(p.qual, '%', '%%') || ')', ''),
                       coalesce(' with check (' || replace(p.check, '%', '%%') || ')', '')) as template
      from policies p
)
select 'policy dropped' as kind, relation || ' ' || name as object, format('drop policy %I on %s', name, relation) as statement from policies
union all
select 'policy ' || case when permissive then 'restrictive' else 'permissive' end, relation || ' ' || name,
       format(template, case when permissive then 'restrictive' else 'permissive' end, roles) from again
union all
select 'policy for everybody', relation || ' ' || name, format('alter policy %I on %s to public', name, relation) from policies
 where roles <> 'public'
union all
select 'clause true', relation || ' ' || name || ' ' || side, format('alter policy %I on %s %s (true)', name, relation, side) from sides
 where expression <> 'true'
union all
select 'clause not null', relation || ' ' || name || ' ' || side,
       format('alter policy %I on %s %s (%s)', name, relation, side,
              regexp_replace(expression, '(\w+) = \( SELECT seal\.\w+\([^)]*\) AS \w+\)', '\1 is not null')) from sides
 where expression ~ '\w+ = \( SELECT seal\.\w+\('
union all
select 'lower rank', relation || ' ' || name || ' ' || side,
       format('alter policy %I on %s %s (%s)', name, relation, side,
              regexp_replace(expression, 'seal\.org\([1-4]\)', format('seal.org(%s)', substring(expression from 'seal\.org\(([1-4])\)')::int - 1)))
  from sides where expression ~ 'seal\.org\([1-4]\)'
union all
select 'condition dropped', format('%s %s %s %s', relation, name, side, n), format('alter policy %I on %s %s (%s)', name, relation, side, rest)
  from sides, lateral (
        select n, (select string_agg(k, ' AND ' order by i) from unnest(parts) with ordinality u (k, i) where i <> n) as rest
          from (select string_to_array(substring(expression from '^\((.*)\)$'), ' AND ') as parts) a, generate_subscripts(a.parts, 1) n) d
 where expression like '(%) AND (%' and expression !~ 'SELECT.*(FROM|WHERE)'

-- name: tables
select 'row-level security off' as kind, c.oid::regclass::text as object, format('alter table %s disable row level security', c.oid::regclass) as statement
  from pg_class c where c.relrowsecurity
union all
select 'row-level security not forced', c.oid::regclass::text, format('alter table %s no force row level security', c.oid::regclass)
  from pg_class c where c.relforcerowsecurity
union all
select 'owner', c.oid::regclass || ' ' || r, format('alter table %s owner to %s', c.oid::regclass, r)
  from pg_class c, unnest('{sb_api,sb_tenant}'::text[]) r where c.relforcerowsecurity
union all
select 'column may be null', format('%s.%s', c.oid::regclass, a.attname), format('alter table %s alter column %I drop not null', c.oid::regclass, a.attname)
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and a.attnotnull
 where c.relforcerowsecurity and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))
union all
select 'trigger off', format('%s %s', t.tgrelid::regclass, t.tgname), format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname)
  from pg_trigger t where not t.tgisinternal
union all
select 'trigger dropped', format('%s %s', t.tgrelid::regclass, t.tgname), format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass)
  from pg_trigger t where not t.tgisinternal
union all
select 'unique index dropped', i.indexrelid::regclass::text, format('drop index %s', i.indexrelid::regclass)
  from pg_index i join pg_class c on c.oid = i.indrelid
 where c.relforcerowsecurity and i.indisunique and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
union all
select 'references not kept', c.oid::regclass::text, format('alter table %s disable trigger all', c.oid::regclass)
  from pg_class c where c.relforcerowsecurity and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgisinternal)

-- name: privileges
select 'privilege on a table' as kind, format('%s %s %s', c.oid::regclass, v, r) as object, format('grant %s on %s to %s', v, c.oid::regclass, r) as statement
  from pg_class c, unnest('{select,insert,update,delete,truncate,references,trigger}'::text[]) v,
       unnest('{sb_tenant,sb_api,sb_worker,sb_dispatch,sb_auth,sb_gate,public}'::text[]) r
 where c.relforcerowsecurity and not has_table_privilege(r, c.oid, v)
   and not (v in ('select', 'insert', 'update')
            and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                               and not has_column_privilege(r, c.oid, a.attnum, v)))
union all
select 'privilege on a column', format('%s.%s %s', c.oid::regclass, a.attname, v), format('grant %s (%I) on %s to sb_tenant', v, a.attname, c.oid::regclass)
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped, unnest('{select,insert,update}'::text[]) v
 where c.relforcerowsecurity and not has_column_privilege('sb_tenant', c.oid, a.attnum, v)
union all
select 'schema', format('%s %s %s', n.nspname, v, r), format('grant %s on schema %I to %s', v, n.nspname, r)
  from pg_namespace n, unnest('{usage,create}'::text[]) v, unnest('{sb_tenant,sb_api,sb_worker,sb_dispatch,sb_auth,public}'::text[]) r
 where n.nspname in ('public', 'seal', 'seal_auth', 'seal_private', 'core', 'system', 'queue', 'intelligence', 'auth')
   and not has_schema_privilege(r, n.oid, v)
union all
select 'membership', format('%s in %s', m, g), format('grant %s to %s', g, m)
  from unnest('{sb_tenant,sb_api,sb_worker,sb_dispatch,sb_auth}'::text[]) m,
       unnest('{sb_owner,sb_seal,sb_gate,sb_queue,sb_api,sb_worker,sb_dispatch,sb_auth,pg_read_all_data,pg_write_all_data,pg_monitor}'::text[]) g
 where m <> g and not (m = 'sb_tenant' and g in ('sb_api', 'sb_worker'))
union all
select 'attribute of a role', format('%s %s', r, a), format('alter role %s %s', r, a)
  from unnest('{sb_owner,sb_seal,sb_gate,sb_queue,sb_tenant,sb_api,sb_worker,sb_dispatch,sb_auth}'::text[]) r,
       unnest('{superuser,bypassrls,createrole,createdb,replication}'::text[]) a

-- name: keys
select 'organization out of a key' as kind, x.relname::text as object,
       format('create unique index mutant on %s (%s)%s', i.indrelid::regclass,
              (select string_agg(quote_ident(a.attname), ', ' order by k.place)
                 from unnest(i.indkey) with ordinality k (num, place) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num
                where a.attname <> 'org_id' and k.place <= i.indnkeyatts),
              coalesce(' where ' || pg_get_expr(i.indpred, i.indrelid), '')) as statement
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
 where c.relforcerowsecurity and i.indisunique and i.indnkeyatts > 1 and 0 <> all (i.indkey)
   and exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'org_id' and a.attnum = any (i.indkey))
union all
select 'organization out of a reference', format('%s %s', k.conrelid::regclass, k.conname),
       format('create unique index mutant on %s (%s); alter table %s drop constraint %I, add constraint %I foreign key (%s) references %s (%s)',
              k.confrelid::regclass, s.theirs, k.conrelid::regclass, k.conname, k.conname, s.mine, k.confrelid::regclass, s.theirs)
  from pg_constraint k,
       lateral (select string_agg(quote_ident(m.attname), ', ' order by u.place) as mine, string_agg(quote_ident(t.attname), ', ' order by u.place) as theirs
                  from unnest(k.conkey, k.confkey) with ordinality u (mine, theirs, place)
                  join pg_attribute m on m.attrelid = k.conrelid and m.attnum = u.mine
                  join pg_attribute t on t.attrelid = k.confrelid and t.attnum = u.theirs
                 where m.attname <> 'org_id') s
 where k.contype = 'f' and cardinality(k.conkey) > 1
union all
select 'reference dropped', format('%s %s', k.conrelid::regclass, k.conname), format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname)
  from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and c.relforcerowsecurity
union all
select 'organization out of an index', x.relname::text, format('drop index %s', x.oid::regclass)
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
 where c.relforcerowsecurity and not i.indisunique and not exists (select from pg_constraint k where k.conindid = i.indexrelid)

-- name: functions
with functions as (
    select p.*, p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('seal', 'seal_auth', 'seal_private', 'core', 'system', 'queue', 'intelligence')
)
select 'attribute of a function' as kind, format('%s %s', f.name, v) as object, format('alter function %s %s', f.name, v) as statement
  from functions f, unnest('{immutable,stable,volatile,parallel safe,security invoker,security definer,reset all,leakproof,strict,called on null input}'::text[]) v
 where not case v when 'immutable' then f.provolatile = 'i' when 'stable' then f.provolatile = 's' when 'volatile' then f.provolatile = 'v'
                  when 'parallel safe' then f.proparallel = 's' when 'security invoker' then not f.prosecdef when 'security definer' then f.prosecdef
                  when 'strict' then f.proisstrict when 'reset all' then f.proconfig is null when 'called on null input' then not f.proisstrict else false end
union all
select 'owner of a function', format('%s %s', f.name, r), format('alter function %s owner to %s', f.name, r)
  from functions f, unnest('{sb_api,sb_gate,sb_seal,postgres}'::text[]) r where f.proowner::regrole::text <> r
union all
select 'execute', format('%s %s', f.name, r), format('grant execute on function %s to %s', f.name, r)
  from functions f, unnest('{public,sb_tenant,sb_api,sb_worker,sb_dispatch,sb_auth}'::text[]) r
 where not has_function_privilege(r, f.oid, 'execute')
union all -- each refusal of a body, one at a time
select 'check of a function', format('%s %s', f.name, n),
       regexp_replace(pg_get_functiondef(f.oid), 'raise exception ''[^;]*;', 'null;', 1, n)
  from functions f join pg_language l on l.oid = f.prolang and l.lanname = 'plpgsql',
       lateral generate_series(1, regexp_count(f.prosrc, 'raise exception ''[^;]*;')) n
union all -- each condition of a body
select 'condition of a function', format('%s %s', f.name, n),
       regexp_replace(pg_get_functiondef(f.oid), '\n?\s+and [^\n;()]*(\([^()\n]*\)[^\n;()]*)*(?=\n|;)', '', 1, n)
  from functions f,
       lateral generate_series(1, regexp_count(f.prosrc, '\n?\s+and [^\n;()]*(\([^()\n]*\)[^\n;()]*)*(?=\n|;)')) n
