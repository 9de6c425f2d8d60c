-- migrate:up

-- Accounts that people have at a provider, Google or GitHub, and sign in by here. What counts is the provider's own
-- name for the account, which never changes; the address there may, and nothing here changes by it.
do $$
begin
    if not seal_private.owns_auth() then
        return;
    end if;

    create table auth.identities (
        id              uuid not null default gen_random_uuid(),
        user_id         uuid not null,
        provider        text not null,
        provider_id     text not null,
        email           text,
        email_verified  boolean not null default false,
        full_name       text not null default '',
        last_sign_in_at timestamptz,
        created_at      timestamptz not null default now(),
        updated_at      timestamptz not null default now(),
        constraint identities_pkey primary key (id),
        constraint identities_user_fkey foreign key (user_id) references auth.users (id) on delete cascade,
        constraint identities_provider_known check (provider in ('google', 'github')),
        constraint identities_provider_id_given check (provider_id <> '' and length(provider_id) <= 255),
        constraint identities_email_is_short check (length(email) <= 320),
        constraint identities_full_name_is_short check (length(full_name) <= 200)
    );
    comment on table auth.identities is 'Accounts at providers that people sign in by.';
    comment on column auth.identities.provider_id is 'The provider''s own name for the account, which does not change.';
    comment on column auth.identities.email is 'The address there, as it was last said; nothing hangs on it.';
    comment on column auth.identities.email_verified is 'True if the provider says that it has seen mail arrive there.';
    create unique index identities_provider_key on auth.identities (provider, provider_id);
    create index identities_user_idx on auth.identities (user_id);

    create trigger touch before update on auth.identities for each row execute function seal_private.touch();
    perform seal_private.close('auth.identities'), seal_private.bound('auth.identities');
    create policy sign_in on auth.identities to sb_gate using (true) with check (true);
    grant select, insert, update, delete on auth.identities to sb_gate;
    perform seal_private.deviate('policy', 'auth.identities', 'sign_in',
                'People belong to no organization; no login has a privilege on the table.'),
            seal_private.deviate('key', 'auth.identities', 'identities_pkey', 'An id, made by the server.'),
            seal_private.deviate('key', 'auth.identities', 'identities_provider_key',
                'One person an account at a provider; only what the process vouched for is compared.'),
            seal_private.deviate('foreign key', 'auth.identities', 'identities_user_fkey',
                'Neither table belongs to an organization.');
end $$;

-- migrate:down
