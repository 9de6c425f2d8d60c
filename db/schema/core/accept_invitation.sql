-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_person     constant uuid := seal.person();
    v_invitation public.invitations;
    v_id         uuid;
begin
    if v_person is null then
        raise exception 'only a person between organizations accepts an invitation' using errcode = '42501';
    end if;
    -- The organization is locked before the invitation, as in every other function here: the other way round, of one
    -- who accepts and one who takes the invitation back each would wait for the other. Without a proof that holds
    -- nothing is locked.
    if seal_private.is_good('invitation', p_proof, p_org) is not true then
        raise exception 'unknown, used, revoked or expired invitation' using errcode = '28000';
    end if;
    perform core.lock_members(p_org);
    v_id := seal_private.redeem('invitation', p_proof, p_org);
    -- Whoever invited has to rank as high now, not only when they invited. If not, it is as if there were no
    -- invitation.
    select i.* into v_invitation
      from public.invitations i
      join public.org_members m on m.org_id = i.org_id and m.user_id = i.invited_by
     where i.org_id = p_org and i.id = v_id and i.accepted_at is null
       and seal_private.rank_of(m.role) >= seal_private.rank_of(i.role);
    if not found then
        raise exception 'unknown, used, revoked or expired invitation' using errcode = '28000';
    end if;
    -- what raises here rolls the redeeming back: a wrong reader does not use it up
    if not exists (select from public.profiles p
                    where p.id = v_person and lower(p.email) = lower(v_invitation.email)
                      and p.email_confirmed_at is not null) then
        raise exception 'the invitation is for another address, or this one is not confirmed'
            using errcode = '23514', constraint = 'invitations_email_is_the_readers';
    end if;
    insert into public.org_members (org_id, user_id, role) values (p_org, v_person, v_invitation.role);
    update public.invitations i set accepted_at = now() where i.org_id = p_org and i.id = v_id;
    perform core.record_for(p_org, v_person, 'session', 'member.joined', v_person::text,
                            jsonb_build_object('role', v_invitation.role));
    return v_invitation.role;
end $$;

ALTER FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) IS 'A person between organizations joins, once, with the mail''s secret and the address it was sent to, confirmed, if whoever invited ranks as high now. Returns the role.';

REVOKE ALL ON FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) TO sb_api;
