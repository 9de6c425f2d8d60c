-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.add_signing_key(p_kid text, p_sealed text, p_last text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_last text;
begin
    perform seal_private.assert_own_accounts();
    lock table auth.signing_keys in share row exclusive mode;   -- of processes that start at once one adds a key
    select k.kid into v_last from auth.signing_keys k where k.ends_at is null;
    if v_last is distinct from p_last
       or (select count(*) from auth.signing_keys k
            where k.created_at > clock_timestamp() - interval '1 hour') >= 5 then
        return false;
    end if;
    delete from auth.signing_keys k where k.ends_at < clock_timestamp();
    -- the last token that the one before signs lives an hour from when this one begins
    update auth.signing_keys k set ends_at = clock_timestamp() + interval '80 minutes' where k.ends_at is null;
    insert into auth.signing_keys (kid, sealed, signs_from)
    values (p_kid, p_sealed,
            clock_timestamp() + case when v_last is null then interval '0' else interval '10 minutes' end);
    return true;
end $$;

ALTER FUNCTION seal_auth.add_signing_key(p_kid text, p_sealed text, p_last text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.add_signing_key(p_kid text, p_sealed text, p_last text) IS 'Adds a key that signs ten minutes from now, or at once if it is the first; the one before is published for 80 minutes more. False: p_last is not the newest any more, or there were five within an hour.';

REVOKE ALL ON FUNCTION seal_auth.add_signing_key(p_kid text, p_sealed text, p_last text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.add_signing_key(p_kid text, p_sealed text, p_last text) TO sb_auth;
