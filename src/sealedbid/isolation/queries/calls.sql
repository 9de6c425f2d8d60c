-- Functions that a login may call, and the triggers of the copy that note what a call did.

-- name: functions
-- Functions that the login may execute, with names and types of their arguments, their rights and their reach.
select p.pronamespace::regnamespace::text as schema, p.proname::text as name, p.oid::regprocedure::text as signature,
       array(select format_type(t, null) from unnest(p.proargtypes) with ordinality a (t, n) order by a.n) as types,
       coalesce(array(select n.name from unnest(p.proargnames) with ordinality n (name, place)
                       where p.proargmodes is null or p.proargmodes[n.place] in ('i', 'b', 'v')
                       order by n.place), '{}') as names,
       p.pronargdefaults as defaults, p.prosrc as body, p.prosecdef as is_definer,
       coalesce((select d.reach from seal.definer_functions d
                  where d.signature = p.oid::regprocedure::text), 'own') as reach
  from pg_catalog.pg_proc p
 where p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
   and p.prokind = 'f' and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
   and not exists (select from pg_catalog.pg_depend d
                    where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
   and pg_catalog.has_schema_privilege(%(login)s, p.pronamespace, 'usage')
   and pg_catalog.has_function_privilege(%(login)s, p.oid, 'execute')
   and p.pronamespace::regnamespace::text <> 'prove_watch'
 order by 1, 2, 3

-- name: schema
-- A schema of the copy alone, beside the attacked ones.
create schema prove_watch

-- name: open_schema
-- Every login calls its functions.
grant usage on schema prove_watch to public

-- name: add
-- Appends a word to a setting of this transaction; a trigger calls it as the role that writes.
create function prove_watch.add(p_setting text, p_word text) returns void
language sql as $body$
    select pg_catalog.set_config(
               p_setting,
               pg_catalog.concat_ws(' ', nullif(pg_catalog.current_setting(p_setting, true), ''), p_word), true)
$body$

-- name: caller
-- Runs each statement with the caller's rights, keeps its effects, and undoes it together with the triggers' notes.
create function prove_watch.call(p_statements text[])
    returns table (place int, state text, said text, context text, changed text, ranked text)
language plpgsql as $body$
declare
    v_message text;
    v_detail text;
    v_hint text;
    v_constraint text;
begin
    for place in 1 .. cardinality(p_statements) loop
        state := null; said := null; context := null; changed := null; ranked := null;
        begin
            if p_statements[place] like 'insert%' then
                execute p_statements[place];
            else
                execute p_statements[place] into said;
            end if;
            context := pg_catalog.current_setting('seal.context', true);
            changed := pg_catalog.current_setting('prove.changed', true);
            ranked := pg_catalog.current_setting('prove.ranked', true);
            raise exception 'undone' using errcode = 'PW001';
        exception when others then
            if sqlerrm <> 'undone' then
                get stacked diagnostics state = returned_sqlstate, v_message = message_text,
                                        v_detail = pg_exception_detail, v_hint = pg_exception_hint,
                                        v_constraint = constraint_name;
                said := pg_catalog.concat_ws(' ', v_message, v_detail, v_hint, v_constraint);
            end if;
        end;
        return next;
    end loop;
end $body$

-- name: open_functions
-- For every attacker.
grant execute on all functions in schema prove_watch to public

-- name: call
-- Answer and effects of each statement.
select place, state, said, context, changed, ranked from prove_watch.call(%(statements)s)

-- name: noted
-- Tables in which this transaction changed foreign rows.
select current_setting('prove.changed', true)
