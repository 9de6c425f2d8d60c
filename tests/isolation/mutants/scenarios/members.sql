-- as: sb_api
select m.open_person('newcomer');
select core.create_organization('New');

select m.open('admin');
select core.create_organization('New');

select core.create_organization('New');

select m.behind($$insert into public.org_members (org_id, user_id, role) select gen_random_uuid(), m.id('newcomer'), 'owner' from generate_series(1, 99)$$);
select m.open_person('newcomer');
select core.create_organization('New');
select core.create_organization('Newer');

select m.behind($$insert into public.org_members (org_id, user_id, role) select gen_random_uuid(), m.id('newcomer'), 'admin' from generate_series(1, 100)$$);
select m.behind($$insert into public.org_members (org_id, user_id, role) select gen_random_uuid(), m.id('gone'), 'owner' from generate_series(1, 100)$$);
select m.open_person('newcomer');
select core.create_organization('New');

select m.open('owner');
select core.update_organization('Other', null, null, null, null);

select m.open('admin');
select core.update_organization('Other', null, null, null, null);

-- Inviting: anybody, somebody again, a member, somebody who only says so, a rank above, for too long, what is no address.
select m.open('admin');
select core.invite('fresh@m.example', 'admin', m.proof('fresh'), now() + interval '7 days');

select m.open('admin');
select core.invite('NEWCOMER@m.example', 'viewer', m.proof('fresh'), now() + interval '7 days');

select m.open('admin');
select core.invite('other@m.example', 'viewer', m.proof('fresh'), now() + interval '7 days');

select m.open('admin');
select core.invite('deputy@m.example', 'viewer', m.proof('fresh'), now() + interval '7 days');

select m.open('admin');
select core.invite('VIEWER@m.example', 'viewer', m.proof('fresh'), now() + interval '7 days');

select m.open('admin');
select core.invite('unproven@m.example', 'viewer', m.proof('fresh'), now() + interval '7 days');

select m.open('admin');
select core.invite('bowner@m.example', 'viewer', m.proof('fresh'), now() + interval '7 days');

select m.open('admin');
select core.invite('fresh@m.example', 'owner', m.proof('fresh'), now() + interval '7 days');

select m.open('admin');
select core.invite('fresh@m.example', 'viewer', m.proof('fresh'), now() + interval '31 days');

select m.open('admin');
select core.invite('fresh@m.example', 'viewer', m.proof('fresh'), null);

select m.open('admin');
select core.invite(repeat('x', 1300) || '@m.example', 'viewer', m.proof('fresh'), now() + interval '7 days');

select m.open('member');
select core.invite('fresh@m.example', 'viewer', m.proof('fresh'), now() + interval '7 days');

select m.open('admin');
select core.revoke_invitation(m.id('high'));

select m.open('admin');
select core.revoke_invitation(m.id('invitation'));

select m.open('admin');
select core.revoke_invitation(m.id('in b'));

select m.open('admin');
select core.revoke_invitation(m.id('accepted'));

select m.open('admin');
select core.revoke_invitation(m.id('none'));

select m.open('member');
select core.revoke_invitation(m.id('high'));

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
select m.behind($$update public.invitations set role = 'admin', invited_by = m.id('both'), email = 'deputy@m.example' where id = m.id('high')$$);
select m.open_person('deputy');
select core.accept_invitation(m.proof('high'), m.id('a'));

-- Another invitation is found first.
select m.behind($$update public.invitations set created_at = now() where id = m.id('invitation') and org_id = m.id('a')$$);
select m.open_person('newcomer');
select core.accept_invitation(m.proof('invitation'), m.id('a'));

-- Ranks.
select m.open('owner');
select core.change_role(m.id('member'), 'admin');

select m.open('admin');
select core.change_role(m.id('member'), 'viewer');

select m.open('admin');
select core.change_role(m.id('both'), 'member');

select m.open('admin');
select core.change_role(m.id('bowner'), 'viewer');

select m.open('admin');
select core.change_role(m.id('gone'), 'viewer');

select m.open('admin');
select core.change_role(m.id('second'), 'viewer');

select m.open('owner');
select core.change_role(m.id('admin'), 'viewer');

select m.open('member');
select core.change_role(m.id('viewer'), 'viewer');

select m.behind($$delete from public.org_members where user_id = m.id('second')$$);
select m.open('owner');
select core.change_role(m.id('owner'), 'admin');

-- Leaving.
select m.open('admin');
select core.remove_member(m.id('member'));

select m.open('viewer');
select core.remove_member(m.id('viewer'));

select m.open('viewer');
select core.remove_member(m.id('member'));

select m.open('admin');
select core.remove_member(m.id('both'));

select m.open('admin');
select core.remove_member(m.id('bowner'));

select m.open('admin');
select core.remove_member(m.id('gone'));

select m.open('owner');
select core.remove_member(m.id('admin'));

select m.open('admin');
select core.remove_member(m.id('second'));

-- as: owner
select core.appoint_operator('ADMIN@m.example');

select core.appoint_operator('deputy@m.example');

select core.appoint_operator('unproven@m.example');

select core.appoint_operator('nobody@m.example');

select * from core.platform_owners();

select * from core.organization_owners();

select m.behind($$delete from public.org_members where org_id = m.id('platform') and role = 'owner'$$);
select * from core.platform_owners();

select m.behind($$update public.org_members set role = 'owner', joined_at = now() - interval '2 years' where user_id = m.id('deputy')$$);
select * from core.platform_owners();
select * from core.organization_owners();

-- as: sb_auth
select seal_auth.create_user('fresh@m.example', 'hash', 'Fresh');

select seal_auth.confirm_email(m.id('unproven'), 'UNPROVEN@m.example');

select seal_auth.confirm_email(m.id('unproven'), 'other@m.example');

select seal_auth.confirm_email(m.id('nobody'), 'unproven@m.example');

select seal_auth.confirm_email(m.id('viewer'), 'unproven@m.example');

select seal_auth.change_email(m.id('viewer'), 'fresh@m.example');

select seal_auth.change_email(m.id('nobody'), 'fresh@m.example');

select seal_auth.ensure_profile(m.id('fresh'), 'fresh@m.example', 'Fresh', null);

select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', null);

select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', '2020-01-01 00:00:00+00');

select seal_auth.ensure_profile(m.id('unproven'), 'unproven@m.example', 'Fresh', null);

select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('new session'), now() + interval '1 day');

select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('session admin'), now() + interval '2 days');

select seal_auth.start_session(m.proof('fresh'), m.id('viewer'), m.id('session admin'), now() + interval '2 days');

select seal_auth.start_session(m.proof('fresh'), m.id('nobody'), m.id('new session'), now() + interval '1 day');

select seal_auth.start_session(m.proof('fresh'), m.id('banned'), m.id('new session'), now() + interval '1 day');

select seal_auth.start_session(m.proof('fresh'), m.id('second'), m.id('new session'), now() + interval '1 day');

select seal_auth.end_session(m.id('session admin'));

-- The accounts of an auth server that was here first.
select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.create_user('fresh@m.example', 'hash', 'Fresh');
select seal_auth.confirm_email(m.id('unproven'), 'unproven@m.example');
select seal_auth.change_email(m.id('viewer'), 'fresh@m.example');
select seal_auth.start_session(m.proof('fresh'), m.id('banned'), m.id('new session'), now() + interval '1 day');
select seal_auth.end_session(m.id('session admin'));
