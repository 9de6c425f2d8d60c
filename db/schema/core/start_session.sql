-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not exists (select from public.profiles p where p.id = p_user) then
        raise exception 'no such person' using errcode = '28000';
    end if;
    if seal_private.keeps_accounts() then
        if seal_private.is_banned(p_user) then
            raise exception 'the account is suspended' using errcode = '28000';
        end if;
        -- one sign-in has several tokens, one after the other
        insert into auth.sessions as s (id, user_id, not_after, not_idle_after, amr)
        values (p_session, p_user, p_expires, p_expires, '[{"method": "installer"}]')
        on conflict on constraint sessions_pkey do update set not_after = greatest(s.not_after, excluded.not_after),
               not_idle_after = greatest(s.not_idle_after, excluded.not_idle_after)
         where s.user_id = excluded.user_id and s.revoked_at is null;
        if not found then
            raise exception 'the session is somebody else''s' using errcode = '28000';
        end if;
    end if;
    -- the installer shows no factor and needs none: organizations that ask for two open to its command line
    perform seal_private.add_credential('session', p_proof, p_user, null, p_session, 4, p_expires, 2);
end $$;

ALTER FUNCTION core.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION core.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) IS 'Signs in as a person, without anything of theirs: the proof opens contexts until it expires. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) FROM PUBLIC;
