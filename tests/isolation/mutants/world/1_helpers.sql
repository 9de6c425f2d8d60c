-- What scenarios are written with. Names stand for ids and secrets, so that a scenario reads without looking anything up:
-- '@x' is the id of x (it begins with eight times e), '#x' the proof of x, '##x' what is stored of that proof, '~1 hour' the time in an
-- hour.

-- They name each other.
set local check_function_bodies = off;

create schema m;
grant usage on schema m to public;

create function m.id(p_name text) returns uuid language sql immutable as $$
    select case when p_name in ('platform', '0') then '00000000-0000-0000-0000-000000000000'
                when p_name ~ '^\d$' then '00000000-0000-4000-8000-00000000000' || p_name
                else 'eeeeeeee' || substr(md5(p_name), 9) end::uuid
$$;

create function m.proof(p_name text) returns bytea language sql immutable as $$ select sha256(convert_to(p_name, 'UTF8')) $$;

create function m.meant(p_text text) returns jsonb language sql stable as $$
    select case when p_text ~ '^@' then to_jsonb(m.id(substr(p_text, 2)))
                when p_text ~ '^##' then to_jsonb('\x' || encode(sha256(m.proof(substr(p_text, 3))), 'hex'))
                when p_text ~ '^#' then to_jsonb('\x' || encode(m.proof(substr(p_text, 2)), 'hex'))
                when p_text ~ '^~' then to_jsonb(now() + substr(p_text, 2)::interval)
                else to_jsonb(p_text) end
$$;

-- From behind: no trigger, reference or policy is in the way.
create function m.behind(p_statement text) returns void language plpgsql security definer set session_replication_role = replica as $$
begin
    execute p_statement;
end $$;

create function m.row(p_table text, p_row jsonb) returns void language plpgsql security definer set session_replication_role = replica as $$
declare
    v_row     jsonb;
    v_columns text;
begin
    select jsonb_object_agg(e.key, case jsonb_typeof(e.value) when 'string' then m.meant(e.value #>> '{}') else e.value end),
           string_agg(quote_ident(e.key), ', ') into v_row, v_columns from jsonb_each(p_row) e;
    execute format('insert into %s (%s) select %2$s from jsonb_populate_record(null::%1$s, $1)', p_table, v_columns) using v_row;
end $$;

create function m.worker(p_name text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('queue.workers', jsonb_build_object('id', '@' || p_name, 'host', p_name, 'pid', 1, 'ttl', '10 hours', 'beat_at', '~0')
        || p_row)
$$;

create function m.job(p_name text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('public.jobs', jsonb_build_object('org_id', '@a', 'id', '@' || p_name, 'job_type', 'x', 'requested_by', null,
                                                   'requested_rank', 4, 'requested_key', null, 'run_at', '~-1 hour')
        || case when p_row ->> 'status' = 'running'
                then jsonb_build_object('lease_token', '@lease ' || p_name, 'worker_id', '@w', 'deadline_at', '~1 hour',
                                        'started_at', '~-1 minute', 'attempt', 1)
                when p_row ->> 'status' in ('done', 'dead', 'cancelled') then '{"finished_at": "~-1 hour"}' else '{}' end::jsonb
        || p_row)
$$;

create function m.schedule(p_name text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('public.job_schedules', jsonb_build_object('org_id', '@a', 'id', '@' || p_name, 'name', p_name, 'job_type', 'x',
        'cron', '0 0 * * *', 'timezone', 'UTC', 'next_run_at', '~-10 seconds', 'requested_rank', 3) || p_row)
$$;

create function m.person(p_name text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('public.profiles', jsonb_build_object('id', '@' || p_name, 'email', p_name || '@m.example', 'email_confirmed_at',
        '~-1 day',
                                                       'full_name', p_name) || p_row),
           m.row('auth.users', jsonb_build_object('id', '@' || p_name, 'email', p_name || '@m.example', 'email_confirmed_at', '~-1 day')
               || p_row),
           m.credential(p_name, 'session', jsonb_build_object('user_id', '@' || p_name, 'org_id', null, 'subject', '@session ' || p_name))
$$;

create function m.member(p_org text, p_person text, p_role text) returns void language sql as $$
    select m.row('public.org_members', jsonb_build_object('org_id', '@' || p_org, 'user_id', '@' || p_person, 'role', p_role))
$$;

create function m.credential(p_name text, p_kind text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('seal_private.credentials', jsonb_build_object('stored', '##' || p_name, 'kind', p_kind, 'user_id', '@admin', 'org_id',
        '@a',
        'subject', '@' || p_name, 'expires_at', '~1 day') || case p_kind when 'session' then '{"org_id": null}' else '{}' end::jsonb ||
            p_row)
$$;

create function m.key(p_name text, p_row jsonb default '{}', p_credential jsonb default '{}') returns void language sql as $$
    select m.row('public.api_keys', jsonb_build_object('org_id', '@a', 'id', '@' || p_name, 'name', p_name, 'prefix', 'p', 'created_by',
        '@admin',
                                                       'expires_at', '~5 years') || p_row),
           m.credential(p_name, 'key', p_credential)
$$;

create function m.link(p_name text, p_row jsonb default '{}', p_credential jsonb default '{}') returns void language sql as $$
    select m.row('public.share_links', jsonb_build_object('org_id', '@a', 'id', '@' || p_name, 'proposal_id', '@proposal', 'version', 1,
                                                          'created_by', '@member', 'expires_at', '~5 years') || p_row),
           m.credential(p_name, 'link', p_credential)
$$;

create function m.invitation(p_name text, p_row jsonb default '{}', p_credential jsonb default '{}') returns void language sql as $$
    select m.row('public.invitations', jsonb_build_object('org_id', '@a', 'id', '@' || p_name, 'email', 'guest@m.example', 'role', 'member',
                                                          'invited_by', '@admin', 'expires_at', '~1 day') || p_row),
           m.credential(p_name, 'invitation', p_credential)
$$;

create function m.event(p_name text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('public.audit_log', jsonb_build_object('org_id', '@a', 'id', '@' || p_name, 'actor_kind', 'session', 'action',
        'member.left',
                                                        'ip', '10.0.0.1', 'created_at', '~-2 days') || p_row)
$$;

-- Nothing of the queue but what a scenario puts there. (Two lanes are locked by another session: see world/3_people.sql.)
create function m.clear() returns void language sql as $$
    select m.behind($a$
        delete from public.jobs; delete from queue.workers; delete from queue.stops; delete from public.job_schedules;
        delete from public.job_lanes where org_id not in (m.id('busy'), m.id('busy too'));
        delete from queue.quarantines; delete from queue.set_aside$a$)
$$;

-- Openings.
create function m.open(p_person text, p_org text default 'a') returns int language sql as $$
    select seal.open('session', m.proof(p_person), m.id(p_org))::int
$$;
create function m.open_key(p_name text) returns int language sql as $$ select seal.open('key', m.proof(p_name), m.id('a'))::int $$;
create function m.open_link(p_name text) returns int language sql as $$ select seal.open('link', m.proof(p_name), m.id('a'))::int $$;
create function m.open_person(p_person text) returns uuid language sql as $$ select seal.open_person(m.proof(p_person)) $$;

-- A context as no opening makes it: any words, expired, by any version of the key.
create function m.mint(p_kind text, p_user text, p_org text, p_rank int, p_subject text, p_lasts interval,
    p_version int default null) returns void
language plpgsql security definer as $$
declare
    v_key  seal_private.keys;
    v_body text;
begin
    select * into v_key from seal_private.keys k where k.purpose = 'context' and k.version = coalesce(p_version,
        k.version) order by k.version desc limit 1;
    v_body := concat_ws('.', p_kind, coalesce(m.id(p_user)::text, ''), coalesce(m.id(p_org)::text, ''), p_rank, m.id(p_subject),
                        ceil(extract(epoch from clock_timestamp() + p_lasts))::bigint, v_key.version);
    perform set_config('seal.context', v_body || '.' || encode(sha256(v_key.opad || sha256(v_key.ipad
        || convert_to(v_body || '.' || seal_private.binding(), 'UTF8'))), 'hex'), true);
end $$;

create function m.open_job(p_name text, p_org text default 'a') returns int language sql as $$
    select seal.open_job(m.id(p_name), m.id('lease ' || p_name), m.id(p_org))::int
$$;

-- Accounts: a session whose refresh tokens a scenario can make, and what a mail carries.
create function m.session(p_name text, p_person text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('auth.sessions', jsonb_build_object('id', '@' || p_name, 'user_id', '@' || p_person, 'refresh_counter', 5,
               'refreshed_at', '~-1 day', 'not_after', '~20 days', 'not_idle_after', '~10 days', 'created_at', '~-2 days') || p_row),
           m.row('seal_private.session_keys', jsonb_build_object('session_id', '@' || p_name, 'refresh_key', '#key'))
$$;

create function m.mac(p_session text, p_counter int) returns bytea language sql immutable as $$
    select sha256(m.proof('key') || sha256(m.proof('key') || uuid_send(m.id(p_session)) || int4send(p_counter)))
$$;

create function m.secret(p_token text) returns bytea language sql security definer as $$
    select (seal_private.mail_secrets('one-time.' || m.id(p_token)))[1]
$$;

create function m.code(p_token text) returns text language sql security definer as $$
    select seal_private.mail_code(m.secret(p_token))
$$;

create function m.mailed(p_name text, p_kind text, p_person text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('auth.one_time_tokens', jsonb_build_object('id', '@' || p_name, 'kind', p_kind, 'user_id', '@' || p_person,
               'email', p_person || '@m.example', 'stored', '\x' || encode(sha256(m.secret(p_name)), 'hex'),
               'created_at', '~-1 hour', 'expires_at', '~10 days') || p_row)
$$;

-- A flow of the program that has the verifier "verifier" and the browser "browser", and what it is once it has a code.
create function m.flow(p_name text, p_mail text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('auth.flows', jsonb_build_object('id', '@' || p_name, 'token_id', '@' || p_mail, 'challenge', '#verifier',
               'browser', '#browser', 'redirect_to', 'https://m.example/', 'expires_at', '~1 hour') || p_row)
$$;
create function m.coded(p_person text, p_code text) returns jsonb language sql as $$
    select jsonb_build_object('user_id', '@' || p_person, 'email', upper(p_person) || '@m.example', 'method', 'otp', 'code_hash', '#' || p_code)
$$;

-- What this transaction mailed, and whether anybody could show it.
create function m.mails() returns text language sql security definer as $$
    select string_agg(t.kind || ' ' || t.email || ' ' || (seal_private.one_time_secret(t.id) is not null) || ' ' || t.attempts, ', ' order by t.kind, t.email)
      from auth.one_time_tokens t where t.created_at = now()
$$;
