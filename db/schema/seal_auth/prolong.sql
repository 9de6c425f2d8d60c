-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.prolong(p_proof bytea) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me      record;
    v_lasts   constant interval := (select o.lasts from seal_private.session_of(p_proof) o);
    v_expires timestamptz;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if v_me.waits or v_lasts < interval '2 hours' then
        return null;    -- what waits ends soon; an access token is refreshed
    end if;
    update auth.sessions s
       set not_idle_after = clock_timestamp() + interval '30 days', refreshed_at = clock_timestamp()
     where s.id = v_me.session
    returning least(clock_timestamp() + interval '12 hours', s.not_after, s.created_at + interval '30 days')
         into v_expires;
    perform seal_private.prolong(p_proof, v_expires);
    return v_expires;
end $$;

ALTER FUNCTION seal_auth.prolong(p_proof bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.prolong(p_proof bytea) IS 'Lets a browser''s cookie last 12 hours from now on, 30 days since the sign-in at most; returns when it expires, or null for an access token and before the second step.';

REVOKE ALL ON FUNCTION seal_auth.prolong(p_proof bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.prolong(p_proof bytea) TO sb_auth;
