-- name: show
-- An open invitation, without using it up; no row if it is unknown, used, revoked or expired.
select organization, inviter, address, role from seal_auth.show_invitation(%(proof)s, %(org)s)
