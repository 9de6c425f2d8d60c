-- migrate:up

-- Every value that anything but a migration can write has a bound that the database keeps. Without one, a single
-- statement of a single organization is poison for all of them: a document that cannot be printed stops every backup,
-- a time that no client can read stops every worker, a count at the end of its range stops every sum.
--
--   kind     types                    refused is a value that
--   text     text                     is longer than most bytes
--   bytes    bytea                    is longer than most bytes
--   json     jsonb, jsonb[]           is larger than most bytes, stored or printed; nests deeper than 100; has a number
--                                     beyond a double
--   list     arrays                   has more than 1,000 elements, or is larger than most bytes, stored or printed
--   number   bigint, numeric, real    is farther from zero than most; so NaN and infinity are
--   time     timestamptz, date        lies before 1900 or after 2199; so infinity does
--   period   daterange, tstzrange     lies outside of that, or is open
--   span     interval                 is longer than a hundred years
--
-- Other types are bounds themselves: booleans, uuids, addresses, vectors, bits, integers of two or four bytes. So are
-- a check with the allowed values, and a generated column, which is as large as what it is made of.
create table seal.bounds (
    relation    text not null,
    column_name text not null,
    kind        text not null,
    most        bigint,
    is_made     boolean not null default false,
    constraint bounds_pkey primary key (relation, column_name),
    constraint bounds_kind_known check (kind in ('text', 'bytes', 'json', 'list', 'number', 'time', 'period', 'span')),
    constraint bounds_most_given
        check ((most is not null) = (kind in ('text', 'bytes', 'json', 'list', 'number')) and coalesce(most > 0, true))
);
comment on table seal.bounds is
    'The bound of every column that anything but a migration writes. Written by seal_private.bound().';
comment on column seal.bounds.relation is 'The table, as regclass prints it.';
comment on column seal.bounds.is_made is
    'Functions of the product make the value of a row that is there, and keep the bound: no tenant may, and no '
    'trigger asks again.';
comment on column seal.bounds.most is 'Bytes; for a number its distance from zero; null where the kind says it all.';
select seal_private.close('seal.bounds', 'sb_seal');
grant select on seal.bounds to sb_tenant;
create policy migrations_write on seal.bounds to sb_seal using (true) with check (true);
create policy anyone_reads on seal.bounds for select to sb_tenant using (true);
select seal_private.deviate('policy', 'seal.bounds', 'migrations_write',
           'Lists of the schema belong to no organization; migrations write them as the seal''s owner.'),
       seal_private.deviate('policy', 'seal.bounds', 'anyone_reads',
           'Everybody may see the lists of what is trusted and what differs.'),
       seal_private.deviate('key', 'seal.bounds', 'bounds_pkey',
           'The name of an object of the schema; tenants cannot insert.');

-- The kind of bound that a column of this type needs; null: the type is a bound. A type that nobody has thought of
-- raises.
create function seal_private.bound_kind(p_type regtype) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    v_type record;
begin
    select t.oid::regtype as name, t.typname in ('vector', 'halfvec') as is_vector,
           t.typelem <> 0 and t.typlen = -1 as is_array
      into strict v_type
      from pg_type t
     where t.oid = coalesce((select nullif(d.typbasetype, 0) from pg_type d where d.oid = p_type), p_type);
    if v_type.name in ('boolean', 'uuid', 'smallint', 'integer', 'inet', 'bit') or v_type.is_vector then
        return null;
    elsif v_type.name in ('text', 'character varying') then
        return 'text';
    elsif v_type.name = 'bytea'::regtype then
        return 'bytes';
    elsif v_type.name in ('jsonb', 'jsonb[]') then
        return 'json';
    elsif v_type.name in ('bigint', 'numeric', 'real', 'double precision') then
        return 'number';
    elsif v_type.name in ('timestamptz', 'date') then
        return 'time';
    elsif v_type.name in ('daterange', 'tstzrange') then
        return 'period';
    elsif v_type.name = 'interval'::regtype then
        return 'span';
    elsif v_type.is_array then
        return 'list';
    end if;
    raise exception 'no bound is known for the type %: add its kind to seal_private.bound_kind()', p_type
        using errcode = '42804';
end $$;

-- What is true of a value beyond its bound, as an expression over NEW; null for a null. Cheap questions come first: a
-- document of 190 MB is refused before it is printed.
create function seal_private.beyond(p_column name, p_type regtype, p_kind text, p_most bigint) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
    select format(case p_kind
        when 'text'   then 'octet_length(new.%1$I::text) > %2$s'
        when 'bytes'  then 'octet_length(new.%1$I) > %2$s'
        when 'json'   then 'pg_column_size(new.%1$I) > %2$s or %3$s @? ''strict $.**{101}'''
                           ' or %3$s @? ''strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308'
                           ' || @ < -1.7976931348623157e308))'''
                           ' or octet_length(new.%1$I::text) > %2$s'
        when 'list'   then 'cardinality(new.%1$I) > 1000 or pg_column_size(new.%1$I) > %2$s'
                           ' or octet_length(new.%1$I::text) > %2$s'
        when 'number' then 'not (new.%1$I between -%2$s and %2$s)'
        when 'time'   then case p_type
            when 'date'::regtype then 'not (new.%1$I between date ''1900-01-01'' and date ''2199-12-31'')'
            else 'not (new.%1$I >= timestamptz ''1900-01-01 00:00:00+00'''
                 ' and new.%1$I < timestamptz ''2200-01-01 00:00:00+00'')' end
        when 'period' then case p_type
            when 'daterange'::regtype then 'not (new.%1$I <@ daterange ''[1900-01-01,2200-01-01)'')'
            else 'not (new.%1$I <@ tstzrange ''[1900-01-01 00:00:00+00,2200-01-01 00:00:00+00)'')' end
        when 'span'   then 'not (new.%1$I between interval ''-100 years'' and interval ''100 years'')'
    end, p_column, p_most,
    format(case p_type when 'jsonb[]'::regtype then 'to_jsonb(new.%I)' else 'new.%I' end, p_column))
$$;

-- True of a row in which any of these columns of one kind and type is beyond its bound: one question for all of them.
-- Kinds that cannot be asked together are asked one by one.
create function seal_private.any_beyond(p_columns name[], p_type regtype, p_kind text, p_most bigint) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
    select case p_kind
        when 'text'   then format('greatest(%s) > %s', n.lengths, p_most)
        when 'number' then format('least(%1$s) < -%2$s or greatest(%1$s) > %2$s', n.list, p_most)
        when 'time'   then format(case p_type
            when 'date'::regtype then 'least(%1$s) < date ''1900-01-01'' or greatest(%1$s) > date ''2199-12-31'''
            else 'least(%1$s) < timestamptz ''1900-01-01 00:00:00+00'''
                 ' or greatest(%1$s) >= timestamptz ''2200-01-01 00:00:00+00'''
            end, n.list)
        else n.each
    end
      from (select string_agg(format('new.%I', c), ', ') as list,
                   string_agg(format('octet_length(new.%I::text)', c), ', ') as lengths,
                   string_agg(seal_private.beyond(c, p_type, p_kind, p_most), ' or ') as each
              from unnest(p_columns) c) n
$$;

-- What a person is told of a bound.
create function seal_private.bound_in_words(p_kind text, p_most bigint) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
    select format(case p_kind
        when 'text'   then 'at most %s bytes'
        when 'bytes'  then 'at most %s bytes'
        when 'json'   then 'at most %s bytes, 100 levels, and numbers up to 1.8e308'
        when 'list'   then 'at most 1000 elements, and %s bytes'
        when 'number' then 'a number from -%1$s to %1$s'
        when 'time'   then 'a time from 1900 to 2199'
        when 'period' then 'a period within 1900 to 2199, with a beginning and an end'
        when 'span'   then 'at most 100 years'
    end, p_most)
$$;

-- Gives every column of a table its bound, and the table the triggers that keep them: one for all columns of a new row
-- and for the small ones of a changed row, and one each for documents and lists, which are measured when they are
-- written and at no other change. A check would be asked at every change of a row, a claim of a job among them; a
-- domain could name neither table nor column. Call it again after `add column`. Little is asked of a row that is
-- within its bounds, for what is asked has to be made ready in every transaction; which column it was is asked of the
-- others. (As a condition of the trigger it would be read anew by every statement: measured, twice as slow.)
--
--   p_most     by column, where the default will not do: 10,000 bytes of text, 1,000 of bytea, 1,000,000 of json,
--              100,000 of a list, and 1e13 for a number, so that the sum of 900,000 rows is still a bigint
--   p_made     columns that only functions write to a row that is there, from the clock or from counts that they bound
--              themselves
create function seal_private.bound(p_table regclass, p_most jsonb default '{}', p_made text[] default '{}') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
end $$;
select seal_private.admit('seal_private.bound_kind(regtype)', 'sb_seal', '{}', 'the kind of bound that a type needs'),
       seal_private.admit('seal_private.beyond(name, regtype, text, bigint)', 'sb_seal', '{}',
           'the condition of a bound''s trigger'),
       seal_private.admit('seal_private.any_beyond(name[], regtype, text, bigint)', 'sb_seal', '{}',
           'the question of a bounds trigger'),
       seal_private.admit('seal_private.bound_in_words(text, bigint)', 'sb_seal', '{}',
           'the words by which a person is told of a bound'),
       seal_private.admit('seal_private.bound(regclass, jsonb, text[])', 'sb_seal', '{}',
           'gives the columns of a table their bounds');

-- migrate:down
