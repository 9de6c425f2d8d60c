-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.add_tokens(p_before bigint, p_more bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN LEAST((GREATEST(p_before, (0)::bigint) + LEAST(GREATEST(p_more, (0)::bigint), '1000000000000'::bigint)), '1000000000000'::bigint);

ALTER FUNCTION queue.add_tokens(p_before bigint, p_more bigint) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.add_tokens(p_before bigint, p_more bigint) IS 'a sum of tokens that stays in its range';

REVOKE ALL ON FUNCTION queue.add_tokens(p_before bigint, p_more bigint) FROM PUBLIC;
