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
        encrypted_password text,
        email_confirmed_at timestamptz,
        raw_user_meta_data jsonb not null default '{}',
        raw_app_meta_data  jsonb not null default '{}',
        banned_until       timestamptz,
        last_sign_in_at    timestamptz,
        created_at         timestamptz not null default now(),
        updated_at         timestamptz not null default now(),
        constraint users_pkey primary key (id),
        constraint users_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 320),
        constraint users_user_meta_is_object check (jsonb_typeof(raw_user_meta_data) = 'object'),
        constraint users_app_meta_is_object check (jsonb_typeof(raw_app_meta_data) = 'object')
    );
    comment on table auth.users is 'One row a person who can sign in.';
    comment on column auth.users.email_confirmed_at is
        'Since when the address is known to be theirs; null: they only say so.';
    comment on column auth.users.encrypted_password is
        'An argon2 hash, made outside the database; null: no sign-in by password.';
    comment on column auth.users.raw_user_meta_data is 'The person can edit it: never a source of rights.';
    create unique index users_email_key on auth.users (lower(email));

    create table auth.sessions (
        id         uuid not null,
        user_id    uuid not null,
        not_after  timestamptz not null,
        user_agent text,
        ip         inet,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint sessions_pkey primary key (id),
        constraint sessions_user_fkey foreign key (user_id) references auth.users (id) on delete cascade
    );
    comment on table auth.sessions is 'One row a sign-in; the secret that opens it is in seal_private.credentials.';
    create index sessions_user_idx on auth.sessions (user_id);

    create trigger touch before update on auth.users for each row execute function seal_private.touch();
    create trigger touch before update on auth.sessions for each row execute function seal_private.touch();
    perform seal_private.close('auth.users'), seal_private.close('auth.sessions');
    perform seal_private.bound('auth.users', '{"raw_user_meta_data": 100000, "raw_app_meta_data": 100000}'),
            seal_private.bound('auth.sessions');
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

-- migrate:down
