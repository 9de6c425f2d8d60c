-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.notable(p_kind text DEFAULT NULL::text) RETURNS TABLE(kind text, name text, content text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with schemas as (
        select n.oid, n.nspname, n.nspowner, n.nspacl, n.nspname not in ('public', 'auth') as is_ours_alone
          from pg_namespace n
         where n.nspname in ('public', 'seal', 'seal_auth', 'seal_private', 'core', 'system', 'queue',
                             'intelligence', 'auth')
    ), tables as (
        select c.oid, c.oid::regclass::text as name, c.relowner, c.relacl from pg_class c
         where c.relnamespace in (select oid from schemas) and c.relkind = 'r'
           and c.relowner in (select oid from pg_roles where rolname ~ '^sb_')
    ), privileges (object, owner, acl, attname) as (
        select name, relowner, relacl, '*' from tables
        union all
        select t.name, t.relowner, a.attacl, a.attname::text
          from tables t join pg_attribute a on a.attrelid = t.oid and not a.attisdropped
        union all
        select 'schema ' || nspname, nspowner, nspacl, '*' from schemas where is_ours_alone
    )
    select 'function', p.oid::regprocedure::text,
           md5(concat_ws(' ', coalesce(nullif(p.prosrc, ''), pg_get_function_sqlbody(p.oid)),
                         p.provolatile, p.proparallel, p.proisstrict,
                         p.proleakproof, p.prosecdef, p.proconfig, p.prorettype::regtype,
                         case when p.proowner in (select oid from pg_roles where rolname ~ '^sb_')
                              then p.proowner::regrole end,
                         (select string_agg(x.grantee::regrole::text, ' ' order by x.grantee::regrole::text)
                            from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
                           where x.grantee <> p.proowner)))
      from pg_proc p join schemas s on s.oid = p.pronamespace
     where coalesce(p_kind, 'function') = 'function'
       and (s.is_ours_alone or p.proowner in (select oid from pg_roles where rolname ~ '^sb_'))
    union all
    select 'privilege',
           concat_ws(' ', case x.grantee when 0 then 'public' else x.grantee::regrole::text end,
                     lower(x.privilege_type), v.object),
           string_agg(v.attname, ', ' order by v.attname)
      from privileges v, aclexplode(v.acl) x
     where coalesce(p_kind, 'privilege') = 'privilege' and x.grantee <> v.owner
     group by x.grantee, x.privilege_type, v.object
    union all
    select 'policy', p.polname || ' on ' || t.name,
           concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end, p.polcmd,
                     'to', (select string_agg(case u.oid when 0 then 'public' else u.oid::regrole::text end,
                                              ', ' order by u.oid::regrole::text)
                              from unnest(p.polroles) u (oid)),
                     'using ' || pg_get_expr(p.polqual, p.polrelid),
                     'with check ' || pg_get_expr(p.polwithcheck, p.polrelid))
      from pg_policy p join tables t on t.oid = p.polrelid
     where coalesce(p_kind, 'policy') = 'policy'
    union all
    select 'constraint', k.conname || ' of ' || t.name, pg_get_constraintdef(k.oid, true)
      from pg_constraint k join tables t on t.oid = k.conrelid
     where coalesce(p_kind, 'constraint') = 'constraint' and k.contype <> 'n'
    union all
    select 'trigger', g.tgname || ' on ' || t.name,
           concat_ws(' ', pg_get_triggerdef(g.oid, true), 'enabled', g.tgenabled)
      from pg_trigger g join tables t on t.oid = g.tgrelid
     where coalesce(p_kind, 'trigger') = 'trigger' and not g.tgisinternal
    union all
    -- Those that maintenance makes come and go; they are judged by their shape (lint 0087).
    select 'index', c.relname || ' of ' || t.name,
           concat_ws(' ', pg_get_indexdef(i.indexrelid, 0, true), case when not i.indisvalid then 'invalid' end)
      from pg_index i join pg_class c on c.oid = i.indexrelid join tables t on t.oid = i.indrelid
     where coalesce(p_kind, 'index') = 'index' and c.relname !~ '^maintained_'
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    union all
    select 'default', a.attname || ' of ' || t.name,
           concat_ws(' ', case when a.attgenerated <> '' then 'generated' end, pg_get_expr(d.adbin, d.adrelid, true))
      from pg_attrdef d join tables t on t.oid = d.adrelid
      join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
     where coalesce(p_kind, 'default') = 'default'
    union all
    select 'parameter',
           concat_ws(' ', case x.grantee when 0 then 'public' else x.grantee::regrole::text end,
                     lower(x.privilege_type), p.parname),
           case when bool_or(x.is_grantable) then 'with grant option' else '' end
      from pg_parameter_acl p, aclexplode(p.paracl) x
     where coalesce(p_kind, 'parameter') = 'parameter'
       and (x.grantee = 0 or x.grantee in (select oid from pg_roles where rolname ~ '^sb_'))
     group by x.grantee, x.privilege_type, p.parname
$$;

ALTER FUNCTION seal.notable(p_kind text) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.notable(p_kind text) IS 'Functions, privileges, policies, constraints, triggers, indexes, defaults and grants on parameters as they are now, in the words of seal.noted; all kinds, or this one.';

REVOKE ALL ON FUNCTION seal.notable(p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.notable(p_kind text) TO sb_tenant;
