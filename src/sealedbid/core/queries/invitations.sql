-- name: add
-- Creates an invitation; returns its id.
select core.invite(%(email)s, %(role)s, %(proof)s, %(expires_at)s)

-- name: mail
-- Sends the mail of an open invitation; returns the delivery's id.
select core.mail_invitation(%(id)s)

-- name: open
-- The invitations of the open organization that are not accepted, the newest first.
select org_id, id, email, role, invited_by, expires_at, accepted_at
  from public.invitations
 where org_id = %(org_id)s and accepted_at is null
 order by created_at desc, id

-- name: own
-- The open invitations to the address of the person between organizations.
select i.org_id, i.id, i.email, i.role, i.invited_by, i.expires_at, i.accepted_at
  from public.invitations i
  join public.profiles p on lower(p.email) = lower(i.email)
 where p.id = %(user_id)s and i.accepted_at is null
 order by i.created_at desc, i.id

-- name: revoke
-- Deletes an open invitation.
select core.revoke_invitation(%(id)s)
