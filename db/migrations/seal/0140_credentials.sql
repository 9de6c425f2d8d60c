-- migrate:up

-- Every bearer secret there is, hashed twice: the caller sends the sha256 of what it was shown, this table keeps the
-- sha256 of that. Revoking is one update, and holds from the next transaction on.

create table seal_private.credentials (
    stored     bytea not null,
    kind       text not null,
    user_id    uuid,
    org_id     uuid,
    subject    uuid not null,
    rank_cap   smallint not null default 4,
    aal        smallint not null default 1,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    constraint credentials_pkey primary key (stored),
    constraint credentials_stored_is_sha256 check (octet_length(stored) = 32),
    constraint credentials_kind_known check (kind in ('session', 'key', 'link', 'invitation')),
    constraint credentials_rank_known check (rank_cap between 0 and 4),
    constraint credentials_aal_known check (aal in (1, 2)),
    -- a session belongs to a person and chooses an organization at each opening; all others belong to one organization
    constraint credentials_session_has_no_org check ((kind = 'session') = (org_id is null)),
    constraint credentials_session_has_user check (kind <> 'session' or user_id is not null)
);
comment on table seal_private.credentials is
    'Sessions, API keys, links and invitations: what opens a context. No login reads it.';
comment on column seal_private.credentials.stored is 'sha256(proof). The proof is sha256 of the secret.';
comment on column seal_private.credentials.user_id is
    'The person of the session, or the one who made the key, the link or the invitation.';
comment on column seal_private.credentials.subject is
    'The row that people see: auth session, api_keys, share_links, invitations.';
comment on column seal_private.credentials.rank_cap is 'The context ranks no higher, whatever the membership says.';
comment on column seal_private.credentials.aal is
    'Factors that its holder has shown (NIST SP 800-63B): 2 opens organizations that ask for a second one.';

create index credentials_subject_idx on seal_private.credentials (subject);             -- revoking
create index credentials_org_user_idx on seal_private.credentials (org_id, user_id);    -- when a member leaves
create index credentials_expires_idx on seal_private.credentials (expires_at);          -- removing

select seal_private.close('seal_private.credentials', 'sb_seal');
select seal_private.bound('seal_private.credentials');
create policy only_the_seal on seal_private.credentials to sb_seal using (true) with check (true);
select seal_private.deviate('policy', 'seal_private.credentials', 'only_the_seal',
           'Openings look a credential up before there is a context; no login has a privilege on the table.'),
       seal_private.deviate('key', 'seal_private.credentials', 'credentials_pkey',
           'A hash of 256 random bits: nobody can guess one that exists.');

-- What other definer functions may do with credentials, and no more.
create function seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid,
                                            p_rank_cap int, p_expires timestamptz, p_aal int default 1)
    returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    -- A proof is a sha256; a shorter one could be guessed.
    if (octet_length(p_proof) = 32) is not true then
        raise exception 'a proof is a sha256 of 32 bytes' using errcode = '22023';
    end if;
    insert into seal_private.credentials (stored, kind, user_id, org_id, subject, rank_cap, expires_at, aal)
    values (sha256(p_proof), p_kind, p_user, p_org, p_subject, p_rank_cap, p_expires, p_aal);
end $$;

-- The organization is part of the name: ids of tenants' rows are unique within one only, so another could have the
-- same.
create function seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where kind = p_kind and org_id is not distinct from p_org and subject = p_subject and revoked_at is null
$$;

create function seal_private.revoke_keys_of(p_org uuid, p_user uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where kind = 'key' and org_id = p_org and user_id = p_user and revoked_at is null
$$;

-- True if the proof would be redeemed now: for whoever has to lock something first.
create function seal_private.is_good(p_kind text, p_proof bytea, p_org uuid) returns boolean
language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from seal_private.credentials
                    where stored = sha256(p_proof) and kind = p_kind and org_id = p_org and revoked_at is null
                      and expires_at > clock_timestamp())
$$;

-- The subject of a credential, without using it up. Null: unknown, used, revoked or expired.
create function seal_private.subject_of(p_kind text, p_proof bytea, p_org uuid) returns uuid
language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
    select subject from seal_private.credentials
     where stored = sha256(p_proof) and kind = p_kind and org_id = p_org and revoked_at is null
       and expires_at > clock_timestamp()
$$;

-- Uses a credential up: of two that come at once the second finds none. Null: unknown, used, revoked or expired.
create function seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) returns uuid
language sql strict security definer set search_path = pg_catalog, pg_temp as $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where stored = sha256(p_proof) and kind = p_kind and org_id = p_org
       and revoked_at is null and expires_at > clock_timestamp()
    returning subject
$$;

-- The person and the sign-in of an access token or a cookie: for functions that act on the account itself.
create function seal_private.session_of(p_proof bytea, out user_id uuid, out session_id uuid, out lasts interval)
language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
    select c.user_id, c.subject, c.expires_at - c.created_at from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = 'session' and c.revoked_at is null
       and c.expires_at > clock_timestamp()
$$;

-- Every access token and cookie there is, when other hands begin to sign people in.
create function seal_private.revoke_sessions() returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with ended as (update seal_private.credentials set revoked_at = clock_timestamp()
                    where kind = 'session' and revoked_at is null and expires_at > clock_timestamp() returning 1)
    select count(*)::int from ended
$$;

create function seal_private.prolong(p_proof bytea, p_until timestamptz) returns void
language sql strict security definer set search_path = pg_catalog, pg_temp as $$
    update seal_private.credentials set expires_at = p_until
     where stored = sha256(p_proof) and kind = 'session' and revoked_at is null and expires_at < p_until
       and expires_at > clock_timestamp()
$$;

-- Whoever has no second factor any more has shown one.
create function seal_private.lower_level(p_session uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update seal_private.credentials set aal = 1
     where kind = 'session' and subject = p_session and aal = 2 and revoked_at is null
$$;

-- True if what opens this sign-in's contexts has shown two factors.
create function seal_private.has_shown_two(p_session uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from seal_private.credentials c
                    where c.kind = 'session' and c.subject = p_session and c.aal = 2 and c.revoked_at is null
                      and c.expires_at > clock_timestamp())
$$;

create function seal_private.revoke_proof(p_proof bytea) returns void
language sql strict security definer set search_path = pg_catalog, pg_temp as $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where stored = sha256(p_proof) and kind = 'session' and revoked_at is null
$$;

-- True while anything opens the key. What it set going ends with it.
create function seal_private.key_lives(p_org uuid, p_key uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from seal_private.credentials c
                    where c.subject = p_key and c.kind = 'key' and c.org_id = p_org and c.revoked_at is null
                      and c.expires_at > clock_timestamp())
$$;

-- What expired a week ago opens nothing, and goes.
create function seal_private.purge_credentials(p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with expired as materialized (
        select c.stored from seal_private.credentials c where c.expires_at < now() - interval '7 days'
         order by c.expires_at limit p_limit for update skip locked
    ), removed as (
        delete from seal_private.credentials c using expired e where c.stored = e.stored returning 1
    )
    select count(*) from removed
$$;

select seal_private.admit('seal_private.key_lives(uuid, uuid)', 'sb_seal', '{sb_gate, sb_queue}',
           'jobs and schedules of a key end with it'),
       seal_private.admit('seal_private.add_credential(text, bytea, uuid, uuid, uuid, integer, timestamptz, integer)',
           'sb_seal', '{sb_gate}',
           'the only insert into credentials'),
       seal_private.admit('seal_private.revoke_subject(text, uuid, uuid)', 'sb_seal', '{sb_gate}',
           'sign-out, and the end of an invitation or key by its row'),
       seal_private.admit('seal_private.revoke_keys_of(uuid, uuid)', 'sb_seal', '{sb_gate}',
           'keys fall when their maker leaves the organization'),
       seal_private.admit('seal_private.subject_of(text, bytea, uuid)', 'sb_seal', '{sb_gate}',
           'who holds the secret of an invitation sees what it is for, without using it up'),
       seal_private.admit('seal_private.is_good(text, bytea, uuid)', 'sb_seal', '{sb_gate}',
           'an invitation is looked at before its organization is locked'),
       seal_private.admit('seal_private.redeem(text, bytea, uuid)', 'sb_seal', '{sb_gate}',
           'an invitation is used once'),
       seal_private.admit('seal_private.session_of(bytea)', 'sb_seal', '{sb_gate}',
           'who an access token or a cookie is of'),
       seal_private.admit('seal_private.revoke_sessions()', 'sb_seal', '{sb_gate}',
           'all sign in again when accounts move to another auth server'),
       seal_private.admit('seal_private.prolong(bytea, timestamptz)', 'sb_seal', '{sb_gate}',
           'the cookie of a browser that is used lasts on'),
       seal_private.admit('seal_private.lower_level(uuid)', 'sb_seal', '{sb_gate}',
           'a sign-in whose person has no second factor any more'),
       seal_private.admit('seal_private.has_shown_two(uuid)', 'sb_seal', '{sb_gate}',
           'an owner who asks others for a second factor has shown one'),
       seal_private.admit('seal_private.revoke_proof(bytea)', 'sb_seal', '{sb_gate}',
           'a new secret takes the place of the one before'),
       seal_private.admit('seal_private.purge_credentials(integer)', 'sb_seal', '{sb_queue}',
           'credentials that expired a week ago are deleted');

-- migrate:down
