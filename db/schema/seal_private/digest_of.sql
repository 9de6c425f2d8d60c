-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select sha256(convert_to(string_agg(coalesce(octet_length(convert_to(f.field, 'UTF8')) || ':' || f.field, '-'), ''
                                        order by f.place), 'UTF8'))
      from unnest(p_fields) with ordinality f (field, place)
$$;

ALTER FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) IS 'sha256 over texts, each as its length in bytes, a colon and itself in UTF-8; null as a hyphen.';

REVOKE ALL ON FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) TO sb_gate;
