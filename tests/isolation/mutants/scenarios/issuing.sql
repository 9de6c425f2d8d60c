-- as: sb_api
select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('key'), 4, now() + interval '1 year');

select m.open('member');
select seal.issue('link', m.proof('fresh'), m.id('link'), 0, now() + interval '1 year');

select m.open('admin');
select seal.issue('link', m.proof('fresh'), m.id('link'), 0, now() + interval '1 year');

-- As somebody who may not: another kind of context, none, between organizations, too low a rank.
select m.open_key('key');
select seal.issue('key', m.proof('fresh'), m.id('key'), 3, now() + interval '1 year');

select m.mint('session', 'admin', null, 4, 's', '1 hour');
select seal.issue('key', m.proof('fresh'), m.id('key'), 3, now() + interval '1 year');

select m.open('member');
select seal.issue('key', m.proof('fresh'), m.id('key of member'), 2, now() + interval '1 year');

select m.open('viewer');
select seal.issue('link', m.proof('fresh'), m.id('link of viewer'), 0, now() + interval '1 year');

select m.open('admin');
select seal.issue('session', m.proof('fresh'), m.id('key'), 3, now() + interval '1 year');

select m.open('admin');
select seal.issue('invitation', m.proof('fresh'), m.id('key'), 3, now() + interval '1 year');

select seal.issue('key', m.proof('fresh'), m.id('key'), 3, now() + interval '1 year');

-- Ranks and times out of bounds, and nothing at all.
select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('key'), 5, now() + interval '1 year');

select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('key'), -1, now() + interval '1 year');

select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('key'), null, now() + interval '1 year');

select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('key'), 3, now() + interval '3 years');

select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('key'), 3, null);

select m.open('admin');
select seal.issue(null, m.proof('fresh'), m.id('key'), 3, now() + interval '1 year');

-- For a row of another organization, of another person, of no one, or one that ends sooner.
select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('key in b'), 3, now() + interval '1 year');

select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('no key'), 3, now() + interval '1 year');

select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('key of second'), 3, now() + interval '1 year');

select m.open('admin');
select seal.issue('key', m.proof('fresh'), m.id('short key'), 3, now() + interval '1 year');

select m.open('member');
select seal.issue('link', m.proof('fresh'), m.id('link in b'), 0, now() + interval '1 year');

select m.open('member');
select seal.issue('link', m.proof('fresh'), m.id('no link'), 0, now() + interval '1 year');

select m.open('member');
select seal.issue('link', m.proof('fresh'), m.id('link of owner'), 0, now() + interval '1 year');

select m.open('member');
select seal.issue('link', m.proof('fresh'), m.id('short link'), 0, now() + interval '1 year');

select m.open('admin');
select seal.revoke(m.id('key'));

select m.open('admin');
select seal.revoke(m.id('locked link'));

select m.open('member');
select seal.revoke(m.id('key'));

select m.open('member');
select seal.revoke(m.id('link'));

select m.open('viewer');
select seal.revoke(m.id('link'));

select m.open('admin');
select seal.revoke(m.id('key in b'));

select m.open('admin');
select seal.revoke(m.id('revoked key'));

select m.open('admin');
select seal.revoke(m.id('invitation'));

-- A link's password.
select seal.link_salt(m.proof('locked link'), m.id('a')), seal.link_salt(m.proof('locked link'), m.id('b')), seal.link_salt(m.proof('no link'), m.id('a'));

select seal.link_salt(m.proof('link'), m.id('a')), seal.link_salt(m.proof('revoked link'), m.id('a'));

select seal.link_salt(m.proof('twin in b'), m.id('b'));

select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad) select 'context', 40, ipad, opad from seal_private.keys where purpose = 'other' and version = 1$$);
select seal.link_salt(m.proof('link'), m.id('a'));

select seal.try_link(m.proof('locked link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));

select seal.try_link(m.proof('link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('locked link'), m.proof('password'), m.id('b'));

select seal.try_link(m.proof('no link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('revoked link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('twin in b'), m.proof('other'), m.id('b'));

select seal.try_link(m.proof('first link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('first link'), m.proof('wrong'), m.id('a'));

select m.behind($$update seal_private.link_tries set failures = 9 where link_id = m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));
select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));

select m.behind($$update seal_private.link_tries set failures = 9 where link_id = m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('password'), m.id('a'));

select m.behind($$update seal_private.link_tries set failures = 9 where link_id = m.id('first link')$$);
select seal.try_link(m.proof('first link'), m.proof('wrong'), m.id('a'));

select m.behind($$delete from seal_private.link_tries where link_id = m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));

-- Another row of the organization is found first.
select m.behind($$update seal_private.link_tries set failures = failures where link_id = m.id('locked link')$$);
select m.behind($$update seal_private.link_tries set locked_until = now() + interval '1 day' where link_id <> m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));

-- The other organization's link of the same id is found first.
select m.behind($$update public.share_links set allow_download = false where org_id = m.id('a') and id = m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('password'), m.id('a'));
