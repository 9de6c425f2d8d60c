-- migrate:up

-- The mail of an invitation. Its link has a secret of its own, beside the one that the inviter was shown: the database
-- makes it, so it is in no row and in no process but the one that sends the mail. Both end with the invitation.
create function core.mail_invitation(p_invitation uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me         constant record := core.lock_as(3);
    v_invitation public.invitations;
    v_proof      bytea;
begin
    select i.* into v_invitation from public.invitations i
     where i.org_id = v_me.org_id and i.id = p_invitation and i.accepted_at is null
       and i.expires_at > clock_timestamp();
    if not found then
        raise exception 'no such open invitation' using errcode = 'P0002';
    end if;
    perform core.assert_not_above(seal_private.rank_of(v_invitation.role), v_me.rank);
    -- Each goes to somebody who has not asked for it; one that was taken back was sent all the same.
    if (select count(*) from public.deliveries d
         where d.org_id = v_me.org_id and d.created_at > clock_timestamp() - interval '1 day'
           and d.template = 'invitation') >= 200 then
        raise exception 'too many invitations' using errcode = '23514', constraint = 'invitations_few_a_day';
    end if;
    v_proof := sha256(convert_to(seal_private.invitation_token(v_me.org_id,
                   seal_private.new_mail_secret('invitation.' || v_me.org_id || '.' || p_invitation)), 'UTF8'));
    if not seal_private.is_good('invitation', v_proof, v_me.org_id) then        -- sent again: the same link
        perform seal_private.add_credential('invitation', v_proof, v_me.user_id, v_me.org_id, p_invitation, 4,
                                            v_invitation.expires_at);
    end if;
    -- In the organization's language: an account that the address may have elsewhere is nobody's business here.
    return (select seal_private.send_mail(
                       v_me.org_id, 'invitation', v_invitation.email, null,
                       jsonb_build_object('organization', seal_private.in_one_line(o.name), 'role', v_invitation.role,
                                          'inviter', coalesce(nullif(btrim(seal_private.in_one_line(p.full_name)), ''),
                                                              p.email),
                                          'inviter_email', p.email, 'timezone', o.timezone),
                       p_invitation)
              from public.organizations o, public.profiles p
             where o.id = v_me.org_id and p.id = v_me.user_id);
end $$;
comment on function core.mail_invitation(uuid) is
    'An admin sends the mail of an open invitation, again with the same link. Returns the delivery. Raises '
    'NotFoundError, and NotAllowedError for an invitation to a rank above one''s own.';
select seal_private.admit('core.mail_invitation(uuid)', 'sb_gate', '{sb_api}',
           'the mail of an invitation comes with a credential that is stored nowhere');

-- migrate:down
