-- as: owner
-- Codes of the standard (RFC 6238), and the digest they are made of.
select seal_private.sha1(''), seal_private.sha1('abc'), seal_private.sha1(decode(repeat('61', 64), 'hex')), seal_private.sha1(decode(repeat('62', 119), 'hex'));

select seal_private.totp('12345678901234567890', 1), seal_private.totp('12345678901234567890', 37037036), seal_private.totp('12345678901234567890', 666666666);

select seal_private.totp_step('12345678901234567890', '287082', to_timestamp(s), l) from unnest('{0,29,30,59,60,89,90}'::int[]) s, unnest('{-1,0,1}'::int[]) l;

select seal_private.totp_step('12345678901234567890', c, to_timestamp(59), null) from unnest(array[null, '', '287082']) c;

select seal_private.xor('\x0f0f', '\xff00'), seal_private.xor('\x0f', '\xff00'), seal_private.xor('', '');

-- as: sb_auth
-- A person without a factor is registered at once, one with a factor waits.
select seal_auth.register(m.id('waiting'), 5, m.mac('waiting', 5), m.proof('fresh'), false) > now() + interval '59 minutes' as lasts;
select id, level from seal_auth.account(m.proof('fresh'));
select count(*) from seal_auth.own_sessions(m.proof('fresh'));

select seal_auth.register(m.id('waiting'), 5, m.mac('waiting', 5), m.proof('fresh'), true) > now() + interval '61 minutes' as lasts;

select seal_auth.register(m.id('waiting'), 5, m.mac('waiting', 5), '\x00', false);

select seal_auth.register(m.id('session guarded'), 5, m.mac('session guarded', 5), m.proof('fresh'), false) > now() as lasts;
select count(*) > 0 as sees from seal_auth.own_sessions(m.proof('fresh'));

select seal_auth.register(m.id('session admin'), 5, m.mac('session admin', 5), m.proof('fresh'), false) > now() as lasts;
select count(*) > 0 as sees from seal_auth.own_sessions(m.proof('fresh'));

select id, level, jsonb_path_query_array(factors, '$[*].friendly_name') as named, jsonb_path_query_array(factors, '$[*].status') as statuses from seal_auth.account(m.proof('guarded'));

select id, level, jsonb_path_query_array(factors, '$[*].friendly_name') as named, jsonb_path_query_array(factors, '$[*].status') as statuses from seal_auth.account(m.proof('waiting'));

select id, level, jsonb_path_query_array(factors, '$[*].friendly_name') as named, jsonb_path_query_array(factors, '$[*].status') as statuses from seal_auth.account(m.proof('waiting late'));

select id, level, jsonb_path_query_array(factors, '$[*].friendly_name') as named, jsonb_path_query_array(factors, '$[*].status') as statuses from seal_auth.account(m.proof('waiting over'));

select id, level, jsonb_path_query_array(factors, '$[*].friendly_name') as named, jsonb_path_query_array(factors, '$[*].status') as statuses from seal_auth.account(m.proof('waiting idle'));

select id, level, jsonb_path_query_array(factors, '$[*].friendly_name') as named, jsonb_path_query_array(factors, '$[*].status') as statuses from seal_auth.account(m.proof('waiting banned'));

select id, level, jsonb_path_query_array(factors, '$[*].friendly_name') as named, jsonb_path_query_array(factors, '$[*].status') as statuses from seal_auth.account(m.proof('low'));

select id, level, jsonb_path_query_array(factors, '$[*].friendly_name') as named, jsonb_path_query_array(factors, '$[*].status') as statuses from seal_auth.account(m.proof('no proof'));

select seal_auth.sign_out(m.proof('waiting'), 'local');
select id from seal_auth.account(m.proof('guarded'));
select id from seal_auth.account(m.proof('waiting'));

select seal_auth.sign_out(m.proof('waiting'), 'others');
select id from seal_auth.account(m.proof('guarded'));
select id from seal_auth.account(m.proof('waiting'));

select seal_auth.sign_out(m.proof('waiting'), 'global');
select id from seal_auth.account(m.proof('guarded'));
select id from seal_auth.account(m.proof('waiting'));

select seal_auth.sign_out(m.proof('waiting late'), 'local');

select seal_auth.prolong(m.proof('waiting'));

-- Adding an app.
select outcome, octet_length(secret) from seal_auth.enroll_totp(m.proof('guarded'), m.id('new app'), 'new', m.pad());
select m.levels();
select jsonb_path_query_array(factors, '$[*].friendly_name') as named from seal_auth.account(m.proof('admin'));

select outcome, octet_length(secret) from seal_auth.enroll_totp(m.proof('guarded'), m.id('new app'), 'app', m.pad());
select jsonb_path_query_array(factors, '$[*].friendly_name') as named from seal_auth.account(m.proof('admin'));

select outcome, octet_length(secret) from seal_auth.enroll_totp(m.proof('guarded'), m.id('new app'), 'theirs', m.pad());
select jsonb_path_query_array(factors, '$[*].friendly_name') as named from seal_auth.account(m.proof('admin'));

select outcome, octet_length(secret) from seal_auth.enroll_totp(m.proof('guarded'), m.id('new app'), 'begun long ago', m.pad());
select jsonb_path_query_array(factors, '$[*].friendly_name') as named from seal_auth.account(m.proof('admin'));

select outcome, octet_length(secret) from seal_auth.enroll_totp(m.proof('waiting'), m.id('new app'), 'new', m.pad());
select jsonb_path_query_array(factors, '$[*].friendly_name') as named from seal_auth.account(m.proof('admin'));

select outcome, octet_length(secret) from seal_auth.enroll_totp(m.proof('admin'), m.id('new app'), 'new', m.pad());
select jsonb_path_query_array(factors, '$[*].friendly_name') as named from seal_auth.account(m.proof('admin'));

select outcome, octet_length(secret) from seal_auth.enroll_totp(m.proof('no proof'), m.id('new app'), 'new', m.pad());
select jsonb_path_query_array(factors, '$[*].friendly_name') as named from seal_auth.account(m.proof('admin'));

select outcome from seal_auth.enroll_totp(m.proof('admin'), m.id('new app'), null, m.pad());
select outcome from seal_auth.enroll_totp(m.proof('admin'), m.id('newer app'), '', m.pad());
select outcome from seal_auth.enroll_totp(m.proof('admin'), m.id('newest app'), '', m.pad());

select e.outcome from generate_series(1, 11) n, seal_auth.enroll_totp(m.proof('viewer'), m.id('app ' || n), '', m.pad()) e;

-- Beginning a step.
select id is null as none, expires_at > now() + interval '4 minutes' as lasts from seal_auth.challenge_factor(m.proof('waiting'), m.id('app'));

select id is null as none, expires_at > now() + interval '4 minutes' as lasts from seal_auth.challenge_factor(m.proof('waiting'), m.id('begun'));

select id is null as none, expires_at > now() + interval '4 minutes' as lasts from seal_auth.challenge_factor(m.proof('guarded'), m.id('begun'));

select id is null as none, expires_at > now() + interval '4 minutes' as lasts from seal_auth.challenge_factor(m.proof('waiting'), m.id('theirs'));

select id is null as none, expires_at > now() + interval '4 minutes' as lasts from seal_auth.challenge_factor(m.proof('guarded'), m.id('theirs'));

select id is null as none, expires_at > now() + interval '4 minutes' as lasts from seal_auth.challenge_factor(m.proof('waiting'), m.id('no app'));

select id is null as none, expires_at > now() + interval '4 minutes' as lasts from seal_auth.challenge_factor(m.proof('no proof'), m.id('app'));

select count(c.id) from generate_series(1, 12) n, seal_auth.challenge_factor(m.proof('waiting'), m.id('app')) c where n > 0;
select m.steps('waiting'), m.steps('low');

-- Trying a code: the rows say what nobody is told.
select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(-1), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(5), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), null, m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step late'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step used'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step tried'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step of low'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('begun'), m.id('step of begun'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('guarded'), m.id('begun'), m.id('step of begun'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('low'), m.id('app'), m.id('step of low'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('theirs'), m.id('step'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('theirs'), m.id('step of theirs'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('no step'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('waiting'), m.id('begun'), m.id('step'), m.totp(), m.pad());
select m.tried();

select wait, octet_length(ticket) from seal_auth.try_factor(m.proof('no proof'), m.id('app'), m.id('step'), m.totp(), m.pad());
select m.tried();

select wait from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(), decode(repeat('00', 20), 'hex'));
select m.tried();

select m.behind('update auth.factors set last_step = 100000000');
select wait from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(), m.pad());
select m.tried();

select wait > 0 as waits, ticket from seal_auth.try_factor(m.proof('waiting tried'), m.id('theirs'), m.id('step of theirs'), m.totp(), m.pad());

select t.wait > 0 as waits from generate_series(1, 6) n, seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), n::text, m.pad()) t;

-- A browser in which a second step of the person ended is counted by itself, and by nothing else.
select m.blocked('second step', m.id('guarded')::text);
select s.n, t.wait > 0 as waits from unnest('{waiting,at home,at a plain one,at theirs}'::text[]) s (n), seal_auth.try_factor(m.proof(s.n), m.id('app'), m.id('step'), '1', m.pad()) t;
select m.levels();

select m.blocked('second step', m.id('guarded') || ':' || encode(m.proof('home'), 'hex'));
select s.n, t.wait > 0 as waits from unnest('{waiting,at home,at a plain one,at theirs}'::text[]) s (n), seal_auth.try_factor(m.proof(s.n), m.id('app'), m.id('step'), '1', m.pad()) t;
select m.levels();

select m.blocked('recovery code', m.id('guarded') || ':10.0.0.9');
select s.n, t.wait > 0 as waits from unnest('{waiting,at home,at a plain one,at theirs}'::text[]) s (n), seal_auth.use_recovery_code(m.proof(s.n), '\x09') t;
select m.levels();

select m.blocked('recovery code', m.id('guarded') || ':' || encode(m.proof('home'), 'hex'));
select s.n, t.wait > 0 as waits from unnest('{waiting,at home,at a plain one,at theirs}'::text[]) s (n), seal_auth.use_recovery_code(m.proof(s.n), '\x09') t;
select m.levels();

select m.blocked('recovery code', m.id('guarded') || ':unknown');
select s.n, t.wait > 0 as waits from unnest('{waiting,at home,at a plain one,at theirs}'::text[]) s (n), seal_auth.use_recovery_code(m.proof(s.n), '\x09') t;
select m.levels();

-- A browser is known from the end of the second step on.
select t.wait from generate_series(1, 2) n, seal_auth.use_recovery_code(m.proof('at a plain one'), '\x09') t where n > 0;
select outcome from seal_auth.use_recovery_code(m.proof('at a plain one'), '\x01');
select m.devices();
select m.levels();

select outcome from seal_auth.use_recovery_code(m.proof('anywhere'), '\x01');
select m.devices();

select outcome from seal_auth.use_recovery_code(m.proof('at home'), '\x01');
select m.devices();

select outcome from seal_auth.use_recovery_code(m.proof('waiting'), '\x01');
select m.devices();

select m.behind('update auth.users set password_salt = decode(repeat(''0a'', 16), ''hex''), password_proof = sha256(m.proof(''password'')), password_set_at = now() where id in (m.id(''guarded''), m.id(''watched''))');
select outcome, level from seal_auth.finish_password('guarded@m.example', m.proof('password'), m.proof('nowhere'), '10.0.0.1', 'Agent');
select m.devices();
select outcome, level from seal_auth.finish_password('guarded@m.example', m.proof('password'), m.proof('home'), '10.0.0.1', 'Agent');
select m.devices();

select m.behind('delete from auth.factors');
select m.behind('update auth.users set password_salt = decode(repeat(''0a'', 16), ''hex''), password_proof = sha256(m.proof(''password'')), password_set_at = now() where id in (m.id(''guarded''), m.id(''watched''))');
select outcome, level from seal_auth.finish_password('guarded@m.example', m.proof('password'), m.proof('nowhere'), '10.0.0.1', 'Agent');
select m.devices();
select outcome, level from seal_auth.finish_password('guarded@m.example', m.proof('password'), m.proof('home'), '10.0.0.1', 'Agent');
select m.devices();
select outcome, level from seal_auth.finish_password('guarded@m.example', m.proof('password'), null, '10.0.0.1', 'Agent');
select m.devices();

-- The file of the installation is another one.
select m.behind('update auth.factors set pad_proof = sha256(m.pad())');
select wait from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(), m.pad());
select m.tried();
select m.levels();

select m.behind('update auth.factors set pad_proof = sha256(''another'') where id = m.id(''app'')');
select wait from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(), m.pad());
select m.levels();

select m.behind('update auth.factors set pad_proof = sha256(''another'') where id <> m.id(''app'')');
select wait from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(), m.pad());
select m.levels();

select m.behind('update auth.factors set pad_proof = sha256(''another'')');
select wait from seal_auth.try_factor(m.proof('waiting'), m.id('theirs'), m.id('step'), m.totp(), m.pad());
select m.levels();

select m.behind('update auth.factors set verified_at = case friendly_name when ''app'' then now() when ''theirs'' then now() - interval ''2 days'' end, pad_proof = case friendly_name when ''app'' then sha256(''app'') when ''begun'' then sha256(''begun'') end');
select * from seal_auth.oldest_pad();

select m.behind('update auth.factors set verified_at = null, pad_proof = sha256(''x'')');
select * from seal_auth.oldest_pad();

select m.behind('update auth.factors set pad_proof = sha256(''x'')');
select m.behind('alter table auth.users owner to sealedbid');
select * from seal_auth.oldest_pad();

select m.behind('update auth.factors set pad_proof = sha256(''x'')');
select m.behind('insert into seal_private.accounts_elsewhere default values');
select * from seal_auth.oldest_pad();

-- Ending a step.
select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('waiting'), m.id('step tried'), m.proof('ticket'));
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('waiting'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('waiting'), m.id('step tried'), m.proof('another'));
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('waiting'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('waiting'), m.id('step tried'), null);
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('waiting'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('waiting'), m.id('tried late'), m.proof('ticket'));
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('waiting'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('waiting'), m.id('tried used'), m.proof('ticket'));
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('waiting'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('waiting'), m.id('tried of low'), m.proof('ticket'));
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('waiting'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('waiting'), m.id('step'), m.proof('ticket'));
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('waiting'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('guarded'), m.id('step tried'), m.proof('ticket'));
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('guarded'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('admin'), m.id('tried of admin'), m.proof('ticket'));
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('admin'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('no proof'), m.id('step tried'), m.proof('ticket'));
select m.levels();
select m.tried();
select count(*) from seal_auth.account(m.proof('no proof'));

select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('waiting'), m.id('step tried'), m.proof('ticket'));
select outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.finish_factor(m.proof('waiting'), m.id('step tried'), m.proof('ticket'));

select seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(), m.pad()) is null as none;
select m.ticketed('step');
select outcome from seal_auth.finish_factor(m.proof('waiting'), m.id('step'), m.proof('ticket'));

select outcome from seal_auth.finish_factor(m.proof('waiting'), m.id('step tried'), m.proof('ticket'));
select outcome from seal_auth.refresh(m.id('waiting'), 5, m.mac('waiting', 5));
