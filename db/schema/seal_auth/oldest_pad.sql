-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.oldest_pad(OUT factor uuid, OUT pad_proof bytea) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if seal_private.keeps_accounts() then
        select f.id, f.pad_proof into factor, pad_proof from auth.factors f
         where f.verified_at is not null and f.pad_proof is not null order by f.verified_at, f.id limit 1;
    end if;
end $$;

ALTER FUNCTION seal_auth.oldest_pad(OUT factor uuid, OUT pad_proof bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.oldest_pad(OUT factor uuid, OUT pad_proof bytea) IS 'The oldest factor that is asked for, and the sha256 of its pad: whoever serves compares it with what its file makes of the id. Null: there is none, or accounts are kept by another auth server.';

REVOKE ALL ON FUNCTION seal_auth.oldest_pad(OUT factor uuid, OUT pad_proof bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.oldest_pad(OUT factor uuid, OUT pad_proof bytea) TO sb_auth;
