-- Sign-in by a provider: people with accounts there, one whose address nobody has proven, and flows that differ by one thing each.

insert into seal_private.keys (purpose, version, ipad, opad, expires_at)
values ('oauth.google', 1, decode(repeat('cc', 64), 'hex'), decode(repeat('dd', 64), 'hex'), null),
       ('oauth.future', 1, decode(repeat('cc', 64), 'hex'), decode(repeat('dd', 64), 'hex'), now() + interval '1 day'),
       ('oauth.github', 1, decode(repeat('cc', 64), 'hex'), decode(repeat('dd', 64), 'hex'), now() - interval '1 hour');

select m.person('linked'), m.person('lonely'), m.person('crowded'), m.person('unsure', '{"email_confirmed_at": null}');
update auth.users set password_salt = decode(repeat('0a', 16), 'hex'), password_proof = sha256(m.proof('password')), password_set_at = '2020-01-01 00:00:00+00'
 where id = m.id('unsure');
select m.session('session linked', 'linked'), m.session('session lonely', 'lonely'), m.session('session crowded', 'crowded'),
       m.session('session unproven', 'unsure'), m.session('second of linked', 'linked');

create function m.identity(p_name text, p_person text, p_provider text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('auth.identities', jsonb_build_object('id', '@' || p_name, 'user_id', '@' || p_person, 'provider', p_provider,
               'provider_id', 'sub ' || p_name, 'email', p_name || '@there.example', 'email_verified', true, 'full_name', p_name) || p_row)
$$;
select m.identity('of linked', 'linked', 'google'), m.identity('also of linked', 'linked', 'github'), m.identity('of lonely', 'lonely', 'google'),
       m.identity('of banned', 'banned', 'google'), m.identity('of unproven', 'unsure', 'github'), m.identity('of admin', 'admin', 'google');
select m.identity('of full ' || n, 'crowded', 'github') from generate_series(1, 10) n;
insert into auth.devices (user_id, device) values (m.id('unsure'), m.proof('device'));
insert into auth.recovery_codes (user_id, stored) values (m.id('unsure'), sha256('x'));
select m.factor('of unproven', 'unsure'), m.mailed('mail unproven', 'recovery', 'unsure'),
       m.mailed('mail to unproven', 'magic', 'unsure', '{"user_id": null, "email": "UNSURE@m.example"}'),
       m.mailed('mail of unproven elsewhere', 'email_new', 'unsure', '{"email": "elsewhere@m.example"}'),
       m.flow('flow of unproven', null, m.coded('unsure', 'unproven code'));

-- The state is named after the flow.
create function m.going(p_name text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('auth.flows', jsonb_build_object('id', '@' || p_name, 'provider', 'google', 'state_hash', '##' || p_name, 'browser', '#browser',
               'verifier', 'v', 'nonce', 'n', 'redirect_to', 'https://m.example/', 'expires_at', '~10 days') || p_row)
$$;
create function m.back(p_name text, p_row jsonb default '{}') returns void language sql as $$
    select m.going(p_name, '{"shown_at": "~-1 second", "verifier": null, "nonce": null}' || p_row)
$$;
select m.going('going'), m.going('going late', '{"expires_at": "~-1 second"}'), m.going('going with code', '{"challenge": "#verifier"}'),
       m.back('back'), m.back('back late', '{"expires_at": "~-1 second"}'), m.back('back used', '{"used_at": "~-1 second"}'),
       m.back('back of github', '{"provider": "github"}'), m.back('back with code', '{"challenge": "#verifier"}'),
       m.back('back had', m.coded('admin', 'had code') || '{"challenge": "#verifier"}'),
       m.back('adding', '{"session_id": "@session linked"}'), m.back('adding with code', '{"session_id": "@session linked", "challenge": "#verifier"}'),
       m.back('adding idle', '{"session_id": "@idle"}'), m.back('adding aged', '{"session_id": "@aged"}'), m.back('adding over', '{"session_id": "@over"}'),
       m.back('adding low', '{"session_id": "@low"}'), m.back('adding high', '{"session_id": "@session guarded"}'),
       m.back('adding full', '{"session_id": "@session crowded"}'), m.back('adding banned', '{"session_id": "@session banned"}');
insert into auth.tries (bucket, failures, tried_at, blocked_until)
values (seal_private.bucket('oauth', '10.0.0.9'), 60, now(), now() + interval '1 day'),
       (seal_private.bucket('oauth', '10.0.0.1'), 7, now(), now());

-- What the process would sign, from behind.
create function m.vouch(p_flow text, p_provider text, p_subject text, p_address text, p_verified boolean, p_name text, p_browser text default 'browser',
                        p_device bytea default null) returns bytea language sql security definer as $$
    select sha256(decode(repeat('dd', 64), 'hex') || sha256(decode(repeat('cc', 64), 'hex') || seal_private.vouched_bytes(array[
               m.id(p_flow)::text, encode(m.proof(p_flow), 'hex'), encode(m.proof(p_browser), 'hex'), p_provider, p_subject, p_address,
               p_verified::text, p_name, encode(m.proof('new code'), 'hex'), encode(p_device, 'hex')])))
$$;
-- What it came to, from behind.
create function m.ended() returns text language sql security definer as $$
    select coalesce((select string_agg(concat_ws(' ', u.email, i.provider, i.provider_id, i.email, i.email_verified, i.full_name), ', ' order by i.provider, i.provider_id)
                       from auth.identities i join auth.users u on u.id = i.user_id where i.provider_id !~ 'crowded'), '')
           || coalesce((select string_agg(concat_ws(' ', u.email, u.email_confirmed_at is null, u.password_proof is null, u.raw_app_meta_data, u.raw_user_meta_data), ', ' order by u.email)
                          from auth.users u where u.email ~ 'unsure|fresh|linked|admin'), '')
           || coalesce((select string_agg(concat_ws(' ', f.id, f.user_id, f.email, f.method, f.used_at is null, f.shown_at is null, f.verifier, f.nonce, f.code_hash is null,
                                                    f.expires_at > now() + interval '6 minutes'), ', ' order by f.id)
                          from auth.flows f where f.provider is not null and f.id::text ~ '^eeeeeeee'), '')
           || coalesce((select string_agg(concat_ws(' ', d.template, d.recipient, d.params ->> 'provider'), ', ' order by d.template, d.recipient) from public.deliveries d
                         where d.template ~ 'identity'), '')
           || (select count(*) from auth.sessions s where s.user_id = m.id('unsure'))
           || (select count(*) from auth.factors f where f.user_id = m.id('unsure'))
           || (select count(*) from auth.recovery_codes f where f.user_id = m.id('unsure'))
           || (select count(*) from auth.devices f where f.user_id = m.id('unsure'))
           || (select count(*) from auth.flows f where f.user_id = m.id('unsure'))
           || (select string_agg(t.id || '', ', ' order by t.id) from auth.one_time_tokens t where t.used_at is null and t.id::text ~ '^eeeeeeee')
           || (select t.failures from auth.tries t where t.bucket = seal_private.bucket('oauth', '10.0.0.1'))
           || (select count(*) from seal_private.credentials c where c.user_id = m.id('unsure') and c.revoked_at is null)
$$;
