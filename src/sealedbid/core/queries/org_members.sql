-- name: accept
-- Joins with an invitation's secret; returns the role.
select core.accept_invitation(%(proof)s, %(invited_to)s)

-- name: change_role
-- Sets a member's rank.
select core.change_role(%(user_id)s, %(role)s)

-- name: own
-- The organizations of the person between organizations, by name.
select m.org_id, o.name, m.role, o.require_mfa
  from public.org_members m
  join public.organizations o on o.id = m.org_id
 where m.user_id = %(user_id)s
 order by o.name, m.org_id

-- name: page
-- The people of the open organization, by name.
select m.user_id, p.email, p.full_name, m.role, m.joined_at
  from public.org_members m
  join public.profiles p on p.id = m.user_id
 where m.org_id = %(org_id)s
 order by p.full_name, m.user_id

-- name: remove
-- Removes a member, or the person who calls.
select core.remove_member(%(user_id)s)
