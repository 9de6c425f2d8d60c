-- migrate:up

-- What a mail carries: a link, and a code of six digits beside it. Neither is stored: both are derived from a key of
-- the seal, once to be compared with and once for the job that sends the mail. A sign-up waits here as well, with the
-- password that it chose, because there is no account before the address is proven: so nobody takes an address by
-- being the first to write it.
do $$
begin
    if not seal_private.owns_auth() then
        return;
    end if;

    create table auth.one_time_tokens (
        id             uuid not null default gen_random_uuid(),
        user_id        uuid,
        kind           text not null,
        email          text not null,
        stored         bytea not null,
        password_salt  bytea,
        password_proof bytea,
        user_meta      jsonb not null default '{}',
        relates_to     uuid,
        attempts       int not null default 0,
        ticket         bytea,
        tried_by       bigint,
        expires_at     timestamptz not null,
        used_at        timestamptz,
        created_at     timestamptz not null default now(),
        updated_at     timestamptz not null default now(),
        constraint one_time_tokens_pkey primary key (id),
        constraint one_time_tokens_user_fkey foreign key (user_id) references auth.users (id) on delete cascade,
        constraint one_time_tokens_kind_known
            check (kind in ('signup', 'recovery', 'magic', 'email_old', 'email_new', 'reauth')),
        constraint one_time_tokens_email_is_an_address
            check (email ~ '^[^@\s\u007f-\u009f]+@[^@\s\u007f-\u009f]+$' and length(email) <= 320),
        constraint one_time_tokens_stored_in_range check (octet_length(stored) = 32),
        constraint one_time_tokens_password_whole check (num_nulls(password_salt, password_proof) in (0, 2)),
        constraint one_time_tokens_password_salt_in_range check (octet_length(password_salt) = 16),
        constraint one_time_tokens_password_proof_in_range check (octet_length(password_proof) = 32),
        constraint one_time_tokens_user_meta_is_object check (jsonb_typeof(user_meta) = 'object'),
        constraint one_time_tokens_attempts_not_negative check (attempts >= 0),
        constraint one_time_tokens_ticket_in_range check (octet_length(ticket) = 32)
    );
    comment on table auth.one_time_tokens is 'Links and codes of mails, each for one use.';
    comment on column auth.one_time_tokens.user_id is 'Null: there was no account when it was asked for.';
    comment on column auth.one_time_tokens.email is
        'The address that it was sent to: whoever shows the secret reads mail there.';
    comment on column auth.one_time_tokens.stored is 'sha256 of the secret, see seal_private.one_time_secret().';
    comment on column auth.one_time_tokens.password_salt is 'signup: of the password that the account will have.';
    comment on column auth.one_time_tokens.password_proof is 'signup: of the password that the account will have.';
    comment on column auth.one_time_tokens.user_meta is 'signup, magic: what the person says of themselves.';
    comment on column auth.one_time_tokens.relates_to is
        'email_old, email_new: the token of the other address. reauth: the session that asked.';
    comment on column auth.one_time_tokens.attempts is 'Codes that were tried; five end it. The link is not counted.';
    comment on column auth.one_time_tokens.ticket is
        'sha256 of what the try with the right code was answered with, or of what nobody knows; null: no try yet.';
    comment on column auth.one_time_tokens.tried_by is
        'The transaction of the last try. Another one finishes, so that a try counts before anybody knows its outcome.';
    create unique index one_time_tokens_stored_key on auth.one_time_tokens (stored);
    create index one_time_tokens_email_idx on auth.one_time_tokens (lower(email), kind, created_at desc);
    create index one_time_tokens_user_idx on auth.one_time_tokens (user_id);
    create index one_time_tokens_expires_idx on auth.one_time_tokens (expires_at);      -- removing

    create trigger touch before update on auth.one_time_tokens
        for each row execute function seal_private.touch();
    perform seal_private.close('auth.one_time_tokens'),
            seal_private.bound('auth.one_time_tokens', '{"user_meta": 20000}');
    create policy sign_in on auth.one_time_tokens to sb_gate using (true) with check (true);
    grant select, insert, update, delete on auth.one_time_tokens to sb_gate;
    perform seal_private.deviate('policy', 'auth.one_time_tokens', 'sign_in',
                'A person proves an address before there is an account; no login has a privilege on the table.'),
            seal_private.deviate('key', 'auth.one_time_tokens', 'one_time_tokens_pkey', 'An id, made by the server.'),
            seal_private.deviate('key', 'auth.one_time_tokens', 'one_time_tokens_stored_key',
                'A hash of 256 bits that nobody can guess.'),
            seal_private.deviate('foreign key', 'auth.one_time_tokens', 'one_time_tokens_user_fkey',
                'Neither table belongs to an organization.');
end $$;

-- The secret of the link: 32 bytes. For the functions of sign-in, and for the one that hands it to the job of the mail.
create function seal_private.one_time_secret(p_token uuid) returns bytea
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return (select m.secret
              from auth.one_time_tokens t, unnest(seal_private.mail_secrets('one-time.' || t.id)) m (secret)
             where t.id = p_token and t.stored = sha256(m.secret));
end $$;

create function seal_private.issue_one_time(p_kind text, p_email text, p_user uuid, p_life interval) returns uuid
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_id constant uuid := gen_random_uuid();
begin
    insert into auth.one_time_tokens (id, user_id, kind, email, expires_at, stored)
    values (v_id, p_user, p_kind, p_email, clock_timestamp() + p_life,
            sha256(seal_private.new_mail_secret('one-time.' || v_id)));
    return v_id;
end $$;

-- A try of the code, with a ticket that tells its outcome in a later transaction: so nobody tries as sb_auth, looks,
-- and rolls the count back. The same is written whatever the outcome is: what a transaction wrote, everybody can
-- count. The ticket of a right code stays until it is used, whoever tries after it.
create function seal_private.try_one_time(p_token uuid, p_code text) returns bytea
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_ticket  constant bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    v_nobodys constant bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
begin
    update auth.one_time_tokens t
       set attempts = t.attempts + 1, tried_by = pg_current_xact_id()::text::bigint,
           ticket = case when seal_private.mail_code(seal_private.one_time_secret(t.id)) = p_code
                         then sha256(v_ticket) else coalesce(t.ticket, v_nobodys) end
     where t.id = p_token and t.attempts < 5;
    return v_ticket;
end $$;

-- The token of which a ticket is, if the try was in another transaction than this one.
create function seal_private.ticketed(p_ticket bytea, p_email text) returns uuid
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return (select t.id from auth.one_time_tokens t
             where lower(t.email) = lower(p_email) and t.ticket = sha256(p_ticket)
               and t.tried_by is distinct from pg_current_xact_id_if_assigned()::text::bigint);
end $$;

select seal_private.admit('seal_private.try_one_time(uuid, text)', 'sb_gate', '{}',
           'a try of a code counts before its outcome is known'),
       seal_private.admit('seal_private.ticketed(bytea, text)', 'sb_gate', '{}', 'the outcome of a try that counts');
select seal_private.admit('seal_private.one_time_secret(uuid)', 'sb_gate', '{}',
           'the secret of a mail, for the function that gives it to the job that sends the mail'),
       seal_private.admit('seal_private.issue_one_time(text, text, uuid, interval)', 'sb_gate', '{}',
           'makes a link and a code for one mail');

-- migrate:down
