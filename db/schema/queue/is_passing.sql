-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.is_passing(p_sqlstate text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ("left"(p_sqlstate, 2) = ANY (ARRAY['08'::text, '25'::text, '40'::text, '53'::text, '55'::text, '57'::text, '58'::text]));

ALTER FUNCTION queue.is_passing(p_sqlstate text) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.is_passing(p_sqlstate text) IS 'true if an error says nothing of a row';

REVOKE ALL ON FUNCTION queue.is_passing(p_sqlstate text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.is_passing(p_sqlstate text) TO sb_gate;
