-- name: add
-- Asks somebody in; the id.
select core.invite(%(email)s, %(role)s, %(proof)s, %(expires_at)s)

-- name: open
-- Invitations of the open organisation that nobody has accepted yet, the newest first.
select org_id, id, email, role, invited_by, expires_at, accepted_at
  from public.invitations
 where org_id = %(org_id)s and accepted_at is null
 order by created_at desc, id

-- name: own
-- Invitations to the address of the person between organisations.
select i.org_id, i.id, i.email, i.role, i.invited_by, i.expires_at, i.accepted_at
  from public.invitations i
  join public.profiles p on lower(p.email) = lower(i.email)
 where p.id = %(user_id)s and i.accepted_at is null
 order by i.created_at desc, i.id

-- name: revoke
-- Takes an open invitation back.
select core.revoke_invitation(%(id)s)
