-- migrate:up

-- What the migrations made, in words that can be compared: whatever somebody changes by hand afterwards, in a hurry
-- and with the best of reasons, stands out. `migrate` puts two statements around each file, in the file's transaction:
-- the first refuses where something differs, the last notes what the file made. So nothing that was made by hand is
-- ever noted unseen, wherever it is cut off.

create table seal.noted (
    kind    text not null,
    name    text not null,
    content text not null,
    constraint noted_pkey primary key (kind, name),
    constraint noted_kind_known
        check (kind in ('function', 'privilege', 'policy', 'constraint', 'trigger', 'index', 'default', 'parameter'))
);
comment on table seal.noted is
    'Functions, privileges, policies, constraints, triggers, indexes, defaults of columns and grants on parameters as '
    'the migrations made them; sealedbid audit compares. Written by seal_private.note().';
comment on column seal.noted.name is
    'The function as regprocedure prints it; the role, the verb and the relation of a privilege; what it is of.';
comment on column seal.noted.content is
    'A digest of the function with its attributes and settings; the columns that a privilege covers; anything else as '
    'the server prints it.';

select seal_private.close('seal.noted', 'sb_seal');
grant select on seal.noted to sb_tenant;
create policy migrations_write on seal.noted to sb_seal using (true) with check (true);
create policy anyone_reads on seal.noted for select to sb_tenant using (true);
select seal_private.deviate('policy', 'seal.noted', 'migrations_write',
           'Lists of the schema belong to no organization; migrations write them as the seal''s owner.'),
       seal_private.deviate('policy', 'seal.noted', 'anyone_reads',
           'Everybody may see the lists of what is trusted and what differs.'),
       seal_private.deviate('key', 'seal.noted', 'noted_pkey',
           'The name of an object of the schema; tenants cannot insert.');

-- What is in the catalog, as seal.noted has it. It is asked by whoever audits, so it reads nothing but catalogs; names
-- come out qualified, for they are compared. Printed pretty where there is a choice: in plain form a comparison of
-- rows prints otherwise once it was made from what was printed, as a restore does. Kinds that are not asked for cost
-- nothing.
create function seal.notable(p_kind text default null) returns table (kind text, name text, content text)
language sql stable set search_path = pg_catalog, pg_temp as $$
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
comment on function seal.notable(text) is
    'Functions, privileges, policies, constraints, triggers, indexes, defaults and grants on parameters as they are '
    'now, in the words of seal.noted; all kinds, or this one.';
select seal_private.admit('seal.notable(text)', 'sb_seal', '{sb_tenant}', 'reads the catalog for the audit');

create function seal.differences(p_kind text default null) returns table (kind text, name text, noted text, found text)
language sql stable set search_path = pg_catalog, pg_temp as $$
    select coalesce(n.kind, f.kind), coalesce(n.name, f.name), n.content, f.content
      from (select * from seal.noted o where o.kind = coalesce(p_kind, o.kind)) n
      full join seal.notable(p_kind) f on f.kind = n.kind and f.name = n.name
     where n.content is distinct from f.content
     order by 1, 2
$$;
comment on function seal.differences(text) is
    'Objects of the schema that are not as they were noted, of all kinds or this one. Noted is null for an object made '
    'by hand; found is null for one that is gone.';
select seal_private.admit('seal.differences(text)', 'sb_seal', '{sb_tenant}', 'compares lists that everybody may read');

-- migrate:down
