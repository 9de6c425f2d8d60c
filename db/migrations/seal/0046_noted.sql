-- migrate:up

-- What the migrations made, in words that can be compared: whatever somebody changes by hand afterwards, in a hurry and with the
-- best of reasons, stands out.

create table seal.noted (
    kind    text not null,
    name    text not null,
    content text not null,
    constraint noted_pkey primary key (kind, name),
    constraint noted_kind_known check (kind in ('function', 'privilege'))
);
comment on table seal.noted is
    'Functions and privileges as the migrations made them; sealedbid audit compares. Written by seal_private.note().';
comment on column seal.noted.name is 'The function as regprocedure prints it; the role, the verb and the relation of a privilege.';
comment on column seal.noted.content is 'A digest of the function with its attributes; the columns that the privilege covers.';

select seal_private.close('seal.noted', 'sb_seal');
grant select on seal.noted to sb_tenant;
create policy migrations_write on seal.noted to sb_seal using (true) with check (true);
create policy anyone_reads on seal.noted for select to sb_tenant using (true);
select seal_private.deviate('policy', 'seal.noted', 'migrations_write', 'Lists of the schema belong to no organisation; migrations write them as the seal''s owner.'),
       seal_private.deviate('policy', 'seal.noted', 'anyone_reads', 'What is trusted, and what differs, is for everybody to see.'),
       seal_private.deviate('key', 'seal.noted', 'noted_pkey', 'The name of an object of the schema; tenants cannot insert.');

-- What stands in the catalog, as seal.noted has it. It is asked by whoever audits, so it reads nothing but catalogs.
create function seal.notable() returns table (kind text, name text, content text)
language sql stable set search_path = pg_catalog, pg_temp as $$
    with ours as (
        select n.oid from pg_namespace n
         where n.nspname in ('public', 'seal', 'seal_auth', 'seal_private', 'core', 'system', 'queue', 'intelligence', 'auth')
    )
    select 'function', p.oid::regprocedure::text,
           md5(concat_ws(' ', coalesce(nullif(p.prosrc, ''), pg_get_function_sqlbody(p.oid)), p.provolatile, p.proparallel, p.proisstrict,
                         p.proleakproof, p.prosecdef, p.proconfig, p.prorettype::regtype))
      from pg_proc p
     where p.pronamespace in (select oid from ours) and p.proowner in (select oid from pg_roles where rolname ~ '^sb_')
    union all
    select 'privilege', concat_ws(' ', coalesce(r.rolname, 'public'), lower(g.privilege_type), c.oid::regclass),
           string_agg(coalesce(g.attname, '*'), ', ' order by g.attname)
      from pg_class c,
           lateral (select x.grantee, x.privilege_type, null::text as attname from aclexplode(c.relacl) x
                    union all
                    select x.grantee, x.privilege_type, a.attname::text from pg_attribute a, aclexplode(a.attacl) x
                     where a.attrelid = c.oid and not a.attisdropped) g
      left join pg_roles r on r.oid = g.grantee
     where c.relnamespace in (select oid from ours) and c.relowner in (select oid from pg_roles where rolname ~ '^sb_')
       and g.grantee <> c.relowner
     group by r.rolname, g.privilege_type, c.oid
$$;
comment on function seal.notable() is 'Functions and privileges as they are now, in the words of seal.noted.';
select seal_private.admit('seal.notable()', 'sb_seal', '{sb_tenant}', 'reads the catalog for the audit');

-- Ends a migration that made or changed a function or a privilege: from here on this is what was meant.
create function seal_private.note() returns void
language sql set search_path = pg_catalog, pg_temp as $$
    delete from seal.noted;
    insert into seal.noted (kind, name, content) select kind, name, content from seal.notable();
$$;
comment on function seal_private.note() is 'Writes down functions and privileges as they are; the last line of a migration that changed any.';
select seal_private.admit('seal_private.note()', 'sb_seal', '{}', 'called by migrations alone');

select seal_private.note();

-- migrate:down
