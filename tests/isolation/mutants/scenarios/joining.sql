-- as: sb_api
-- Joining.
select m.open_person('newcomer');
select core.accept_invitation(m.proof('invitation'), m.id('a'));

select m.open_person('newcomer');
select core.accept_invitation(m.proof('invitation'), m.id('b'));

select m.open_person('newcomer');
select core.accept_invitation(m.proof('no proof'), m.id('a'));

select m.open('viewer');
select core.accept_invitation(m.proof('invitation'), m.id('a'));

select core.accept_invitation(m.proof('invitation'), m.id('a'));

select m.open_person('gone');
select core.accept_invitation(m.proof('invitation'), m.id('a'));

select m.open_person('unproven');
select core.accept_invitation(m.proof('to unproven'), m.id('a'));

select m.behind($$delete from public.org_members where user_id = m.id('unproven')$$);
select m.open_person('unproven');
select core.accept_invitation(m.proof('to unproven'), m.id('a'));

select m.open_person('two');
select core.accept_invitation(m.proof('of nobody'), m.id('a'));

select m.behind($$update public.invitations set invited_by = m.id('admin') where id = m.id('of nobody')$$);
select m.open_person('two');
select core.accept_invitation(m.proof('of nobody'), m.id('a'));

select m.open_person('operator');
select core.accept_invitation(m.proof('of gone'), m.id('a'));

select m.behind($$update public.invitations set role = 'admin' where id = m.id('of member')$$);
select m.open_person('gone');
select core.accept_invitation(m.proof('of member'), m.id('a'));

select m.open_person('gone');
select core.accept_invitation(m.proof('of member'), m.id('a'));

select m.open_person('deputy');
select core.accept_invitation(m.proof('accepted'), m.id('a'));

-- The credential was used meanwhile: it is good no more.
select m.behind($$update public.invitations set email = 'deputy@m.example' where id = m.id('taken back')$$);
select m.open_person('deputy');
select core.accept_invitation(m.proof('taken back'), m.id('a'));

-- The maker ranks high enough in the other organization only.
select m.behind($$update public.invitations set role = 'admin', invited_by = m.id('both'), email = 'deputy@m.example'
    where id = m.id('high')$$);
select m.open_person('deputy');
select core.accept_invitation(m.proof('high'), m.id('a'));

-- Another invitation is found first.
select m.behind($$update public.invitations set created_at = now() where id = m.id('invitation') and org_id = m.id('a')$$);
select m.open_person('newcomer');
select core.accept_invitation(m.proof('invitation'), m.id('a'));

-- as: sb_auth
-- The page of an invitation, to who holds its secret.
select seal_auth.show_invitation(m.proof('invitation'), m.id('a'));
select seal_auth.show_invitation(m.proof('invitation'), m.id('b'));
select seal_auth.show_invitation(m.proof('no proof'), m.id('a'));
select seal_auth.show_invitation(m.proof('taken back'), m.id('a'));
select seal_auth.show_invitation(m.proof('too old'), m.id('a'));

-- Whoever invited has no name.
select m.behind($$update public.profiles set full_name = ' '$$);
select seal_auth.show_invitation(m.proof('invitation'), m.id('a'));

-- Whoever invited ranks lower by now, or has left.
select m.behind($$update public.org_members set role = 'viewer' where org_id = m.id('a')$$);
select seal_auth.show_invitation(m.proof('invitation'), m.id('a'));

-- Whoever invited ranks lower by now, and high in another organization.
select m.behind($$update public.org_members set role = 'viewer' where org_id = m.id('a')$$);
select m.behind($$insert into public.org_members (org_id, user_id, role)
    select m.id('b'), i.invited_by, 'owner' from public.invitations i
     where i.id = m.id('invitation') and i.org_id = m.id('a') on conflict do nothing$$);
select seal_auth.show_invitation(m.proof('invitation'), m.id('a'));

-- It was accepted, and its secret is still there.
select m.behind($$update public.invitations set accepted_at = now() where id = m.id('invitation') and org_id = m.id('a')$$);
select seal_auth.show_invitation(m.proof('invitation'), m.id('a'));
