-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.vouched_bytes(p_parts text[]) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(string_agg(case when p is null then '\x00'::bytea
                                    else '\x01'::bytea || int4send(octet_length(convert_to(p, 'UTF8')))
                                         || convert_to(p, 'UTF8') end, ''::bytea order by n), ''::bytea)
      from unnest(p_parts) with ordinality u (p, n)
$$;

ALTER FUNCTION seal_private.vouched_bytes(p_parts text[]) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.vouched_bytes(p_parts text[]) IS 'Parts as bytes, in their order: 00 for null, or 01, the length in four bytes, and the text in UTF-8.';

REVOKE ALL ON FUNCTION seal_private.vouched_bytes(p_parts text[]) FROM PUBLIC;
