-- as: sb_api
select m.open_person('newcomer');
select core.create_organization('New');

select m.open('admin');
select core.create_organization('New');

select core.create_organization('New');

select m.behind($$insert into public.org_members (org_id, user_id, role) select gen_random_uuid(),
    m.id('newcomer'), 'owner' from generate_series(1, 99)$$);
select m.open_person('newcomer');
select core.create_organization('New');
select core.create_organization('Newer');

select m.behind($$insert into public.org_members (org_id, user_id, role) select gen_random_uuid(),
    m.id('newcomer'), 'admin' from generate_series(1, 100)$$);
select m.behind($$insert into public.org_members (org_id, user_id, role) select gen_random_uuid(),
    m.id('gone'), 'owner' from generate_series(1, 100)$$);
select m.open_person('newcomer');
select core.create_organization('New');

select m.open('owner');
select core.update_organization('Other', null, null, null, null);

select m.open('admin');
select core.update_organization('Other', null, null, null, null);

-- By the version that was read.
select m.behind($$update public.organizations set lock_version = 5$$);
select m.open('owner');
select core.update_organization('Fifth', null, null, null, null, 5);

select m.behind($$update public.organizations set lock_version = 5$$);
select m.open('owner');
select core.update_organization('Other', null, null, null, null, 4);

-- A second factor is asked for by an owner who has shown one, and asked no more by any of them.
select m.open('owner');
select core.update_organization(null, null, null, null, null, null, true);

select m.behind($$update seal_private.credentials set aal = 2 where stored = sha256(m.proof('owner'))$$);
select m.open('owner');
select core.update_organization(null, null, null, null, null, null, true);
select core.update_organization(null, null, null, null, null, null, true);
select core.update_organization('Other', null, null, null, null);
select core.update_organization(null, null, null, null, null, null, false);

select m.open('owner');
select core.update_organization(null, null, null, null, null, null, false);

select m.behind($$update seal_private.credentials set aal = 2 where stored = sha256(m.proof('owner'))$$);
select m.open('owner');
select m.behind($$update seal_private.credentials set aal = 1 where stored = sha256(m.proof('owner'))$$);
select m.behind($$update public.organizations set require_mfa = true where id = m.id('a')$$);
select core.update_organization('Other', null, null, null, null, null, true);

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
