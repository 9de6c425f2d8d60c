-- as: owner
-- The installer signs in by name.
select core.create_account('fresh@m.example', 'Fresh');

select core.create_account('ADMIN@m.example', 'Twice');

select core.start_session(m.proof('fresh'), m.id('admin'), m.id('new session'), now() + interval '1 day');

select core.start_session(m.proof('fresh'), m.id('admin'), m.id('session admin'), now() + interval '30 days');

select core.start_session(m.proof('fresh'), m.id('admin'), m.id('over'), now() + interval '30 days');

select core.start_session(m.proof('fresh'), m.id('viewer'), m.id('session admin'), now() + interval '2 days');

select core.start_session(m.proof('fresh'), m.id('nobody'), m.id('new session'), now() + interval '1 day');

select core.start_session(m.proof('fresh'), m.id('banned'), m.id('new session'), now() + interval '1 day');

select core.start_session(m.proof('fresh'), m.id('second'), m.id('new session'), now() + interval '1 day');

select core.end_session(m.id('session admin'));

select core.end_session(m.id('over'));

select email, banned_until, has_password, sessions from core.accounts();

select core.suspend_account('ADMIN@m.example', now() + interval '1 day');

select core.suspend_account('banned@m.example', null);

select core.suspend_account('nobody@m.example', null);

select core.sign_out_account('ADMIN@m.example');

select core.sign_out_account('nobody@m.example');

select seal_private.purge_accounts(100);

select seal_private.purge_accounts(0);

select seal_private.prolong(m.proof('admin'), now() + interval '5 days'), seal_private.revoke_proof(m.proof('admin'));

select seal_private.prolong(m.proof('key'), now() + interval '9 years'), seal_private.revoke_proof(m.proof('key'));

select seal_private.prolong(m.proof('revoked session'), now() + interval '5 days'), seal_private.revoke_proof(m.proof('revoked session'));

select seal_private.prolong(m.proof('expired session'), now() + interval '5 days');

select seal_private.prolong(m.proof('admin'), now() + interval '1 hour');

select seal_private.one_time_secret(m.id('mail signup')) = m.secret('mail signup'), seal_private.one_time_secret(m.id('no mail'));

-- The accounts of an auth server that was here first.
select m.behind('alter table auth.users owner to sealedbid');
select core.create_account('fresh@m.example', 'Fresh');
select core.start_session(m.proof('fresh'), m.id('banned'), m.id('new session'), now() + interval '1 day');
select core.end_session(m.id('session admin'));
select seal_private.purge_accounts(100);
select core.accounts();
select core.suspend_account('admin@m.example', null);
select core.sign_out_account('admin@m.example');

-- The installer gives the people to another auth server, once, and takes them back.
select core.keep_accounts_elsewhere(true, m.proof('a key'));
select core.keep_accounts_elsewhere(true, m.proof('a key'));
select core.keep_accounts_elsewhere(false, null);
select core.keep_accounts_elsewhere(false, null);

select core.keep_accounts_elsewhere(null, null);

select core.keep_accounts_elsewhere(null, m.proof('a key'));

select core.keep_accounts_elsewhere(true, null);

select core.keep_accounts_elsewhere(false, m.proof('a key'));

select core.keep_accounts_elsewhere(true, m.proof('a key'));
select core.start_session(m.proof('fresh'), m.id('banned'), m.id('new session'), now() + interval '1 day');
select core.end_session(m.id('new session'));

select core.keep_accounts_elsewhere(true, m.proof('a key'));
select core.create_account('fresh@m.example', 'Fresh');

select m.behind('alter table auth.users owner to sealedbid');
select core.keep_accounts_elsewhere(true, m.proof('a key'));

select m.behind('alter table auth.users owner to sealedbid');
select core.keep_accounts_elsewhere(false, null);

-- as: sb_auth
-- Nobody is signed in by name where accounts are ours.
select seal_auth.keeps_accounts();
select seal_auth.ensure_profile(m.id('fresh'), 'fresh@m.example', 'Fresh', now(), now(),
           m.of_person('fresh', 'fresh@m.example', now()));
select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('new session'), now() + interval '1 day', 1,
           m.of_session('fresh', 'admin', 'new session'));

select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.ensure_profile(m.id('fresh'), 'fresh@m.example', 'Fresh', null, now(),
           m.of_person('fresh', 'fresh@m.example', null));
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', null, now(),
           m.of_person('viewer', 'fresh@m.example', null));

select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', '2020-01-01 00:00:00+00', now(),
           m.of_person('viewer', 'fresh@m.example', '2020-01-01 00:00:00+00'));
select seal_auth.ensure_profile(m.id('unproven'), 'unproven@m.example', 'Fresh', null, now(),
           m.of_person('unproven', 'unproven@m.example', null));

select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.start_session(m.proof('fresh'), m.id('banned'), m.id('new session'), now() + interval '1 day', 1,
           m.of_session('fresh', 'banned', 'new session'));
select seal_auth.start_session(m.proof('fresher'), m.id('nobody'), m.id('new session'), now() + interval '1 day', 1,
           m.of_session('fresher', 'nobody', 'new session'));

-- Nobody else vouches: no MAC, another's, one of another function, one that is too old or too early.
select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', now(), now(), null);

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', now(), now(), m.word('ensure_profile'));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', null, now(),
           m.word('start_session', m.id('viewer')::text, 'fresh@m.example', 'Fresh', null, m.moment(now())));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', now(), now() - interval '6 minutes',
           m.of_person('viewer', 'fresh@m.example', now(), now() - interval '6 minutes'));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', now(), now() - interval '-6 minutes',
           m.of_person('viewer', 'fresh@m.example', now(), now() - interval '-6 minutes'));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', now(), now() - interval '4 minutes',
           m.of_person('viewer', 'fresh@m.example', now(), now() - interval '4 minutes'));
select seal_auth.ensure_profile(m.id('fresh'), 'fresher@m.example', 'Fresh', null, now() - interval '-4 minutes',
           m.of_person('fresh', 'fresher@m.example', null, now() - interval '-4 minutes'));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', null, null,
           m.word('ensure_profile', m.id('viewer')::text, 'fresh@m.example', 'Fresh', null, null));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('new session'), now() + interval '1 day', 1, null);

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('new session'), now() + interval '1 day', 1,
           m.word('start_session'));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('new session'), now() + interval '1 day', 2,
           m.of_session('fresh', 'admin', 'new session', 2));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select m.behind('delete from seal_private.keys where purpose = ''accounts.elsewhere''');
select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('new session'), now() + interval '1 day', 1,
           m.of_session('fresh', 'admin', 'new session'));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select m.behind('delete from seal_private.keys where purpose = ''accounts.elsewhere''');
select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', now(), now(),
           m.of_person('viewer', 'fresh@m.example', now()));

select seal_auth.is_word_taken(m.proof('nonce'), m.word('is_word_taken', encode(m.proof('nonce'), 'hex'))),
       seal_auth.is_word_taken(m.proof('no nonce'), m.word('is_word_taken', encode(m.proof('nonce'), 'hex'))),
       seal_auth.is_word_taken(m.proof('nonce'), null), seal_auth.is_word_taken(null, m.word('is_word_taken', null));

select m.behind('delete from seal_private.keys where purpose = ''accounts.elsewhere''');
select seal_auth.is_word_taken(m.proof('nonce'), m.word('is_word_taken', encode(m.proof('nonce'), 'hex')));

select m.behind('insert into seal_private.accounts_elsewhere default values');
select seal_auth.keeps_accounts();
select seal_auth.ensure_profile(m.id('fresh'), 'fresh@m.example', 'Fresh', now(), now(),
           m.of_person('fresh', 'fresh@m.example', now()));
select seal_auth.start_session(m.proof('fresh'), m.id('fresh'), m.id('new session'), now() + interval '1 day', 1,
           m.of_session('fresh', 'fresh', 'new session'));
select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('new session'), now() + interval '1 day', 1,
           m.of_session('fresh', 'admin', 'new session'));
select seal_auth.sign_out(m.proof('fresh'), 'global');
select seal_auth.begin_password('admin@m.example', null, null);

select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.sign_out(m.proof('admin'), 'global');
select seal_auth.begin_password('admin@m.example', null, null);
select seal_auth.account(m.proof('admin'));
select seal_auth.refresh(m.id('session admin'), 5, m.mac('session admin', 5));

-- Refresh tokens: the newest, the one before, an older one, a later one, a forged one.
select outcome, account, session, counter, mac = m.mac('session admin', 6) as is_right, address, level, methods
  from seal_auth.refresh(m.id('session admin'), 5, m.mac('session admin', 5));

select outcome, account, counter from seal_auth.refresh(m.id('second of admin'), 4, m.mac('second of admin', 4));

select outcome, account from seal_auth.refresh(m.id('session admin'), 4, m.mac('session admin', 4));

select outcome, account from seal_auth.refresh(m.id('second of admin'), 3, m.mac('second of admin', 3));

select outcome from seal_auth.refresh(m.id('session admin'), 6, m.mac('session admin', 6));

select outcome from seal_auth.refresh(m.id('session admin'), -1, m.mac('session admin', -1));

select outcome from seal_auth.refresh(m.id('session admin'), 5, m.mac('session admin', 4));

select outcome from seal_auth.refresh(m.id('session admin'), 5, null);

select outcome from seal_auth.refresh(m.id('no session'), 5, m.mac('no session', 5));

select outcome from seal_auth.refresh(m.id('idle'), 5, m.mac('idle', 5));

select outcome from seal_auth.refresh(m.id('aged'), 5, m.mac('aged', 5));

select outcome from seal_auth.refresh(m.id('over'), 5, m.mac('over', 5));

select outcome from seal_auth.refresh(m.id('session banned'), 5, m.mac('session banned', 5));

select outcome from seal_auth.refresh(m.id('session second'), 5, m.mac('session second', 5));

select seal_auth.register(m.id('session admin'), 5, m.mac('session admin', 5), m.proof('fresh'), false);

select seal_auth.register(m.id('session admin'), 5, m.mac('session admin', 5), m.proof('fresh'), true);

select seal_auth.register(m.id('second of admin'), 4, m.mac('second of admin', 4), m.proof('fresh'), false);

select seal_auth.register(m.id('second of admin'), 3, m.mac('second of admin', 3), m.proof('fresh'), false);

select seal_auth.register(m.id('session admin'), 4, m.mac('session admin', 4), m.proof('fresh'), false);

select seal_auth.register(m.id('session admin'), 6, m.mac('session admin', 6), m.proof('fresh'), false);

select seal_auth.register(m.id('session admin'), 5, m.mac('session admin', 4), m.proof('fresh'), false);

select seal_auth.register(m.id('no session'), 5, m.mac('no session', 5), m.proof('fresh'), false);

select seal_auth.register(m.id('idle'), 5, m.mac('idle', 5), m.proof('fresh'), false);

select seal_auth.register(m.id('aged'), 5, m.mac('aged', 5), m.proof('fresh'), false);

select seal_auth.register(m.id('over'), 5, m.mac('over', 5), m.proof('fresh'), false);

select seal_auth.register(m.id('session banned'), 5, m.mac('session banned', 5), m.proof('fresh'), false);

select seal_auth.register(m.id('session second'), 5, m.mac('session second', 5), m.proof('fresh'), false);

-- Passwords.
select seal_auth.begin_password('ADMIN@m.example', null, '10.0.0.1');

select seal_auth.begin_password('viewer@m.example', null, '10.0.0.1');

select wait > 0 as waits, salt from seal_auth.begin_password('waits@m.example', null, '10.0.0.1');

select outcome, account, address, level from seal_auth.finish_password('ADMIN@m.example', m.proof('password'), m.proof('device'), '10.0.0.1', 'Agent');

select outcome, account from seal_auth.finish_password('admin@m.example', m.proof('password'), m.proof('new device'), '10.0.0.1', 'Agent');

select outcome, account from seal_auth.finish_password('admin@m.example', m.proof('another'), null, '10.0.0.1', 'Agent');

select outcome, account from seal_auth.finish_password('viewer@m.example', m.proof('password'), null, '10.0.0.1', 'Agent');

select outcome, account from seal_auth.finish_password('nobody@m.example', m.proof('password'), null, '10.0.0.1', 'Agent');

select outcome, account from seal_auth.finish_password('banned@m.example', m.proof('password'), null, '10.0.0.1', 'Agent');

select outcome, account from seal_auth.finish_password('second@m.example', m.proof('password'), null, '10.0.0.1', 'Agent');

-- Mails that are asked for.
select seal_auth.sign_up('new@m.example', decode(repeat('0b', 16), 'hex'), m.proof('new'), '{"name": "New"}', 'de', '{}', '10.0.0.1');

select seal_auth.sign_up('MEMBER@m.example', decode(repeat('0b', 16), 'hex'), m.proof('new'), null, 'de', '{}', '10.0.0.1');

select seal_auth.sign_up('waits@m.example', decode(repeat('0b', 16), 'hex'), m.proof('new'), '{}', 'de', '{}', '10.0.0.1') > 0 as waits;

select seal_auth.resend_sign_up('FRESH@m.example', 'en', '{}', '10.0.0.1');

select seal_auth.resend_sign_up('FRESH@m.example', 'en', '{"redirect_to": "https://a.example"}', '10.0.0.1');
select m.flows();

select seal_auth.resend_sign_up('FRESH@m.example', 'en', jsonb_build_object('flow', jsonb_build_object('challenge', encode(m.proof('c'), 'hex'), 'browser', encode(m.proof('b'), 'hex'))), '10.0.0.1');
select m.flows();

select m.behind('update auth.flows set used_at = now()');
select seal_auth.resend_sign_up('FRESH@m.example', 'en', '{}', '10.0.0.1');
select m.flows();

select seal_auth.resend_sign_up('used@m.example', 'en', '{}', '10.0.0.1');

select seal_auth.resend_sign_up('late@m.example', 'en', '{}', '10.0.0.1');

select seal_auth.resend_sign_up('second@m.example', 'en', '{}', '10.0.0.1');

select seal_auth.resend_sign_up('waits@m.example', 'en', '{}', '10.0.0.1') > 0 as waits;

-- The confirmation of a new address: of a change that waits, and of nothing else.
select seal_auth.resend_email_change('FRESH@m.example', 'en', '{}', '10.0.0.1');
select seal_auth.resend_email_change('FRESH@m.example', 'en', '{}', '10.0.0.1') > 0 as waits;

select m.behind('update auth.one_time_tokens set used_at = now() where kind = ''email_new''');
select seal_auth.resend_email_change('fresh@m.example', 'en', '{}', '10.0.0.1');

select m.behind('update auth.one_time_tokens set expires_at = now() where kind = ''email_new''');
select seal_auth.resend_email_change('fresh@m.example', 'en', '{}', '10.0.0.1');

select m.behind('update auth.one_time_tokens set stored = sha256(uuid_send(id)) where kind = ''email_new''');
select seal_auth.resend_email_change('fresh@m.example', 'en', '{}', '10.0.0.1');

select seal_auth.resend_email_change('second@m.example', 'en', '{}', '10.0.0.1');

select seal_auth.recover('ADMIN@m.example', 'en', '{}', '10.0.0.1');

select seal_auth.recover('nobody@m.example', 'en', '{}', '10.0.0.1');

select seal_auth.recover('waits@m.example', 'en', '{}', '10.0.0.1') > 0 as waits;

select seal_auth.magic('ADMIN@m.example', false, '{}', 'en', '{}', '10.0.0.1');

select seal_auth.magic('nobody@m.example', false, '{}', 'en', '{}', '10.0.0.1');

select seal_auth.magic('nobody@m.example', true, '{"name": "N"}', 'en', '{}', '10.0.0.1');

select seal_auth.magic('nobody@m.example', null, null, 'en', '{}', '10.0.0.1');

select seal_auth.magic('waits@m.example', true, '{}', 'en', '{}', '10.0.0.1') > 0 as waits;

-- Links and codes that are shown.
select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail signup'), '{signup}', m.proof('browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail signup'), '{signup}', m.proof('another browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail again'), '{signup}', m.proof('browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail again'), '{signup}', m.proof('another browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail signup'), '{magic}', m.proof('browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail recovery'), '{recovery}', m.proof('browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail magic'), '{magic}', m.proof('browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail used'), '{signup}', m.proof('browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail moved'), '{recovery}', m.proof('browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('mail new'), '{email_old,email_new}', m.proof('browser'), m.proof('fresh'));

select outcome, redirect_to from seal_auth.verify_in_flow(m.secret('no mail'), '{signup}', m.proof('browser'), m.proof('fresh'));

select outcome from seal_auth.verify_in_flow(m.secret('mail signup'), '{signup}', m.proof('browser'), sha256('fresh'));
select outcome, address from seal_auth.exchange_code('fresh', 'verifier', null, null, null);

select outcome from seal_auth.verify_in_flow(m.secret('mail signup'), '{signup}', m.proof('browser'), sha256('fresh'));
select outcome from seal_auth.verify_in_flow(m.secret('mail signup'), '{signup}', m.proof('browser'), sha256('fresh'));

select outcome, account, address, level from seal_auth.exchange_code('code', 'verifier', m.proof('device'), '10.0.0.1', 'Agent');

select outcome, account, address, level from seal_auth.exchange_code('code', 'another', m.proof('device'), '10.0.0.1', 'Agent');

select outcome, account, address, level from seal_auth.exchange_code('used code', 'verifier', m.proof('device'), '10.0.0.1', 'Agent');

select outcome, account, address, level from seal_auth.exchange_code('late code', 'verifier', m.proof('device'), '10.0.0.1', 'Agent');

select outcome, account, address, level from seal_auth.exchange_code('moved code', 'verifier', m.proof('device'), '10.0.0.1', 'Agent');

select outcome, account, address, level from seal_auth.exchange_code('other code', 'verifier', m.proof('device'), '10.0.0.1', 'Agent');

select outcome, account, address, level from seal_auth.exchange_code('banned code', 'verifier', m.proof('device'), '10.0.0.1', 'Agent');

select outcome, account, address, level from seal_auth.exchange_code('no code', 'verifier', m.proof('device'), '10.0.0.1', 'Agent');

select outcome from seal_auth.exchange_code('code', 'another', null, null, null);
select outcome from seal_auth.exchange_code('code', 'verifier', null, null, null);

select outcome from seal_auth.exchange_code(null, null, null, null, null);

select seal_auth.magic('ADMIN@m.example', false, '{}', 'en', jsonb_build_object('redirect_to', 'x', 'flow', jsonb_build_object('challenge', encode(m.proof('verifier'), 'hex'), 'browser', encode(m.proof('browser'), 'hex'))), '10.0.0.1');
select m.mails();

select outcome, account, address, level from seal_auth.verify_link(m.secret('mail signup'), '{signup}', m.proof('device'), '10.0.0.1', 'Agent');

select outcome, account from seal_auth.verify_link(m.secret('mail signup'), '{magic}', null, null, null);

select outcome, account from seal_auth.verify_link(m.secret('mail used'), '{signup}', null, null, null);

select outcome, account from seal_auth.verify_link(m.secret('mail late'), '{signup}', null, null, null);

select outcome, account from seal_auth.verify_link(m.secret('no mail'), '{signup}', null, null, null);

select outcome, account from seal_auth.verify_link(m.secret('mail recovery'), '{recovery}', null, null, null);

select outcome, account from seal_auth.verify_link(m.secret('mail moved'), '{recovery}', null, null, null);

select outcome, account from seal_auth.verify_link(m.secret('mail banned'), '{recovery}', null, null, null);

select outcome, account from seal_auth.verify_link(m.secret('mail reauth'), '{reauth}', null, null, null);

select outcome, account from seal_auth.verify_link(m.secret('mail old'), '{email_old,email_new}', null, null, null);
select outcome, account from seal_auth.verify_link(m.secret('mail new'), '{email_old,email_new}', null, null, null);
