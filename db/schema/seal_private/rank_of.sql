-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.rank_of(p_role text) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_rank constant int := array_position(array['guest', 'viewer', 'member', 'admin', 'owner'], p_role) - 1;
begin
    if v_rank is null then raise exception 'no such rank: %', p_role using errcode = '22023'; end if;
    return v_rank;
end $$;

ALTER FUNCTION seal_private.rank_of(p_role text) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.rank_of(p_role text) IS 'a role as a number; an unknown word raises';

REVOKE ALL ON FUNCTION seal_private.rank_of(p_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.rank_of(p_role text) TO sb_gate;
