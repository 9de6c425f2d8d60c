-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bound(p_table regclass, p_most jsonb DEFAULT '{}'::jsonb, p_made text[] DEFAULT '{}'::text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_name   constant text := (select 'bounds_of_' || c.relnamespace::regnamespace || '_' || c.relname
                                 from pg_class c where c.oid = p_table);
    v_column record;
    v_light  text[];            -- columns of the common trigger,
    v_asked  text;              -- and the question whether any of them is beyond its bound
    v_new    text := '';        -- questions of documents and lists in a new row,
    v_apart  text := '';        -- and of one that is changed
    v_which  text := '';
    v_words  text := '';
begin
    if exists (select from jsonb_object_keys(p_most) k
                where not exists (select from pg_attribute a
                                   where a.attrelid = p_table and a.attname = k and not a.attisdropped)) then
        raise exception 'bound(%): a column in p_most does not exist', p_table using errcode = '42703';
    end if;
    insert into seal.bounds as b (relation, column_name, kind, most)
    select p_table::text, c.attname, c.kind,
           coalesce((p_most ->> c.attname)::bigint,
                    case c.kind when 'text' then 10000 when 'bytes' then 1000 when 'json' then 1000000
                                when 'list' then 100000 when 'number' then 10000000000000 end)
      from (select a.attname::text, seal_private.bound_kind(a.atttypid) as kind from pg_attribute a
             where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
               and not exists (select from pg_constraint k      -- the allowed values
                                where k.conrelid = p_table and k.contype = 'c' and k.conkey = array[a.attnum]
                                  and pg_get_constraintdef(k.oid) ~ '^CHECK \(\(\w+ = ANY \(ARRAY\[')) c
     where c.kind is not null
    on conflict (relation, column_name) do update set most = excluded.most where p_most ? b.column_name;
    update seal.bounds b set is_made = true where b.relation = p_table::text and b.column_name = any (p_made);

    select array_agg(c) filter (where not is_made),
           string_agg(case n when 1 then seal_private.any_beyond(g.columns, g.type, g.kind, g.most) end,
                      E'\n            or ')
      into v_light, v_asked
      from (select b.kind, b.most, a.atttypid::regtype as type, array_agg(a.attname order by a.attnum) as columns,
                   array_agg(b.is_made order by a.attnum) as made
              from seal.bounds b join pg_attribute a on a.attrelid = p_table and a.attname = b.column_name
             where b.relation = p_table::text and b.kind not in ('json', 'list')
             group by b.kind, b.most, a.atttypid order by min(a.attnum)) g,
           unnest(g.columns, g.made) with ordinality u (c, is_made, n);
    execute format('drop trigger if exists bounds on %s', p_table);
    for v_column in
        select b.column_name as name, b.kind in ('json', 'list') as is_apart,
               seal_private.bound_in_words(b.kind, b.most) as words,
               seal_private.beyond(b.column_name::name, a.atttypid, b.kind, b.most) as beyond
          from seal.bounds b join pg_attribute a on a.attrelid = p_table and a.attname = b.column_name
         where b.relation = p_table::text order by a.attnum
    loop
        v_which := v_which || format(E'\n        when %s then %L', v_column.beyond, v_column.name);
        v_words := v_words || format(E'\n        when %L then %L', v_column.name, v_column.words);
        if v_column.is_apart then
            execute format('drop trigger if exists %I on %s', 'bounds_' || v_column.name, p_table);
            v_new := v_new || format(E'\n            if new.%I is not null then'
                                     '\n                v_is_beyond := v_is_beyond or %s;\n            end if;',
                                     v_column.name, v_column.beyond);
            v_apart := v_apart || format(E'\n    elsif tg_argv[0] = %L then\n        v_is_beyond := %s;',
                                         v_column.name, v_column.beyond);
        end if;
    end loop;
    if v_words = '' then
        return;     -- types alone bound it
    end if;

    execute format($format$
create or replace function seal_private.%I() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $body$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(%s, false);
        if tg_op = 'INSERT' then%s
            null;
        end if;%s
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case%s
        end;
    raise exception '%%: %%', v_column, case v_column%s
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $body$
$format$, v_name, coalesce(v_asked, 'false'), v_new, v_apart, v_which, v_words);
    perform seal_private.admit(format('seal_private.%I()',
           v_name)::regprocedure, 'sb_seal', '{}', 'a trigger: keeps the bounds of ' || p_table);
    execute format('create trigger bounds before insert%s on %s for each row execute function seal_private.%I()',
                   (select ' or update of ' || string_agg(quote_ident(c), ', ') from unnest(v_light) c),
                   p_table, v_name);
    for v_column in
        select b.column_name as name from seal.bounds b
         where b.relation = p_table::text and b.kind in ('json', 'list')
    loop
        execute format('create trigger %I before update of %I on %s for each row when (new.%2$I is not null)'
                       ' execute function seal_private.%4$I(%2$L)',
                       'bounds_' || v_column.name, v_column.name, p_table, v_name);
    end loop;
end $_$;

ALTER FUNCTION seal_private.bound(p_table regclass, p_most jsonb, p_made text[]) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bound(p_table regclass, p_most jsonb, p_made text[]) IS 'gives the columns of a table their bounds';

REVOKE ALL ON FUNCTION seal_private.bound(p_table regclass, p_most jsonb, p_made text[]) FROM PUBLIC;
