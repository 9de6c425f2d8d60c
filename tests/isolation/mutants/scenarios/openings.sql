-- as: sb_api
select m.open('admin');

select m.open('both');

select m.open('both', 'b');

select m.open('viewer');

select m.open('second');

-- An organization that asks for a second factor: of people, and no other organization.
select m.behind($$update public.organizations set require_mfa = true where id = m.id('a')$$);
select m.open('both');

select m.behind($$update public.organizations set require_mfa = true where id = m.id('a')$$);
select m.open('both', 'b');

select m.behind($$update public.organizations set require_mfa = true where id = m.id('a')$$);
select m.behind($$update seal_private.credentials set aal = 2 where stored = sha256(m.proof('both'))$$);
select m.open('both');

select m.behind($$update public.organizations set require_mfa = true where id = m.id('a')$$);
select m.open_key('key');

select m.behind($$update public.organizations set require_mfa = true where id = m.id('a')$$);
select m.open_link('link');

select seal.open('session', m.proof('no proof'), m.id('a'));

select seal.open('key', m.proof('admin'), m.id('a'));

select seal.open('session', m.proof('key'), m.id('a'));

select seal.open('invitation', m.proof('invitation'), m.id('a'));

select m.open('revoked session');

select m.open('expired session');

select m.open('gone');

select m.open_key('key');

select m.open_key('small key');

select m.open_key('second key');

select m.open_key('revoked key');

select m.open_key('expired key');

select m.open_key('key of gone');

select seal.open('key', m.proof('key'), m.id('b'));

select seal.open('link', m.proof('link'), m.id('b'));

select m.open_link('link');

select m.open_link('locked link');

select m.open_link('revoked link');

-- Tickets: in their organization, while they last, of links that last, and not in the transaction that made them.
select m.open_link('ticket');

select seal.open('session', m.proof('ticket'), m.id('a'));

select seal.open('link', m.proof('ticket'), m.id('b'));

select m.open_link('no ticket');

select m.open_link('stale');

select m.open_link('void');

select m.open_link('over');

select seal.try_link(m.proof('locked link'), m.proof('password'), m.id('a'));
select seal.open('link', sha256(m.proof('locked link') || m.proof('password')), m.id('a'));

select m.open('admin');
select m.open('owner');

select m.open_person('admin');

select m.open_person('no proof');

select m.open_person('key');

select m.open_person('revoked session');

select m.open_person('expired session');
