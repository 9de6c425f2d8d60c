-- as: owner
-- What is read out of a context, by each kind of one.
select m.mint('session', 'admin', 'a', 3, 'session admin', '1 hour');
select seal.org(), seal.org(3), seal.org(4), seal.kind(), seal.user_id(), seal.person(), seal.rank(), seal.key_id(),
    seal.subject('session');
select seal.subject('key'), seal.subject('link'), seal.subject('job'), (seal_private.context())[1:5];

select m.mint('key', 'admin', 'a', 3, 'key', '1 hour');
select seal.org(), seal.person(), seal.key_id(), seal.subject('key'), seal.subject('session'),
    seal.subject('job'), (seal_private.context())[1:5];

select m.mint('link', null, 'a', 0, 'link', '1 hour');
select seal.org(), seal.org(0), seal.key_id(), seal.subject('link'), seal.subject('job'), (seal_private.context())[1:5];

select m.mint('session', 'admin', null, 0, 'session admin', '1 hour');
select seal.org(), seal.org(0), seal.person(), seal.key_id(), seal.subject('session'), (seal_private.context())[1:5];

select m.mint('key', 'admin', null, 0, 'key', '1 hour');
select seal.person();

-- A job, and one of the same id in the other organization; asked for with a key.
select m.job('r', '{"org_id": "@b", "requested_key": "@b key"}'), m.job('r', '{"requested_key": "@key"}'),
    m.job('s', '{"requested_key": "@small key"}');
select m.mint('job', 'admin', 'a', 3, 'r', '1 hour');
select seal.key_id(), seal.subject('job'), seal.subject('system'), seal.subject('session');

select m.job('r', '{"requested_key": "@key"}');
select m.mint('system', 'admin', 'a', 3, 'r', '1 hour');
select seal.key_id(), seal.subject('job'), seal.subject('system'), seal.subject('key');

select m.job('r', '{"requested_key": "@key"}');
select m.mint('billing', 'admin', 'a', 3, 'r', '1 hour');
select seal.key_id(), seal.subject('job'), seal.subject('billing');

-- None, an empty one, a forged one, one that is over.
select seal.org(), seal.person(), seal.rank(), seal.key_id(), seal.subject('job'), seal_private.context();

select set_config('seal.context', '', true);
select seal.org();
select seal_private.context();

select set_config('seal.context', 'session.' || m.id('owner') || '.' || m.id('a') || '.4.' || m.id('x')
    || '.99999999999.1.' || repeat('0', 64), true);
select seal.org();
select seal_private.context();

select m.mint('session', 'admin', 'a', 3, 'session admin', '1 hour');
select set_config('seal.context', replace(current_setting('seal.context'), '.3.', '.4.'), true);
select seal.org();
select seal_private.context();

select m.mint('session', 'admin', 'a', 3, 'session admin', '-1 hour');
select seal.org();
select seal_private.context();

-- By an older key: one that is good yet, and one that is not.
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad, expires_at)
    select 'context', 40, ipad, opad, now() + interval '1 hour' from seal_private.keys where purpose = 'other' and version = 1$$);
select m.mint('session', 'admin', 'a', 3, 'session admin', '1 hour', 40);
select seal.org(), (seal_private.context())[1:5];

select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad, expires_at)
    select 'context', 40, ipad, opad, now() - interval '1 hour' from seal_private.keys where purpose = 'other' and version = 1$$);
select m.mint('session', 'admin', 'a', 3, 'session admin', '1 hour', 40);
select seal.org();
select seal_private.context();

-- The key of another purpose is found first, and so is one of another version.
select m.behind($$update seal_private.keys set created_at = now() where purpose = 'context'$$);
select m.mint('session', 'admin', 'a', 3, 'session admin', '1 hour');
select seal.org();
select (seal_private.context())[1:5];
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');

select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');

select set_config('seal.context', 'session...0..1.77.' || repeat('0', 64), true);
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');

select set_config('seal.context', 'session...0..1.1.' || repeat('0', 64), true);
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');

select set_config('seal.context', '', true);
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');

select seal_private.bind('session', m.id('admin'), m.id('a'), null, m.id('s'), now() + interval '1 hour');

select m.behind($$delete from seal_private.keys where purpose = 'context'$$);
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');

select m.behind($$delete from seal_private.keys$$);
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');

-- An older key of contexts comes with each rotation.
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad) select 'context', 40, ipad, opad from seal_private.keys
    where purpose = 'other' and version = 1$$);
select m.mint('session', 'admin', 'a', 3, 'session admin', '1 hour', 1);
select seal.org();
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');

-- The older one is found first.
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad) select 'context', 40, ipad, opad from seal_private.keys
    where purpose = 'other' and version = 1$$);
select m.mint('session', 'admin', 'a', 3, 'session admin', '1 hour', 40);
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');

-- Or the newer one.
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad) select 'context', 40, ipad, opad from seal_private.keys
    where purpose = 'other' and version = 1$$);
select m.behind($$update seal_private.keys set created_at = now() where purpose = 'context' and version = 1$$);
select m.mint('session', 'admin', 'a', 3, 'session admin', '1 hour', 1);
select seal_private.bind('session', m.id('admin'), m.id('a'), 3, m.id('s'), now() + interval '1 hour');
