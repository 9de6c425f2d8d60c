-- migrate:up

-- Codes for the day on which the device is gone: ten, each for one second step. 80 random bits are not guessed, by a
-- reader of their hashes neither.
do $$
begin
    if not seal_private.owns_auth() then
        return;
    end if;

    create table auth.recovery_codes (
        user_id    uuid not null,
        stored     bytea not null,
        used_at    timestamptz,
        created_at timestamptz not null default now(),
        constraint recovery_codes_pkey primary key (user_id, stored),
        constraint recovery_codes_user_fkey foreign key (user_id) references auth.users (id) on delete cascade,
        constraint recovery_codes_stored_in_range check (octet_length(stored) = 32)
    );
    comment on table auth.recovery_codes is 'Codes that stand in for a factor, each once.';
    comment on column auth.recovery_codes.stored is 'sha256 of the person''s id and the ten bytes of the code.';
    perform seal_private.close('auth.recovery_codes'), seal_private.bound('auth.recovery_codes');
    create policy sign_in on auth.recovery_codes to sb_gate using (true) with check (true);
    grant select, insert, update, delete on auth.recovery_codes to sb_gate;
    perform seal_private.deviate('policy', 'auth.recovery_codes', 'sign_in',
                'People belong to no organization; no login has a privilege on the table.'),
            seal_private.deviate('key', 'auth.recovery_codes', 'recovery_codes_pkey',
                'A hash of 80 random bits of a person''s code.'),
            seal_private.deviate('foreign key', 'auth.recovery_codes', 'recovery_codes_user_fkey',
                'Neither table belongs to an organization.');
end $$;

create function seal_auth.new_recovery_codes(p_proof bytea, out outcome text, out codes bytea[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if (select s.aal from auth.sessions s where s.id = v_me.session) < 2 then
        outcome := 'second_step';
        return;
    end if;
    perform seal_private.lock_person(v_me.person);      -- one set at a time
    if not seal_private.has_factor(v_me.person) then
        outcome := 'second_step';
        return;
    end if;
    outcome := 'made';
    select array_agg(substr(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, 10)) into codes
      from generate_series(1, 10);
    delete from auth.recovery_codes c where c.user_id = v_me.person;
    insert into auth.recovery_codes (user_id, stored)
    select v_me.person, sha256(uuid_send(v_me.person) || code) from unnest(codes) code;
    perform seal_private.record_account(v_me.person, 'account.recovery_codes_made');
end $$;
comment on function seal_auth.new_recovery_codes(bytea) is
    'Ten new codes of ten bytes, told once; those before are void. second_step: the session has not shown a factor. '
    'Raises CredentialRefusedError.';

create function seal_auth.recovery_codes(p_proof bytea, out remaining int, out made_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    select count(*) filter (where c.used_at is null)::int, max(c.created_at) into remaining, made_at
      from auth.recovery_codes c where c.user_id = v_me.person;
end $$;
comment on function seal_auth.recovery_codes(bytea) is
    'The number of the person''s codes that are left, and when they were made. Raises CredentialRefusedError.';

-- 80 bits are guessed by nobody, so one count for all strangers would only keep the person out: tries of recovery codes
-- are counted by browser where a second step ended in it, and by network elsewhere. A person whose app has to wait for
-- the tries of a stranger comes in by one of these.
create function seal_private.recovery_bucket(p_session uuid) returns bytea
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return (select seal_private.bucket('recovery code', concat_ws(':', s.user_id,
                       coalesce(seal_private.known_device(s.id), seal_private.network_of(s.ip))))
              from auth.sessions s where s.id = p_session);
end $$;

create function seal_auth.use_recovery_code(
    p_proof bytea, p_code bytea, out wait int, out outcome text, out account uuid, out session uuid, out counter int,
    out mac bytea, out address text, out level int, out methods jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me    record;
    v_found record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    outcome := 'refused';
    wait := seal_private.take_try(seal_private.recovery_bucket(v_me.session), 5, '5 minutes', '5 minutes');
    if wait > 0 then
        return;
    end if;
    update auth.recovery_codes c set used_at = clock_timestamp()
     where c.user_id = v_me.person and c.stored = sha256(uuid_send(v_me.person) || p_code) and c.used_at is null;
    if not found then
        return;
    end if;
    outcome := 'signed_in';
    perform seal_private.forget_tries(seal_private.recovery_bucket(v_me.session)),
            seal_private.raise_level(v_me.session, 'recovery_code');
    perform seal_private.mail_account(v_me.person, 'recovery_code_used', '{}');
    select * into v_found from seal_private.describe_session(v_me.session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;
comment on function seal_auth.use_recovery_code(bytea, bytea) is
    'Ends the second step with a recovery code, once each; otherwise as seal_auth.finish_factor(). Tries are counted '
    'by browser where a second step ended in it before, and by network elsewhere: wait has the seconds. Raises '
    'CredentialRefusedError.';

select seal_private.admit('seal_auth.new_recovery_codes(bytea)', 'sb_gate', '{sb_auth}',
           'a person makes codes for their own account'),
       seal_private.admit('seal_auth.recovery_codes(bytea)', 'sb_gate', '{sb_auth}',
           'a person counts the codes of their own account'),
       seal_private.admit('seal_private.recovery_bucket(uuid)', 'sb_gate', '{}',
           'what tries of recovery codes are counted by'),
       seal_private.admit('seal_auth.use_recovery_code(bytea, bytea)', 'sb_gate', '{sb_auth}',
           'the second step comes before there is a context', 'all');

-- migrate:down
