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
