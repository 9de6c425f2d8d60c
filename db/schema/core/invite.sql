-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me         constant record := core.lock_as(3);
    v_invitation constant uuid := seal.new_id();
    v_before     uuid;
begin
    perform core.assert_not_above(seal_private.rank_of(p_role), v_me.rank);
    if (p_expires <= clock_timestamp() + interval '30 days') is not true then
        raise exception 'an invitation is open for 30 days at most'
            using errcode = '23514', constraint = 'invitations_expire_in_30_days';
    end if;
    -- It is compared with every member's: what is no address would take its time each time.
    if octet_length(p_email) > 1280 then
        raise exception 'email: at most 320 characters'
            using errcode = '23514', schema = 'public', table = 'invitations', column = 'email',
            constraint = 'invitations_email_is_an_address';
    end if;
    if exists (select from public.org_members m join public.profiles p on p.id = m.user_id
                where m.org_id = v_me.org_id and lower(p.email) = lower(p_email)
                  and p.email_confirmed_at is not null) then
        raise exception 'already a member' using errcode = '23505', constraint = 'org_members_pkey';
    end if;
    -- Each is a mail to somebody who has not asked for it; one that is taken back was sent all the same.
    if (seal_private.take_permits('invitations', uuid_send(v_me.org_id), 200, 86400, 1)).granted = 0 then
        raise exception 'too many invitations' using errcode = '23514', constraint = 'invitations_few_a_day';
    end if;
    -- Inviting again replaces: the mail that was sent before opens nothing any more.
    delete from public.invitations i
     where i.org_id = v_me.org_id and lower(i.email) = lower(p_email) and i.accepted_at is null
    returning i.id into v_before;
    if v_before is not null then
        perform seal_private.revoke_subject('invitation', v_me.org_id, v_before);
    end if;
    insert into public.invitations (org_id, id, email, role, invited_by, expires_at)
    values (v_me.org_id, v_invitation, p_email, p_role, v_me.user_id, p_expires);
    perform seal_private.add_credential('invitation', p_proof, v_me.user_id, v_me.org_id, v_invitation, 4, p_expires);
    perform system.record('member.invited', 'invitations', v_invitation::text, jsonb_build_object('role', p_role));
    return v_invitation;
end $$;

ALTER FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) IS 'An admin asks somebody in, with the proof of the secret that the mail will carry. Returns the invitation''s id.';

REVOKE ALL ON FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) TO sb_api;
