-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION intelligence.to_vector(p_text text) RETURNS public.vector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (p_text)::public.vector;

ALTER FUNCTION intelligence.to_vector(p_text text) OWNER TO sb_owner;

COMMENT ON FUNCTION intelligence.to_vector(p_text text) IS 'The vector that a text like [0.1,0.2] stands for.';

REVOKE ALL ON FUNCTION intelligence.to_vector(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.to_vector(p_text text) TO sb_tenant;
