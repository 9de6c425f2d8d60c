-- migrate:up

-- The ways in. Each takes a proof; none believes an id that a caller only claims. Each takes the organisation as well, since
-- the caller must know it before the database does when organisations are spread over several servers. Strict and scalar: a
-- null never gets in, and a null that comes back is no context.

create function seal.open(p_kind text, p_proof bytea, p_org uuid) returns smallint
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_credential seal_private.credentials;
    v_user       uuid;
    v_rank       int;
    v_has_ticket boolean := false;
begin
    perform seal_private.assert_clean();
    select * into v_credential from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = p_kind and c.kind in ('session', 'key', 'link')
       and c.revoked_at is null and c.expires_at > clock_timestamp();
    if not found and p_kind = 'link' then       -- a ticket, which somebody else's transaction made: see seal.try_link()
        select c.* into v_credential
          from seal_private.link_tries t
          join seal_private.credentials c on c.subject = t.link_id and c.org_id = t.org_id and c.kind = 'link'
         where t.org_id = p_org and t.ticket = sha256(p_proof) and t.ticket_until > clock_timestamp()
           and t.ticket_of is distinct from pg_current_xact_id_if_assigned()::text::bigint
           and c.revoked_at is null and c.expires_at > clock_timestamp()
         limit 1;
        v_has_ticket := found;
    end if;
    if v_credential.stored is null then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    if v_credential.kind <> 'session' and v_credential.org_id is distinct from p_org then
        raise exception 'the credential is for another organisation' using errcode = '42501';
    end if;
    if v_credential.kind = 'link' then
        if not v_has_ticket and exists (select from public.share_links l
                                         where l.org_id = p_org and l.id = v_credential.subject and l.password_proof is not null) then
            raise exception 'the link asks for its password' using errcode = '28P01';
        end if;
        v_rank := 0;                                    -- a guest is nobody: the link's maker lends no identity
    else
        v_user := v_credential.user_id;
        select least(seal_private.rank_of(m.role), v_credential.rank_cap) into v_rank
          from public.org_members m where m.org_id = p_org and m.user_id = v_user;
        if not found then
            raise exception 'not a member' using errcode = '42501';
        end if;
    end if;
    perform seal_private.bind(v_credential.kind, v_user, p_org, v_rank, v_credential.subject, v_credential.expires_at);
    return v_rank;
end $$;
comment on function seal.open(text, bytea, uuid) is
    'Opens a session, key or link in an organisation; returns the rank. 28000: no such credential. 42501: not in this organisation. '
    '28P01: the link asks for its password (seal.try_link). 55006: the session is not clean, drop the connection. 25001: a context is open already.';

create function seal.open_person(p_proof bytea) returns uuid
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_credential seal_private.credentials;
begin
    perform seal_private.assert_clean();
    select * into v_credential from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = 'session' and c.revoked_at is null and c.expires_at > clock_timestamp();
    if not found then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    perform seal_private.bind('session', v_credential.user_id, null, 0, v_credential.subject, v_credential.expires_at);
    return v_credential.user_id;
end $$;
comment on function seal.open_person(bytea) is
    'Opens a person between organisations: own profile, memberships and invitations, founding an organisation. Returns who it is.';

create function seal.open_job(p_job uuid, p_lease uuid, p_org uuid) returns smallint
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_job  record;
    v_rank int;
begin
    perform seal_private.assert_clean();
    select j.job_type, j.requested_by, j.requested_rank, j.deadline_at into v_job from public.jobs j
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
       and j.deadline_at > clock_timestamp();
    if not found then
        raise exception 'no such lease' using errcode = '28000';
    end if;
    v_rank := v_job.requested_rank;
    if v_job.requested_by is not null then
        select least(v_rank, seal_private.rank_of(m.role)) into v_rank
          from public.org_members m where m.org_id = p_org and m.user_id = v_job.requested_by;
        if not found then
            raise exception 'the person who asked for this job has left' using errcode = '42501';
        end if;
    end if;
    -- The prefix of a reserved type is the kind, so that a policy can ask for it.
    perform seal_private.bind(coalesce(substring(v_job.job_type from '^(system|billing)\.'), 'job'),
                              v_job.requested_by, p_org, v_rank, p_job, v_job.deadline_at);
    return v_rank;
end $$;
comment on function seal.open_job(uuid, uuid, uuid) is
    'Opens a running job by its lease; lives no longer than the lease, ranks no higher than who asked, both now and then.';

select seal_private.admit('seal.open(text, bytea, uuid)', 'sb_seal', '{sb_tenant}', 'opens a context by proof'),
       seal_private.admit('seal.open_person(bytea)', 'sb_seal', '{sb_tenant}', 'opens a person between organisations by proof'),
       seal_private.admit('seal.open_job(uuid, uuid, uuid)', 'sb_seal', '{sb_worker}', 'opens a running job by its lease');

-- Issuing -------------------------------------------------------------------------------------------------------------

create function seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank int, p_expires timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
    v_rank    constant int := v_context[4]::int;
begin
    -- A person issues, in an organisation, and for two years at most. What is null fails.
    if (v_context[1] = 'session' and v_context[3] <> '' and p_rank between 0 and 4
        and case p_kind when 'key' then v_rank >= 3 when 'link' then v_rank >= 2 end
        and p_expires <= clock_timestamp() + interval '2 years') is not true then
        raise exception 'not allowed to issue this' using errcode = '42501';
    end if;
    -- A key that no administrator can see in the list would be a back door; so would one that stands there as somebody else's, or that
    -- lives longer than the list says.
    if p_kind = 'key' and not exists (select from public.api_keys k
                                       where k.org_id = v_context[3]::uuid and k.id = p_subject
                                         and k.created_by = v_context[2]::uuid and k.expires_at >= p_expires) then
        raise exception 'no such API key' using errcode = '42501';
    end if;
    -- The same of links.
    if p_kind = 'link' and not exists (select from public.share_links l
                                        where l.org_id = v_context[3]::uuid and l.id = p_subject
                                          and l.created_by = v_context[2]::uuid and l.expires_at >= p_expires) then
        raise exception 'no such link' using errcode = '42501';
    end if;
    perform seal_private.add_credential(p_kind, p_proof, v_context[2]::uuid, v_context[3]::uuid, p_subject,
                                        least(p_rank, v_rank), p_expires);
end $$;
comment on function seal.issue(text, bytea, uuid, int, timestamptz) is
    'Stores the proof of a key (admins) or link (members) for the open organisation, ranking no higher than its maker: for a row that they '
    'made themselves, and no longer than it says.';

create function seal.revoke(p_subject uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where subject = p_subject and revoked_at is null
       and org_id = case kind when 'key' then seal.org(3) when 'link' then seal.org(2) end
$$;
comment on function seal.revoke(uuid) is 'Ends a key (admins) or link (members) of the open organisation from the next transaction on.';

select seal_private.admit('seal.issue(text, bytea, uuid, integer, timestamptz)', 'sb_seal', '{sb_api}', 'writes a credential for the open organisation'),
       seal_private.admit('seal.revoke(uuid)', 'sb_seal', '{sb_api}', 'ends a credential of the open organisation');

-- Sign-in: called by sb_auth alone, which is trusted to have checked who it is ------------------------------------------

-- An address counts once it is proven: until then nothing is shown or given for it. While a new one is not, the profile goes on
-- showing the one before, and nothing hangs on that either: the account has it no more.
create function seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into public.profiles as p (id, email, email_confirmed_at, full_name)
    values (p_user, p_email, p_confirmed_at, coalesce(p_full_name, ''))
    on conflict (id) do update
       set email = case when excluded.email_confirmed_at is null then p.email else excluded.email end,
           email_confirmed_at = excluded.email_confirmed_at
     where (p.email, p.email_confirmed_at) is distinct from (excluded.email, excluded.email_confirmed_at)
$$;
comment on function seal_auth.ensure_profile(uuid, text, text, timestamptz) is
    'The profile of a person whom an auth server vouches for. Confirmed: since when it knows that the address is theirs (Supabase: '
    'email_confirmed_at of the user, and never a claim of the token); null: they only say so, and it counts for nothing.';

create function seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_user uuid;
begin
    if not seal_private.owns_auth() then
        raise exception 'accounts are made by the auth server of this database' using errcode = '0A000';
    end if;
    insert into auth.users (email, encrypted_password) values (p_email, p_encrypted_password) returning id into v_user;
    perform seal_auth.ensure_profile(v_user, p_email, p_full_name, null);
    return v_user;
end $$;
comment on function seal_auth.create_user(text, text, text) is
    'A person who can sign in, with an address that is not proven yet (seal_auth.confirm_email). 23505 (users_email_key): the '
    'address has an account.';

create function seal_auth.confirm_email(p_user uuid, p_email text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_since timestamptz;
    v_email text;
begin
    if not seal_private.owns_auth() then
        raise exception 'addresses are confirmed by the auth server of this database' using errcode = '0A000';
    end if;
    -- The address is named: the account may have another by now than the one that the proof was sent to.
    update auth.users u set email_confirmed_at = coalesce(u.email_confirmed_at, now())
     where u.id = p_user and lower(u.email) = lower(p_email) returning u.email_confirmed_at, u.email into v_since, v_email;
    if not found then
        raise exception 'this person has another address' using errcode = 'P0002';
    end if;
    perform seal_auth.ensure_profile(p_user, v_email, null, v_since);
end $$;
comment on function seal_auth.confirm_email(uuid, text) is
    'This person has proven that the address is theirs: from the next transaction on they see the invitations to it. P0002: the account has another.';

create function seal_auth.change_email(p_user uuid, p_email text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not seal_private.owns_auth() then
        raise exception 'addresses are changed at the auth server of this database' using errcode = '0A000';
    end if;
    update auth.users u set email = p_email, email_confirmed_at = null where u.id = p_user;
    if not found then
        raise exception 'no such person' using errcode = 'P0002';
    end if;
    perform seal_auth.ensure_profile(p_user, p_email, null, null);
end $$;
comment on function seal_auth.change_email(uuid, text) is
    'The account has another address, which is not proven yet, and the one before counts no more. 23505 (users_email_key): it has an account.';

create function seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from public.profiles p where p.id = p_user) then
        raise exception 'no such person' using errcode = '28000';
    end if;
    if seal_private.owns_auth() then
        if exists (select from auth.users u where u.id = p_user and u.banned_until > clock_timestamp()) then
            raise exception 'the account is suspended' using errcode = '28000';
        end if;
        -- one sign-in has several tokens, one after the other
        insert into auth.sessions as s (id, user_id, not_after) values (p_session, p_user, p_expires)
        on conflict on constraint sessions_pkey do update set not_after = greatest(s.not_after, excluded.not_after)
         where s.user_id = excluded.user_id;
        if not found then
            raise exception 'the session is somebody else''s' using errcode = '28000';
        end if;
        update auth.users set last_sign_in_at = now() where id = p_user;
    end if;
    perform seal_private.add_credential('session', p_proof, p_user, null, p_session, 4, p_expires);
end $$;
comment on function seal_auth.start_session(bytea, uuid, uuid, timestamptz) is 'Registers an access token: its proof opens contexts for this person until it expires.';

create function seal_auth.end_session(p_session uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.revoke_subject('session', null, p_session);
    if seal_private.owns_auth() then
        delete from auth.sessions where id = p_session;
    end if;
end $$;
comment on function seal_auth.end_session(uuid) is 'Signs out: every token of the session is void from the next transaction on.';

select seal_private.admit('seal_auth.ensure_profile(uuid, text, text, timestamptz)', 'sb_gate', '{sb_auth}', 'profiles have no organisation to open', 'all'),
       seal_private.admit('seal_auth.create_user(text, text, text)', 'sb_gate', '{sb_auth}', 'sign-up comes before any context', 'all'),
       seal_private.admit('seal_auth.confirm_email(uuid, text)', 'sb_gate', '{sb_auth}', 'an address is proven to the sign-in code', 'all'),
       seal_private.admit('seal_auth.change_email(uuid, text)', 'sb_gate', '{sb_auth}', 'accounts belong to no organization', 'all'),
       seal_private.admit('seal_auth.start_session(bytea, uuid, uuid, timestamptz)', 'sb_gate', '{sb_auth}', 'sign-in comes before any context', 'all'),
       seal_private.admit('seal_auth.end_session(uuid)', 'sb_gate', '{sb_auth}', 'sign-out must work without a context', 'all');

-- migrate:down
