-- as: owner
-- What other functions ask and do, each with one thing that differs.
select seal_private.key_lives(m.id('a'), m.id('key')), seal_private.key_lives(m.id('b'), m.id('key')), seal_private.key_lives(m.id('a'),
    m.id('no key'));

select seal_private.key_lives(m.id('a'), m.id('revoked key')), seal_private.key_lives(m.id('a'), m.id('expired key'));

select seal_private.key_lives(m.id('a'), m.id('link')), seal_private.key_lives(m.id('a'), m.id('lone')), seal_private.key_lives(m.id('a'),
    m.id('lone too'));

select seal_private.subject_of('invitation', m.proof('invitation'), m.id('a')), seal_private.subject_of('invitation', m.proof('invitation'),
    m.id('b'));

select seal_private.subject_of('key', m.proof('invitation'), m.id('a')), seal_private.subject_of('invitation', m.proof('no proof'), m.id('a'));

select seal_private.subject_of('invitation', m.proof('taken back'), m.id('a')), seal_private.subject_of('invitation', m.proof('too old'),
    m.id('a'));

select seal_private.is_good('invitation', m.proof('invitation'), m.id('a')), seal_private.is_good('invitation', m.proof('invitation'),
    m.id('b'));

select seal_private.is_good('key', m.proof('invitation'), m.id('a')), seal_private.is_good('invitation', m.proof('no proof'), m.id('a'));

select seal_private.is_good('invitation', m.proof('taken back'), m.id('a')), seal_private.is_good('invitation', m.proof('too old'),
    m.id('a'));

select seal_private.redeem('invitation', m.proof('invitation'), m.id('a'));

select seal_private.redeem('invitation', m.proof('invitation'), m.id('b'));

select seal_private.redeem('key', m.proof('invitation'), m.id('a'));

select seal_private.redeem('invitation', m.proof('no proof'), m.id('a'));

select seal_private.redeem('invitation', m.proof('taken back'), m.id('a'));

select seal_private.redeem('invitation', m.proof('too old'), m.id('a'));

select seal_private.link_of(m.proof('link'), m.id('a')), seal_private.link_of(m.proof('link'),
    m.id('b')), seal_private.link_of(m.proof('no'), m.id('a'));

select seal_private.link_of(m.proof('key'), m.id('a')), seal_private.link_of(m.proof('revoked link'),
    m.id('a')), seal_private.link_of(m.proof('expired link'), m.id('a'));

select seal_private.revoke_subject('key', m.id('a'), m.id('key'));

select seal_private.revoke_subject('link', m.id('a'), m.id('locked link'));

select seal_private.revoke_subject('invitation', m.id('a'), m.id('invitation'));

select seal_private.revoke_subject('key', m.id('a'), m.id('revoked key'));

select seal_private.revoke_subject('session', null, m.id('session admin'));

select seal_private.revoke_keys_of(m.id('a'), m.id('admin'));

select seal_private.revoke_keys_of(m.id('a'), m.id('both'));

select seal_private.revoke_keys_of(m.id('b'), m.id('both'));

select seal_private.rank_in(m.id('a'), m.id('both')), seal_private.rank_in(m.id('b'), m.id('both')), seal_private.rank_in(m.id('a'),
    m.id('gone'));

select seal_private.rank_in(m.id('a'), m.id('owner')), seal_private.rank_in(m.id('a'), m.id('viewer')), seal_private.rank_in(m.id('b'),
    m.id('owner'));

select seal_private.add_credential('key', m.proof('fresh'), m.id('admin'), m.id('a'), m.id('key'), 4, now() + interval '1 day');

select seal_private.add_credential('key', '\x00', m.id('admin'), m.id('a'), m.id('key'), 4, now() + interval '1 day');

select seal_private.add_credential('key', null, m.id('admin'), m.id('a'), m.id('key'), 4, now() + interval '1 day');

select seal_private.add_credential('session', m.proof('fresh'), m.id('admin'), null, m.id('session admin'), 4, now() + interval '1 day', 2);
select seal_private.has_shown_two(m.id('session admin')), seal_private.has_shown_two(m.id('session viewer')), seal_private.has_shown_two(m.id('key'));
select seal_private.lower_level(m.id('session admin'));
select seal_private.has_shown_two(m.id('session admin'));

-- Of another sign-in, of a key, revoked, or over: each is left, and shows nothing.
select m.behind($$update seal_private.credentials set aal = 2$$);
select seal_private.lower_level(m.id('session admin'));

select m.behind($$update seal_private.credentials set aal = 2$$);
select seal_private.has_shown_two(m.id('revoked session')), seal_private.has_shown_two(m.id('expired session')), seal_private.has_shown_two(m.id('key'));
select seal_private.lower_level(m.id('revoked session'));

select m.behind($$update seal_private.credentials set aal = 2$$);
select seal_private.lower_level(m.id('key'));

select m.behind($$update seal_private.credentials set expires_at = now() - interval '8 days'
    where stored = sha256(m.proof('expired key'))$$);
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
