-- migrate:up

-- The ways in. Each takes a proof; none believes an id that a caller only claims. Each takes the organization as well,
-- since the caller must know it before the database does when organizations are spread over several servers. Strict
-- and scalar: a null never gets in, and a null that comes back is no context.

create function seal.open(p_kind text, p_proof bytea, p_org uuid) returns smallint
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_credential seal_private.credentials;
    v_user       uuid;
    v_rank       int;
    v_asks_two   boolean;
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
        raise exception 'the credential is for another organization' using errcode = '42501';
    end if;
    if v_credential.kind = 'link' then
        if not v_has_ticket and exists (select from public.share_links l
                                         where l.org_id = p_org and l.id = v_credential.subject
                                           and l.password_proof is not null) then
            raise exception 'the link asks for its password' using errcode = '28P01';
        end if;
        v_rank := 0;                                    -- a guest is nobody: the link's maker lends no identity
    else
        v_user := v_credential.user_id;
        select least(seal_private.rank_of(m.role), v_credential.rank_cap), o.require_mfa into v_rank, v_asks_two
          from public.org_members m join public.organizations o on o.id = m.org_id
         where m.org_id = p_org and m.user_id = v_user;
        if not found then
            raise exception 'not a member' using errcode = '42501';
        end if;
        -- of people: a key shows no factor, and goes on
        if v_asks_two and v_credential.kind = 'session' and v_credential.aal < 2 then
            raise exception 'the organization asks for a second factor' using errcode = '28S02';
        end if;
    end if;
    perform seal_private.bind(v_credential.kind, v_user, p_org, v_rank, v_credential.subject, v_credential.expires_at);
    return v_rank;
end $$;
comment on function seal.open(text, bytea, uuid) is
    'Opens a session, key or link in an organization; returns the rank. Raises CredentialRefusedError, '
    'NotAMemberError, PasswordAskedError if the link needs its password first (seal.try_link), FactorAskedError if the '
    'organization asks for a second factor that the session has not shown, and SessionNotCleanError: then close the '
    'connection. Raises an error if a context is open already.';

create function seal.open_person(p_proof bytea) returns uuid
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_credential seal_private.credentials;
begin
    perform seal_private.assert_clean();
    select * into v_credential from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = 'session' and c.revoked_at is null
       and c.expires_at > clock_timestamp();
    if not found then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    perform seal_private.bind('session', v_credential.user_id, null, 0, v_credential.subject, v_credential.expires_at);
    return v_credential.user_id;
end $$;
comment on function seal.open_person(bytea) is
    'Opens a person between organizations: own profile, memberships and invitations, founding an organization. '
    'Returns who it is.';

create function seal.open_job(p_job uuid, p_lease uuid, p_org uuid) returns smallint
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_job  record;
    v_rank int;
begin
    perform seal_private.assert_clean();
    select j.job_type, j.requested_by, j.requested_rank, j.requested_key,
           least(j.deadline_at, w.beat_at + w.ttl) as ends_at
      into v_job
      from public.jobs j join queue.workers w on w.id = j.worker_id
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
       and least(j.deadline_at, w.beat_at + w.ttl) > queue.now();
    if not found then
        raise exception 'no such lease' using errcode = '28000';
    end if;
    v_rank := v_job.requested_rank;
    if v_job.requested_by is not null then
        v_rank := least(v_rank, seal_private.rank_in(p_org, v_job.requested_by));
        if seal_private.rank_in(p_org, v_job.requested_by) is null then
            raise exception 'the person who asked for this job has left' using errcode = '42501';
        end if;
    end if;
    if v_job.requested_key is not null and not seal_private.key_lives(p_org, v_job.requested_key) then
        raise exception 'the API key that asked for this job has ended' using errcode = '42501';
    end if;
    -- The prefix of a reserved type is the kind, so that a policy can ask for it.
    perform seal_private.bind(coalesce(substring(v_job.job_type from '^(system|billing)\.'), 'job'),
                              v_job.requested_by, p_org, v_rank, p_job, v_job.ends_at);
    return v_rank;
end $$;
comment on function seal.open_job(uuid, uuid, uuid) is
    'Opens a running job by its lease; lives no longer than the lease, ranks no higher than who asked, both now and '
    'then.';

select seal_private.admit('seal.open(text, bytea, uuid)', 'sb_seal', '{sb_tenant}', 'opens a context by proof'),
       seal_private.admit('seal.open_person(bytea)', 'sb_seal', '{sb_tenant}',
           'opens a person between organizations by proof'),
       seal_private.admit('seal.open_job(uuid, uuid, uuid)', 'sb_seal', '{sb_worker}',
           'opens a running job by its lease');

-- Issuing -------------------------------------------------------------------------------------------------------------

create function seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank int, p_expires timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
    v_rank    constant int := v_context[4]::int;
begin
    -- A person issues, in an organization, and for two years at most. What is null fails.
    if (v_context[1] = 'session' and v_context[3] <> '' and p_rank between 0 and 4
        and case p_kind when 'key' then v_rank >= 3 when 'link' then v_rank >= 2 end
        and p_expires <= clock_timestamp() + interval '2 years') is not true then
        raise exception 'not allowed to issue this' using errcode = '42501';
    end if;
    -- A key that no administrator can see in the list would be a back door; so would one that stands there as somebody
    -- else's, or that lives longer than the list says.
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
    'Stores the proof of a key (admins) or link (members) for the open organization, ranking no higher than its '
    'maker: for a row that they made themselves, and no longer than it says.';

create function seal.revoke(p_subject uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where subject = p_subject and revoked_at is null
       and org_id = case kind when 'key' then seal.org(3) when 'link' then seal.org(2) end
$$;
comment on function seal.revoke(uuid) is
    'Ends a key (admins) or link (members) of the open organization from the next transaction on.';

select seal_private.admit('seal.issue(text, bytea, uuid, integer, timestamptz)', 'sb_seal', '{sb_api}',
           'writes a credential for the open organization'),
       seal_private.admit('seal.revoke(uuid)', 'sb_seal', '{sb_api}', 'ends a credential of the open organization');

-- migrate:down
