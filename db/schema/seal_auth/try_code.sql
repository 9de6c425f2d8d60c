-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.try_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, OUT wait integer, OUT ticket bytea) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_own_accounts();
    wait := seal_private.wait_for('code', p_email, p_device, p_ip);
    if wait = 0 then
        -- the newest: an older mail's code is void, its link is not
        ticket := seal_private.try_one_time(
            (select n.id from auth.one_time_tokens n
              where lower(n.email) = lower(p_email) and n.kind = any (p_kinds) and n.kind <> 'reauth'
                and n.used_at is null and n.expires_at > clock_timestamp()
              order by n.created_at desc, n.id limit 1), p_code);
    end if;
end $$;

ALTER FUNCTION seal_auth.try_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, OUT wait integer, OUT ticket bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.try_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, OUT wait integer, OUT ticket bytea) IS 'Tries the code of the newest mail of these kinds to an address. Says nothing of it, but a ticket: if the code is right and the transaction commits, seal_auth.finish_code() takes the ticket in another one. Five tries a mail; they are counted and limited as those of passwords are: wait has the seconds.';

REVOKE ALL ON FUNCTION seal_auth.try_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, OUT wait integer, OUT ticket bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.try_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, OUT wait integer, OUT ticket bytea) TO sb_auth;
