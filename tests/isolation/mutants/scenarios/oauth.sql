-- as: owner
-- Parts as bytes, and what the installer does with keys.
select seal_private.vouched_bytes('{}'), seal_private.vouched_bytes(array['a', null, '', 'bc']), seal_private.vouched_bytes(null);

select seal_private.has_key('oauth.google');

select seal_private.has_key('oauth.github');

select seal_private.has_key('oauth.other');

select seal_private.has_key('oauth.future');

select seal_private.has_key(null);

select seal_private.is_vouched('oauth.google', array['a'], sha256(decode(repeat('dd', 64), 'hex') || sha256(decode(repeat('cc', 64), 'hex') || seal_private.vouched_bytes(array['a'])))), seal_private.is_vouched('oauth.google', array['b'], sha256(decode(repeat('dd', 64), 'hex') || sha256(decode(repeat('cc', 64), 'hex') || seal_private.vouched_bytes(array['a']))));

select seal_private.is_vouched('oauth.future', array['a'], sha256(decode(repeat('dd', 64), 'hex') || sha256(decode(repeat('cc', 64), 'hex') || seal_private.vouched_bytes(array['a'])))), seal_private.is_vouched('oauth.future', array['b'], sha256(decode(repeat('dd', 64), 'hex') || sha256(decode(repeat('cc', 64), 'hex') || seal_private.vouched_bytes(array['a']))));

select seal_private.is_vouched('oauth.github', array['a'], sha256(decode(repeat('dd', 64), 'hex') || sha256(decode(repeat('cc', 64), 'hex') || seal_private.vouched_bytes(array['a'])))), seal_private.is_vouched('oauth.github', array['b'], sha256(decode(repeat('dd', 64), 'hex') || sha256(decode(repeat('cc', 64), 'hex') || seal_private.vouched_bytes(array['a']))));

select seal_private.is_vouched('oauth.google', array['a'], '\x00'), seal_private.is_vouched('oauth.google', array['b'], '\x00');

select seal_private.is_vouched('oauth.future', array['a'], '\x00'), seal_private.is_vouched('oauth.future', array['b'], '\x00');

select seal_private.is_vouched('oauth.github', array['a'], '\x00'), seal_private.is_vouched('oauth.github', array['b'], '\x00');

select seal_private.is_vouched('oauth.google', array['a'], null), seal_private.is_vouched('oauth.google', array['b'], null);

select seal_private.is_vouched('oauth.future', array['a'], null), seal_private.is_vouched('oauth.future', array['b'], null);

select seal_private.is_vouched('oauth.github', array['a'], null), seal_private.is_vouched('oauth.github', array['b'], null);

select core.keep_provider('google', m.proof('x'));
select purpose, version, expires_at is null from seal_private.keys where purpose ~ 'oauth' order by 1, 2;
select m.ended();

select core.keep_provider('google', null);
select purpose, version, expires_at is null from seal_private.keys where purpose ~ 'oauth' order by 1, 2;
select m.ended();

select core.keep_provider('google', '\x00');
select purpose, version, expires_at is null from seal_private.keys where purpose ~ 'oauth' order by 1, 2;
select m.ended();

select core.keep_provider('github', m.proof('x'));
select purpose, version, expires_at is null from seal_private.keys where purpose ~ 'oauth' order by 1, 2;
select m.ended();

select core.keep_provider('github', null);
select purpose, version, expires_at is null from seal_private.keys where purpose ~ 'oauth' order by 1, 2;
select m.ended();

select core.keep_provider('github', '\x00');
select purpose, version, expires_at is null from seal_private.keys where purpose ~ 'oauth' order by 1, 2;
select m.ended();

select core.keep_provider('other', m.proof('x'));
select purpose, version, expires_at is null from seal_private.keys where purpose ~ 'oauth' order by 1, 2;
select m.ended();

select core.keep_provider('other', null);
select purpose, version, expires_at is null from seal_private.keys where purpose ~ 'oauth' order by 1, 2;
select m.ended();

select core.keep_provider('other', '\x00');
select purpose, version, expires_at is null from seal_private.keys where purpose ~ 'oauth' order by 1, 2;
select m.ended();

select core.keep_provider(null, m.proof('x'));

select core.keep_provider('google', null), core.keep_provider('google', null);
select core.providers();

select core.providers();

select m.behind('alter table auth.users owner to sealedbid');
select core.keep_provider('google', null);

-- as: sb_auth
-- Which providers are on.
select seal_auth.oauth_providers();

select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.oauth_providers();

select m.behind('insert into seal_private.accounts_elsewhere values (true)');
select seal_auth.oauth_providers();

-- Going there.

select wait > 0 as waits, outcome from seal_auth.begin_oauth('google', sha256(m.proof('new state')), m.proof('browser'), null, 'v', 'n', 'https://m.example/', null, '10.0.0.1');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

select wait > 0 as waits, outcome from seal_auth.begin_oauth('github', sha256(m.proof('new state')), m.proof('browser'), null, 'v', 'n', 'https://m.example/', null, '10.0.0.1');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

select wait > 0 as waits, outcome from seal_auth.begin_oauth(null, sha256(m.proof('new state')), m.proof('browser'), null, 'v', 'n', 'https://m.example/', null, '10.0.0.1');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

select wait > 0 as waits, outcome from seal_auth.begin_oauth('other', sha256(m.proof('new state')), m.proof('browser'), null, 'v', 'n', 'https://m.example/', null, '10.0.0.1');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

select wait > 0 as waits, outcome from seal_auth.begin_oauth('google', sha256(m.proof('new state')), m.proof('browser'), null, 'v', 'n', 'https://m.example/', null, '10.0.0.9');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

select wait > 0 as waits, outcome from seal_auth.begin_oauth('google', sha256(m.proof('new state')), m.proof('browser'), m.proof('verifier'), 'v', 'n', 'https://m.example/', null, '10.0.0.1');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

select wait > 0 as waits, outcome from seal_auth.begin_oauth('google', sha256(m.proof('new state')), m.proof('browser'), null, 'v', 'n', 'https://m.example/', m.proof('admin'), '10.0.0.1');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

select wait > 0 as waits, outcome from seal_auth.begin_oauth('google', sha256(m.proof('new state')), m.proof('browser'), null, 'v', 'n', 'https://m.example/', m.proof('waiting'), '10.0.0.1');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

select wait > 0 as waits, outcome from seal_auth.begin_oauth('google', sha256(m.proof('new state')), m.proof('browser'), null, 'v', 'n', 'https://m.example/', m.proof('no proof'), '10.0.0.1');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

select wait > 0 as waits, outcome from seal_auth.begin_oauth('github', sha256(m.proof('new state')), m.proof('browser'), null, 'v', 'n', 'https://m.example/', m.proof('admin'), '10.0.0.1');
select outcome, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('new state'), m.proof('browser'));
select m.ended();

-- Coming back.

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('going'), m.proof('browser'));
select outcome from seal_auth.show_state(m.proof('going'), m.proof('browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('going'), m.proof('another browser'));
select outcome from seal_auth.show_state(m.proof('going'), m.proof('another browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('going late'), m.proof('browser'));
select outcome from seal_auth.show_state(m.proof('going late'), m.proof('browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('going late'), m.proof('another browser'));
select outcome from seal_auth.show_state(m.proof('going late'), m.proof('another browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('going with code'), m.proof('browser'));
select outcome from seal_auth.show_state(m.proof('going with code'), m.proof('browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('going with code'), m.proof('another browser'));
select outcome from seal_auth.show_state(m.proof('going with code'), m.proof('another browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('back'), m.proof('browser'));
select outcome from seal_auth.show_state(m.proof('back'), m.proof('browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('back'), m.proof('another browser'));
select outcome from seal_auth.show_state(m.proof('back'), m.proof('another browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('flow'), m.proof('browser'));
select outcome from seal_auth.show_state(m.proof('flow'), m.proof('browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('flow'), m.proof('another browser'));
select outcome from seal_auth.show_state(m.proof('flow'), m.proof('another browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('no flow'), m.proof('browser'));
select outcome from seal_auth.show_state(m.proof('no flow'), m.proof('browser'));
select m.ended();

select outcome, flow, provider, verifier, nonce, redirect_to, is_coded from seal_auth.show_state(m.proof('no flow'), m.proof('another browser'));
select outcome from seal_auth.show_state(m.proof('no flow'), m.proof('another browser'));
select m.ended();

select outcome from seal_auth.show_state(m.proof('going'), null);

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('going'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('going', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back late'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back late', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back used'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back used', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back of github'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back of github', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back with code'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back with code', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back had'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back had', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('no flow'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('no flow', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back of github'), m.proof('browser'), 'github', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back of github', 'github', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('another browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'another browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), m.proof('device'), '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', m.proof('device')));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', null);
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', '\x00');
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'other', 'fresh@m.example', true, 'Fresh'));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back used', 'google', 'new', 'fresh@m.example', true, 'Fresh'));
select m.ended();

-- Who that is here.

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'sub of linked', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'sub of linked', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'sub of linked', null, false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'sub of linked', null, false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'sub of linked', 'fresh@m.example', null, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'sub of linked', 'fresh@m.example', null, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'sub of banned', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'sub of banned', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'sub also of linked', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'sub also of linked', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'fresh@m.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', null, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'fresh@m.example', null, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', null, true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', null, true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'FRESH@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'FRESH@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'nobody', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'nobody', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'a b@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'a b@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', E'\u212a@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', E'\u212a@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', E'\u00c4@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', E'\u00c4@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', repeat('x', 320) || '@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', repeat('x', 320) || '@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, null, m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'fresh@m.example', true, null, 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'ADMIN@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'ADMIN@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'unsure@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'unsure@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'unsure@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'unsure@m.example', true, 'Fresh', 'browser', null));
select outcome from seal_auth.finish_password('unsure@m.example', m.proof('password'), null, '10.0.0.1', 'agent');
select outcome from seal_auth.exchange_code(m.proof('unproven code'), m.proof('verifier'), null, '10.0.0.1', 'agent');
select id from seal_auth.account(m.proof('unsure'));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'Unsure@M.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'Unsure@M.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'banned@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'banned@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'guarded@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'guarded@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select outcome from seal_auth.finish_oauth(m.proof('back'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back', 'google', 'new', 'fresh@m.example', true, 'Fresh'));
select m.ended();

-- A program's code.

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back with code'), m.proof('browser'), 'google', 'sub of linked', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back with code', 'google', 'sub of linked', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();
select outcome, address, jsonb_path_query_array(methods, '$[*].method') from seal_auth.exchange_code(sha256('no'), m.proof('verifier'), null, '10.0.0.1', 'agent');

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back with code'), m.proof('browser'), 'google', 'sub of banned', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back with code', 'google', 'sub of banned', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();
select outcome, address, jsonb_path_query_array(methods, '$[*].method') from seal_auth.exchange_code(sha256('no'), m.proof('verifier'), null, '10.0.0.1', 'agent');

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back with code'), m.proof('browser'), 'google', 'new', 'admin@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back with code', 'google', 'new', 'admin@m.example', true, 'Fresh', 'browser', null));
select m.ended();
select outcome, address, jsonb_path_query_array(methods, '$[*].method') from seal_auth.exchange_code(sha256('no'), m.proof('verifier'), null, '10.0.0.1', 'agent');

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('back with code'), m.proof('browser'), 'google', 'new', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('back with code', 'google', 'new', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();
select outcome, address, jsonb_path_query_array(methods, '$[*].method') from seal_auth.exchange_code(sha256('no'), m.proof('verifier'), null, '10.0.0.1', 'agent');

-- Adding to a person.

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding'), m.proof('browser'), 'google', 'new', 'other@there.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding', 'google', 'new', 'other@there.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding with code'), m.proof('browser'), 'google', 'new', 'other@there.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding with code', 'google', 'new', 'other@there.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding idle'), m.proof('browser'), 'google', 'new', 'other@there.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding idle', 'google', 'new', 'other@there.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding aged'), m.proof('browser'), 'google', 'new', 'other@there.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding aged', 'google', 'new', 'other@there.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding over'), m.proof('browser'), 'google', 'new', 'other@there.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding over', 'google', 'new', 'other@there.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding low'), m.proof('browser'), 'google', 'new', 'other@there.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding low', 'google', 'new', 'other@there.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding high'), m.proof('browser'), 'google', 'new', 'other@there.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding high', 'google', 'new', 'other@there.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding full'), m.proof('browser'), 'google', 'new', 'other@there.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding full', 'google', 'new', 'other@there.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding banned'), m.proof('browser'), 'google', 'new', 'other@there.example', false, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding banned', 'google', 'new', 'other@there.example', false, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding'), m.proof('browser'), 'google', 'sub of linked', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding', 'google', 'sub of linked', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

select outcome, address, level, jsonb_path_query_array(methods, '$[*].method'), account is null as nobody from seal_auth.finish_oauth(m.proof('adding'), m.proof('browser'), 'google', 'sub of lonely', 'fresh@m.example', true, 'Fresh', m.proof('new code'), null, '10.0.0.1', 'agent', m.vouch('adding', 'google', 'sub of lonely', 'fresh@m.example', true, 'Fresh', 'browser', null));
select m.ended();

-- One's own.
select jsonb_path_query_array(identities, '$[*].provider_id') as named, jsonb_path_query_array(identities, '$[*].email') as emails from seal_auth.account(m.proof('linked'));

select identities from seal_auth.account(m.proof('viewer'));

select seal_auth.remove_identity(m.proof('linked'), m.id('of linked'));
select m.ended();

select seal_auth.remove_identity(m.proof('linked'), m.id('of lonely'));
select m.ended();

select seal_auth.remove_identity(m.proof('linked'), m.id('no identity'));
select m.ended();

select seal_auth.remove_identity(m.proof('lonely'), m.id('of lonely'));
select m.ended();

select seal_auth.remove_identity(m.proof('lonely'), m.id('of linked'));
select m.ended();

select seal_auth.remove_identity(m.proof('admin'), m.id('of admin'));
select m.ended();

select seal_auth.remove_identity(m.proof('waiting'), m.id('of linked'));
select m.ended();

select seal_auth.remove_identity(m.proof('no proof'), m.id('of linked'));
select m.ended();

select seal_auth.remove_identity(m.proof('linked'), m.id('of linked'));
select seal_auth.remove_identity(m.proof('linked'), m.id('also of linked'));
select m.ended();
