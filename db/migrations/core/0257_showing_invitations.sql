-- migrate:up

-- The page that an invitation's link opens: who holds the secret reads what it is for, signed in or not, and uses
-- nothing up. Nobody else learns anything: unknown, used, revoked and expired are the same, no row.
create function seal_auth.show_invitation(
    p_proof bytea, p_org uuid, out organization text, out inviter text, out address text, out role text)
returns setof record
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.name, coalesce(nullif(btrim(p.full_name), ''), p.email), i.email, i.role
      from public.invitations i
      join public.organizations o on o.id = i.org_id
      join public.org_members m on m.org_id = i.org_id and m.user_id = i.invited_by
      join public.profiles p on p.id = m.user_id
     where i.org_id = p_org and i.id = seal_private.subject_of('invitation', p_proof, p_org)
       and i.accepted_at is null and seal_private.rank_of(m.role) >= seal_private.rank_of(i.role)
$$;
comment on function seal_auth.show_invitation(bytea, uuid) is
    'Returns what an open invitation is for to who holds the secret of its link: the organization, the name of who '
    'invites, the address and the rank; no row where core.accept_invitation() would refuse it. Uses nothing up.';
select seal_private.admit('seal_auth.show_invitation(bytea, uuid)', 'sb_gate', '{sb_auth}',
           'the secret of an invitation shows what it is for, before anybody is signed in');

-- migrate:down
