-- Two organizations, a and b, with what is told apart by one condition each.

select m.row('public.organizations', jsonb_build_object('id', '@' || o, 'name', 'Organization ' || o))
  from unnest('{a,b,c,d,1,2,3,4,5,6,7,8,9,busy,busy too}'::text[]) o;

select m.person(p) from unnest('{owner,second,admin,member,viewer,both,gone,newcomer,operator,deputy,bowner,banned}'::text[]) p;
select m.person('unproven', '{"email_confirmed_at": null}'), m.person('two', '{"email": "TWO@m.example"}');
update auth.users set banned_until = now() + interval '1 year' where id = m.id('banned');
update auth.users set banned_until = now() - interval '1 day' where id = m.id('second');

-- Of a person in both, the other's membership comes first.
select m.member('b', 'both', 'admin'), m.member('b', 'bowner', 'owner');
select m.member('a', p, p) from unnest('{viewer,member,admin,owner}'::text[]) p;
select m.member('a', 'second', 'owner'), m.member('a', 'both', 'viewer'), m.member('a', 'unproven', 'member'),
    m.member('a', 'banned', 'member');
select m.member('platform', 'deputy', 'admin'), m.member('platform', 'viewer', 'owner'), m.member('platform', 'operator', 'owner');
update public.org_members set joined_at = now() - interval '1 year' where user_id in (m.id('operator'), m.id('second'));

-- Sessions that have ended.
select m.credential('revoked session', 'session', '{"revoked_at": "~-1 hour"}'),
    m.credential('expired session', 'session', '{"expires_at": "~-1 hour"}'),
       m.session('session admin', 'admin');

-- Twins come first: another kind or another organization with the same subject.
select m.credential('twin of link', 'key', '{"subject": "@locked link"}'),
    m.credential('twin in b', 'link', '{"subject": "@locked link", "org_id": "@b"}'),
       m.credential('twin of key', 'link', '{"subject": "@lone"}'),
           m.credential('twin of key in b', 'key', '{"subject": "@lone too", "org_id": "@b"}'),
       m.credential('b key', 'key', '{"org_id": "@b", "user_id": "@both"}'),
           m.credential('twin of invitation', 'key', '{"subject": "@invitation"}'),
       m.credential('twin of invitation in b', 'invitation', '{"subject": "@invitation", "org_id": "@b"}'),
       m.credential('twin of session', 'key', '{"subject": "@session admin"}');

select m.key('key'), m.key('second key', '{}', '{"user_id": "@second"}'), m.key('small key', '{}', '{"rank_cap": 2}'),
       m.key('revoked key', '{}', '{"revoked_at": "~-1 hour"}'), m.key('expired key', '{}', '{"expires_at": "~-1 hour"}'),
       m.key('key of gone', '{}', '{"user_id": "@gone"}'), m.key('key of second', '{"created_by": "@second"}'),
           m.key('key of member', '{"created_by": "@member"}'),
       m.key('new key', '{}', '{"subject": "@nothing"}'), m.key('short key', '{"expires_at": "~1 hour"}'),
           m.key('key in b', '{"org_id": "@b"}', '{"org_id": "@b"}');

-- Links: with a password, and with a ticket that a right one made.
select m.link('link'), m.link('link of viewer', '{"created_by": "@viewer"}'), m.link('link of owner', '{"created_by": "@owner"}'),
       m.link('short link', '{"expires_at": "~1 hour"}'), m.link('link in b', '{"org_id": "@b"}', '{"org_id": "@b"}'),
       m.row('public.share_links', '{"org_id": "@b", "id": "@link", "proposal_id": "@p", "version": 1, "password_proof": "##twin",
           "created_by": "@member",
                                     "password_salt": "\\xffffffffffffffffffffffffffffffff", "expires_at": "~5 years"}');
do $$
declare
    v_password constant jsonb := '{"password_salt": "\\x00112233445566778899aabbccddeeff", "password_proof": "##password"}';
begin
    perform m.link('first link', v_password), m.link('locked link', v_password), m.link('stale link', v_password),
            m.link('revoked link', v_password, '{"revoked_at": "~-1 hour"}'),
                m.link('expired link', v_password, '{"expires_at": "~-1 hour"}');
    perform m.row('public.share_links', '{"org_id": "@b", "id": "@locked link", "proposal_id": "@p", "version": 1, "created_by": "@member",
        "password_salt": "\\xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", "password_proof": "##other", "expires_at": "~5 years"}');
end $$;
select m.row('seal_private.link_tries', '{"org_id": "@b", "link_id": "@locked link", "failures": 3, "locked_until": "~1 day"}'),
       m.row('seal_private.link_tries', '{"org_id": "@a", "link_id": "@first link", "failures": 5, "locked_until": "~1 day"}'),
       m.row('seal_private.link_tries', '{"org_id": "@a", "link_id": "@locked link", "ticket": "##ticket", "ticket_until": "~1 day",
           "ticket_of": 1}'),
       m.row('seal_private.link_tries', '{"org_id": "@a", "link_id": "@stale link", "ticket": "##stale", "ticket_until": "~-1 hour",
           "ticket_of": 1}'),
       m.row('seal_private.link_tries', '{"org_id": "@a", "link_id": "@revoked link", "ticket": "##void", "ticket_until": "~1 day",
           "ticket_of": 1}'),
       m.row('seal_private.link_tries', '{"org_id": "@a", "link_id": "@expired link", "ticket": "##over", "ticket_until": "~1 day",
           "ticket_of": 1}');

select m.invitation('invitation', '{"email": "newcomer@m.example"}'), m.invitation('high', '{"role": "owner", "email": "high@m.example"}'),
       m.invitation('of member', '{"invited_by": "@member", "email": "gone@m.example"}'),
       m.invitation('of gone', '{"invited_by": "@gone", "email": "operator@m.example"}'),
       m.invitation('of nobody', '{"invited_by": null, "email": "two@m.example"}'),
       m.invitation('to unproven', '{"email": "unproven@m.example"}'),
       m.invitation('accepted', '{"accepted_at": "~-1 hour", "email": "deputy@m.example"}'),
       m.invitation('taken back', '{"email": "back@m.example"}', '{"revoked_at": "~-1 hour"}'),
           m.invitation('too old', '{"email": "old@m.example"}', '{"expires_at": "~-1 hour"}'),
       m.invitation('in b', '{"org_id": "@b", "invited_by": "@both", "email": "gone@m.example"}', '{"org_id": "@b"}'),
       m.row('public.invitations', '{"org_id": "@b", "id": "@invitation", "email": "other@m.example", "role": "viewer",
           "invited_by": "@bowner", "expires_at": "~1 day"}');

-- Lanes that another session holds all the time: it has one limit each.
select m.row('public.job_lanes', '{"org_id": "@busy", "max_running": 5}'),
    m.row('public.job_lanes', '{"org_id": "@busy too", "token_limit": 500}');

-- Keys of another purpose, with the same versions and newer ones.
insert into seal_private.keys (purpose, version, ipad, opad)
select 'other', v, decode(repeat('aa', 64), 'hex'), decode(repeat('bb', 64), 'hex') from unnest('{1,2,50}'::int[]) v;

select m.row('public.clients', jsonb_build_object('org_id', '@' || o, 'id', '@c', 'name', 'Client')) from unnest('{a,b}'::text[]) o;
