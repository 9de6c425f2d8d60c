-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bound_kind(p_type regtype) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal_private.bound_kind(p_type regtype) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bound_kind(p_type regtype) IS 'the kind of bound that a type needs';

REVOKE ALL ON FUNCTION seal_private.bound_kind(p_type regtype) FROM PUBLIC;
