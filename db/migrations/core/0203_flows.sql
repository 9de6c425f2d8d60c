-- migrate:up

-- A sign-in that begins in one program and is confirmed elsewhere (PKCE, RFC 7636): by a mail, or by a provider. The
-- program keeps a verifier and says its sha256; the link of the mail, or the provider's answer, gives a code, only to
-- the browser that began; the code and the verifier together sign in. So neither a stolen code nor a stolen mail alone
-- is a session. A browser of ours that goes to a provider has no verifier, and gets its session at once.
do $$
begin
    if not seal_private.owns_auth() then
        return;
    end if;

    create table auth.flows (
        id           uuid not null default gen_random_uuid(),
        token_id     uuid,
        provider     text,
        state_hash   bytea,
        verifier     text,
        nonce        text,
        session_id   uuid,
        shown_at     timestamptz,
        challenge    bytea,
        browser      bytea not null,
        redirect_to  text,
        user_id      uuid,
        email        text,
        method       text,
        code_hash    bytea,
        expires_at   timestamptz not null,
        used_at      timestamptz,
        created_at   timestamptz not null default now(),
        updated_at   timestamptz not null default now(),
        constraint flows_pkey primary key (id),
        constraint flows_token_fkey foreign key (token_id) references auth.one_time_tokens (id) on delete cascade,
        constraint flows_user_fkey foreign key (user_id) references auth.users (id) on delete cascade,
        constraint flows_session_fkey foreign key (session_id) references auth.sessions (id) on delete cascade,
        constraint flows_provider_known check (provider in ('google', 'github')),
        constraint flows_state_hash_in_range check (octet_length(state_hash) = 32),
        constraint flows_verifier_is_short check (length(verifier) <= 128),
        constraint flows_nonce_is_short check (length(nonce) <= 128),
        constraint flows_kind_whole check (
            case when provider is null then num_nonnulls(state_hash, verifier, nonce, session_id, shown_at) = 0
                                            and challenge is not null
                 else state_hash is not null and token_id is null end),
        constraint flows_challenge_in_range check (octet_length(challenge) = 32),
        constraint flows_browser_in_range check (octet_length(browser) = 32),
        constraint flows_code_hash_in_range check (octet_length(code_hash) = 32),
        constraint flows_redirect_to_is_short check (length(redirect_to) <= 2000),
        constraint flows_method_known check (method in ('otp', 'recovery', 'oauth')),
        constraint flows_proven_whole check (num_nulls(user_id, email, method, code_hash) in (0, 4))
    );
    comment on table auth.flows is
        'Sign-ins that begin in a program and are confirmed by a mail or a provider, each for one use.';
    comment on column auth.flows.token_id is 'The mail that confirms it; null: nobody gets one, and it ends unused.';
    comment on column auth.flows.provider is 'The provider that confirms it; null: a mail does.';
    comment on column auth.flows.state_hash is
        'sha256 of the state that goes to the provider and back, 256 random bits.';
    comment on column auth.flows.verifier is
        'Our own verifier towards the provider, until its answer comes: it was never in an address.';
    comment on column auth.flows.nonce is 'A random text that the provider''s token has to repeat.';
    comment on column auth.flows.session_id is
        'The session that adds the account at the provider to its person; null: it signs in.';
    comment on column auth.flows.shown_at is
        'The time at which the state came back; that uses it up, whoever showed it.';
    comment on column auth.flows.challenge is
        'sha256 of the verifier, which the program keeps; null: a browser of ours, which gets its session at once.';
    comment on column auth.flows.browser is 'sha256 of the cookie of the browser or program that began.';
    comment on column auth.flows.redirect_to is 'Address that the code is handed to, from the list of the settings.';
    comment on column auth.flows.user_id is 'The person who confirmed it.';
    comment on column auth.flows.email is 'The address that was proven; the code signs in while the account has it.';
    comment on column auth.flows.method is 'Method that the session will name.';
    comment on column auth.flows.code_hash is 'sha256 of the code, 256 random bits.';
    comment on column auth.flows.expires_at is
        'End of the link or of the state, and once there is a code the end of the code.';
    create unique index flows_token_key on auth.flows (token_id);
    create unique index flows_code_key on auth.flows (code_hash);
    create unique index flows_state_key on auth.flows (state_hash);
    create index flows_session_idx on auth.flows (session_id);
    create index flows_user_idx on auth.flows (user_id);
    create index flows_expires_idx on auth.flows (expires_at);      -- removing

    create trigger touch before update on auth.flows for each row execute function seal_private.touch();
    perform seal_private.close('auth.flows'), seal_private.bound('auth.flows', '{"redirect_to": 8000}');
    create policy sign_in on auth.flows to sb_gate using (true) with check (true);
    grant select, insert, update, delete on auth.flows to sb_gate;
    perform seal_private.deviate('policy', 'auth.flows', 'sign_in',
                'A sign-in comes before the choice of an organization; no login has a privilege on the table.'),
            seal_private.deviate('key', 'auth.flows', 'flows_pkey', 'An id, made by the server.'),
            seal_private.deviate('key', 'auth.flows', 'flows_token_key', 'An id, made by the server.'),
            seal_private.deviate('key', 'auth.flows', 'flows_code_key', 'A hash of 256 bits that nobody can guess.'),
            seal_private.deviate('key', 'auth.flows', 'flows_state_key', 'A hash of 256 bits that nobody can guess.'),
            seal_private.deviate('foreign key', 'auth.flows', 'flows_session_fkey',
                'Neither table belongs to an organization.'),
            seal_private.deviate('foreign key', 'auth.flows', 'flows_token_fkey',
                'Neither table belongs to an organization.'),
            seal_private.deviate('foreign key', 'auth.flows', 'flows_user_fkey',
                'Neither table belongs to an organization.');
end $$;

-- Begins the flow of a mail: p_flow has the challenge and the browser, in hex. No flow, nothing. The row is written for
-- an address that gets no mail too: nothing tells the two apart.
create function seal_private.begin_flow(p_token uuid, p_flow jsonb, p_redirect_to text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if p_flow is not null then
        insert into auth.flows (token_id, challenge, browser, redirect_to, expires_at)
        values (p_token, decode(p_flow ->> 'challenge', 'hex'), decode(p_flow ->> 'browser', 'hex'), p_redirect_to,
                coalesce((select t.expires_at from auth.one_time_tokens t where t.id = p_token),
                         clock_timestamp() + interval '1 hour'));
    end if;
end $$;

select seal_private.admit('seal_private.begin_flow(uuid, jsonb, text)', 'sb_gate', '{}',
           'binds a mail to the program that asked for it');

-- migrate:down
