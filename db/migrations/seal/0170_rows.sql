-- migrate:up

-- What rows have in common: an id, the time of their last change, and states that they say themselves.

-- Ids grow with time where the server can make such ones (18 and later), so that indexes stay dense; they are random
-- before.
do $$
begin
    execute format('create function seal.new_id() returns uuid language sql volatile parallel safe return %s',
        case when current_setting('server_version_num')::int >= 180000 then 'pg_catalog.uuidv7()'
             else 'pg_catalog.gen_random_uuid()' end);
end $$;
comment on function seal.new_id() is 'The id of every new row.';

-- updated_at is kept by the database, whatever a client sends.
create function seal_private.touch() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.updated_at := now();
    return new;
end $$;

-- States --------------------------------------------------------------------------------------------------------------

-- What tables say about their own states, as triggers that carry the rule in their definition: the table's file reads
-- as the specification, and nothing of it hides in a function body.

-- A state moves only along the lines that the trigger names: 'draft: sent void' lets a draft become sent or void.
--   create trigger ... before update of status on t for each row when (old.status <> new.status)
--       execute function seal_private.move_along('t_status_moves_along', 'draft: sent void', 'sent: void');
create function seal_private.move_along() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_line text;
begin
    foreach v_line in array tg_argv[1:] loop
        if split_part(v_line, ': ', 1) = old.status
           and new.status = any (string_to_array(split_part(v_line, ': ', 2), ' ')) then
            return new;
        end if;
    end loop;
    raise exception '% does not become %', old.status, new.status
        using errcode = '23514', constraint = tg_argv[0], schema = tg_table_schema, table = tg_table_name,
        column = 'status';
end $$;

-- What the trigger's WHEN found is refused, under the name and with the words that the trigger gives.
--   execute function seal_private.refuse('t_is_immutable', 'what was sent stays as it is')
create function seal_private.refuse() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception '%', tg_argv[1]
        using errcode = '23514', constraint = tg_argv[0], schema = tg_table_schema, table = tg_table_name;
end $$;

-- Counts the changes that a person could have overwritten: whoever writes names the number that they had read.
create function seal_private.count_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.lock_version := old.lock_version + 1;
    return new;
end $$;

select seal_private.admit('seal.new_id()', 'sb_seal', '{sb_tenant, sb_gate, sb_queue}', 'the id of every new row'),
       seal_private.admit('seal_private.touch()', 'sb_seal', '{}', 'a trigger: keeps updated_at'),
       seal_private.admit('seal_private.move_along()', 'sb_seal', '{}',
           'a trigger: states move along the lines that it names'),
       seal_private.admit('seal_private.refuse()', 'sb_seal', '{}', 'a trigger: refuses what its condition found'),
       seal_private.admit('seal_private.count_change()', 'sb_seal', '{}', 'a trigger: counts changes in lock_version');

-- migrate:down
