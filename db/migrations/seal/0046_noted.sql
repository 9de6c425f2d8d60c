-- migrate:up

-- What the migrations made, in words that can be compared: whatever somebody changes by hand afterwards, in a hurry and with the
-- best of reasons, stands out.

create table seal.noted (
    kind    text not null,
    name    text not null,
    content text not null,
    constraint noted_pkey primary key (kind, name),
    constraint noted_kind_known check (kind in ('function', 'privilege', 'policy', 'constraint'))
);
comment on table seal.noted is
    'Functions, privileges, policies and constraints as the migrations made them; sealedbid audit compares. Written by seal_private.note().';
comment on column seal.noted.name is 'The function as regprocedure prints it; the role, the verb and the relation of a privilege; what it is of.';
comment on column seal.noted.content is 'A digest of the function with its attributes; the columns that a privilege covers; a policy or constraint as the server prints it.';

select seal_private.close('seal.noted', 'sb_seal');
grant select on seal.noted to sb_tenant;
create policy migrations_write on seal.noted to sb_seal using (true) with check (true);
create policy anyone_reads on seal.noted for select to sb_tenant using (true);
select seal_private.deviate('policy', 'seal.noted', 'migrations_write', 'Lists of the schema belong to no organisation; migrations write them as the seal''s owner.'),
       seal_private.deviate('policy', 'seal.noted', 'anyone_reads', 'What is trusted, and what differs, is for everybody to see.'),
       seal_private.deviate('key', 'seal.noted', 'noted_pkey', 'The name of an object of the schema; tenants cannot insert.');

-- What stands in the catalog, as seal.noted has it. It is asked by whoever audits, so it reads nothing but catalogs; names come out
-- qualified, for they are compared.
create function seal.notable() returns table (kind text, name text, content text)
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
$$;
comment on function seal.notable() is 'Functions, privileges, policies and constraints as they are now, in the words of seal.noted.';
select seal_private.admit('seal.notable()', 'sb_seal', '{sb_tenant}', 'reads the catalog for the audit');

-- Ends a migration that made or changed any of these: from here on this is what was meant.
create function seal_private.note() returns void
language sql set search_path = pg_catalog, pg_temp as $$
    delete from seal.noted;
    insert into seal.noted (kind, name, content) select kind, name, content from seal.notable();
$$;
comment on function seal_private.note() is 'Writes down what there is; the last line of a migration that made or changed a function, privilege, policy or constraint.';
select seal_private.admit('seal_private.note()', 'sb_seal', '{}', 'called by migrations alone');

select seal_private.note();

-- migrate:down
