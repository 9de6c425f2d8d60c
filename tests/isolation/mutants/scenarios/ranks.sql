-- as: sb_api
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
