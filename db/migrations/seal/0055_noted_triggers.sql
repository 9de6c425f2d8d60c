-- migrate:up
-- squawk-ignore-file ban-drop-constraint, constraint-missing-not-valid
-- The table has a few hundred rows, and migrations alone write it.

-- Triggers keep what no policy can: that a state moves along its lines, that an event stays as it was recorded. One that somebody
-- drops was noticed by nothing. Nor was a unique index that is no constraint.
alter table seal.noted drop constraint noted_kind_known;
alter table seal.noted add constraint noted_kind_known
    check (kind in ('function', 'privilege', 'policy', 'constraint', 'trigger', 'index'));
comment on table seal.noted is
    'Functions, privileges, policies, constraints, triggers and unique indexes as the migrations made them; sealedbid audit compares. '
    'Written by seal_private.note().';

create or replace function seal.notable() returns table (kind text, name text, content text)
language sql stable set search_path = pg_catalog, pg_temp as $$
    with schemas as (
        select n.oid, n.nspname, n.nspowner, n.nspacl, n.nspname not in ('public', 'auth') as is_ours_alone from pg_namespace n
         where n.nspname in ('public', 'seal', 'seal_auth', 'seal_private', 'core', 'system', 'queue', 'intelligence', 'auth')
    ), tables as (
        select c.oid, c.oid::regclass::text as name, c.relowner, c.relacl from pg_class c
         where c.relnamespace in (select oid from schemas) and c.relkind = 'r' and c.relowner in (select oid from pg_roles where rolname ~ '^sb_')
    ), privileges (object, owner, acl, attname) as (
        select name, relowner, relacl, '*' from tables
        union all
        select t.name, t.relowner, a.attacl, a.attname::text from tables t join pg_attribute a on a.attrelid = t.oid and not a.attisdropped
        union all
        select 'schema ' || nspname, nspowner, nspacl, '*' from schemas where is_ours_alone
    )
    select 'function', p.oid::regprocedure::text,
           md5(concat_ws(' ', coalesce(nullif(p.prosrc, ''), pg_get_function_sqlbody(p.oid)), p.provolatile, p.proparallel, p.proisstrict,
                         p.proleakproof, p.prosecdef, p.proconfig, p.prorettype::regtype,
                         case when p.proowner in (select oid from pg_roles where rolname ~ '^sb_') then p.proowner::regrole end,
                         (select string_agg(x.grantee::regrole::text, ' ' order by x.grantee::regrole::text)
                            from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee <> p.proowner)))
      from pg_proc p join schemas s on s.oid = p.pronamespace
     where s.is_ours_alone or p.proowner in (select oid from pg_roles where rolname ~ '^sb_')
    union all
    select 'privilege', concat_ws(' ', case x.grantee when 0 then 'public' else x.grantee::regrole::text end, lower(x.privilege_type), v.object),
           string_agg(v.attname, ', ' order by v.attname)
      from privileges v, aclexplode(v.acl) x
     where x.grantee <> v.owner
     group by x.grantee, x.privilege_type, v.object
    union all
    select 'policy', p.polname || ' on ' || t.name,
           concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end, p.polcmd,
                     'to', (select string_agg(case u.oid when 0 then 'public' else u.oid::regrole::text end, ', ' order by u.oid::regrole::text)
                              from unnest(p.polroles) u (oid)),
                     'using ' || pg_get_expr(p.polqual, p.polrelid), 'with check ' || pg_get_expr(p.polwithcheck, p.polrelid))
      from pg_policy p join tables t on t.oid = p.polrelid
    union all
    select 'constraint', k.conname || ' of ' || t.name, pg_get_constraintdef(k.oid, true)
      from pg_constraint k join tables t on t.oid = k.conrelid
     where k.contype <> 'n'
    union all
    -- Pretty: in plain form a comparison of rows prints otherwise once it was made from what was printed, as a restore does.
    select 'trigger', g.tgname || ' on ' || t.name, concat_ws(' ', pg_get_triggerdef(g.oid, true), 'enabled', g.tgenabled)
      from pg_trigger g join tables t on t.oid = g.tgrelid
     where not g.tgisinternal
    union all
    select 'index', c.relname || ' of ' || t.name, pg_get_indexdef(i.indexrelid, 0, true)
      from pg_index i join pg_class c on c.oid = i.indexrelid join tables t on t.oid = i.indrelid
     where i.indisunique and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
$$;
comment on function seal.notable() is
    'Functions, privileges, policies, constraints, triggers and unique indexes as they are now, in the words of seal.noted.';
comment on function seal_private.note() is
    'Writes down what there is; the last line of a migration that made or changed a function, privilege, policy, constraint, trigger or unique index.';

select seal_private.note();

-- migrate:down
