-- Accounts: sessions that differ by one thing each, mails, and tries.

delete from seal_private.keys where purpose = 'mail';
insert into seal_private.keys (purpose, version, ipad, opad)
values ('mail', 1, decode(repeat('cc', 64), 'hex'), decode(repeat('dd', 64), 'hex'));

update auth.users
   set password_salt = decode(repeat('0a', 16), 'hex'), password_proof = sha256(m.proof('password')), password_set_at = '2020-01-01 00:00:00+00'
 where id in (m.id('admin'), m.id('banned'), m.id('second'));

select m.session('second of admin', 'admin', '{"refreshed_at": "~1 hour"}'), m.session('idle', 'admin', '{"not_idle_after": "~-1 hour"}'),
       m.session('aged', 'admin', '{"not_after": "~-1 hour"}'),
       m.session('over', 'admin', '{"revoked_at": "~-1 hour", "revoked_why": "over"}'),
       m.session('session banned', 'banned'), m.session('session second', 'second'), m.session('session viewer', 'viewer'),
       m.session('session member', 'member', jsonb_build_object('amr', jsonb_build_array(jsonb_build_object(
           'method', 'recovery', 'timestamp', 4000000000)))),
       m.session('session owner', 'owner', '{"amr": [{"method": "recovery", "timestamp": 1}]}'),
       m.session('gone long ago', 'admin', '{"not_after": "~-40 days"}'), m.session('idle long ago', 'admin', '{"not_idle_after": "~-40 days"}');
update seal_private.session_keys set created_at = now() - interval '91 days' where session_id = m.id('session admin');
insert into seal_private.session_keys (session_id, created_at) values (m.id('no session'), now() - interval '91 days');
select m.credential('cookie', 'session', '{"user_id": "@admin", "subject": "@second of admin", "created_at": "~-3 hours", "expires_at": "~9 hours"}');
update seal_private.credentials set created_at = expires_at - interval '1 hour' where stored = sha256(m.proof('viewer'));

select m.mailed('mail signup', 'signup', 'admin', '{"user_id": null, "email": "fresh@m.example", "user_meta": {"name": "Fresh"}}'),
       m.mailed('mail again', 'signup', 'admin', '{"user_id": null, "email": "other@m.example"}'),
       m.mailed('mail used', 'signup', 'admin', '{"user_id": null, "email": "used@m.example", "used_at": "~-1 hour"}'),
       m.mailed('mail late', 'signup', 'admin', '{"user_id": null, "email": "late@m.example", "expires_at": "~-1 hour"}'),
       m.mailed('mail tried', 'signup', 'admin', '{"user_id": null, "email": "tried@m.example", "attempts": 5}'),
       m.mailed('mail recovery', 'recovery', 'admin'), m.mailed('mail moved', 'recovery', 'admin', '{"email": "moved@m.example"}'),
       m.mailed('mail banned', 'recovery', 'banned'), m.mailed('mail magic', 'magic', 'admin'),
       m.mailed('mail old', 'email_old', 'admin', '{"relates_to": "@mail new"}'),
       m.mailed('mail new', 'email_new', 'admin', '{"relates_to": "@mail old", "email": "fresh@m.example"}'),
       m.mailed('mail reauth', 'reauth', 'second', '{"relates_to": "@session second"}'),
       m.mailed('mail reauth elsewhere', 'reauth', 'admin', '{"relates_to": "@idle"}'),
       m.mailed('mail ancient', 'signup', 'admin', '{"user_id": null, "email": "old@m.example", "expires_at": "~-40 days"}');

select m.flow('flow', 'mail signup'), m.flow('flow of another', 'mail again', '{"browser": "#another browser"}'),
       m.flow('flow over', 'mail recovery', '{"expires_at": "~-1 hour"}'), m.flow('flow used', 'mail magic', '{"used_at": "~-1 minute"}'),
       m.flow('flow of used', 'mail used'),
       m.flow('coded', null, m.coded('admin', 'code')),
       m.flow('coded and used', null, m.coded('admin', 'used code') || '{"used_at": "~-1 minute"}'),
       m.flow('coded and late', null, m.coded('admin', 'late code') || '{"expires_at": "~-1 minute"}'),
       m.flow('coded and moved', null, m.coded('admin', 'moved code') || '{"email": "moved@m.example"}'),
       m.flow('coded for another', null, m.coded('admin', 'other code') || '{"email": "viewer@m.example"}'),
       m.flow('coded and banned', null, m.coded('banned', 'banned code')),
       m.flow('flow of long ago', null, '{"expires_at": "~-2 days"}');

insert into auth.tries (bucket, failures, tried_at, blocked_until)
values (seal_private.bucket('mail signup', 'admin@m.example'), 1, now(), now() + interval '1 day'),
       (seal_private.bucket('mail signup', 'waits@m.example'), 1, now(), now() + interval '1 day'),
       (seal_private.bucket('mail recovery', 'waits@m.example'), 1, now(), now() + interval '1 day'),
       (seal_private.bucket('mail magic', 'waits@m.example'), 1, now(), now() + interval '1 day'),
       (seal_private.bucket('mail reauth', 'viewer@m.example'), 1, now(), now() + interval '1 day'),
       (seal_private.bucket('mail email change', 'waits@m.example'), 1, now(), now() + interval '1 day'),
       (seal_private.bucket('password', 'waits@m.example'), 9, now(), now() + interval '1 day'),
       (seal_private.bucket('own password', m.id('viewer')::text), 9, now(), now() + interval '1 day'),
       (seal_private.bucket('code', 'waits@m.example'), 9, now(), now() + interval '1 day'),
       (seal_private.bucket('code', 'other@m.example'), 9, now(), now() + interval '1 day'),
       (seal_private.bucket('old', 'old'), 1, now() - interval '2 days', now());
insert into auth.devices (user_id, device, seen_at)
values (m.id('admin'), m.proof('device'), now()), (m.id('admin'), m.proof('old device'), now() - interval '400 days');
insert into auth.signing_keys (kid, sealed, signs_from, ends_at, created_at)
values ('first', 'sealed', now() - interval '100 days', null, now() - interval '100 days'),
       ('ended', 'sealed', now() - interval '200 days', now() - interval '1 day', now() - interval '200 days');

-- Tries of codes: the mail of which this is the ticket, how often each was tried; and a ticket, as if it were of a try before.
create function m.fits(p_ticket bytea) returns text language plpgsql security definer as $$
begin
    return (select coalesce(string_agg(t.email || ' ' || t.kind, ', ') filter (where t.ticket = sha256(p_ticket)), '')
                   || ' ' || count(t.ticket) || ' ' || count(t.tried_by) || ' ' || sum(t.attempts)
              from auth.one_time_tokens t);
end $$;
create function m.ticket(p_mail text, p_is_before boolean default true) returns void language sql security definer as $$
    update auth.one_time_tokens
       set ticket = sha256(m.proof('ticket')), tried_by = case when p_is_before then 1 else pg_current_xact_id()::text::bigint end
     where id = m.id(p_mail)
$$;
create function m.flows() returns text language sql security definer as $$
    select string_agg(left(f.challenge::text, 6) || ' ' || left(f.browser::text, 6) || ' ' || coalesce(f.redirect_to, ''), ', ' order by f.challenge, f.browser)
      from auth.flows f where f.created_at = now() and f.token_id in (select t.id from auth.one_time_tokens t where t.created_at = now())
$$;

-- Another auth server: what the process would sign, from behind.
insert into seal_private.keys (purpose, version, ipad, opad)
values ('accounts.elsewhere', 1, decode(repeat('cc', 64), 'hex'), decode(repeat('dd', 64), 'hex'));
create function m.word(variadic p_parts text[]) returns bytea language sql security definer as $$
    select sha256(decode(repeat('dd', 64), 'hex') || sha256(decode(repeat('cc', 64), 'hex') || seal_private.vouched_bytes(p_parts)))
$$;
create function m.moment(p_moment timestamptz) returns text language sql as $$
    select round(extract(epoch from p_moment) * 1000000)::text
$$;
create function m.of_person(p_person text, p_email text, p_confirmed timestamptz, p_at timestamptz default now()) returns bytea language sql as $$
    select m.word('ensure_profile', m.id(p_person)::text, p_email, 'Fresh', m.moment(p_confirmed), m.moment(p_at))
$$;
create function m.of_session(p_proof text, p_person text, p_session text, p_aal int default 1) returns bytea language sql as $$
    select m.word('start_session', encode(m.proof(p_proof), 'hex'), m.id(p_person)::text, m.id(p_session)::text,
                  m.moment(now() + interval '1 day'), p_aal::text)
$$;
