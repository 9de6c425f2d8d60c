-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not exists (select from public.profiles p where p.id = p_user) then
        raise exception 'no such person' using errcode = '28000';
    end if;
    if seal_private.owns_auth() then
        if exists (select from auth.users u where u.id = p_user and u.banned_until > clock_timestamp()) then
            raise exception 'the account is suspended' using errcode = '28000';
        end if;
        -- one sign-in has several tokens, one after the other
        insert into auth.sessions as s (id, user_id, not_after) values (p_session, p_user, p_expires)
        on conflict on constraint sessions_pkey do update set not_after = greatest(s.not_after, excluded.not_after)
         where s.user_id = excluded.user_id;
        if not found then
            raise exception 'the session is somebody else''s' using errcode = '28000';
        end if;
        update auth.users set last_sign_in_at = now() where id = p_user;
    end if;
    perform seal_private.add_credential('session', p_proof, p_user, null, p_session, 4, p_expires);
end $$;

ALTER FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) IS 'Registers an access token: its proof opens contexts for this person until it expires.';

REVOKE ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) TO sb_auth;
