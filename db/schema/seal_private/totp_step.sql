-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.totp_step(p_secret bytea, p_code text, p_at timestamp with time zone, p_last bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select max(s.step) filter (where seal_private.totp(p_secret, s.step) = p_code and s.step > coalesce(p_last, -1))
      from (select floor(extract(epoch from p_at) / 30)::bigint + o as step from generate_series(-1, 1) o) s
$$;

ALTER FUNCTION seal_private.totp_step(p_secret bytea, p_code text, p_at timestamp with time zone, p_last bigint) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.totp_step(p_secret bytea, p_code text, p_at timestamp with time zone, p_last bigint) IS 'The step of which a code is, at most one away from the time; null: none, or none later than the last that passed.';

REVOKE ALL ON FUNCTION seal_private.totp_step(p_secret bytea, p_code text, p_at timestamp with time zone, p_last bigint) FROM PUBLIC;
