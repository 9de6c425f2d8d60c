-- as: sb_auth
-- Codes of mails: a try, and what came of it.
select wait, m.fits(ticket) from seal_auth.try_code('FRESH@m.example', m.code('mail signup'), '{signup}', m.proof('device'), '10.0.0.1');

select wait, m.fits(ticket) from seal_auth.try_code('fresh@m.example', m.code('mail again'), '{signup}', m.proof('device'), '10.0.0.1');

select wait, m.fits(ticket) from seal_auth.try_code('fresh@m.example', m.code('mail signup'), '{magic}', m.proof('device'), '10.0.0.1');

select wait, m.fits(ticket) from seal_auth.try_code('used@m.example', m.code('mail used'), '{signup}', m.proof('device'), '10.0.0.1');

select wait, m.fits(ticket) from seal_auth.try_code('late@m.example', m.code('mail late'), '{signup}', m.proof('device'), '10.0.0.1');

select wait, m.fits(ticket) from seal_auth.try_code('tried@m.example', m.code('mail tried'), '{signup}', m.proof('device'), '10.0.0.1');

select wait, m.fits(ticket) from seal_auth.try_code('second@m.example', m.code('mail reauth'), '{reauth}', m.proof('device'), '10.0.0.1');

select wait, m.fits(ticket) from seal_auth.try_code('nobody@m.example', '000000', '{signup}', m.proof('device'), '10.0.0.1');

select wait, m.fits(ticket) from seal_auth.try_code('fresh@m.example', null, '{signup}', m.proof('device'), '10.0.0.1');

select wait > 0 as waits, ticket, m.fits(ticket) from seal_auth.try_code('other@m.example', m.code('mail again'), '{signup}', null, '10.0.0.1');

select wait > 0 as waits, ticket, m.fits(ticket) from seal_auth.try_code('waits@m.example', '000000', '{signup}', null, '10.0.0.1');

-- The right code, and then a wrong one: the ticket of the right one stays.
select m.ticket('mail signup');
select wait, m.fits(ticket), m.fits(m.proof('ticket')) from seal_auth.try_code('fresh@m.example', '', '{signup}', null, '10.0.0.1');

select m.behind('alter table auth.users owner to sealedbid');
select wait from seal_auth.try_code('fresh@m.example', '', '{signup}', null, '10.0.0.1');

select m.behind('alter table auth.users owner to sealedbid');
select outcome from seal_auth.finish_code('fresh@m.example', m.proof('ticket'), null, null, null);

select m.ticket('mail signup');
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('FRESH@m.example', m.proof('ticket'), m.proof('device'), '10.0.0.1', 'Agent');

select m.ticket('mail signup');
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('other@m.example', m.proof('ticket'), m.proof('device'), '10.0.0.1', 'Agent');

select m.ticket('mail signup');
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('fresh@m.example', m.proof('another'), m.proof('device'), '10.0.0.1', 'Agent');

select m.ticket('mail signup');
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('fresh@m.example', null, m.proof('device'), '10.0.0.1', 'Agent');

select m.ticket('mail used');
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('used@m.example', m.proof('ticket'), m.proof('device'), '10.0.0.1', 'Agent');

select m.ticket('mail late');
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('late@m.example', m.proof('ticket'), m.proof('device'), '10.0.0.1', 'Agent');

select m.ticket('mail reauth');
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('second@m.example', m.proof('ticket'), m.proof('device'), '10.0.0.1', 'Agent');

select m.ticket('mail signup', false);
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('fresh@m.example', m.proof('ticket'), null, '10.0.0.1', 'Agent');

select m.ticket('mail signup');
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('fresh@m.example', m.proof('ticket'), null, '10.0.0.1', 'Agent');
select outcome, account, session is null as no_session, address, level from seal_auth.finish_code('fresh@m.example', m.proof('ticket'), null, '10.0.0.1', 'Agent');

select m.fits(seal_auth.try_own_code(m.proof('second'), m.code('mail reauth')));

select m.fits(seal_auth.try_own_code(m.proof('second'), m.code('mail reauth elsewhere')));

select m.fits(seal_auth.try_own_code(m.proof('admin'), m.code('mail reauth elsewhere')));

select m.fits(seal_auth.try_own_code(m.proof('no proof'), m.code('mail reauth')));

select m.fits(seal_auth.try_own_code(m.proof('second'), null));

select m.behind('update auth.one_time_tokens set attempts = 5 where kind = ''reauth''');
select m.fits(seal_auth.try_own_code(m.proof('second'), m.code('mail reauth')));

select m.behind('update auth.one_time_tokens set used_at = now() where kind = ''reauth''');
select m.fits(seal_auth.try_own_code(m.proof('second'), m.code('mail reauth')));

select m.behind('update auth.one_time_tokens set expires_at = now() where kind = ''reauth''');
select m.fits(seal_auth.try_own_code(m.proof('second'), m.code('mail reauth')));
