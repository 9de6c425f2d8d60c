-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.signing_keys() RETURNS TABLE(kid text, sealed text, signs_from timestamp with time zone, ends_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_own_accounts();
    return query select k.kid, k.sealed, k.signs_from, k.ends_at from auth.signing_keys k
                  where k.ends_at is null or k.ends_at > clock_timestamp()
                  order by k.signs_from desc, k.kid;
end $$;

ALTER FUNCTION seal_auth.signing_keys() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.signing_keys() IS 'The keys that are published, the private halves sealed.';

REVOKE ALL ON FUNCTION seal_auth.signing_keys() FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.signing_keys() TO sb_auth;
