-- A person with a second factor, one with another, and sessions of them that wait for it.

select m.person('guarded'), m.person('watched');
select m.session('session guarded', 'guarded', '{"aal": 2}'), m.session('waiting', 'guarded', '{"amr": [{"method": "password", "timestamp": 1}]}'),
       m.session('waiting over', 'guarded', '{"revoked_at": "~-1 hour", "revoked_why": "over"}'), m.session('waiting idle', 'guarded', '{"not_idle_after": "~-1 hour"}'),
       m.session('low', 'guarded'), m.session('session watched', 'watched', '{"aal": 2}'),
       m.session('waiting tried', 'watched'), m.session('waiting banned', 'banned');
select m.credential('low', 'session', '{"user_id": "@guarded", "subject": "@low"}');
select m.row('auth.waiting_tokens', jsonb_build_object('stored', '##' || w, 'session_id', '@' || w, 'expires_at', '~1 hour'))
  from unnest('{waiting,waiting over,waiting idle,waiting tried,waiting banned}'::text[]) w;
select m.row('auth.waiting_tokens', '{"stored": "##waiting late", "session_id": "@waiting", "expires_at": "~-1 minute"}'),
       m.row('auth.waiting_tokens', '{"stored": "##waiting ancient", "session_id": "@waiting", "expires_at": "~-2 days"}');
-- Browsers: one in which a second step ended, one that is known from before there was a factor, one of another person's.
select m.session(n, 'guarded', jsonb_build_object('device', '#' || d, 'ip', '10.0.0.9')),
       m.row('auth.waiting_tokens', jsonb_build_object('stored', '##' || n, 'session_id', '@' || n, 'expires_at', '~1 hour'))
  from (values ('at home', 'home'), ('at a plain one', 'plain'), ('at theirs', 'their home'), ('anywhere', 'nowhere')) b (n, d);
insert into auth.devices (user_id, device, aal, seen_at)
values (m.id('guarded'), m.proof('home'), 2, now() - interval '1 day'), (m.id('guarded'), m.proof('plain'), 1, now() - interval '1 day'),
       (m.id('watched'), m.proof('their home'), 2, now() - interval '1 day');
create function m.devices() returns text language sql security definer as $$
    select string_agg(d.user_id || ' ' || left(d.device::text, 6) || ' ' || d.aal || ' ' || (d.seen_at >= now()), ', ' order by d.user_id, d.device)
      from auth.devices d where d.user_id in (m.id('guarded'), m.id('watched'))
$$;
-- Nothing is tried by this any more.
create function m.blocked(p_what text, p_value text) returns void language sql security definer as $$
    insert into auth.tries (bucket, failures, blocked_until) values (seal_private.bucket(p_what, p_value), 9, now() + interval '1 hour')
    on conflict (bucket) do update set failures = 9, blocked_until = excluded.blocked_until
$$;

-- The secret is twenty times aa, the pad twenty times 0f.
create function m.factor(p_name text, p_person text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('auth.factors', jsonb_build_object('id', '@' || p_name, 'user_id', '@' || p_person, 'kind', 'totp',
               'friendly_name', p_name, 'sealed', '\x' || repeat('a5', 20), 'verified_at', '~-1 day', 'created_at', '~-2 days') || p_row)
$$;
select m.factor('app', 'guarded'), m.factor('begun', 'guarded', '{"verified_at": null, "created_at": "~-1 minute"}'),
       m.factor('begun long ago', 'guarded', '{"verified_at": null}'), m.factor('theirs', 'watched'), m.factor('theirs begun long ago', 'watched', '{"verified_at": null}'),
       m.factor('of admin', 'admin', '{"verified_at": null, "created_at": "~-1 minute"}'),
       m.factor('also of admin', 'admin', '{"verified_at": null, "created_at": "~-1 minute"}');

create function m.pad() returns bytea language sql immutable as $$ select decode(repeat('0f', 20), 'hex') $$;
-- Codes that the standard would give, from behind.
create function m.totp(p_steps int default 0) returns text language sql security definer as $$
    select seal_private.totp(decode(repeat('aa', 20), 'hex'), floor(extract(epoch from clock_timestamp()) / 30)::bigint + p_steps)
$$;
create function m.challenge(p_name text, p_factor text, p_session text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('auth.challenges', jsonb_build_object('id', '@' || p_name, 'factor_id', '@' || p_factor, 'session_id', '@' || p_session,
               'expires_at', '~10 days', 'created_at', '~-1 minute') || p_row)
$$;
select m.challenge('step', 'app', 'waiting'), m.challenge('step late', 'app', 'waiting', '{"expires_at": "~-1 second"}'),
       m.challenge('step used', 'app', 'waiting', '{"used_at": "~-1 second"}'), m.challenge('step of begun', 'begun', 'waiting'),
       m.challenge('step of low', 'app', 'low'), m.challenge('step tried', 'app', 'waiting', '{"ticket": "##ticket", "tried_by": 1}'),
       m.challenge('tried late', 'app', 'waiting', '{"ticket": "##ticket", "tried_by": 1, "expires_at": "~-1 second"}'),
       m.challenge('tried used', 'app', 'waiting', '{"ticket": "##ticket", "tried_by": 1, "used_at": "~-1 second"}'),
       m.challenge('tried of low', 'app', 'low', '{"ticket": "##ticket", "tried_by": 1}'),
       m.challenge('tried of admin', 'of admin', 'session admin', '{"ticket": "##ticket", "tried_by": 1}'),
       m.challenge('step crossed', 'theirs', 'waiting'), m.challenge('step of begun by guarded', 'begun', 'session guarded'),
       m.challenge('step of theirs', 'theirs', 'session watched'),
       m.challenge('step ancient', 'app', 'waiting', '{"expires_at": "~-2 days"}');
update auth.challenges set ticket = sha256(m.proof('ticket')) where ticket is not null;
insert into auth.recovery_codes (user_id, stored, used_at)
values (m.id('guarded'), sha256(uuid_send(m.id('guarded')) || '\x01'::bytea), null),
       (m.id('guarded'), sha256(uuid_send(m.id('guarded')) || '\x02'::bytea), now()),
       (m.id('guarded'), sha256(uuid_send(m.id('guarded')) || '\x04'::bytea), now()),
       (m.id('watched'), sha256(uuid_send(m.id('watched')) || '\x03'::bytea), null);
insert into auth.tries (bucket, failures, tried_at, blocked_until)
values (seal_private.bucket('second step', m.id('watched')::text), 9, now(), now() + interval '1 day'),
       (seal_private.bucket('recovery code', m.id('watched') || ':unknown'), 9, now(), now() + interval '1 day');

-- What steps and codes have come to, from behind.
create function m.steps(p_session text) returns bigint language sql security definer as $$
    select count(*) from auth.challenges c where c.session_id = m.id(p_session)
$$;
create function m.tried() returns text language sql security definer as $$
    select string_agg(c.id || ' ' || (c.ticket is not null) || ' ' || (c.tried_by is not null) || ' ' || (c.used_at is not null), ', ' order by c.id)
      from auth.challenges c
$$;
create function m.ticketed(p_step text) returns void language sql security definer as $$
    update auth.challenges set ticket = sha256(m.proof('ticket')) where id = m.id(p_step)
$$;
create function m.levels() returns text language sql security definer as $$
    select (select string_agg(s.id || ' ' || s.aal || ' ' || coalesce(s.revoked_why, ''), ', ' order by s.id) from auth.sessions s
             where s.user_id in (m.id('guarded'), m.id('admin')))
           || (select string_agg(f.friendly_name || ' ' || (f.verified_at is not null) || ' ' || (f.last_step is not null), ', ' order by f.friendly_name)
                 from auth.factors f)
           || (select string_agg(t.failures || '', ', ' order by t.bucket) from auth.tries t where t.failures < 9)
           || (select count(*) from public.deliveries d where d.template in ('factors_changed', 'recovery_code_used'))
           || (select count(*) from auth.waiting_tokens)
$$;
create function m.codes() returns text language sql security definer as $$
    select string_agg(c.user_id || ' ' || (c.used_at is null), ', ' order by c.user_id, c.used_at) from auth.recovery_codes c
$$;
