-- migrate:up

-- Two lists that the database keeps of itself, and how what a migration creates is handed over: a table with close()
-- (or with protect(), which calls it), a function with admit().

-- Whatever is done with another's rights is trusted; so the whole of it is a list that a person can read.
create table seal.definer_functions (
    signature text not null,
    owner     text not null,
    callers   text[] not null,
    reason    text not null,
    reach     text not null default 'own',
    constraint definer_functions_pkey primary key (signature),
    constraint definer_functions_reason_given check (reason <> ''),
    constraint definer_functions_reach_known check (reach in ('own', 'all')),
    -- what an injected statement may call reaches one organization
    constraint definer_functions_tenants_reach_their_own
        check (reach = 'own' or not callers && '{public, sb_tenant, sb_api, sb_worker}')
);
comment on table seal.definer_functions is
    'The allowed SECURITY DEFINER functions: the trusted computing base. Written by migrations through '
    'seal_private.admit().';
comment on column seal.definer_functions.signature is 'The function, as regprocedure prints it.';
comment on column seal.definer_functions.callers is
    'Roles that may execute it; empty: only functions of the same owner.';
comment on column seal.definer_functions.reach is
    'own: what its caller''s proof or context opens. all: any organization, which sign-in and the dispatcher are '
    'trusted with; see `prove`.';

-- What does not follow the rules for every table, each with its reason.
create table seal.deviations (
    kind      text not null,
    relation  text not null,
    name      text not null,
    reason    text not null,
    constraint deviations_pkey primary key (kind, relation, name),
    constraint deviations_kind_known check (kind in ('policy', 'key', 'foreign key', 'table')),
    constraint deviations_reason_given check (reason <> '')
);
comment on table seal.deviations is
    'Policies, keys, foreign keys and tables that differ from the rules for every table. Written by migrations through '
    'seal_private.deviate().';

-- Handing over --------------------------------------------------------------------------------------------------------

-- Takes every privilege on an object from everybody but its owner, whoever default privileges let in.
create function seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_grantee text;
begin
    for v_grantee in
        select distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end
          from aclexplode(p_acl) a where a.grantee <> p_owner
    loop
        execute format('revoke all on %s %s from %s', p_kind, p_name, v_grantee);
    end loop;
end $$;

-- Gives an object to its owner, who holds CREATE on its schema for just as long as that takes.
create function seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    execute format('grant create on schema %s to %I', p_schema, p_owner);
    execute format('alter %s %s owner to %I', p_kind, p_name, p_owner);
    execute format('revoke create on schema %s from %I', p_schema, p_owner);
end $$;

-- Ends the definition of every function: who owns it, who may call it, and why it is there or acts with its owner's
-- rights. The reason is the comment of a function that has no other.
create function seal_private.admit(
    p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text default 'own')
    returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_function record;
    v_caller   name;
begin
    select p.prosecdef, p.pronamespace::regnamespace as schema, p.proowner,
           coalesce(p.proacl, acldefault('f', p.proowner)) as acl
      into strict v_function from pg_proc p where p.oid = p_function;
    if obj_description(p_function, 'pg_proc') is null then
        execute format('comment on function %s is %L', p_function, p_reason);
    end if;
    perform seal_private.strip('function', p_function::text, v_function.acl, v_function.proowner);
    perform seal_private.give('function', p_function::text, v_function.schema, p_owner);
    foreach v_caller in array p_callers loop
        execute format('grant execute on function %s to %I', p_function, v_caller);
    end loop;
    delete from seal.definer_functions where signature = p_function::text;
    if v_function.prosecdef then
        insert into seal.definer_functions (signature, owner, callers, reason, reach)
        values (p_function::text, p_owner, p_callers, p_reason, p_reach);
    end if;
end $$;

-- Writes a deviation down, and where it is a policy, onto the policy too.
create function seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if p_kind = 'policy' then
        execute format('comment on policy %I on %s is %L', p_name, p_relation, p_reason);
    elsif p_kind in ('key', 'foreign key') then
        -- raises where there is no such constraint or index
        if not exists (select from pg_constraint where conrelid = p_relation and conname = p_name) then
            perform format('%s.%I', (select relnamespace::regnamespace from pg_class where oid = p_relation),
                           p_name)::regclass;
        end if;
    end if;
    insert into seal.deviations (kind, relation, name, reason) values (p_kind, p_relation::text, p_name, p_reason);
end $$;

-- Forces row-level security on a table and leaves no privilege on it to anybody: whatever is allowed is granted after
-- this.
create function seal_private.close(p_table regclass, p_owner name default 'sb_owner') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_table record;
begin
    select c.relowner, c.relnamespace::regnamespace as schema,
           coalesce(c.relacl, acldefault('r', c.relowner))
             || array(select x from pg_attribute t, unnest(t.attacl) x where t.attrelid = c.oid) as acl
      into strict v_table from pg_class c where c.oid = p_table;
    execute format('alter table %s enable row level security', p_table);
    execute format('alter table %s force row level security', p_table);
    perform seal_private.strip('table', p_table::text, v_table.acl, v_table.relowner);
    perform seal_private.give('table', p_table::text, v_table.schema, p_owner);
end $$;

-- The two lists are no secret: whoever audits reads them, only migrations write them.
select seal_private.close('seal.definer_functions', 'sb_seal'), seal_private.close('seal.deviations', 'sb_seal');
grant select on seal.definer_functions, seal.deviations to sb_tenant;
create policy migrations_write on seal.definer_functions to sb_seal using (true) with check (true);
create policy anyone_reads on seal.definer_functions for select to sb_tenant using (true);
create policy migrations_write on seal.deviations to sb_seal using (true) with check (true);
create policy anyone_reads on seal.deviations for select to sb_tenant using (true);
select seal_private.deviate('policy', relation, 'migrations_write',
           'Lists of the schema belong to no organization; migrations write them as the seal''s owner.'),
       seal_private.deviate('policy', relation, 'anyone_reads',
           'Everybody may see the lists of what is trusted and what differs.'),
       seal_private.deviate('key', relation, key, 'The name of an object of the schema; tenants cannot insert.')
  from (values ('seal.definer_functions'::regclass, 'definer_functions_pkey'),
               ('seal.deviations', 'deviations_pkey')) as lists (relation, key);

-- The functions above run as whoever calls them: the installer. Nobody else may.
select seal_private.admit('seal_private.strip(text, text, aclitem[], oid)', 'sb_seal', '{}',
           'takes an object from everybody but its owner'),
       seal_private.admit('seal_private.give(text, text, regnamespace, name)', 'sb_seal', '{}',
           'gives an object to its owner'),
       seal_private.admit('seal_private.admit(regprocedure, name, name[], text, text)', 'sb_seal', '{}',
           'ends the definition of a function'),
       seal_private.admit('seal_private.deviate(text, regclass, text, text)', 'sb_seal', '{}',
           'writes a deviation down'),
       seal_private.admit('seal_private.close(regclass, name)', 'sb_seal', '{}',
           'forces row-level security on a table and takes all privileges');

-- migrate:down
