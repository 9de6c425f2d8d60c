-- migrate:up

-- Around each migration: the first refuses a schema that was changed by hand, the last notes what the file made.

create function seal_private.refuse_drift() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_names constant text[] := array(select d.kind || ' ' || d.name from seal.differences() d);
begin
    if cardinality(v_names) > 0 then
        raise exception 'the schema was changed by hand: %', array_to_string(v_names[:20], ', ')
            using errcode = '55000', hint = 'sealedbid migrate --status lists it';
    end if;
end $$;
comment on function seal_private.refuse_drift() is
    'Raises where the schema is not as it was noted. Before each migration, in its transaction.';

create function seal_private.note() returns void
language sql set search_path = pg_catalog, pg_temp as $$
    delete from seal.noted;
    insert into seal.noted (kind, name, content) select kind, name, content from seal.notable();
$$;
comment on function seal_private.note() is 'Notes the schema as it is. After each migration, in its transaction.';

-- What was changed by hand, and is to stay: the one way to note it is to say so, and the platform's audit log keeps
-- what it was.
create function seal_private.accept_drift() returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_difference record;
    v_count      bigint := 0;
begin
    for v_difference in select * from seal.differences() loop
        perform system.record_for('00000000-0000-0000-0000-000000000000', 'schema.drift_accepted',
                                  v_difference.kind, v_difference.name,
                                  jsonb_build_object('noted', left(v_difference.noted, 10000),
                                                     'found', left(v_difference.found, 10000)));
        -- What was recorded, and nothing that came since.
        delete from seal.noted o where o.kind = v_difference.kind and o.name = v_difference.name;
        if v_difference.found is not null then
            insert into seal.noted (kind, name, content)
            values (v_difference.kind, v_difference.name, v_difference.found);
        end if;
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;
comment on function seal_private.accept_drift() is
    'Records each difference in the audit log of the platform''s organization, and notes it; both or neither. How '
    'many.';

select seal_private.admit('seal_private.refuse_drift()', 'sb_seal', '{}', 'called by migrate alone'),
       seal_private.admit('seal_private.note()', 'sb_seal', '{}', 'called by migrate alone'),
       seal_private.admit('seal_private.accept_drift()', 'sb_seal', '{}', 'for the installer: migrate --accept-drift');

-- migrate:down
