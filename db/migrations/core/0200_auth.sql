-- migrate:up

-- People who can sign in. Where Supabase Auth (or another) already keeps them in a schema auth, it is left alone, and
-- what we need of a person is their profile. Otherwise these tables take its place, in a shape its users know.
do $$
begin
    if to_regnamespace('auth') is not null then
        raise notice 'schema auth is there already and stays as it is';
        return;
    end if;

    create schema auth;
    comment on schema auth is 'Sign-in, in the shape of Supabase Auth. Only seal_auth''s functions reach it.';

    create table auth.users (
        id                 uuid not null default seal.new_id(),
        email              text not null,
        email_confirmed_at timestamptz,
        password_salt      bytea,
        password_proof     bytea,
        password_set_at    timestamptz,
        raw_user_meta_data jsonb not null default '{}',
        raw_app_meta_data  jsonb not null default '{}',
        banned_until       timestamptz,
        last_sign_in_at    timestamptz,
        created_at         timestamptz not null default now(),
        updated_at         timestamptz not null default now(),
        constraint users_pkey primary key (id),
        constraint users_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 320),
        constraint users_password_is_whole check (num_nulls(password_salt, password_proof, password_set_at) in (0, 3)),
        constraint users_password_salt_in_range check (octet_length(password_salt) = 16),
        constraint users_password_proof_in_range check (octet_length(password_proof) = 32),
        constraint users_user_meta_is_object check (jsonb_typeof(raw_user_meta_data) = 'object'),
        constraint users_app_meta_is_object check (jsonb_typeof(raw_app_meta_data) = 'object')
    );
    comment on table auth.users is 'One row a person who can sign in.';
    comment on column auth.users.email_confirmed_at is
        'Since when the address is known to be theirs; null: they only say so.';
    comment on column auth.users.password_salt is
        'Salt with which argon2id derives 32 bytes from the password, outside the database; null: there is none.';
    comment on column auth.users.password_proof is
        'sha256 of the 32 bytes: whoever reads it still has to show what it is made of.';
    comment on column auth.users.raw_user_meta_data is 'The person can edit it: never a source of rights.';
    create unique index users_email_key on auth.users (lower(email));

    create table auth.sessions (
        id              uuid not null default gen_random_uuid(),
        user_id         uuid not null,
        refresh_counter int not null default 0,
        refreshed_at    timestamptz not null default now(),
        not_idle_after  timestamptz not null default now() + interval '30 days',
        not_after       timestamptz not null default now() + interval '90 days',
        aal             smallint not null default 1,
        amr             jsonb not null default '[]',
        device          bytea,
        user_agent      text,
        ip              inet,
        revoked_at      timestamptz,
        revoked_why     text,
        created_at      timestamptz not null default now(),
        updated_at      timestamptz not null default now(),
        constraint sessions_pkey primary key (id),
        constraint sessions_user_fkey foreign key (user_id) references auth.users (id) on delete cascade,
        constraint sessions_refresh_counter_not_negative check (refresh_counter >= 0),
        constraint sessions_aal_known check (aal in (1, 2)),
        constraint sessions_amr_are_a_list check (jsonb_typeof(amr) = 'array'),
        constraint sessions_user_agent_is_short check (length(user_agent) <= 500),
        constraint sessions_revoked_whole check ((revoked_at is null) = (revoked_why is null))
    );
    comment on table auth.sessions is
        'One row a sign-in; the proofs of its access tokens are in seal_private.credentials.';
    comment on column auth.sessions.refresh_counter is 'The number of the refresh token that is in force.';
    comment on column auth.sessions.not_idle_after is 'Without a refresh by then the session is over.';
    comment on column auth.sessions.not_after is 'The session is over then, however often it is refreshed.';
    comment on column auth.sessions.aal is '1: one factor was shown, 2: two.';
    comment on column auth.sessions.amr is
        'Methods of the sign-in with their times: [{"method": "password", "timestamp": 1790000000}].';
    comment on column auth.sessions.device is 'sha256 of the cookie of the browser that signed in; null: a program.';
    create index sessions_user_idx on auth.sessions (user_id);
    create index sessions_ended_idx on auth.sessions (least(not_idle_after, not_after));     -- removing

    create trigger touch before update on auth.users for each row execute function seal_private.touch();
    create trigger touch before update on auth.sessions for each row execute function seal_private.touch();
    perform seal_private.close('auth.users'), seal_private.close('auth.sessions');
    perform seal_private.bound('auth.users', '{"raw_user_meta_data": 100000, "raw_app_meta_data": 100000}'),
            seal_private.bound('auth.sessions', '{"user_agent": 2000}');
    create policy sign_in on auth.users to sb_gate using (true) with check (true);
    create policy sign_in on auth.sessions to sb_gate using (true) with check (true);
    -- the owner: foreign keys are checked as the owner of their table
    grant usage on schema auth to sb_gate, sb_owner;
    grant select, insert, update on auth.users to sb_gate;
    grant select, insert, update, delete on auth.sessions to sb_gate;
    perform seal_private.deviate('policy', 'auth.users', 'sign_in',
                'People exist before they belong to an organization; no login has a privilege on the table.'),
            seal_private.deviate('policy', 'auth.sessions', 'sign_in',
                'A sign-in comes before the choice of an organization; no login has a privilege on the table.'),
            seal_private.deviate('key', 'auth.users', 'users_pkey', 'A person''s id, made by the server.'),
            seal_private.deviate('key', 'auth.users', 'users_email_key',
                'One account an address; only the sign-in code, which is trusted, can ask.'),
            seal_private.deviate('key', 'auth.sessions', 'sessions_pkey', 'A session''s id, made by the server.'),
            seal_private.deviate('foreign key', 'auth.sessions', 'sessions_user_fkey',
                'Neither table belongs to an organization.');
end $$;

create function seal_private.owns_auth() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
    select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'auth' and c.relname = 'users' and c.relowner = 'sb_owner'::regrole)
$$;
comment on function seal_private.owns_auth() is
    'True if we keep the people who can sign in, false if an auth server that was here first does.';
select seal_private.admit('seal_private.owns_auth()', 'sb_gate', '{}', 'true if people are kept by us');

-- The installer may give the people to an auth server that is not in this database: its word is this row, and no login
-- writes it.
create table seal_private.accounts_elsewhere (
    is_so      boolean not null default true,
    created_at timestamptz not null default now(),
    constraint accounts_elsewhere_pkey primary key (is_so),
    constraint accounts_elsewhere_is_so check (is_so)
);
comment on table seal_private.accounts_elsewhere is
    'One row if another auth server signs people in though schema auth is ours. core.keep_accounts_elsewhere() writes '
    'it.';
select seal_private.close('seal_private.accounts_elsewhere'), seal_private.bound('seal_private.accounts_elsewhere');
create policy sign_in on seal_private.accounts_elsewhere to sb_gate using (true) with check (true);
grant select, insert, delete on seal_private.accounts_elsewhere to sb_gate;
select seal_private.deviate('policy', 'seal_private.accounts_elsewhere', 'sign_in',
           'Who signs people in is asked before there is a context; no login has a privilege on the table.'),
       seal_private.deviate('key', 'seal_private.accounts_elsewhere', 'accounts_elsewhere_pkey',
           'One row for the whole installation; tenants cannot insert.');

create function seal_private.keeps_accounts() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
    select seal_private.owns_auth() and not exists (select from seal_private.accounts_elsewhere)
$$;
comment on function seal_private.keeps_accounts() is
    'True if our functions sign people in, false if an auth server does: one in this database, or one elsewhere.';
select seal_private.admit('seal_private.keeps_accounts()', 'sb_gate', '{}', 'true if people sign in here');

-- The first statement of every function of sign-in.
create function seal_private.assert_own_accounts() returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    if not seal_private.keeps_accounts() then
        raise exception 'accounts are kept by another auth server' using errcode = '0A000';
    end if;
end $$;
select seal_private.admit('seal_private.assert_own_accounts()', 'sb_gate', '{}',
           'sign-in refuses where another auth server keeps the people');

-- migrate:down
