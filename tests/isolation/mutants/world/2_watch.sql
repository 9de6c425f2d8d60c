-- Notes all that a call writes and says: rows, by triggers on every table, and notices to workers.

create function m.note(p_words text) returns void language sql as $$
    select set_config('m.noted', concat_ws(chr(10), nullif(current_setting('m.noted', true), ''), p_words), true)
$$;

-- What is random, or numbered by the server, is there or not.
create function m.plain(p_row jsonb) returns jsonb language sql as $$
    select coalesce(jsonb_object_agg(e.key, case when e.value <> 'null' and e.value <> '0'
               and (e.key = any ('{hash,prev_hash,address_salt,address_digest,ipad,opad,ticket_of,refresh_key}')
                    or e.key = 'stored' and p_row ? 'relates_to') then '"some"'
               when e.key = 'amr' then to_jsonb(regexp_replace(e.value::text, '"timestamp": \d+', 'at', 'g')) else e.value end), '{}')
      from jsonb_each(p_row) e where e.key <> 'updated_at'
$$;

create function m.watch() returns trigger language plpgsql as $$
declare
    v_old jsonb := case when tg_op <> 'INSERT' then m.plain(to_jsonb(old)) end;
    v_new jsonb := case when tg_op <> 'DELETE' then m.plain(to_jsonb(new)) end;
begin
    perform m.note(concat_ws(' ', tg_op, tg_relid::regclass,
        case when tg_op = 'UPDATE' then (select jsonb_object_agg(e.key, e.value) from jsonb_each(v_old) e
                                          where e.key in ('org_id', 'id', 'user_id', 'link_id', 'stored', 'key')) else v_old end,
        case when tg_op = 'UPDATE' then (select jsonb_object_agg(e.key, e.value) from jsonb_each(v_new) e
                                          where e.value is distinct from v_old -> e.key) else v_new end));
    return null;
end $$;

do $$
declare
    v_table regclass;
begin
    for v_table in select c.oid from pg_class c
                    where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'auth', 'queue', 'seal', 'seal_private',
                        'system', 'core')
    loop
        execute format('create trigger zz_watch after insert or update or delete on %s for each row execute function m.watch()', v_table);
    end loop;
end $$;

-- In the place of the server's: a notice is sent when a transaction commits, and none of these does.
alter function pg_catalog.pg_notify(text, text) rename to pg_notify_really;
create function pg_catalog.pg_notify(p_channel text, p_payload text) returns void language sql as $$
    select m.note(concat_ws(' ', 'NOTIFY', p_channel, p_payload))
$$;

-- Rows that this transaction has locked or written, as a later one would find them.
create function m.locked(p_table text) returns text language plpgsql security definer as $$
declare
    v_found text;
begin
    execute format($a$select string_agg(to_jsonb(t) ->> 'org_id' || ' ' || coalesce(to_jsonb(t) ->> 'id', ''), ', '
                                        order by to_jsonb(t) ->> 'org_id', to_jsonb(t) ->> 'id')
                        from %s t where t.xmax::text::bigint >= pg_current_xact_id()::text::bigint$a$, p_table) into v_found;
    return v_found;
end $$;

-- The context that is open, without what proves it.
create function m.context() returns text language sql as $$
    select concat_ws(' ', array_to_string(c.part[1:5], '.'),
        case when c.part[6]::bigint < 4000000000 then to_timestamp(c.part[6]::bigint) end, c.part[7])
      from (select string_to_array(left(current_setting('seal.context', true), -65), '.') as part) c where cardinality(c.part) = 7
$$;

-- Runs statements one after the other, each undone alone where it fails, and tells what each said, and last what all did.
create function m.run(p_statements text[]) returns table (state text, said text) language plpgsql as $$
declare
    v_statement text;
    v_rows      bigint;
    v_name      text;
begin
    perform setseed(0.5);
    foreach v_statement in array p_statements loop
        state := null; said := null;
        begin
            if v_statement ~* '^\s*(select|with)\y' then
                execute format('select string_agg(r::text, chr(10)) from (%s) r', v_statement) into said;
            else
                execute v_statement;
                get diagnostics v_rows = row_count;
                said := v_rows || ' rows';
            end if;
        exception when others then
            get stacked diagnostics state = returned_sqlstate, said = message_text, v_name = constraint_name;
            said := concat_ws(' ', said, nullif(v_name, ''));
        end;
        return next;
    end loop;
    state := null;
    said := m.context();
    return next;
    said := current_setting('m.noted', true);
    return next;
end $$;

-- Each statement alone, undone: what prove_watch.call() tells, and what it wrote.
create function m.each(p_statements text[]) returns table (place int, state text, said text, context text, changed text, ranked text,
    noted text)
language plpgsql as $$
declare
    v_name text;
begin
    for place in 1 .. cardinality(p_statements) loop
        state := null; said := null; context := null; changed := null; ranked := null; noted := null;
        begin
            perform setseed(0.5);
            execute p_statements[place] into said;
            context := current_setting('seal.context', true);
            changed := current_setting('prove.changed', true);
            ranked := current_setting('prove.ranked', true);
            noted := concat_ws(chr(10), m.context(), current_setting('m.noted', true));
            raise exception 'undone' using errcode = 'PW001';
        exception when others then
            if sqlerrm <> 'undone' then
                get stacked diagnostics state = returned_sqlstate, said = message_text, v_name = constraint_name;
                said := concat_ws(' ', said, nullif(v_name, ''));
            end if;
        end;
        return next;
    end loop;
end $$;

grant execute on all functions in schema m to public;
grant execute on function pg_catalog.pg_notify(text, text) to public;
