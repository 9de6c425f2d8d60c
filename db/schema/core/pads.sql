-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.pads() RETURNS TABLE(email text, factor uuid, pad_proof bytea)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_own_accounts();
    return query
        select u.email, f.id, f.pad_proof from auth.factors f join auth.users u on u.id = f.user_id
         where f.pad_proof is not null
         order by lower(u.email), f.id;
end $$;

ALTER FUNCTION core.pads() OWNER TO sb_gate;

COMMENT ON FUNCTION core.pads() IS 'Every factor that a file of the installation sealed, with the sha256 of its pad. Raises AccountsElsewhereError. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.pads() FROM PUBLIC;
