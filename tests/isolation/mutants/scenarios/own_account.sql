-- as: sb_auth
-- A person's own account.
select seal_auth.account(m.proof('admin'));

select seal_auth.account(m.proof('viewer'));

select seal_auth.account(m.proof('revoked session'));

select seal_auth.account(m.proof('key'));

select seal_auth.account(m.proof('unproven'));
select seal_auth.change_metadata(m.proof('admin'), '{"a": 1}');

select m.behind('update auth.one_time_tokens set expires_at = now() where kind = ''email_new''');
select new_email from seal_auth.account(m.proof('admin'));

select m.behind('update auth.one_time_tokens set used_at = now() where kind in (''email_old'', ''email_new'')');
select new_email from seal_auth.account(m.proof('admin'));

select m.behind('update auth.one_time_tokens set used_at = now() where kind = ''email_new''');
select new_email from seal_auth.account(m.proof('admin'));

select m.behind('update auth.one_time_tokens set used_at = now() where kind = ''email_old''');
select new_email from seal_auth.account(m.proof('admin'));

select seal_auth.change_metadata(m.proof('admin'), null);

select seal_auth.change_metadata(m.proof('expired session'), '{"a": 1}');

select seal_auth.reauthenticate(m.proof('admin'), '10.0.0.1');

select seal_auth.reauthenticate(m.proof('viewer'), '10.0.0.1') > 0 as waits;

select seal_auth.begin_own_password(m.proof('admin'), '10.0.0.1');

select wait > 0 as waits, salt from seal_auth.begin_own_password(m.proof('viewer'), '10.0.0.1');

select seal_auth.change_password(m.proof('admin'), m.proof('password'), null, decode(repeat('0b', 16), 'hex'), m.proof('new'));

select seal_auth.change_password(m.proof('admin'), m.proof('another'), null, decode(repeat('0b', 16), 'hex'), m.proof('new'));

select seal_auth.change_password(m.proof('admin'), null, null, decode(repeat('0b', 16), 'hex'), m.proof('new'));

select m.ticket('mail reauth elsewhere');
select seal_auth.change_password(m.proof('admin'), null, m.proof('ticket'), decode(repeat('0b', 16), 'hex'), m.proof('new'));

select seal_auth.change_password(m.proof('member'), null, null, decode(repeat('0b', 16), 'hex'), m.proof('new'));

select seal_auth.change_password(m.proof('owner'), null, null, decode(repeat('0b', 16), 'hex'), m.proof('new'));

select m.ticket('mail reauth');
select seal_auth.change_password(m.proof('second'), null, m.proof('ticket'), decode(repeat('0b', 16), 'hex'), m.proof('new'));
select seal_auth.change_password(m.proof('second'), null, m.proof('ticket'), decode(repeat('0b', 16), 'hex'), m.proof('new'));

select m.ticket('mail reauth', false);
select seal_auth.change_password(m.proof('second'), null, m.proof('ticket'), decode(repeat('0b', 16), 'hex'), m.proof('new'));

select m.ticket('mail reauth');
select seal_auth.change_password(m.proof('second'), null, m.proof('another'), decode(repeat('0b', 16), 'hex'), m.proof('new'));

select m.behind('update auth.sessions set amr = ''[{"method": "password", "timestamp": 4000000000}]''');
select seal_auth.change_password(m.proof('admin'), null, null, decode(repeat('0b', 16), 'hex'), m.proof('new'));

select m.ticket('mail reauth');
select seal_auth.change_password(m.proof('second'), m.proof('password'), m.proof('ticket'), decode(repeat('0b', 16), 'hex'), m.proof('new'));

select seal_auth.change_password(m.proof('second'), null, null, decode(repeat('0b', 16), 'hex'), m.proof('new'));

select m.behind('update auth.one_time_tokens set relates_to = m.id(''session second''), email = ''second@m.example'' where id = m.id(''mail old'')');
select m.ticket('mail old');
select seal_auth.change_password(m.proof('second'), null, m.proof('ticket'), decode(repeat('0b', 16), 'hex'), m.proof('new'));

select m.behind('update auth.one_time_tokens set used_at = now() where kind = ''reauth''');
select m.ticket('mail reauth');
select seal_auth.change_password(m.proof('second'), null, m.proof('ticket'), decode(repeat('0b', 16), 'hex'), m.proof('new'));

select m.behind('update auth.one_time_tokens set expires_at = now() where kind = ''reauth''');
select m.ticket('mail reauth');
select seal_auth.change_password(m.proof('second'), null, m.proof('ticket'), decode(repeat('0b', 16), 'hex'), m.proof('new'));

select seal_auth.change_password(m.proof('no proof'), m.proof('password'), null, decode(repeat('0b', 16), 'hex'), m.proof('new'));

select seal_auth.change_email(m.proof('admin'), 'newer@m.example', '{}', '10.0.0.1');
select new_email from seal_auth.account(m.proof('admin'));
select m.mails();

select seal_auth.change_email(m.proof('member'), 'VIEWER@m.example', '{}', '10.0.0.1');
select new_email from seal_auth.account(m.proof('member'));
select m.mails();

select seal_auth.change_email(m.proof('admin'), 'waits@m.example', '{}', '10.0.0.1') > 0 as waits;

select seal_auth.change_email(m.proof('admin'), 'newer@m.example', '{}', '10.0.0.1');
select seal_auth.change_email(m.proof('admin'), 'newest@m.example', '{}', '10.0.0.1') > 0 as waits;

-- One's own sessions.
select id, is_own, user_agent, ip, level from seal_auth.own_sessions(m.proof('admin'));

select id, is_own from seal_auth.own_sessions(m.proof('no proof'));

select seal_auth.end_own_session(m.proof('admin'), m.id('second of admin'));

select seal_auth.end_own_session(m.proof('admin'), m.id('session viewer'));

select seal_auth.end_own_session(m.proof('admin'), m.id('over'));

select seal_auth.end_own_session(m.proof('admin'), m.id('no session'));

select seal_auth.sign_out(m.proof('admin'), 'local');

select seal_auth.sign_out(m.proof('admin'), 'others');

select seal_auth.sign_out(m.proof('admin'), 'global');

select seal_auth.sign_out(m.proof('admin'), 'elsewhere');

select seal_auth.sign_out(m.proof('admin'), null);

select seal_auth.sign_out(m.proof('no proof'), 'local');

select seal_auth.sign_out(m.proof('key'), 'local');

select seal_auth.prolong(m.proof('cookie'));

select seal_auth.prolong(m.proof('viewer'));

select seal_auth.prolong(m.proof('no proof'));

select seal_auth.renew(m.proof('cookie'), m.proof('fresh'));

select seal_auth.renew(m.proof('viewer'), m.proof('fresh'));

select seal_auth.renew(m.proof('no proof'), m.proof('fresh'));

-- What was shown of factors goes along: into the new secret, and into a token.
select m.behind($$update public.organizations set require_mfa = true where id = m.id('a')$$);
select m.behind($$update auth.sessions set aal = 2 where id = m.id('session viewer')$$);
select seal_auth.renew(m.proof('viewer'), m.proof('fresh')) > now() as lasts;

select m.behind($$update auth.sessions set aal = 2 where id = m.id('second of admin')$$);
select seal_auth.register(m.id('second of admin'), 4, m.mac('second of admin', 4), m.proof('fresh'), false) > now() as lasts;

-- Signing keys.
select kid, sealed, ends_at from seal_auth.signing_keys();

select seal_auth.add_signing_key('second', 'sealed', 'first');
select kid, sealed from seal_auth.signing_keys();

select seal_auth.add_signing_key('second', 'sealed', 'ended');

select seal_auth.add_signing_key('second', 'sealed', null);

select seal_auth.add_signing_key('1', 'x', 'first'), seal_auth.add_signing_key('2', 'x', '1'), seal_auth.add_signing_key('3', 'x', '2'),
    seal_auth.add_signing_key('4', 'x', '3'), seal_auth.add_signing_key('5', 'x', '4'), seal_auth.add_signing_key('6', 'x', '5');

select m.behind('delete from auth.signing_keys');
select seal_auth.add_signing_key('first', 'sealed', null);
select kid, signs_from from seal_auth.signing_keys();
