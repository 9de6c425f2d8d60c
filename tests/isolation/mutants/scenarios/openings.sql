-- as: sb_api
select m.open('admin');

select m.open('both');

select m.open('both', 'b');

select m.open('viewer');

select m.open('second');

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

-- as: owner
-- What other functions ask and do, each with one thing that differs.
select seal_private.key_lives(m.id('a'), m.id('key')), seal_private.key_lives(m.id('b'), m.id('key')), seal_private.key_lives(m.id('a'), m.id('no key'));

select seal_private.key_lives(m.id('a'), m.id('revoked key')), seal_private.key_lives(m.id('a'), m.id('expired key'));

select seal_private.key_lives(m.id('a'), m.id('link')), seal_private.key_lives(m.id('a'), m.id('lone')), seal_private.key_lives(m.id('a'), m.id('lone too'));

select seal_private.is_good('invitation', m.proof('invitation'), m.id('a')), seal_private.is_good('invitation', m.proof('invitation'), m.id('b'));

select seal_private.is_good('key', m.proof('invitation'), m.id('a')), seal_private.is_good('invitation', m.proof('no proof'), m.id('a'));

select seal_private.is_good('invitation', m.proof('taken back'), m.id('a')), seal_private.is_good('invitation', m.proof('too old'), m.id('a'));

select seal_private.redeem('invitation', m.proof('invitation'), m.id('a'));

select seal_private.redeem('invitation', m.proof('invitation'), m.id('b'));

select seal_private.redeem('key', m.proof('invitation'), m.id('a'));

select seal_private.redeem('invitation', m.proof('no proof'), m.id('a'));

select seal_private.redeem('invitation', m.proof('taken back'), m.id('a'));

select seal_private.redeem('invitation', m.proof('too old'), m.id('a'));

select seal_private.link_of(m.proof('link'), m.id('a')), seal_private.link_of(m.proof('link'), m.id('b')), seal_private.link_of(m.proof('no'), m.id('a'));

select seal_private.link_of(m.proof('key'), m.id('a')), seal_private.link_of(m.proof('revoked link'), m.id('a')), seal_private.link_of(m.proof('expired link'), m.id('a'));

select seal_private.revoke_subject('key', m.id('a'), m.id('key'));

select seal_private.revoke_subject('link', m.id('a'), m.id('locked link'));

select seal_private.revoke_subject('invitation', m.id('a'), m.id('invitation'));

select seal_private.revoke_subject('key', m.id('a'), m.id('revoked key'));

select seal_private.revoke_subject('session', null, m.id('session admin'));

select seal_private.revoke_keys_of(m.id('a'), m.id('admin'));

select seal_private.revoke_keys_of(m.id('a'), m.id('both'));

select seal_private.revoke_keys_of(m.id('b'), m.id('both'));

select seal_private.rank_in(m.id('a'), m.id('both')), seal_private.rank_in(m.id('b'), m.id('both')), seal_private.rank_in(m.id('a'), m.id('gone'));

select seal_private.rank_in(m.id('a'), m.id('owner')), seal_private.rank_in(m.id('a'), m.id('viewer')), seal_private.rank_in(m.id('b'), m.id('owner'));

select seal_private.add_credential('key', m.proof('fresh'), m.id('admin'), m.id('a'), m.id('key'), 4, now() + interval '1 day');

select seal_private.add_credential('key', '\x00', m.id('admin'), m.id('a'), m.id('key'), 4, now() + interval '1 day');

select seal_private.add_credential('key', null, m.id('admin'), m.id('a'), m.id('key'), 4, now() + interval '1 day');

select m.behind($$update seal_private.credentials set expires_at = now() - interval '8 days' where stored = sha256(m.proof('expired key'))$$);
select m.behind($$update seal_private.credentials set expires_at = now() - interval '6 days' where stored = sha256(m.proof('key'))$$);
select seal_private.purge_credentials(100);

select seal_private.store_key('context', m.proof('x'), '1 hour');

select seal_private.store_key('context', m.proof('x') || m.proof('y') || m.proof('z'), '1 hour');

select seal_private.store_key('context', '\x00', '1 hour');

select seal_private.store_key('context', null, '1 hour');

-- Older ones: one that is over, one that is not, and one of another purpose that is.
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad, expires_at)
    select p, v, ipad, opad, now() + e from seal_private.keys k,
           (values ('context', 101, interval '-1 hour'), ('context', 102, '1 minute'), ('other', 103, '-1 hour')) n (p, v, e)
     where k.purpose = 'other' and k.version = 1$$);
select seal_private.store_key('context', m.proof('x'), '1 hour');
