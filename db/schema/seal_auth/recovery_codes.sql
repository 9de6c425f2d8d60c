-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.recovery_codes(p_proof bytea, OUT remaining integer, OUT made_at timestamp with time zone) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    select count(*) filter (where c.used_at is null)::int, max(c.created_at) into remaining, made_at
      from auth.recovery_codes c where c.user_id = v_me.person;
end $$;

ALTER FUNCTION seal_auth.recovery_codes(p_proof bytea, OUT remaining integer, OUT made_at timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.recovery_codes(p_proof bytea, OUT remaining integer, OUT made_at timestamp with time zone) IS 'The number of the person''s codes that are left, and when they were made. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.recovery_codes(p_proof bytea, OUT remaining integer, OUT made_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.recovery_codes(p_proof bytea, OUT remaining integer, OUT made_at timestamp with time zone) TO sb_auth;
