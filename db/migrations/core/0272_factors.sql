-- migrate:up

-- A second factor. The password, or a mailed link, alone gives a person who has one a token that waits: it is in none
-- of the tables that openings look at, so it opens no organization, and only the functions of the second step know it.
-- The secret of an authenticator app is kept combined with a pad that the installation's file makes of the factor's id:
-- the process shows the pad with each try, a dump has none, and what an injected statement makes up opens nothing.
do $$
begin
    if not seal_private.owns_auth() then
        return;
    end if;

    create table auth.factors (
        id            uuid not null,
        user_id       uuid not null,
        kind          text not null,
        friendly_name text not null default '',
        sealed        bytea not null,
        pad_proof     bytea,
        last_step     bigint,
        verified_at   timestamptz,
        created_at    timestamptz not null default now(),
        updated_at    timestamptz not null default now(),
        constraint factors_pkey primary key (id),
        constraint factors_user_fkey foreign key (user_id) references auth.users (id) on delete cascade,
        constraint factors_kind_known check (kind in ('totp')),
        constraint factors_friendly_name_is_short check (length(friendly_name) <= 100),
        constraint factors_sealed_in_range check (octet_length(sealed) = 20),
        constraint factors_pad_proof_in_range check (octet_length(pad_proof) = 32)
    );
    comment on table auth.factors is 'Second factors of people: authenticator apps.';
    comment on column auth.factors.sealed is
        'The secret that the app has, combined by exclusive or with a pad that the installation''s file makes.';
    comment on column auth.factors.pad_proof is
        'sha256 of that pad, by which a lost or another file is noticed. It says nothing of the secret.';
    comment on column auth.factors.last_step is
        'The step of the last code that passed; that one and older ones do not.';
    comment on column auth.factors.verified_at is 'Since when it is asked for; null: a code of it was never shown.';
    create index factors_user_idx on auth.factors (user_id);

    create table auth.challenges (
        id         uuid not null default gen_random_uuid(),
        factor_id  uuid not null,
        session_id uuid not null,
        ticket     bytea,
        tried_by   bigint,
        expires_at timestamptz not null default now() + interval '5 minutes',
        used_at    timestamptz,
        created_at timestamptz not null default now(),
        constraint challenges_pkey primary key (id),
        constraint challenges_factor_fkey foreign key (factor_id) references auth.factors (id) on delete cascade,
        constraint challenges_session_fkey foreign key (session_id) references auth.sessions (id) on delete cascade,
        constraint challenges_ticket_in_range check (octet_length(ticket) = 32)
    );
    comment on table auth.challenges is 'Second steps that sessions have begun, each for one use.';
    comment on column auth.challenges.ticket is
        'sha256 of what the try with the right code was answered with; null: there was none.';
    comment on column auth.challenges.tried_by is
        'The transaction of that try. Another one finishes, so that a try counts before anybody knows its outcome.';
    create index challenges_factor_idx on auth.challenges (factor_id);
    create index challenges_session_idx on auth.challenges (session_id);
    create index challenges_expires_idx on auth.challenges (expires_at);        -- removing

    create table auth.waiting_tokens (
        stored     bytea not null,
        session_id uuid not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        constraint waiting_tokens_pkey primary key (stored),
        constraint waiting_tokens_session_fkey
            foreign key (session_id) references auth.sessions (id) on delete cascade,
        constraint waiting_tokens_stored_in_range check (octet_length(stored) = 32)
    );
    comment on table auth.waiting_tokens is
        'Access tokens and cookies of sessions that wait for the second step. They open no context.';
    comment on column auth.waiting_tokens.stored is 'sha256(proof), as in seal_private.credentials.';
    create index waiting_tokens_session_idx on auth.waiting_tokens (session_id);
    create index waiting_tokens_expires_idx on auth.waiting_tokens (expires_at);        -- removing

    create trigger touch before update on auth.factors for each row execute function seal_private.touch();
    perform seal_private.close('auth.factors'), seal_private.close('auth.challenges'),
            seal_private.close('auth.waiting_tokens');
    perform seal_private.bound('auth.factors'), seal_private.bound('auth.challenges'),
            seal_private.bound('auth.waiting_tokens');
    create policy sign_in on auth.factors to sb_gate using (true) with check (true);
    create policy sign_in on auth.challenges to sb_gate using (true) with check (true);
    create policy sign_in on auth.waiting_tokens to sb_gate using (true) with check (true);
    grant select, insert, update, delete on auth.factors, auth.challenges, auth.waiting_tokens to sb_gate;
    perform seal_private.deviate('policy', 'auth.factors', 'sign_in',
                'People belong to no organization; no login has a privilege on the table.'),
            seal_private.deviate('policy', 'auth.challenges', 'sign_in',
                'The second step comes before the choice of an organization; no login has a privilege on the table.'),
            seal_private.deviate('policy', 'auth.waiting_tokens', 'sign_in',
                'The second step comes before the choice of an organization; no login has a privilege on the table.'),
            seal_private.deviate('key', 'auth.factors', 'factors_pkey', 'A random id.'),
            seal_private.deviate('key', 'auth.challenges', 'challenges_pkey', 'An id, made by the server.'),
            seal_private.deviate('key', 'auth.waiting_tokens', 'waiting_tokens_pkey',
                'A hash of 256 bits that nobody can guess.'),
            seal_private.deviate('foreign key', 'auth.factors', 'factors_user_fkey',
                'Neither table belongs to an organization.'),
            seal_private.deviate('foreign key', 'auth.challenges', 'challenges_factor_fkey',
                'Neither table belongs to an organization.'),
            seal_private.deviate('foreign key', 'auth.challenges', 'challenges_session_fkey',
                'Neither table belongs to an organization.'),
            seal_private.deviate('foreign key', 'auth.waiting_tokens', 'waiting_tokens_session_fkey',
                'Neither table belongs to an organization.');
end $$;

create function seal_private.has_factor(p_user uuid) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return exists (select from auth.factors f where f.user_id = p_user and f.verified_at is not null);
end $$;

-- A proof of a session that waits. An hour at most, a cookie's too: the second step follows at once.
create function seal_private.add_waiting(p_proof bytea, p_session uuid, p_until timestamptz) returns timestamptz
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_expires constant timestamptz := least(clock_timestamp() + interval '1 hour', p_until);
begin
    if (octet_length(p_proof) = 32) is not true then
        raise exception 'a proof is a sha256 of 32 bytes' using errcode = '22023';
    end if;
    insert into auth.waiting_tokens (stored, session_id, expires_at) values (sha256(p_proof), p_session, v_expires);
    return v_expires;
end $$;

-- Who a proof is of, also one that waits for the second step. For what must work before it, and nothing else.
create function seal_private.person_before_second_step(
    p_proof bytea, out person uuid, out session uuid, out waits boolean)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_own_accounts();
    select o.user_id, o.session_id, false into person, session, waits from seal_private.session_of(p_proof) o;
    if person is null then
        select s.user_id, s.id, true into person, session, waits
          from auth.waiting_tokens w join auth.sessions s on s.id = w.session_id
         where w.stored = sha256(p_proof) and w.expires_at > clock_timestamp() and s.revoked_at is null
           and least(s.not_after, s.not_idle_after) > clock_timestamp();
    end if;
    if person is null or seal_private.is_banned(person)
       or not exists (select from auth.users u where u.id = person) then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
end $$;

create function seal_private.factors_of(p_user uuid) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return coalesce((select jsonb_agg(jsonb_build_object(
                         'id', f.id, 'friendly_name', f.friendly_name, 'factor_type', f.kind,
                         'status', case when f.verified_at is null then 'unverified' else 'verified' end,
                         'created_at', f.created_at, 'updated_at', f.updated_at) order by f.created_at, f.id)
                       from auth.factors f where f.user_id = p_user), '[]');
end $$;

-- What is counted or replaced for a person is so by one transaction at a time.
create function seal_private.lock_person(p_user uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform from auth.users u where u.id = p_user for update;
end $$;

-- An authenticator app ------------------------------------------------------------------------------------------------

create function seal_auth.enroll_totp(p_proof bytea, p_factor uuid, p_name text, p_pad bytea, out outcome text,
                                      out secret bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if v_me.waits then
        outcome := 'second_step';
        return;
    end if;
    perform seal_private.lock_person(v_me.person);      -- of two that come at once both are counted
    delete from auth.factors f
     where f.user_id = v_me.person and f.verified_at is null and f.created_at < clock_timestamp() - interval '1 hour';
    if (select count(*) from auth.factors f where f.user_id = v_me.person) >= 10 then
        outcome := 'too_many';
    elsif exists (select from auth.factors f
                   where f.user_id = v_me.person and f.friendly_name = p_name and p_name <> '') then
        outcome := 'name_taken';
    else
        outcome := 'enrolled';
        secret := substr(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, 20);
        insert into auth.factors (id, user_id, kind, friendly_name, sealed, pad_proof)
        values (p_factor, v_me.person, 'totp', coalesce(p_name, ''), seal_private.xor(secret, p_pad), sha256(p_pad));
    end if;
end $$;
comment on function seal_auth.enroll_totp(bytea, uuid, text, bytea) is
    'Begins an authenticator app: its secret, 20 bytes, told once. It is asked for from the first code on. p_pad: 20 '
    'bytes that the installation''s file makes of the id. second_step: the session has to show a factor first; '
    'too_many: ten; name_taken: another one of theirs has this name. Raises CredentialRefusedError.';

-- A factor that was never shown is nobody's: whoever began it need not be the person, so only a session that needs no
-- second step takes it further.
create function seal_auth.challenge_factor(p_proof bytea, p_factor uuid, out id uuid, out expires_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    perform from auth.factors f
      where f.id = p_factor and f.user_id = v_me.person and (f.verified_at is not null or not v_me.waits);
    if not found then
        return;
    end if;
    -- ten at most: the oldest go
    delete from auth.challenges c
     where c.session_id = v_me.session
       and c.id not in (select k.id from auth.challenges k where k.session_id = v_me.session
                         order by k.created_at desc, k.id limit 9);
    insert into auth.challenges as c (factor_id, session_id) values (p_factor, v_me.session)
    returning c.id, c.expires_at into challenge_factor.id, challenge_factor.expires_at;
end $$;
comment on function seal_auth.challenge_factor(bytea, uuid) is
    'Begins the second step of a session with a factor of the person''s, for five minutes; null: they have none of '
    'this id. Raises CredentialRefusedError.';

-- The browser of a session, if the person ended a second step in it before; else null.
create function seal_private.known_device(p_session uuid) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return (select encode(d.device, 'hex')
              from auth.sessions s join auth.devices d on d.user_id = s.user_id and d.device = s.device
             where s.id = p_session and d.aal = 2);
end $$;

-- What tries of codes are counted by: the person and such a browser, or the person and all that is not known. Whoever
-- has the password keeps nobody waiting in a browser of theirs, and has one count, however many browsers and programs
-- they sign in with. It lets through five at once and one in five minutes after: at most 292 a day, each the code of
-- one of three steps, so a day hits with a chance of 0.09 % (292 * 3 / 1,000,000), once in three years.
create function seal_private.step_bucket(p_session uuid) returns bytea
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return (select seal_private.bucket('second step', concat_ws(':', s.user_id, seal_private.known_device(s.id)))
              from auth.sessions s where s.id = p_session);
end $$;

create function seal_auth.try_factor(p_proof bytea, p_factor uuid, p_challenge uuid, p_code text, p_pad bytea,
                                     out wait int, out ticket bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me     record;
    v_factor record;
    v_step   bigint;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    -- no try of the person's: no code would pass
    if exists (select from auth.factors f
                where f.id = p_factor and f.user_id = v_me.person and f.pad_proof <> sha256(p_pad)) then
        raise exception 'the file that seals second factors is another one' using errcode = '55000';
    end if;
    wait := seal_private.take_try(seal_private.step_bucket(v_me.session), 5, '5 minutes', '5 minutes');
    if wait > 0 then
        return;
    end if;
    ticket := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    select f.sealed, f.last_step into v_factor from auth.factors f
     where f.id = p_factor and f.user_id = v_me.person and (f.verified_at is not null or not v_me.waits) for update;
    perform from auth.challenges c
      where c.id = p_challenge and c.factor_id = p_factor and c.session_id = v_me.session and c.ticket is null
        and c.used_at is null and c.expires_at > clock_timestamp()
        for update;
    if not found then
        return;
    end if;
    v_step := seal_private.totp_step(seal_private.xor(v_factor.sealed, p_pad), p_code, clock_timestamp(),
                                     v_factor.last_step);
    -- The same rows are written whatever the answer is: what a transaction wrote, everybody can count.
    update auth.factors f set last_step = coalesce(v_step, f.last_step) where f.id = p_factor;
    update auth.challenges c
       set ticket = case when v_step is not null then sha256(try_factor.ticket) end,
           tried_by = pg_current_xact_id()::text::bigint
     where c.id = p_challenge;
end $$;
comment on function seal_auth.try_factor(bytea, uuid, uuid, text, bytea) is
    'Tries a code. Says nothing of it, but a ticket: if the code is right and the transaction commits, '
    'seal_auth.finish_factor() takes the ticket in another one. Five tries, then one in five minutes: wait has the '
    'seconds. A browser in which the person ended a second step before is counted by itself. A code passes once. '
    'Raises CredentialRefusedError, and NotReadyError if the pad is not the one that sealed the factor.';

-- The session has shown two factors: what was given before it did so opens nothing any more, refresh tokens included.
create function seal_private.raise_level(p_session uuid, p_method text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_user uuid;
begin
    update auth.sessions s
       set aal = 2, amr = seal_private.with_method(s.amr, p_method), refresh_counter = s.refresh_counter + 1,
           refreshed_at = clock_timestamp(), not_idle_after = clock_timestamp() + interval '30 days'
     where s.id = p_session and s.revoked_at is null
    returning s.user_id into v_user;
    if not found then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    delete from seal_private.session_keys k where k.session_id = p_session;
    insert into seal_private.session_keys (session_id) values (p_session);
    delete from auth.waiting_tokens w where w.session_id = p_session;
    perform seal_private.revoke_subject('session', null, p_session),
            seal_private.forget_tries(seal_private.step_bucket(p_session));
    perform seal_private.remember_device(p_session);
    perform seal_private.record_account(v_user, 'account.second_step',
        jsonb_build_object('method', p_method, 'session', p_session));
end $$;

-- From the first code of a factor on it is asked for: sessions that never showed one end.
create function seal_private.count_factor(p_factor uuid, p_user uuid, p_session uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_session uuid;
begin
    update auth.factors f set verified_at = clock_timestamp() where f.id = p_factor and f.verified_at is null;
    if not found then
        return;
    end if;
    delete from auth.factors f where f.user_id = p_user and f.verified_at is null;
    for v_session in
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'the person added a second factor'
         where s.user_id = p_user and s.id <> p_session and s.aal < 2 and s.revoked_at is null
        returning s.id
    loop
        perform seal_private.revoke_subject('session', null, v_session);
    end loop;
    perform seal_private.record_account(p_user, 'account.factor_added', jsonb_build_object('factor', p_factor));
    perform seal_private.mail_account(p_user, 'factors_changed', '{}');
end $$;

create function seal_auth.finish_factor(
    p_proof bytea, p_challenge uuid, p_ticket bytea, out outcome text, out account uuid, out session uuid,
    out counter int, out mac bytea, out address text, out level int, out methods jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me     record;
    v_factor uuid;
    v_found  record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    outcome := 'refused';
    update auth.challenges c set used_at = clock_timestamp()
     where c.id = p_challenge and c.session_id = v_me.session and c.ticket = sha256(p_ticket) and c.used_at is null
       and c.expires_at > clock_timestamp()
       and c.tried_by is distinct from pg_current_xact_id_if_assigned()::text::bigint
    returning c.factor_id into v_factor;
    if not found then
        return;
    end if;
    outcome := 'signed_in';
    perform seal_private.count_factor(v_factor, v_me.person, v_me.session),
            seal_private.raise_level(v_me.session, 'totp');
    select * into v_found from seal_private.describe_session(v_me.session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;
comment on function seal_auth.finish_factor(bytea, uuid, bytea) is
    'Ends the second step with the ticket of seal_auth.try_factor(), in a later transaction: the session has level 2, '
    'and every token, cookie and refresh token of it from before is void. refused: the code was wrong, passed before, '
    'or came too late. Raises CredentialRefusedError.';

select seal_private.admit('seal_private.has_factor(uuid)', 'sb_gate', '{}', 'true if a second step is needed'),
       seal_private.admit('seal_private.add_waiting(bytea, uuid, timestamptz)', 'sb_gate', '{}',
           'a token that waits for the second step'),
       seal_private.admit('seal_private.person_before_second_step(bytea)', 'sb_gate', '{}',
           'who a proof is of, also one that waits for the second step'),
       seal_private.admit('seal_private.factors_of(uuid)', 'sb_gate', '{}', 'the factors that a person is shown'),
       seal_private.admit('seal_private.lock_person(uuid)', 'sb_gate', '{}', 'changes of a person''s factors wait'),
       seal_private.admit('seal_private.known_device(uuid)', 'sb_gate', '{}',
           'a browser in which a second step ended is counted by itself'),
       seal_private.admit('seal_private.step_bucket(uuid)', 'sb_gate', '{}', 'what tries of codes are counted by'),
       seal_private.admit('seal_private.raise_level(uuid, text)', 'sb_gate', '{}',
           'ends the second step; its callers have seen what it takes'),
       seal_private.admit('seal_private.count_factor(uuid, uuid, uuid)', 'sb_gate', '{}',
           'a factor is asked for from its first code on'),
       seal_private.admit('seal_auth.enroll_totp(bytea, uuid, text, bytea)', 'sb_gate', '{sb_auth}',
           'a person adds a factor to their own account'),
       seal_private.admit('seal_auth.challenge_factor(bytea, uuid)', 'sb_gate', '{sb_auth}',
           'the second step comes before there is a context'),
       seal_private.admit('seal_auth.try_factor(bytea, uuid, uuid, text, bytea)', 'sb_gate', '{sb_auth}',
           'the second step comes before there is a context', 'all'),
       seal_private.admit('seal_auth.finish_factor(bytea, uuid, bytea)', 'sb_gate', '{sb_auth}',
           'the second step comes before there is a context');

-- migrate:down
