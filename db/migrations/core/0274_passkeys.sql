-- migrate:up

-- Passkeys (W3C WebAuthn Level 3): a key pair on a person's device, which signs a challenge of ours after the device
-- has seen who they are. The database keeps the public key and verifies the signature itself (0276, 0277), so that no
-- statement on the login of sign-in, whoever slipped it in, signs in as a person who has one.
do $$
begin
    if not seal_private.owns_auth() then
        return;
    end if;

    create table auth.passkeys (
        id            uuid not null default gen_random_uuid(),
        user_id       uuid not null,
        credential_id bytea not null,
        rp_id         text not null,
        algorithm     int not null,
        key           bytea not null,
        exponent      int,
        counter       bigint not null,
        can_sync      boolean not null,
        is_synced     boolean not null,
        transports    text[] not null default '{}',
        friendly_name text not null,
        last_used_at  timestamptz,
        created_at    timestamptz not null default now(),
        updated_at    timestamptz not null default now(),
        constraint passkeys_pkey primary key (id),
        constraint passkeys_user_fkey foreign key (user_id) references auth.users (id) on delete cascade,
        constraint passkeys_credential_id_in_range check (octet_length(credential_id) between 16 and 1023),
        constraint passkeys_rp_id_is_short check (length(rp_id) between 1 and 253),
        constraint passkeys_key_whole check (
            (algorithm = -7 and octet_length(key) = 64 and exponent is null)
            or (algorithm = -257 and octet_length(key) between 256 and 512 and exponent in (3, 65537))),
        constraint passkeys_counter_in_range check (counter between 0 and 4294967295),
        constraint passkeys_synced_can_sync check (can_sync or not is_synced),
        constraint passkeys_transports_known
            check (transports <@ '{ble,hybrid,internal,nfc,smart-card,usb}'::text[] and cardinality(transports) <= 6),
        constraint passkeys_friendly_name_is_short check (length(friendly_name) between 1 and 120)
    );
    comment on table auth.passkeys is 'Passkeys of people: public keys, whose other halves their devices keep.';
    comment on column auth.passkeys.credential_id is 'The id that the device made; nobody else knows it.';
    comment on column auth.passkeys.rp_id is
        'The name that the device made the key for, the host of the installation; it signs for no other.';
    comment on column auth.passkeys.algorithm is 'Of COSE: -7, ECDSA on P-256 with SHA-256; -257, RSA with SHA-256.';
    comment on column auth.passkeys.key is 'P-256: x and y, 32 bytes each. RSA: the modulus, 256 to 512 bytes.';
    comment on column auth.passkeys.exponent is 'Of RSA; null: P-256.';
    comment on column auth.passkeys.counter is
        'The device''s count of signatures at the last one; 0: it has none. One that does not grow is of a copy.';
    comment on column auth.passkeys.can_sync is
        'True if the device may copy it to others of the person; never changes.';
    comment on column auth.passkeys.is_synced is 'True if there was such a copy at the last sign-in.';
    comment on column auth.passkeys.transports is 'Ways to the device, as the browser said when it was added.';
    create unique index passkeys_credential_key on auth.passkeys (credential_id);
    create index passkeys_user_idx on auth.passkeys (user_id);

    create table auth.passkey_challenges (
        id         uuid not null default gen_random_uuid(),
        session_id uuid,
        challenge  bytea not null default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
        origin     text not null,
        rp_id      text not null,
        expires_at timestamptz not null default now() + interval '5 minutes',
        used_at    timestamptz,
        created_at timestamptz not null default now(),
        constraint passkey_challenges_pkey primary key (id),
        constraint passkey_challenges_session_fkey
            foreign key (session_id) references auth.sessions (id) on delete cascade,
        constraint passkey_challenges_challenge_in_range check (octet_length(challenge) = 32),
        constraint passkey_challenges_origin_is_one
            check (origin ~ '^https?://[a-z0-9.-]+(:[0-9]{1,5})?$' and length(origin) <= 300),
        constraint passkey_challenges_rp_id_is_a_host check (rp_id ~ '^[a-z0-9.-]{1,253}$')
    );
    comment on table auth.passkey_challenges is
        'Challenges that devices sign, to add a passkey or to sign in by one; each for one use.';
    comment on column auth.passkey_challenges.session_id is
        'The session that adds a passkey; null: somebody signs in, and nobody knows yet who.';
    comment on column auth.passkey_challenges.origin is
        'Origin of our pages, from the settings; the browser says which one it was asked by, and the device signs it.';
    comment on column auth.passkey_challenges.rp_id is 'Host of our pages, from the settings.';
    create index passkey_challenges_session_idx on auth.passkey_challenges (session_id);
    create index passkey_challenges_expires_idx on auth.passkey_challenges (expires_at);        -- removing

    create trigger touch before update on auth.passkeys for each row execute function seal_private.touch();
    perform seal_private.close('auth.passkeys'), seal_private.close('auth.passkey_challenges');
    perform seal_private.bound('auth.passkeys'), seal_private.bound('auth.passkey_challenges');
    create policy sign_in on auth.passkeys to sb_gate using (true) with check (true);
    create policy sign_in on auth.passkey_challenges to sb_gate using (true) with check (true);
    grant select, insert, update, delete on auth.passkeys, auth.passkey_challenges to sb_gate;
    perform seal_private.deviate('policy', 'auth.passkeys', 'sign_in',
                'People belong to no organization; no login has a privilege on the table.'),
            seal_private.deviate('policy', 'auth.passkey_challenges', 'sign_in',
                'A sign-in comes before the choice of an organization; no login has a privilege on the table.'),
            seal_private.deviate('key', 'auth.passkeys', 'passkeys_pkey', 'An id, made by the server.'),
            seal_private.deviate('key', 'auth.passkeys', 'passkeys_credential_key',
                'Random bytes that the person''s device made; whoever adds them again has the device.'),
            seal_private.deviate('key', 'auth.passkey_challenges', 'passkey_challenges_pkey',
                'An id, made by the server.'),
            seal_private.deviate('foreign key', 'auth.passkeys', 'passkeys_user_fkey',
                'Neither table belongs to an organization.'),
            seal_private.deviate('foreign key', 'auth.passkey_challenges', 'passkey_challenges_session_fkey',
                'Neither table belongs to an organization.');
end $$;

-- migrate:down
