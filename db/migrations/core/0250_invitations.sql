-- migrate:up

-- Asking somebody in. Written by functions only; the secret in the mail stands hashed in seal_private.credentials.
create table public.invitations (
    org_id      uuid not null,
    id          uuid not null default seal.new_id(),
    email       text not null,
    role        text not null,
    invited_by  uuid,
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint invitations_pkey primary key (org_id, id),
    constraint invitations_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint invitations_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 320),
    constraint invitations_role_known check (role in ('owner', 'admin', 'member', 'viewer'))
);
comment on table public.invitations is 'Open and accepted invitations; one that is taken back is deleted.';
comment on column public.invitations.email is 'Only the person with this address can accept.';
comment on column public.invitations.invited_by is
    'A person''s id; a plain column, so that it outlives their membership.';
create unique index invitations_open_email_key on public.invitations (org_id, lower(email)) where accepted_at is null;

select seal_private.protect('public.invitations', p_read => 'admin', p_add => null, p_change => null, p_remove => null);
grant select, insert (org_id, id, email, role, invited_by, expires_at), update (accepted_at), delete
   on public.invitations to sb_gate;
create policy membership on public.invitations to sb_gate using (true) with check (true);

-- The invited see what is open for their own address, between organizations: once it is proven to be theirs.
alter policy tenant_floor on public.invitations
    using (org_id = (select seal.org(3))
           or lower(email) = (select lower(p.email) from public.profiles p
                               where p.id = (select seal.person()) and p.email_confirmed_at is not null))
    with check (org_id = (select seal.org(3)));
create policy own_invitations on public.invitations for select to sb_tenant
    using (accepted_at is null
           and lower(email) = (select lower(p.email) from public.profiles p
                                where p.id = (select seal.person()) and p.email_confirmed_at is not null));
create index invitations_email_idx on public.invitations (lower(email)) where accepted_at is null;

select seal_private.deviate('policy', 'public.invitations', 'membership',
           'core''s functions write invitations; each checks the context or the proof first.'),
       seal_private.deviate('policy', 'public.invitations', 'tenant_floor',
           'A person between organizations sees the invitations to their own address, once it is proven.'),
       seal_private.deviate('policy', 'public.invitations', 'own_invitations',
           'A person between organizations sees the invitations to their own address, once it is proven.');

-- Inviting ------------------------------------------------------------------------------------------------------------

create function core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
comment on function core.invite(text, text, bytea, timestamptz) is
    'An admin asks somebody in, with the proof of the secret that the mail will carry. Returns the invitation''s id.';

create function core.revoke_invitation(p_invitation uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me constant record := core.lock_as(3);
begin
    delete from public.invitations i where i.org_id = v_me.org_id and i.id = p_invitation and i.accepted_at is null;
    if not found then
        raise exception 'no such open invitation' using errcode = 'P0002';
    end if;
    perform seal_private.revoke_subject('invitation', v_me.org_id, p_invitation);
    perform system.record('member.uninvited', 'invitations', p_invitation::text);
end $$;
comment on function core.revoke_invitation(uuid) is 'An admin takes an open invitation back.';

-- The proof says that the mail arrived, the session says who read it: both are needed.
create function core.accept_invitation(p_proof bytea, p_org uuid) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
comment on function core.accept_invitation(bytea, uuid) is
    'A person between organizations joins, once, with the mail''s secret and the address it was sent to, confirmed, '
    'if whoever invited ranks as high now. Returns the role.';

-- What a person asked others in for ends with the rank to do so: their open invitations to a rank above this one go,
-- and so do the secrets that are out in mails. 0: all of them.
create function core.end_invitations_above(p_org uuid, p_inviter uuid, p_rank int) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_invitation uuid;
begin
    for v_invitation in
        delete from public.invitations i
         where i.org_id = p_org and i.invited_by = p_inviter and i.accepted_at is null
           and seal_private.rank_of(i.role) > p_rank
        returning i.id
    loop
        perform seal_private.revoke_subject('invitation', p_org, v_invitation);
        perform system.record('member.uninvited', 'invitations', v_invitation::text,
                              '{"reason": "the inviter ranks lower by now"}');
    end loop;
end $$;

select seal_private.admit('core.invite(text, text, bytea, timestamptz)', 'sb_gate', '{sb_api}',
           'invitations come with a credential, and no higher than the rank of who invites'),
       seal_private.admit('core.revoke_invitation(uuid)', 'sb_gate', '{sb_api}',
           'the credential goes with the invitation'),
       seal_private.admit('core.accept_invitation(bytea, uuid)', 'sb_gate', '{sb_api}',
           'a proof and a person of the right address make a membership'),
       seal_private.admit('core.end_invitations_above(uuid, uuid, integer)', 'sb_gate', '{}',
           'invitations end with the rank of whoever made them');

-- migrate:down
