-- GENERATED from db/migrations by `make schema`; `make check` fails when it is stale.
-- Read the migrations for the reasons; this is what they come to, on PostgreSQL 18.

-- Name: auth; Type: SCHEMA; Schema: -; Owner: sealedbid

CREATE SCHEMA auth;

ALTER SCHEMA auth OWNER TO sealedbid;

-- Name: SCHEMA auth; Type: COMMENT; Schema: -; Owner: sealedbid

COMMENT ON SCHEMA auth IS 'Sign-in, in the shape of Supabase Auth. Only seal_auth''s functions reach it.';

-- Name: core; Type: SCHEMA; Schema: -; Owner: sealedbid

CREATE SCHEMA core;

ALTER SCHEMA core OWNER TO sealedbid;

-- Name: SCHEMA core; Type: COMMENT; Schema: -; Owner: sealedbid

COMMENT ON SCHEMA core IS 'Functions that write organisations and memberships. Tables stand in public.';

-- Name: queue; Type: SCHEMA; Schema: -; Owner: sealedbid

CREATE SCHEMA queue;

ALTER SCHEMA queue OWNER TO sealedbid;

-- Name: SCHEMA queue; Type: COMMENT; Schema: -; Owner: sealedbid

COMMENT ON SCHEMA queue IS 'Functions over jobs: claiming for the dispatcher, finishing for job bodies.';

-- Name: seal; Type: SCHEMA; Schema: -; Owner: sealedbid

CREATE SCHEMA seal;

ALTER SCHEMA seal OWNER TO sealedbid;

-- Name: SCHEMA seal; Type: COMMENT; Schema: -; Owner: sealedbid

COMMENT ON SCHEMA seal IS 'What requests and jobs may call: openings, and reading the context.';

-- Name: seal_auth; Type: SCHEMA; Schema: -; Owner: sealedbid

CREATE SCHEMA seal_auth;

ALTER SCHEMA seal_auth OWNER TO sealedbid;

-- Name: SCHEMA seal_auth; Type: COMMENT; Schema: -; Owner: sealedbid

COMMENT ON SCHEMA seal_auth IS 'What the sign-in code may call; nobody else.';

-- Name: seal_private; Type: SCHEMA; Schema: -; Owner: sealedbid

CREATE SCHEMA seal_private;

ALTER SCHEMA seal_private OWNER TO sealedbid;

-- Name: SCHEMA seal_private; Type: COMMENT; Schema: -; Owner: sealedbid

COMMENT ON SCHEMA seal_private IS 'Keys, credentials, and what the other functions share. No login has USAGE.';

-- Name: system; Type: SCHEMA; Schema: -; Owner: sealedbid

CREATE SCHEMA system;

ALTER SCHEMA system OWNER TO sealedbid;

-- Name: SCHEMA system; Type: COMMENT; Schema: -; Owner: sealedbid

COMMENT ON SCHEMA system IS 'Functions over the audit log and the settings of the installation.';

-- Name: vector; Type: EXTENSION; Schema: -; Owner: -

CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;

-- Name: EXTENSION vector; Type: COMMENT; Schema: -; Owner: 

COMMENT ON EXTENSION vector IS 'vector data type and ivfflat and hnsw access methods';

-- Name: accept_invitation(bytea, uuid); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_person     constant uuid := seal.person();
    v_invitation public.invitations;
    v_id         uuid;
begin
    if v_person is null then
        raise exception 'only a person between organisations accepts an invitation' using errcode = '42501';
    end if;
    v_id := seal_private.redeem('invitation', p_proof, p_org);
    if v_id is null then
        raise exception 'unknown, used, revoked or expired invitation' using errcode = '28000';
    end if;
    perform core.lock_members(p_org);
    select * into v_invitation from public.invitations i where i.org_id = p_org and i.id = v_id and i.accepted_at is null;
    if not found then
        raise exception 'unknown, used, revoked or expired invitation' using errcode = '28000';
    end if;
    -- what raises here rolls the redeeming back: a wrong reader does not use it up
    if not exists (select from public.profiles p where p.id = v_person and lower(p.email) = lower(v_invitation.email)) then
        raise exception 'the invitation is for another address' using errcode = '23514', constraint = 'invitations_email_is_the_readers';
    end if;
    insert into public.org_members (org_id, user_id, role) values (p_org, v_person, v_invitation.role);
    update public.invitations i set accepted_at = now() where i.org_id = p_org and i.id = v_id;
    perform core.record_for(p_org, v_person, 'session', 'member.joined', v_person::text, jsonb_build_object('role', v_invitation.role));
    return v_invitation.role;
end $$;

ALTER FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) OWNER TO sb_gate;

-- Name: FUNCTION accept_invitation(p_proof bytea, p_org uuid); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) IS 'A person between organisations joins, once, with the mail''s secret and the address it was sent to. Returns the role.';

-- Name: appoint_operator(text); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.appoint_operator(p_email text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_platform constant uuid := '00000000-0000-0000-0000-000000000000';
    v_user     uuid;
begin
    select p.id into v_user from public.profiles p where lower(p.email) = lower(p_email);
    if not found then
        raise exception 'nobody has signed up with this address' using errcode = 'P0002';
    end if;
    perform core.lock_members(v_platform);
    insert into public.org_members (org_id, user_id, role) values (v_platform, v_user, 'owner')
    on conflict on constraint org_members_pkey do update set role = 'owner';
    perform core.record_for(v_platform, v_user, 'installer', 'member.appointed', v_user::text, '{"role": "owner"}');
    return v_user;
end $$;

ALTER FUNCTION core.appoint_operator(p_email text) OWNER TO sb_gate;

-- Name: FUNCTION appoint_operator(p_email text); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.appoint_operator(p_email text) IS 'Makes a person an owner of the platform. For the installer: no login may call it.';

-- Name: assert_not_above(integer, integer); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.assert_not_above(p_rank integer, p_own integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if (p_rank <= p_own) is not true then
        raise exception 'the rank is above your own' using errcode = '23514', constraint = 'org_members_rank_not_above_own';
    end if;
end $$;

ALTER FUNCTION core.assert_not_above(p_rank integer, p_own integer) OWNER TO sb_gate;

-- Name: FUNCTION assert_not_above(p_rank integer, p_own integer); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.assert_not_above(p_rank integer, p_own integer) IS 'nobody reaches above their own rank';

-- Name: assert_owner_left(uuid); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.assert_owner_left(p_org uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not exists (select from public.org_members m where m.org_id = p_org and m.role = 'owner') then
        raise exception 'an organisation keeps at least one owner' using errcode = '23514', constraint = 'org_members_last_owner_stays';
    end if;
end $$;

ALTER FUNCTION core.assert_owner_left(p_org uuid) OWNER TO sb_gate;

-- Name: FUNCTION assert_owner_left(p_org uuid); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.assert_owner_left(p_org uuid) IS 'the last owner stays';

-- Name: change_role(uuid, text); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.change_role(p_user uuid, p_role text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me     constant record := core.lock_as(3);
    v_before text;
begin
    select m.role into v_before from public.org_members m where m.org_id = v_me.org_id and m.user_id = p_user;
    if not found then
        raise exception 'not a member' using errcode = 'P0002';
    end if;
    perform core.assert_not_above(greatest(seal_private.rank_of(v_before), seal_private.rank_of(p_role)), v_me.rank);
    update public.org_members m set role = p_role where m.org_id = v_me.org_id and m.user_id = p_user;
    perform core.assert_owner_left(v_me.org_id);
    perform system.record_event('member.ranked', 'org_members', p_user::text, jsonb_build_object('from', v_before, 'to', p_role));
end $$;

ALTER FUNCTION core.change_role(p_user uuid, p_role text) OWNER TO sb_gate;

-- Name: FUNCTION change_role(p_user uuid, p_role text); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.change_role(p_user uuid, p_role text) IS 'An admin gives a member another rank: neither the old nor the new one is above their own.';

-- Name: create_organization(text, text, text, text); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.create_organization(p_name text, p_locale text DEFAULT 'en'::text, p_currency text DEFAULT 'EUR'::text, p_timezone text DEFAULT 'UTC'::text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_person constant uuid := seal.person();
    v_org    constant uuid := seal.new_id();
begin
    if v_person is null then
        raise exception 'only a person between organisations founds one' using errcode = '42501';
    end if;
    insert into public.organizations (id, name, locale, currency, timezone)
    values (v_org, p_name, p_locale, p_currency, p_timezone);
    insert into public.org_members (org_id, user_id, role) values (v_org, v_person, 'owner');
    perform core.record_for(v_org, v_person, 'session', 'organization.founded', v_person::text, '{}');
    return v_org;
end $$;

ALTER FUNCTION core.create_organization(p_name text, p_locale text, p_currency text, p_timezone text) OWNER TO sb_gate;

-- Name: FUNCTION create_organization(p_name text, p_locale text, p_currency text, p_timezone text); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.create_organization(p_name text, p_locale text, p_currency text, p_timezone text) IS 'Founds an organisation; the person between organisations who calls is its owner. Returns its id.';

-- Name: invite(text, text, bytea, timestamp with time zone); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me         constant record := core.lock_as(3);
    v_invitation constant uuid := seal.new_id();
    v_before     uuid;
begin
    perform core.assert_not_above(seal_private.rank_of(p_role), v_me.rank);
    if (p_expires <= clock_timestamp() + interval '30 days') is not true then
        raise exception 'an invitation is open for 30 days at most' using errcode = '23514', constraint = 'invitations_expire_in_30_days';
    end if;
    if exists (select from public.org_members m join public.profiles p on p.id = m.user_id
                where m.org_id = v_me.org_id and lower(p.email) = lower(p_email)) then
        raise exception 'already a member' using errcode = '23505', constraint = 'org_members_pkey';
    end if;
    -- Inviting again replaces: the mail that was sent before opens nothing any more.
    delete from public.invitations i
     where i.org_id = v_me.org_id and lower(i.email) = lower(p_email) and i.accepted_at is null returning i.id into v_before;
    if v_before is not null then
        perform seal_private.revoke_subject('invitation', v_me.org_id, v_before);
    end if;
    insert into public.invitations (org_id, id, email, role, invited_by, expires_at)
    values (v_me.org_id, v_invitation, p_email, p_role, v_me.user_id, p_expires);
    perform seal_private.add_credential('invitation', p_proof, v_me.user_id, v_me.org_id, v_invitation, 4, p_expires);
    perform system.record_event('member.invited', 'invitations', v_invitation::text, jsonb_build_object('role', p_role));
    return v_invitation;
end $$;

ALTER FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) OWNER TO sb_gate;

-- Name: FUNCTION invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) IS 'An admin asks somebody in, with the proof of the secret that the mail will carry. Returns the invitation''s id.';

-- Name: lock_as(integer); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    org_id := seal.org(p_rank);
    user_id := seal.user_id();
    if org_id is null or (seal.kind() = 'session') is not true then
        raise exception 'not allowed' using errcode = '42501';
    end if;
    perform core.lock_members(org_id);
    select seal_private.rank_of(m.role) into rank from public.org_members m
     where m.org_id = lock_as.org_id and m.user_id = lock_as.user_id;
    if (rank >= p_rank) is not true then
        raise exception 'not allowed' using errcode = '42501';
    end if;
end $$;

ALTER FUNCTION core.lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer) OWNER TO sb_gate;

-- Name: FUNCTION lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer) IS 'the organisation and rank of the person who acts, under the lock';

-- Name: lock_members(uuid); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.lock_members(p_org uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'memberships change in read committed transactions only' using errcode = '25000';
    end if;
    perform from public.organizations o where o.id = p_org for no key update;
    if not found then
        raise exception 'no such organisation' using errcode = '42501';
    end if;
end $$;

ALTER FUNCTION core.lock_members(p_org uuid) OWNER TO sb_gate;

-- Name: FUNCTION lock_members(p_org uuid); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.lock_members(p_org uuid) IS 'one membership change of an organisation after the other';

-- Name: record_for(uuid, uuid, text, text, text, jsonb); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, p_user, p_actor_kind, p_action, 'org_members', p_resource_id, p_detail)
$$;

ALTER FUNCTION core.record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb) OWNER TO sb_gate;

-- Name: FUNCTION record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb) IS 'the audit log of an organisation that is not open';

-- Name: remove_member(uuid); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.remove_member(p_user uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me     constant record := core.lock_as(case when p_user = seal.user_id() then 1 else 3 end);
    v_before text;
begin
    delete from public.org_members m where m.org_id = v_me.org_id and m.user_id = p_user returning m.role into v_before;
    if not found then
        raise exception 'not a member' using errcode = 'P0002';
    end if;
    perform core.assert_not_above(seal_private.rank_of(v_before), v_me.rank);
    perform core.assert_owner_left(v_me.org_id);
    perform seal_private.revoke_keys_of(v_me.org_id, p_user);
    perform system.record_event(case when p_user = v_me.user_id then 'member.left' else 'member.removed' end,
                                'org_members', p_user::text, jsonb_build_object('role', v_before));
end $$;

ALTER FUNCTION core.remove_member(p_user uuid) OWNER TO sb_gate;

-- Name: FUNCTION remove_member(p_user uuid); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.remove_member(p_user uuid) IS 'An admin removes a member of no higher rank, or anybody leaves; their API keys end. The last owner stays.';

-- Name: revoke_invitation(uuid); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.revoke_invitation(p_invitation uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := core.lock_as(3);
begin
    delete from public.invitations i where i.org_id = v_me.org_id and i.id = p_invitation and i.accepted_at is null;
    if not found then
        raise exception 'no such open invitation' using errcode = 'P0002';
    end if;
    perform seal_private.revoke_subject('invitation', v_me.org_id, p_invitation);
    perform system.record_event('member.uninvited', 'invitations', p_invitation::text);
end $$;

ALTER FUNCTION core.revoke_invitation(p_invitation uuid) OWNER TO sb_gate;

-- Name: FUNCTION revoke_invitation(p_invitation uuid); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.revoke_invitation(p_invitation uuid) IS 'An admin takes an open invitation back.';

-- Name: update_organization(text, jsonb, text, text, text); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := core.lock_as(4);
begin
    update public.organizations o
       set name = coalesce(p_name, o.name), branding = coalesce(p_branding, o.branding), locale = coalesce(p_locale, o.locale),
           currency = coalesce(p_currency, o.currency), timezone = coalesce(p_timezone, o.timezone)
     where o.id = v_me.org_id;
    perform system.record_event('organization.changed', 'organizations', v_me.org_id::text);
end $$;

ALTER FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) OWNER TO sb_gate;

-- Name: FUNCTION update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) IS 'An owner changes the open organisation; null keeps what is there.';

-- Name: claim(integer, interval); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.claim(p_limit integer, p_lease interval) RETURNS TABLE(org_id uuid, job_id uuid, job_type text, attempt smallint, lease_token uuid)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update public.jobs j
       set status = 'running', attempt = j.attempt + 1, lease_token = gen_random_uuid(), started_at = now(),
           deadline_at = clock_timestamp() + p_lease
      from (select r.org_id, r.id from public.jobs r where r.status = 'queued' and r.run_at <= now()
             order by r.run_at, r.id limit p_limit for update skip locked) ready
     where j.org_id = ready.org_id and j.id = ready.id
    returning j.org_id, j.id, j.job_type, j.attempt, j.lease_token
$$;

ALTER FUNCTION queue.claim(p_limit integer, p_lease interval) OWNER TO sb_queue;

-- Name: FUNCTION claim(p_limit integer, p_lease interval); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.claim(p_limit integer, p_lease interval) IS 'Takes up to so many ready jobs, oldest first, for so long. For the dispatcher.';

-- Name: fail(uuid, uuid, uuid, jsonb, interval); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval) RETURNS text
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update public.jobs j
       set status = case when p_retry_in is not null and j.attempt < j.max_attempts then 'queued' else 'dead' end,
           finished_at = case when p_retry_in is not null and j.attempt < j.max_attempts then null else now() end,
           run_at = case when p_retry_in is null then j.run_at else now() + p_retry_in end,
           error = p_error, lease_token = null, deadline_at = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status
$$;

ALTER FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval) OWNER TO sb_queue;

-- Name: FUNCTION fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval) IS 'Gives a lease back with what went wrong: to be tried again after so long, or (null, or no attempts left) dead. Null: the lease was lost.';

-- Name: finish(uuid, jsonb, bigint); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint DEFAULT 0) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    update public.jobs j
       set status = 'done', finished_at = now(), result = p_result, actual_tokens = p_tokens, error = null,
           lease_token = null, deadline_at = null
     where j.org_id = seal.org(0) and j.id = seal.subject('job') and j.lease_token = p_lease and j.status = 'running';
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';    -- the effects roll back with it
    end if;
end $$;

ALTER FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) OWNER TO sb_queue;

-- Name: FUNCTION finish(p_lease uuid, p_result jsonb, p_tokens bigint); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) IS 'Ends the open job in the transaction of its effects: both commit or neither. 40001: the lease was lost.';

-- Name: issue(text, bytea, uuid, integer, timestamp with time zone); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
    -- A key that no administrator can see in the list would be a back door.
    if p_kind = 'key' and not exists (select from public.api_keys k
                                       where k.org_id = v_context[3]::uuid and k.id = p_subject) then
        raise exception 'no such API key' using errcode = '42501';
    end if;
    perform seal_private.add_credential(p_kind, p_proof, v_context[2]::uuid, v_context[3]::uuid, p_subject,
                                        least(p_rank, v_rank), p_expires);
end $$;

ALTER FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) OWNER TO sb_seal;

-- Name: FUNCTION issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) IS 'Stores the proof of a key (admins) or link (members) for the open organisation, ranking no higher than its maker.';

-- Name: kind(); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.kind() RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return (seal_private.context())[1];
end $$;

ALTER FUNCTION seal.kind() OWNER TO sb_seal;

-- Name: FUNCTION kind(); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.kind() IS 'session, key, link, job, or the reserved prefix of a job''s type (system, billing); null without a context.';

-- Name: new_id(); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.new_id() RETURNS uuid
    LANGUAGE sql PARALLEL SAFE
    RETURN uuidv7();

ALTER FUNCTION seal.new_id() OWNER TO sb_seal;

-- Name: FUNCTION new_id(); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.new_id() IS 'The id of every new row.';

-- Name: open(text, bytea, uuid); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) RETURNS smallint
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_credential seal_private.credentials;
    v_user       uuid;
    v_rank       int;
begin
    perform seal_private.assert_clean();
    select * into v_credential from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = p_kind and c.kind in ('session', 'key', 'link')
       and c.revoked_at is null and c.expires_at > clock_timestamp();
    if not found then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    if v_credential.kind <> 'session' and v_credential.org_id is distinct from p_org then
        raise exception 'the credential is for another organisation' using errcode = '42501';
    end if;
    if v_credential.kind = 'link' then
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

ALTER FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) OWNER TO sb_seal;

-- Name: FUNCTION open(p_kind text, p_proof bytea, p_org uuid); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) IS 'Opens a session, key or link in an organisation; returns the rank. 28000: no such credential. 42501: not in this organisation. 55006: the session is not clean, drop the connection. 25001: a context is open already.';

-- Name: open_job(uuid, uuid, uuid); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) RETURNS smallint
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) OWNER TO sb_seal;

-- Name: FUNCTION open_job(p_job uuid, p_lease uuid, p_org uuid); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) IS 'Opens a running job by its lease; lives no longer than the lease, ranks no higher than who asked, both now and then.';

-- Name: open_person(bytea); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.open_person(p_proof bytea) RETURNS uuid
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal.open_person(p_proof bytea) OWNER TO sb_seal;

-- Name: FUNCTION open_person(p_proof bytea); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.open_person(p_proof bytea) IS 'Opens a person between organisations: own profile, memberships and invitations, founding an organisation. Returns who it is.';

-- Name: org(integer); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.org(p_rank integer DEFAULT 1) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text := current_setting('seal.context', true);
    v_body    text;
    v_ipad    bytea;
    v_opad    bytea;
begin
    if v_context is null or v_context = '' then return null; end if;
    v_body := left(v_context, -65);
    select k.ipad, k.opad into v_ipad, v_opad from seal_private.keys k
     where k.purpose = 'context' and k.version::text = split_part(v_body, '.', 7)
       and (k.expires_at is null or k.expires_at > clock_timestamp());
    if encode(sha256(v_opad || sha256(v_ipad || convert_to(v_body || '.' || pg_backend_pid() || '.'
                         || extract(epoch from transaction_timestamp()), 'UTF8'))), 'hex')
       is distinct from right(v_context, 64) then
        raise exception 'forged tenant context' using errcode = '28000';
    end if;
    if split_part(v_body, '.', 6)::bigint < extract(epoch from clock_timestamp()) then
        raise exception 'the tenant context has expired' using errcode = '28000';
    end if;
    if (split_part(v_body, '.', 4)::int >= p_rank) is not true then return null; end if;
    return nullif(split_part(v_body, '.', 3), '')::uuid;
end $$;

ALTER FUNCTION seal.org(p_rank integer) OWNER TO sb_seal;

-- Name: FUNCTION org(p_rank integer); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.org(p_rank integer) IS 'The organisation of the open context if its rank is at least the given one, else null. Raises 28000 when forged or expired.';

-- Name: person(); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.person() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text[] := seal_private.context();
begin
    if v_context[1] = 'session' and v_context[3] = '' then return v_context[2]::uuid; end if;
    return null;
end $$;

ALTER FUNCTION seal.person() OWNER TO sb_seal;

-- Name: FUNCTION person(); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.person() IS 'The person between organisations (seal.open_person); null inside an organisation.';

-- Name: rank(); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.rank() RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return coalesce((seal_private.context())[4]::int, 0);
end $$;

ALTER FUNCTION seal.rank() OWNER TO sb_seal;

-- Name: FUNCTION rank(); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.rank() IS 'guest 0, viewer 1, member 2, admin 3, owner 4; 0 without a context.';

-- Name: revoke(uuid); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.revoke(p_subject uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where subject = p_subject and revoked_at is null
       and org_id = case kind when 'key' then seal.org(3) when 'link' then seal.org(2) end
$$;

ALTER FUNCTION seal.revoke(p_subject uuid) OWNER TO sb_seal;

-- Name: FUNCTION revoke(p_subject uuid); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.revoke(p_subject uuid) IS 'Ends a key (admins) or link (members) of the open organisation from the next transaction on.';

-- Name: subject(text); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.subject(p_kind text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text[] := seal_private.context();
begin
    if v_context[1] = p_kind or (p_kind = 'job' and v_context[1] in ('system', 'billing')) then
        return v_context[5]::uuid;
    end if;
    return null;
end $$;

ALTER FUNCTION seal.subject(p_kind text) OWNER TO sb_seal;

-- Name: FUNCTION subject(p_kind text); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.subject(p_kind text) IS 'What a context of this kind stands for: the session, the key, the guest''s link, the job. Null for another kind.';

-- Name: user_id(); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.user_id() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return nullif((seal_private.context())[2], '')::uuid;
end $$;

ALTER FUNCTION seal.user_id() OWNER TO sb_seal;

-- Name: FUNCTION user_id(); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.user_id() IS 'Who the context acts for: the person of the session, the maker of the key, who asked for the job. Null for guests.';

-- Name: create_user(text, text, text); Type: FUNCTION; Schema: seal_auth; Owner: sb_gate

CREATE FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user uuid;
begin
    if not seal_private.owns_auth() then
        raise exception 'accounts are made by the auth server of this database' using errcode = '0A000';
    end if;
    insert into auth.users (email, encrypted_password) values (p_email, p_encrypted_password) returning id into v_user;
    perform seal_auth.ensure_profile(v_user, p_email, p_full_name);
    return v_user;
end $$;

ALTER FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) OWNER TO sb_gate;

-- Name: FUNCTION create_user(p_email text, p_encrypted_password text, p_full_name text); Type: COMMENT; Schema: seal_auth; Owner: sb_gate

COMMENT ON FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) IS 'A person who can sign in. 23505 (users_email_key): the address has an account.';

-- Name: end_session(uuid); Type: FUNCTION; Schema: seal_auth; Owner: sb_gate

CREATE FUNCTION seal_auth.end_session(p_session uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.revoke_subject('session', null, p_session);
    if seal_private.owns_auth() then
        delete from auth.sessions where id = p_session;
    end if;
end $$;

ALTER FUNCTION seal_auth.end_session(p_session uuid) OWNER TO sb_gate;

-- Name: FUNCTION end_session(p_session uuid); Type: COMMENT; Schema: seal_auth; Owner: sb_gate

COMMENT ON FUNCTION seal_auth.end_session(p_session uuid) IS 'Signs out: every token of the session is void from the next transaction on.';

-- Name: ensure_profile(uuid, text, text); Type: FUNCTION; Schema: seal_auth; Owner: sb_gate

CREATE FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.profiles (id, email, full_name) values (p_user, p_email, coalesce(p_full_name, ''))
    on conflict (id) do update set email = excluded.email where profiles.email <> excluded.email
$$;

ALTER FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text) OWNER TO sb_gate;

-- Name: FUNCTION ensure_profile(p_user uuid, p_email text, p_full_name text); Type: COMMENT; Schema: seal_auth; Owner: sb_gate

COMMENT ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text) IS 'The profile of a person whom an auth server vouches for.';

-- Name: start_session(bytea, uuid, uuid, timestamp with time zone); Type: FUNCTION; Schema: seal_auth; Owner: sb_gate

CREATE FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) OWNER TO sb_gate;

-- Name: FUNCTION start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone); Type: COMMENT; Schema: seal_auth; Owner: sb_gate

COMMENT ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) IS 'Registers an access token: its proof opens contexts for this person until it expires.';

-- Name: add_credential(text, bytea, uuid, uuid, uuid, integer, timestamp with time zone); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    -- A proof is a sha256; a shorter one could be guessed.
    if (octet_length(p_proof) = 32) is not true then
        raise exception 'a proof is a sha256 of 32 bytes' using errcode = '22023';
    end if;
    insert into seal_private.credentials (stored, kind, user_id, org_id, subject, rank_cap, expires_at)
    values (sha256(p_proof), p_kind, p_user, p_org, p_subject, p_rank_cap, p_expires);
end $$;

ALTER FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone) OWNER TO sb_seal;

-- Name: FUNCTION add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone) IS 'the only insert into credentials';

-- Name: admit(regprocedure, name, name[], text); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_function record;
    v_caller   name;
begin
    select p.prosecdef, p.pronamespace::regnamespace as schema, p.proowner,
           coalesce(p.proacl, acldefault('f', p.proowner)) as acl
      into strict v_function from pg_proc p where p.oid = p_function;
    if obj_description(p_function, 'pg_proc') is null then
        execute format('comment on function %s is %L', p_function, p_reason);
    end if;
    perform seal_private.strip('function', p_function::text, v_function.acl, v_function.proowner);
    perform seal_private.give('function', p_function::text, v_function.schema, p_owner);
    foreach v_caller in array p_callers loop
        execute format('grant execute on function %s to %I', p_function, v_caller);
    end loop;
    delete from seal.definer_functions where signature = p_function::text;
    if v_function.prosecdef then
        insert into seal.definer_functions (signature, owner, callers, reason)
        values (p_function::text, p_owner, p_callers, p_reason);
    end if;
end $$;

ALTER FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text) OWNER TO sb_seal;

-- Name: FUNCTION admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text) IS 'ends the definition of a function';

-- Name: assert_clean(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.assert_clean() RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if pg_my_temp_schema() <> 0
       or exists (select from pg_prepared_statement() p where p.from_sql)
       or exists (select from pg_cursor() c where c.is_holdable) then
        raise exception 'the session is not clean' using errcode = '55006', hint = 'drop this connection';
    end if;
end $$;

ALTER FUNCTION seal_private.assert_clean() OWNER TO sb_seal;

-- Name: FUNCTION assert_clean(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.assert_clean() IS 'refuses a session in which something was left';

-- Name: bind(text, uuid, uuid, integer, uuid, timestamp with time zone); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_before text := current_setting('seal.context', true);
    v_tail   constant text := '.' || seal_private.binding();
    v_body   text;
    v_key    seal_private.keys;
begin
    if v_before <> '' then
        select * into v_key from seal_private.keys k
         where k.purpose = 'context' and k.version::text = split_part(v_before, '.', 7);
        if found and right(v_before, 64) = encode(sha256(v_key.opad || sha256(v_key.ipad
                         || convert_to(left(v_before, -65) || v_tail, 'UTF8'))), 'hex') then
            raise exception 'a tenant context is already open' using errcode = '25001';
        end if;
    end if;
    select * into strict v_key from seal_private.keys k where k.purpose = 'context' order by k.version desc limit 1;
    v_body := p_kind || '.' || coalesce(p_user::text, '') || '.' || coalesce(p_org::text, '') || '.' || p_rank || '.'
              || p_subject || '.' || ceil(extract(epoch from p_expires))::bigint || '.' || v_key.version;
    if v_body is null then                                    -- concatenation with a null: fails closed
        raise exception 'incomplete context' using errcode = '28000';
    end if;
    perform set_config('seal.context', v_body || '.' || encode(sha256(v_key.opad || sha256(v_key.ipad
                           || convert_to(v_body || v_tail, 'UTF8'))), 'hex'), true);
end $$;

ALTER FUNCTION seal_private.bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone) OWNER TO sb_seal;

-- Name: FUNCTION bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone) IS 'sets the context; called by the openings alone';

-- Name: binding(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.binding() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select pg_backend_pid() || '.' || extract(epoch from transaction_timestamp())
$$;

ALTER FUNCTION seal_private.binding() OWNER TO sb_seal;

-- Name: FUNCTION binding(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.binding() IS 'what a context is bound to: this backend and this transaction';

-- Name: close(regclass, name); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.close(p_table regclass, p_owner name DEFAULT 'sb_owner'::name) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_table record;
begin
    select c.relowner, c.relnamespace::regnamespace as schema,
           coalesce(c.relacl, acldefault('r', c.relowner))
             || array(select x from pg_attribute t, unnest(t.attacl) x where t.attrelid = c.oid) as acl
      into strict v_table from pg_class c where c.oid = p_table;
    execute format('alter table %s enable row level security', p_table);
    execute format('alter table %s force row level security', p_table);
    perform seal_private.strip('table', p_table::text, v_table.acl, v_table.relowner);
    perform seal_private.give('table', p_table::text, v_table.schema, p_owner);
end $$;

ALTER FUNCTION seal_private.close(p_table regclass, p_owner name) OWNER TO sb_seal;

-- Name: FUNCTION close(p_table regclass, p_owner name); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.close(p_table regclass, p_owner name) IS 'forces row-level security on a table and takes all privileges';

-- Name: context(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.context() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text := current_setting('seal.context', true);
    v_body    text;
    v_ipad    bytea;
    v_opad    bytea;
begin
    if v_context is null or v_context = '' then return null; end if;
    v_body := left(v_context, -65);
    select k.ipad, k.opad into v_ipad, v_opad from seal_private.keys k
     where k.purpose = 'context' and k.version::text = split_part(v_body, '.', 7)
       and (k.expires_at is null or k.expires_at > clock_timestamp());
    if encode(sha256(v_opad || sha256(v_ipad || convert_to(v_body || '.' || seal_private.binding(), 'UTF8'))), 'hex')
       is distinct from right(v_context, 64) then
        raise exception 'forged tenant context' using errcode = '28000';
    end if;
    if split_part(v_body, '.', 6)::bigint < extract(epoch from clock_timestamp()) then
        raise exception 'the tenant context has expired' using errcode = '28000';
    end if;
    return string_to_array(v_body, '.');
end $$;

ALTER FUNCTION seal_private.context() OWNER TO sb_seal;

-- Name: FUNCTION context(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.context() IS 'verifies the context with the key';

-- Name: deviate(text, regclass, text, text); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_kind = 'policy' then
        execute format('comment on policy %I on %s is %L', p_name, p_relation, p_reason);
    elsif p_kind in ('key', 'foreign key') then
        -- raises where there is no such constraint or index
        if not exists (select from pg_constraint where conrelid = p_relation and conname = p_name) then
            perform format('%s.%I', (select relnamespace::regnamespace from pg_class where oid = p_relation), p_name)::regclass;
        end if;
    end if;
    insert into seal.deviations (kind, relation, name, reason) values (p_kind, p_relation::text, p_name, p_reason);
end $$;

ALTER FUNCTION seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) OWNER TO sb_seal;

-- Name: FUNCTION deviate(p_kind text, p_relation regclass, p_name text, p_reason text); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) IS 'writes a deviation down';

-- Name: end_api_key(); Type: FUNCTION; Schema: seal_private; Owner: sb_gate

CREATE FUNCTION seal_private.end_api_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.revoke_subject('key', old.org_id, old.id);
    return null;
end $$;

ALTER FUNCTION seal_private.end_api_key() OWNER TO sb_gate;

-- Name: FUNCTION end_api_key(); Type: COMMENT; Schema: seal_private; Owner: sb_gate

COMMENT ON FUNCTION seal_private.end_api_key() IS 'a trigger: the credential of a deleted key ends with its row';

-- Name: give(text, text, regnamespace, name); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    execute format('grant create on schema %s to %I', p_schema, p_owner);
    execute format('alter %s %s owner to %I', p_kind, p_name, p_owner);
    execute format('revoke create on schema %s from %I', p_schema, p_owner);
end $$;

ALTER FUNCTION seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) OWNER TO sb_seal;

-- Name: FUNCTION give(p_kind text, p_name text, p_schema regnamespace, p_owner name); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) IS 'gives an object to its owner';

-- Name: owns_auth(); Type: FUNCTION; Schema: seal_private; Owner: sb_gate

CREATE FUNCTION seal_private.owns_auth() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'auth' and c.relname = 'users' and c.relowner = 'sb_owner'::regrole)
$$;

ALTER FUNCTION seal_private.owns_auth() OWNER TO sb_gate;

-- Name: FUNCTION owns_auth(); Type: COMMENT; Schema: seal_private; Owner: sb_gate

COMMENT ON FUNCTION seal_private.owns_auth() IS 'Whether the people who can sign in are kept by us, or by an auth server that was here first.';

-- Name: protect(regclass, text, text, text, text, text[], text[], text[], text); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.protect(p_table regclass, p_read text DEFAULT 'viewer'::text, p_add text DEFAULT 'member'::text, p_change text DEFAULT 'member'::text, p_remove text DEFAULT 'admin'::text, p_fixed text[] DEFAULT '{}'::text[], p_once text[] DEFAULT '{}'::text[], p_hidden text[] DEFAULT '{}'::text[], p_floor text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    -- The call in a sub-select is evaluated once a statement; bare, it would be once a row.
    v_own     constant text := '(org_id = (select seal.org(%s)))';
    v_unset   constant text[] := p_fixed || array['created_at', 'updated_at'];
    v_kept    constant text[] := v_unset || p_once || array['org_id', 'id'];
    v_columns text[];
    v_own_at  text;
begin
    select array_agg(attname::text order by attnum) into strict v_columns
      from pg_attribute where attrelid = p_table and attnum > 0 and not attisdropped;
    if not v_columns @> (p_fixed || p_once || p_hidden) then
        raise exception 'protect(%): a column in p_fixed, p_once or p_hidden does not exist', p_table using errcode = '42703';
    end if;

    if 'updated_at' = any (v_columns) then
        execute format('create trigger touch before update on %s for each row execute function seal_private.touch()', p_table);
    end if;
    perform seal_private.close(p_table);

    v_own_at := format(v_own, coalesce(seal_private.rank_of(p_floor),
                                       least(seal_private.rank_of(p_read), seal_private.rank_of(p_add),
                                             seal_private.rank_of(p_change), seal_private.rank_of(p_remove)), 0));
    execute format('create policy tenant_floor on %s as restrictive for all to sb_tenant using %s with check %s',
                   p_table, v_own_at, v_own_at);
    execute format('comment on policy tenant_floor on %s is %L', p_table, 'Rows of the open context''s organisation, or none.');

    if p_read is not null then
        v_own_at := format(v_own, seal_private.rank_of(p_read));
        execute format('create policy tenant_read on %s for select to sb_tenant using %s', p_table, v_own_at);
        execute format('comment on policy tenant_read on %s is %L', p_table, p_read || ' and above read.');
        execute format('grant select (%s) on %s to sb_tenant', (select string_agg(quote_ident(c), ', ') from unnest(v_columns) c
                                                                where c <> all (p_hidden)), p_table);
    end if;

    -- Generated columns can be written by nobody.
    select array_agg(attname::text order by attnum) into v_columns
      from pg_attribute where attrelid = p_table and attnum > 0 and not attisdropped and attgenerated = '';

    if p_add is not null then
        v_own_at := format(v_own, seal_private.rank_of(p_add));
        execute format('create policy tenant_add on %s for insert to sb_tenant with check %s', p_table, v_own_at);
        execute format('comment on policy tenant_add on %s is %L', p_table, p_add || ' and above add.');
        execute format('grant insert (%s) on %s to sb_tenant', (select string_agg(quote_ident(c), ', ') from unnest(v_columns) c
                                                                where c <> all (v_unset)), p_table);
    end if;
    if p_change is not null then
        v_own_at := format(v_own, seal_private.rank_of(p_change));
        execute format('create policy tenant_change on %s for update to sb_tenant using %s with check %s', p_table, v_own_at, v_own_at);
        execute format('comment on policy tenant_change on %s is %L', p_table, p_change || ' and above change.');
        execute format('grant update (%s) on %s to sb_tenant', (select string_agg(quote_ident(c), ', ') from unnest(v_columns) c
                                                                where c <> all (v_kept)), p_table);
    end if;
    if p_remove is not null then
        v_own_at := format(v_own, seal_private.rank_of(p_remove));
        execute format('create policy tenant_remove on %s for delete to sb_tenant using %s', p_table, v_own_at);
        execute format('comment on policy tenant_remove on %s is %L', p_table, p_remove || ' and above remove.');
        execute format('grant delete on %s to sb_tenant', p_table);
    end if;
end $$;

ALTER FUNCTION seal_private.protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text) OWNER TO sb_seal;

-- Name: FUNCTION protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text) IS 'seals a tenant table';

-- Name: rank_of(text); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.rank_of(p_role text) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_rank constant int := array_position(array['guest', 'viewer', 'member', 'admin', 'owner'], p_role) - 1;
begin
    if v_rank is null then raise exception 'no such rank: %', p_role using errcode = '22023'; end if;
    return v_rank;
end $$;

ALTER FUNCTION seal_private.rank_of(p_role text) OWNER TO sb_seal;

-- Name: FUNCTION rank_of(p_role text); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.rank_of(p_role text) IS 'a role as a number; an unknown word raises';

-- Name: redeem(text, bytea, uuid); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) RETURNS uuid
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where stored = sha256(p_proof) and kind = p_kind and org_id = p_org
       and revoked_at is null and expires_at > clock_timestamp()
    returning subject
$$;

ALTER FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) OWNER TO sb_seal;

-- Name: FUNCTION redeem(p_kind text, p_proof bytea, p_org uuid); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) IS 'an invitation is used once';

-- Name: revoke_keys_of(uuid, uuid); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where kind = 'key' and org_id = p_org and user_id = p_user and revoked_at is null
$$;

ALTER FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) OWNER TO sb_seal;

-- Name: FUNCTION revoke_keys_of(p_org uuid, p_user uuid); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) IS 'keys fall when their maker leaves the organisation';

-- Name: revoke_subject(text, uuid, uuid); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where kind = p_kind and org_id is not distinct from p_org and subject = p_subject and revoked_at is null
$$;

ALTER FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) OWNER TO sb_seal;

-- Name: FUNCTION revoke_subject(p_kind text, p_org uuid, p_subject uuid); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) IS 'sign-out, and the end of an invitation or key by its row';

-- Name: rotate_context_key(interval); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.rotate_context_key(p_grace interval DEFAULT '00:15:00'::interval) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select seal_private.store_key('context',
        sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), p_grace)
$$;

ALTER FUNCTION seal_private.rotate_context_key(p_grace interval) OWNER TO sb_seal;

-- Name: FUNCTION rotate_context_key(p_grace interval); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.rotate_context_key(p_grace interval) IS 'Replaces the key of contexts by a random one (366 bits of the server''s randomness, hashed to 256). Requests that run keep the old one for the grace.';

-- Name: stamp_updated_by(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.stamp_updated_by() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.updated_by := seal.user_id();
    return new;
end $$;

ALTER FUNCTION seal_private.stamp_updated_by() OWNER TO sb_seal;

-- Name: FUNCTION stamp_updated_by(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.stamp_updated_by() IS 'a trigger: who wrote last, from the context';

-- Name: store_key(text, bytea, interval); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_key     bytea := case when octet_length(p_key) > 64 then sha256(p_key) else p_key end;
    v_ipad    bytea := decode(repeat('36', 64), 'hex');
    v_opad    bytea := decode(repeat('5c', 64), 'hex');
    v_version int;
begin
    if (octet_length(p_key) >= 32) is not true then
        raise exception 'a key has at least 32 bytes' using errcode = '22023';
    end if;
    for i in 0 .. octet_length(v_key) - 1 loop
        v_ipad := set_byte(v_ipad, i, get_byte(v_key, i) # 54);
        v_opad := set_byte(v_opad, i, get_byte(v_key, i) # 92);
    end loop;
    lock table seal_private.keys in share row exclusive mode;   -- two rotations at once: one after the other
    delete from seal_private.keys where purpose = p_purpose and expires_at < clock_timestamp();
    update seal_private.keys set expires_at = least(expires_at, clock_timestamp() + p_grace) where purpose = p_purpose;
    select coalesce(max(version), 0) + 1 into v_version from seal_private.keys where purpose = p_purpose;
    insert into seal_private.keys (purpose, version, ipad, opad) values (p_purpose, v_version, v_ipad, v_opad);
    return v_version;
end $$;

ALTER FUNCTION seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) OWNER TO sb_seal;

-- Name: FUNCTION store_key(p_purpose text, p_key bytea, p_grace interval); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) IS 'writes a key; reached from other functions of the seal and by the installer';

-- Name: strip(text, text, aclitem[], oid); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_grantee text;
begin
    for v_grantee in
        select distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end
          from aclexplode(p_acl) a where a.grantee <> p_owner
    loop
        execute format('revoke all on %s %s from %s', p_kind, p_name, v_grantee);
    end loop;
end $$;

ALTER FUNCTION seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) OWNER TO sb_seal;

-- Name: FUNCTION strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) IS 'takes an object from everybody but its owner';

-- Name: touch(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.touch() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.updated_at := now();
    return new;
end $$;

ALTER FUNCTION seal_private.touch() OWNER TO sb_seal;

-- Name: FUNCTION touch(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.touch() IS 'a trigger: keeps updated_at';

-- Name: record_event(text, text, text, jsonb, inet, text); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb DEFAULT '{}'::jsonb, p_ip inet DEFAULT NULL::inet, p_user_agent text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    if (v_context[3] <> '') is not true then
        raise exception 'no organisation is open' using errcode = '28000';
    end if;
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, ip, user_agent, detail)
    values (v_context[3]::uuid, nullif(v_context[2], '')::uuid, v_context[1], p_action, p_resource_type, p_resource_id, p_ip,
            left(p_user_agent, 500), coalesce(p_detail, '{}'));
end $$;

ALTER FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) OWNER TO sb_gate;

-- Name: FUNCTION record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) IS 'Appends to the audit log of the open organisation; who and as what comes from the context.';

-- Name: set_setting(text, jsonb, text, boolean); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text DEFAULT NULL::text, p_is_public boolean DEFAULT NULL::boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if (seal.org(3) = '00000000-0000-0000-0000-000000000000') is not true then
        raise exception 'only an admin of the platform sets this' using errcode = '42501';
    end if;
    insert into public.system_settings as s (key, value, description, is_public)
    values (p_key, p_value, coalesce(p_description, ''), coalesce(p_is_public, false))
    on conflict (key) do update set value = excluded.value, description = coalesce(p_description, s.description),
                                    is_public = coalesce(p_is_public, s.is_public);
    perform system.record_event('system.setting_changed', 'system_settings', p_key, jsonb_build_object('value', p_value));
end $$;

ALTER FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) OWNER TO sb_gate;

-- Name: FUNCTION set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) IS 'Writes a setting of the installation, and who did it into the platform''s audit log. Null keeps description and is_public.';

-- Name: sessions; Type: TABLE; Schema: auth; Owner: sb_owner

CREATE TABLE auth.sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    not_after timestamp with time zone NOT NULL,
    user_agent text,
    ip inet,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY auth.sessions FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.sessions OWNER TO sb_owner;

-- Name: TABLE sessions; Type: COMMENT; Schema: auth; Owner: sb_owner

COMMENT ON TABLE auth.sessions IS 'One row a sign-in; the secret that opens it is in seal_private.credentials.';

-- Name: users; Type: TABLE; Schema: auth; Owner: sb_owner

CREATE TABLE auth.users (
    id uuid DEFAULT seal.new_id() NOT NULL,
    email text NOT NULL,
    encrypted_password text,
    email_confirmed_at timestamp with time zone,
    raw_user_meta_data jsonb DEFAULT '{}'::jsonb NOT NULL,
    raw_app_meta_data jsonb DEFAULT '{}'::jsonb NOT NULL,
    banned_until timestamp with time zone,
    last_sign_in_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT users_app_meta_is_object CHECK ((jsonb_typeof(raw_app_meta_data) = 'object'::text)),
    CONSTRAINT users_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT users_user_meta_is_object CHECK ((jsonb_typeof(raw_user_meta_data) = 'object'::text))
);

ALTER TABLE ONLY auth.users FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.users OWNER TO sb_owner;

-- Name: TABLE users; Type: COMMENT; Schema: auth; Owner: sb_owner

COMMENT ON TABLE auth.users IS 'One row a person who can sign in.';

-- Name: COLUMN users.encrypted_password; Type: COMMENT; Schema: auth; Owner: sb_owner

COMMENT ON COLUMN auth.users.encrypted_password IS 'An argon2 hash, made outside the database; null: no sign-in by password.';

-- Name: COLUMN users.raw_user_meta_data; Type: COMMENT; Schema: auth; Owner: sb_owner

COMMENT ON COLUMN auth.users.raw_user_meta_data IS 'The person can edit it: never a source of rights.';

-- Name: api_keys; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.api_keys (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    scopes text[] DEFAULT '{}'::text[] NOT NULL,
    created_by uuid DEFAULT seal.user_id(),
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT api_keys_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 100))),
    CONSTRAINT api_keys_prefix_is_short CHECK (((length(prefix) >= 1) AND (length(prefix) <= 16)))
);

ALTER TABLE ONLY public.api_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE public.api_keys OWNER TO sb_owner;

-- Name: TABLE api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.api_keys IS 'API keys as people see them; deleting one ends it.';

-- Name: COLUMN api_keys.prefix; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.api_keys.prefix IS 'A few characters of the secret, to tell keys apart in a list.';

-- Name: COLUMN api_keys.created_by; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.api_keys.created_by IS 'The maker, from the context.';

-- Name: COLUMN api_keys.expires_at; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.api_keys.expires_at IS 'As the credential was issued; a longer life is a new key.';

-- Name: audit_log; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.audit_log (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    user_id uuid,
    actor_kind text NOT NULL,
    action text NOT NULL,
    resource_type text,
    resource_id text,
    ip inet,
    user_agent text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT audit_log_action_is_a_name CHECK (((action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(action) <= 100))),
    CONSTRAINT audit_log_actor_known CHECK ((actor_kind = ANY (ARRAY['session'::text, 'key'::text, 'link'::text, 'job'::text, 'system'::text, 'billing'::text, 'installer'::text]))),
    CONSTRAINT audit_log_detail_is_object CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT audit_log_user_agent_is_short CHECK ((length(user_agent) <= 500))
);

ALTER TABLE ONLY public.audit_log FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_log OWNER TO sb_owner;

-- Name: TABLE audit_log; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.audit_log IS 'Security events, one row each, append only.';

-- Name: COLUMN audit_log.user_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_log.user_id IS 'A person''s id; a plain column, so that it outlives their membership.';

-- Name: COLUMN audit_log.actor_kind; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_log.actor_kind IS 'The kind of the context it happened in; installer: the database''s owner, without one.';

-- Name: client_contacts; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.client_contacts (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    client_id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    title text,
    is_signer boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT client_contacts_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT client_contacts_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.client_contacts FORCE ROW LEVEL SECURITY;

ALTER TABLE public.client_contacts OWNER TO sb_owner;

-- Name: TABLE client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.client_contacts IS 'People at a client.';

-- Name: COLUMN client_contacts.is_signer; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.client_contacts.is_signer IS 'May accept and sign for the client.';

-- Name: clients; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.clients (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    email text,
    status text DEFAULT 'lead'::text NOT NULL,
    website text,
    industry text,
    notes text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT clients_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT clients_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT clients_status_known CHECK ((status = ANY (ARRAY['lead'::text, 'active'::text, 'past'::text])))
);

ALTER TABLE ONLY public.clients FORCE ROW LEVEL SECURITY;

ALTER TABLE public.clients OWNER TO sb_owner;

-- Name: TABLE clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.clients IS 'The agency''s clients.';

-- Name: COLUMN clients.email; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.clients.email IS 'The office; people are in client_contacts.';

-- Name: invitations; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.invitations (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    email text NOT NULL,
    role text NOT NULL,
    invited_by uuid,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invitations_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT invitations_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text])))
);

ALTER TABLE ONLY public.invitations FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invitations OWNER TO sb_owner;

-- Name: TABLE invitations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.invitations IS 'Open and accepted invitations; one that is taken back is deleted.';

-- Name: COLUMN invitations.email; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.invitations.email IS 'Only the person with this address can accept.';

-- Name: COLUMN invitations.invited_by; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.invitations.invited_by IS 'A person''s id; a plain column, so that it outlives their membership.';

-- Name: jobs; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.jobs (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    job_type text NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    result jsonb,
    error jsonb,
    actual_tokens bigint DEFAULT 0 NOT NULL,
    run_at timestamp with time zone DEFAULT now() NOT NULL,
    unique_key text,
    requested_by uuid DEFAULT seal.user_id(),
    requested_rank smallint DEFAULT seal.rank() NOT NULL,
    attempt smallint DEFAULT 0 NOT NULL,
    max_attempts smallint DEFAULT 5 NOT NULL,
    lease_token uuid,
    deadline_at timestamp with time zone,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT jobs_attempts_counted CHECK (((attempt >= 0) AND (attempt <= max_attempts))),
    CONSTRAINT jobs_finished_when_over CHECK (((status = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT jobs_lease_while_running CHECK (((status = 'running'::text) = ((lease_token IS NOT NULL) AND (deadline_at IS NOT NULL)))),
    CONSTRAINT jobs_payload_is_object CHECK ((jsonb_typeof(payload) = 'object'::text)),
    CONSTRAINT jobs_requested_rank_known CHECK (((requested_rank >= 0) AND (requested_rank <= 4))),
    CONSTRAINT jobs_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'dead'::text, 'cancelled'::text]))),
    CONSTRAINT jobs_tokens_not_negative CHECK ((actual_tokens >= 0)),
    CONSTRAINT jobs_type_is_a_name CHECK (((job_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(job_type) <= 100)))
);

ALTER TABLE ONLY public.jobs FORCE ROW LEVEL SECURITY;

ALTER TABLE public.jobs OWNER TO sb_owner;

-- Name: TABLE jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.jobs IS 'The queue: an insert in the caller''s transaction, claimed by a lease, finished in the tenant''s transaction.';

-- Name: COLUMN jobs.job_type; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.job_type IS 'Names under system. and billing. are reserved: only functions enqueue them.';

-- Name: COLUMN jobs.unique_key; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.unique_key IS 'Of several jobs of one type with the same key one at most is queued or running.';

-- Name: COLUMN jobs.requested_by; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.requested_by IS 'Who asked, from the context. The job ends when they have left the organisation.';

-- Name: COLUMN jobs.requested_rank; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.requested_rank IS 'The rank they asked with, from the context; the job ranks no higher.';

-- Name: COLUMN jobs.lease_token; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.lease_token IS 'The proof of the worker that runs it (seal.open_job). No tenant reads it.';

-- Name: COLUMN jobs.deadline_at; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.deadline_at IS 'The lease, and every context opened with it, ends here.';

-- Name: org_members; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.org_members (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT org_members_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text])))
);

ALTER TABLE ONLY public.org_members FORCE ROW LEVEL SECURITY;

ALTER TABLE public.org_members OWNER TO sb_owner;

-- Name: TABLE org_members; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.org_members IS 'Memberships and their ranks: viewer < member < admin < owner.';

-- Name: org_settings; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.org_settings (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    key text NOT NULL,
    value jsonb NOT NULL,
    updated_by uuid DEFAULT seal.user_id(),
    reason text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT org_settings_key_is_a_name CHECK (((key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(key) <= 100)))
);

ALTER TABLE ONLY public.org_settings FORCE ROW LEVEL SECURITY;

ALTER TABLE public.org_settings OWNER TO sb_owner;

-- Name: TABLE org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.org_settings IS 'Settings of one organisation, one row each.';

-- Name: COLUMN org_settings.updated_by; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.org_settings.updated_by IS 'From the context, at every write.';

-- Name: COLUMN org_settings.reason; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.org_settings.reason IS 'Why it was set; asked for where work stops.';

-- Name: organizations; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.organizations (
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    plan text DEFAULT 'free'::text NOT NULL,
    branding jsonb DEFAULT '{}'::jsonb NOT NULL,
    stripe_customer_id text,
    locale text DEFAULT 'en'::text NOT NULL,
    currency text DEFAULT 'EUR'::text NOT NULL,
    timezone text DEFAULT 'UTC'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT organizations_branding_is_object CHECK ((jsonb_typeof(branding) = 'object'::text)),
    CONSTRAINT organizations_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT organizations_locale_is_a_tag CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
    CONSTRAINT organizations_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT organizations_plan_is_a_name CHECK ((plan ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT organizations_timezone_given CHECK ((timezone ~ '^[A-Za-z][A-Za-z0-9_+/-]*$'::text))
);

ALTER TABLE ONLY public.organizations FORCE ROW LEVEL SECURITY;

ALTER TABLE public.organizations OWNER TO sb_owner;

-- Name: TABLE organizations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.organizations IS 'An agency. The one with the nil uuid is the platform: the operator''s own.';

-- Name: COLUMN organizations.plan; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.organizations.plan IS 'A name; what it allows is configuration, not rows.';

-- Name: COLUMN organizations.branding; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.organizations.branding IS 'Logo, colours, letterhead: shown to clients.';

-- Name: COLUMN organizations.stripe_customer_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.organizations.stripe_customer_id IS 'Set by billing; no function of a tenant writes it.';

-- Name: COLUMN organizations.currency; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.organizations.currency IS 'ISO 4217: the default of new proposals.';

-- Name: profiles; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.profiles (
    id uuid NOT NULL,
    email text NOT NULL,
    full_name text DEFAULT ''::text NOT NULL,
    onboarding_complete boolean DEFAULT false NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT profiles_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT profiles_locale_is_a_tag CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
);

ALTER TABLE ONLY public.profiles FORCE ROW LEVEL SECURITY;

ALTER TABLE public.profiles OWNER TO sb_owner;

-- Name: TABLE profiles; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.profiles IS 'People: what their colleagues see of them.';

-- Name: COLUMN profiles.id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.profiles.id IS 'The id in auth.users. A plain column: that table may belong to another auth server.';

-- Name: COLUMN profiles.email; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.profiles.email IS 'As the sign-in code verified it; only it writes this.';

-- Name: COLUMN profiles.onboarding_complete; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.profiles.onboarding_complete IS 'The first-hour guide is done or dismissed.';

-- Name: services; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.services (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    unit text DEFAULT 'project'::text NOT NULL,
    unit_price_minor bigint NOT NULL,
    currency text NOT NULL,
    billing_period text DEFAULT 'once'::text NOT NULL,
    tax_rate numeric(6,4) DEFAULT 0 NOT NULL,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT services_billing_period_known CHECK ((billing_period = ANY (ARRAY['once'::text, 'monthly'::text, 'yearly'::text]))),
    CONSTRAINT services_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT services_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT services_price_not_negative CHECK ((unit_price_minor >= 0)),
    CONSTRAINT services_tax_rate_is_a_share CHECK (((tax_rate >= (0)::numeric) AND (tax_rate <= (1)::numeric))),
    CONSTRAINT services_unit_given CHECK (((btrim(unit) <> ''::text) AND (length(unit) <= 40)))
);

ALTER TABLE ONLY public.services FORCE ROW LEVEL SECURITY;

ALTER TABLE public.services OWNER TO sb_owner;

-- Name: TABLE services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.services IS 'What the agency sells, and for how much.';

-- Name: COLUMN services.unit; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.services.unit IS 'What one of it is: project, day, hour, page.';

-- Name: COLUMN services.unit_price_minor; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.services.unit_price_minor IS 'In the currency''s minor unit (cents); never a fraction.';

-- Name: COLUMN services.tax_rate; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.services.tax_rate IS 'A share: 0.19 is 19 %.';

-- Name: COLUMN services.active; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.services.active IS 'Offered in new proposals.';

-- Name: system_settings; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.system_settings (
    key text NOT NULL,
    value jsonb NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    is_public boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT system_settings_key_is_a_name CHECK (((key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(key) <= 100)))
);

ALTER TABLE ONLY public.system_settings FORCE ROW LEVEL SECURITY;

ALTER TABLE public.system_settings OWNER TO sb_owner;

-- Name: TABLE system_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.system_settings IS 'Settings of the installation, one row each.';

-- Name: COLUMN system_settings.is_public; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.system_settings.is_public IS 'Every context may read it; others only the platform''s admins.';

-- Name: templates; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.templates (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    content jsonb DEFAULT '{}'::jsonb NOT NULL,
    is_system boolean DEFAULT false NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT templates_content_is_object CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT templates_locale_is_a_tag CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
    CONSTRAINT templates_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT templates_type_known CHECK ((type = ANY (ARRAY['proposal'::text, 'contract'::text, 'email'::text]))),
    CONSTRAINT templates_version_counted CHECK ((version > 0))
);

ALTER TABLE ONLY public.templates FORCE ROW LEVEL SECURITY;

ALTER TABLE public.templates OWNER TO sb_owner;

-- Name: TABLE templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.templates IS 'Templates of proposals, contracts and mails.';

-- Name: COLUMN templates.content; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.templates.content IS 'Sections with placeholders.';

-- Name: COLUMN templates.is_system; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.templates.is_system IS 'Came with the product: copied, not edited. Only functions write such rows.';

-- Name: definer_functions; Type: TABLE; Schema: seal; Owner: sb_seal

CREATE TABLE seal.definer_functions (
    signature text NOT NULL,
    owner text NOT NULL,
    callers text[] NOT NULL,
    reason text NOT NULL,
    CONSTRAINT definer_functions_reason_given CHECK ((reason <> ''::text))
);

ALTER TABLE ONLY seal.definer_functions FORCE ROW LEVEL SECURITY;

ALTER TABLE seal.definer_functions OWNER TO sb_seal;

-- Name: TABLE definer_functions; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON TABLE seal.definer_functions IS 'The allowed SECURITY DEFINER functions: the trusted computing base. Written by migrations through seal_private.admit().';

-- Name: COLUMN definer_functions.signature; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON COLUMN seal.definer_functions.signature IS 'As regprocedure prints it.';

-- Name: COLUMN definer_functions.callers; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON COLUMN seal.definer_functions.callers IS 'Roles that may execute it; empty: only functions of the same owner.';

-- Name: deviations; Type: TABLE; Schema: seal; Owner: sb_seal

CREATE TABLE seal.deviations (
    kind text NOT NULL,
    relation text NOT NULL,
    name text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT deviations_kind_known CHECK ((kind = ANY (ARRAY['policy'::text, 'key'::text, 'foreign key'::text, 'table'::text]))),
    CONSTRAINT deviations_reason_given CHECK ((reason <> ''::text))
);

ALTER TABLE ONLY seal.deviations FORCE ROW LEVEL SECURITY;

ALTER TABLE seal.deviations OWNER TO sb_seal;

-- Name: TABLE deviations; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON TABLE seal.deviations IS 'Policies, keys, foreign keys and tables that differ from the rules for every table. Written by migrations through seal_private.deviate().';

-- Name: credentials; Type: TABLE; Schema: seal_private; Owner: sb_seal

CREATE TABLE seal_private.credentials (
    stored bytea NOT NULL,
    kind text NOT NULL,
    user_id uuid,
    org_id uuid,
    subject uuid NOT NULL,
    rank_cap smallint DEFAULT 4 NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT credentials_kind_known CHECK ((kind = ANY (ARRAY['session'::text, 'key'::text, 'link'::text, 'invitation'::text]))),
    CONSTRAINT credentials_rank_known CHECK (((rank_cap >= 0) AND (rank_cap <= 4))),
    CONSTRAINT credentials_session_has_no_org CHECK (((kind = 'session'::text) = (org_id IS NULL))),
    CONSTRAINT credentials_session_has_user CHECK (((kind <> 'session'::text) OR (user_id IS NOT NULL))),
    CONSTRAINT credentials_stored_is_sha256 CHECK ((octet_length(stored) = 32))
);

ALTER TABLE ONLY seal_private.credentials FORCE ROW LEVEL SECURITY;

ALTER TABLE seal_private.credentials OWNER TO sb_seal;

-- Name: TABLE credentials; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON TABLE seal_private.credentials IS 'Sessions, API keys, links and invitations: what opens a context. No login reads it.';

-- Name: COLUMN credentials.stored; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.credentials.stored IS 'sha256(proof). The proof is sha256 of the secret.';

-- Name: COLUMN credentials.user_id; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.credentials.user_id IS 'Whose session; who made the key, the link or the invitation.';

-- Name: COLUMN credentials.subject; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.credentials.subject IS 'The row that people see: auth session, api_keys, share_links, invitations.';

-- Name: COLUMN credentials.rank_cap; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.credentials.rank_cap IS 'The context ranks no higher, whatever the membership says.';

-- Name: keys; Type: TABLE; Schema: seal_private; Owner: sb_seal

CREATE TABLE seal_private.keys (
    purpose text NOT NULL,
    version integer NOT NULL,
    ipad bytea NOT NULL,
    opad bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    CONSTRAINT keys_ipad_is_a_block CHECK ((octet_length(ipad) = 64)),
    CONSTRAINT keys_opad_is_a_block CHECK ((octet_length(opad) = 64))
);

ALTER TABLE ONLY seal_private.keys FORCE ROW LEVEL SECURITY;

ALTER TABLE seal_private.keys OWNER TO sb_seal;

-- Name: TABLE keys; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON TABLE seal_private.keys IS 'Keys for message authentication. No login reads it. A backup leaves its rows out; a restore makes new ones.';

-- Name: COLUMN keys.purpose; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.keys.purpose IS 'context: authenticates the context of a transaction.';

-- Name: COLUMN keys.ipad; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.keys.ipad IS 'key xor 0x36, 64 bytes (RFC 2104).';

-- Name: COLUMN keys.opad; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.keys.opad IS 'key xor 0x5c, 64 bytes (RFC 2104).';

-- Name: COLUMN keys.expires_at; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.keys.expires_at IS 'Set when a newer version takes over: contexts that are open live on until then.';

-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: auth; Owner: sb_owner

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

-- Name: users users_pkey; Type: CONSTRAINT; Schema: auth; Owner: sb_owner

ALTER TABLE ONLY auth.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

-- Name: api_keys api_keys_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_name_key UNIQUE (org_id, name);

-- Name: api_keys api_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (org_id, id);

-- Name: audit_log audit_log_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (org_id, id);

-- Name: client_contacts client_contacts_email_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_contacts
    ADD CONSTRAINT client_contacts_email_key UNIQUE (org_id, client_id, email);

-- Name: client_contacts client_contacts_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_contacts
    ADD CONSTRAINT client_contacts_pkey PRIMARY KEY (org_id, id);

-- Name: clients clients_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_name_key UNIQUE (org_id, name);

-- Name: clients clients_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_pkey PRIMARY KEY (org_id, id);

-- Name: invitations invitations_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (org_id, id);

-- Name: jobs jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (org_id, id);

-- Name: org_members org_members_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_members
    ADD CONSTRAINT org_members_pkey PRIMARY KEY (org_id, user_id);

-- Name: org_settings org_settings_key_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_settings
    ADD CONSTRAINT org_settings_key_key UNIQUE (org_id, key);

-- Name: org_settings org_settings_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_settings
    ADD CONSTRAINT org_settings_pkey PRIMARY KEY (org_id, id);

-- Name: organizations organizations_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_pkey PRIMARY KEY (id);

-- Name: organizations organizations_stripe_customer_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_stripe_customer_key UNIQUE (stripe_customer_id);

-- Name: profiles profiles_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (id);

-- Name: services services_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_name_key UNIQUE (org_id, name);

-- Name: services services_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_pkey PRIMARY KEY (org_id, id);

-- Name: system_settings system_settings_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.system_settings
    ADD CONSTRAINT system_settings_pkey PRIMARY KEY (key);

-- Name: templates templates_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.templates
    ADD CONSTRAINT templates_name_key UNIQUE (org_id, type, name, locale);

-- Name: templates templates_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.templates
    ADD CONSTRAINT templates_pkey PRIMARY KEY (org_id, id);

-- Name: definer_functions definer_functions_pkey; Type: CONSTRAINT; Schema: seal; Owner: sb_seal

ALTER TABLE ONLY seal.definer_functions
    ADD CONSTRAINT definer_functions_pkey PRIMARY KEY (signature);

-- Name: deviations deviations_pkey; Type: CONSTRAINT; Schema: seal; Owner: sb_seal

ALTER TABLE ONLY seal.deviations
    ADD CONSTRAINT deviations_pkey PRIMARY KEY (kind, relation, name);

-- Name: credentials credentials_pkey; Type: CONSTRAINT; Schema: seal_private; Owner: sb_seal

ALTER TABLE ONLY seal_private.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (stored);

-- Name: keys keys_pkey; Type: CONSTRAINT; Schema: seal_private; Owner: sb_seal

ALTER TABLE ONLY seal_private.keys
    ADD CONSTRAINT keys_pkey PRIMARY KEY (purpose, version);

-- Name: sessions_user_idx; Type: INDEX; Schema: auth; Owner: sb_owner

CREATE INDEX sessions_user_idx ON auth.sessions USING btree (user_id);

-- Name: users_email_key; Type: INDEX; Schema: auth; Owner: sb_owner

CREATE UNIQUE INDEX users_email_key ON auth.users USING btree (lower(email));

-- Name: audit_log_org_created_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX audit_log_org_created_idx ON public.audit_log USING btree (org_id, created_at DESC, id);

-- Name: invitations_email_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX invitations_email_idx ON public.invitations USING btree (lower(email)) WHERE (accepted_at IS NULL);

-- Name: invitations_open_email_key; Type: INDEX; Schema: public; Owner: sb_owner

CREATE UNIQUE INDEX invitations_open_email_key ON public.invitations USING btree (org_id, lower(email)) WHERE (accepted_at IS NULL);

-- Name: jobs_org_created_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_org_created_idx ON public.jobs USING btree (org_id, created_at DESC, id);

-- Name: jobs_ready_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_ready_idx ON public.jobs USING btree (run_at, id) WHERE (status = 'queued'::text);

-- Name: jobs_unique_key; Type: INDEX; Schema: public; Owner: sb_owner

CREATE UNIQUE INDEX jobs_unique_key ON public.jobs USING btree (org_id, job_type, unique_key) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));

-- Name: org_members_user_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX org_members_user_idx ON public.org_members USING btree (user_id);

-- Name: credentials_org_user_idx; Type: INDEX; Schema: seal_private; Owner: sb_seal

CREATE INDEX credentials_org_user_idx ON seal_private.credentials USING btree (org_id, user_id);

-- Name: credentials_subject_idx; Type: INDEX; Schema: seal_private; Owner: sb_seal

CREATE INDEX credentials_subject_idx ON seal_private.credentials USING btree (subject);

-- Name: sessions touch; Type: TRIGGER; Schema: auth; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON auth.sessions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: users touch; Type: TRIGGER; Schema: auth; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON auth.users FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: api_keys end_api_key; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER end_api_key AFTER DELETE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION seal_private.end_api_key();

-- Name: org_settings stamp_updated_by; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER stamp_updated_by BEFORE UPDATE ON public.org_settings FOR EACH ROW EXECUTE FUNCTION seal_private.stamp_updated_by();

-- Name: api_keys touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: client_contacts touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.client_contacts FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: clients touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.clients FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: invitations touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.invitations FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: jobs touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.jobs FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: org_members touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.org_members FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: org_settings touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.org_settings FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: organizations touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.organizations FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: profiles touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.profiles FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: services touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.services FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: system_settings touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.system_settings FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: templates touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.templates FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: sessions sessions_user_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: sb_owner

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

-- Name: api_keys api_keys_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: audit_log audit_log_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: client_contacts client_contacts_client_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_contacts
    ADD CONSTRAINT client_contacts_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES public.clients(org_id, id) ON DELETE CASCADE;

-- Name: clients clients_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: invitations invitations_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: jobs jobs_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: org_members org_members_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_members
    ADD CONSTRAINT org_members_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: org_members org_members_user_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_members
    ADD CONSTRAINT org_members_user_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE RESTRICT;

-- Name: org_settings org_settings_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_settings
    ADD CONSTRAINT org_settings_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: services services_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: templates templates_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.templates
    ADD CONSTRAINT templates_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: sessions; Type: ROW SECURITY; Schema: auth; Owner: sb_owner

ALTER TABLE auth.sessions ENABLE ROW LEVEL SECURITY;

-- Name: sessions sign_in; Type: POLICY; Schema: auth; Owner: sb_owner

CREATE POLICY sign_in ON auth.sessions TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY sign_in ON sessions; Type: COMMENT; Schema: auth; Owner: sb_owner

COMMENT ON POLICY sign_in ON auth.sessions IS 'A sign-in comes before the choice of an organisation; no login has a privilege on the table.';

-- Name: users sign_in; Type: POLICY; Schema: auth; Owner: sb_owner

CREATE POLICY sign_in ON auth.users TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY sign_in ON users; Type: COMMENT; Schema: auth; Owner: sb_owner

COMMENT ON POLICY sign_in ON auth.users IS 'People exist before they belong to an organisation; no login has a privilege on the table.';

-- Name: users; Type: ROW SECURITY; Schema: auth; Owner: sb_owner

ALTER TABLE auth.users ENABLE ROW LEVEL SECURITY;

-- Name: api_keys; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.api_keys ENABLE ROW LEVEL SECURITY;

-- Name: audit_log; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.audit_log ENABLE ROW LEVEL SECURITY;

-- Name: client_contacts; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.client_contacts ENABLE ROW LEVEL SECURITY;

-- Name: clients; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.clients ENABLE ROW LEVEL SECURITY;

-- Name: profiles colleagues; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY colleagues ON public.profiles FOR SELECT TO sb_tenant USING ((id IN ( SELECT m.user_id
   FROM public.org_members m
  WHERE (m.org_id = ( SELECT seal.org(1) AS org)))));

-- Name: POLICY colleagues ON profiles; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY colleagues ON public.profiles IS 'People who share the open organisation see each other''s profile.';

-- Name: organizations founding; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY founding ON public.organizations TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY founding ON organizations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY founding ON public.organizations IS 'core''s functions make and change organisations; each checks the context first.';

-- Name: invitations; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.invitations ENABLE ROW LEVEL SECURITY;

-- Name: api_keys issuing; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY issuing ON public.api_keys FOR SELECT TO sb_seal USING (true);

-- Name: POLICY issuing ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY issuing ON public.api_keys IS 'seal.issue() looks whether the key it issues for is in the open organisation''s list.';

-- Name: jobs; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.jobs ENABLE ROW LEVEL SECURITY;

-- Name: jobs leases; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY leases ON public.jobs FOR SELECT TO sb_seal USING (true);

-- Name: POLICY leases ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY leases ON public.jobs IS 'An opening looks the lease up before there is a context.';

-- Name: invitations membership; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY membership ON public.invitations TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY membership ON invitations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY membership ON public.invitations IS 'core''s functions write invitations; each checks the context or the proof first.';

-- Name: org_members membership; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY membership ON public.org_members TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY membership ON org_members; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY membership ON public.org_members IS 'core''s functions write memberships; each checks the context and the ranks first.';

-- Name: org_members openings_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY openings_read ON public.org_members FOR SELECT TO sb_seal USING (true);

-- Name: POLICY openings_read ON org_members; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY openings_read ON public.org_members IS 'An opening looks the membership up before there is a context.';

-- Name: org_members; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.org_members ENABLE ROW LEVEL SECURITY;

-- Name: org_settings; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.org_settings ENABLE ROW LEVEL SECURITY;

-- Name: organizations; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.organizations ENABLE ROW LEVEL SECURITY;

-- Name: invitations own_invitations; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY own_invitations ON public.invitations FOR SELECT TO sb_tenant USING (((accepted_at IS NULL) AND (lower(email) = ( SELECT lower(p.email) AS lower
   FROM public.profiles p
  WHERE (p.id = ( SELECT seal.person() AS person))))));

-- Name: POLICY own_invitations ON invitations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY own_invitations ON public.invitations IS 'A person between organisations sees the invitations to their own address.';

-- Name: org_members own_memberships; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY own_memberships ON public.org_members FOR SELECT TO sb_tenant USING ((user_id = ( SELECT seal.person() AS person)));

-- Name: POLICY own_memberships ON org_members; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY own_memberships ON public.org_members IS 'A person between organisations sees their own memberships.';

-- Name: organizations own_organization; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY own_organization ON public.organizations FOR SELECT TO sb_tenant USING ((id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY own_organization ON organizations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY own_organization ON public.organizations IS 'The organisation''s id is the key itself, so the policy compares id instead of org_id.';

-- Name: organizations own_organizations; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY own_organizations ON public.organizations FOR SELECT TO sb_tenant USING ((id IN ( SELECT m.org_id
   FROM public.org_members m
  WHERE (m.user_id = ( SELECT seal.person() AS person)))));

-- Name: POLICY own_organizations ON organizations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY own_organizations ON public.organizations IS 'A person between organisations sees the names of their own.';

-- Name: profiles own_profile; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY own_profile ON public.profiles FOR SELECT TO sb_tenant USING ((id = ( SELECT seal.person() AS person)));

-- Name: POLICY own_profile ON profiles; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY own_profile ON public.profiles IS 'A person between organisations sees their own profile.';

-- Name: profiles own_profile_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY own_profile_change ON public.profiles FOR UPDATE TO sb_tenant USING ((id = ( SELECT seal.person() AS person))) WITH CHECK ((id = ( SELECT seal.person() AS person)));

-- Name: POLICY own_profile_change ON profiles; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY own_profile_change ON public.profiles IS 'A person between organisations changes their own profile.';

-- Name: system_settings platform_admins; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY platform_admins ON public.system_settings FOR SELECT TO sb_tenant USING ((( SELECT seal.org(3) AS org) = '00000000-0000-0000-0000-000000000000'::uuid));

-- Name: POLICY platform_admins ON system_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY platform_admins ON public.system_settings IS 'Admins of the platform, the organisation of the nil uuid, read all.';

-- Name: profiles; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;

-- Name: system_settings public_settings; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY public_settings ON public.system_settings FOR SELECT TO sb_tenant USING ((is_public AND (( SELECT seal.kind() AS kind) IS NOT NULL)));

-- Name: POLICY public_settings ON system_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY public_settings ON public.system_settings IS 'What is marked public, every context may read.';

-- Name: audit_log recording; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY recording ON public.audit_log FOR INSERT TO sb_gate WITH CHECK (true);

-- Name: POLICY recording ON audit_log; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY recording ON public.audit_log IS 'Functions record for the organisation of the context, or for the one they have just made.';

-- Name: jobs reserved_types; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY reserved_types ON public.jobs AS RESTRICTIVE FOR INSERT TO sb_tenant WITH CHECK ((job_type !~ '^(system|billing)(\.|$)'::text));

-- Name: POLICY reserved_types ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY reserved_types ON public.jobs IS 'Only functions enqueue jobs of the reserved types.';

-- Name: jobs scheduling; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY scheduling ON public.jobs TO sb_queue USING (true) WITH CHECK (true);

-- Name: POLICY scheduling ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY scheduling ON public.jobs IS 'The dispatcher schedules jobs of all organisations; columns keep it from what they carry.';

-- Name: services; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.services ENABLE ROW LEVEL SECURITY;

-- Name: system_settings setting; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY setting ON public.system_settings TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY setting ON system_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY setting ON public.system_settings IS 'system.set_setting() writes, after it has checked for a platform admin.';

-- Name: profiles sign_in; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY sign_in ON public.profiles TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY sign_in ON profiles; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY sign_in ON public.profiles IS 'The sign-in code makes a profile before there is an organisation.';

-- Name: system_settings; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.system_settings ENABLE ROW LEVEL SECURITY;

-- Name: templates system_templates_remain; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY system_templates_remain ON public.templates AS RESTRICTIVE FOR DELETE TO sb_tenant USING ((NOT is_system));

-- Name: POLICY system_templates_remain ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY system_templates_remain ON public.templates IS 'A system template is not deleted.';

-- Name: templates system_templates_stay; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY system_templates_stay ON public.templates AS RESTRICTIVE FOR UPDATE TO sb_tenant USING ((NOT is_system)) WITH CHECK ((NOT is_system));

-- Name: POLICY system_templates_stay ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY system_templates_stay ON public.templates IS 'A system template is copied, not edited.';

-- Name: templates; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.templates ENABLE ROW LEVEL SECURITY;

-- Name: api_keys tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.api_keys FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_add ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.api_keys IS 'admin and above add.';

-- Name: client_contacts tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.client_contacts FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.client_contacts IS 'member and above add.';

-- Name: clients tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.clients FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.clients IS 'member and above add.';

-- Name: jobs tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.jobs FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.jobs IS 'member and above add.';

-- Name: org_settings tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.org_settings FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_add ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.org_settings IS 'admin and above add.';

-- Name: services tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.services FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_add ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.services IS 'admin and above add.';

-- Name: templates tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.templates FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.templates IS 'member and above add.';

-- Name: api_keys tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.api_keys FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_change ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.api_keys IS 'admin and above change.';

-- Name: client_contacts tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.client_contacts FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.client_contacts IS 'member and above change.';

-- Name: clients tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.clients FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.clients IS 'member and above change.';

-- Name: org_settings tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.org_settings FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_change ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.org_settings IS 'admin and above change.';

-- Name: services tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.services FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_change ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.services IS 'admin and above change.';

-- Name: templates tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.templates FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.templates IS 'member and above change.';

-- Name: api_keys tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.api_keys AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.api_keys IS 'Rows of the open context''s organisation, or none.';

-- Name: audit_log tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.audit_log AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON audit_log; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.audit_log IS 'Rows of the open context''s organisation, or none.';

-- Name: client_contacts tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.client_contacts AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.client_contacts IS 'Rows of the open context''s organisation, or none.';

-- Name: clients tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.clients AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.clients IS 'Rows of the open context''s organisation, or none.';

-- Name: invitations tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.invitations AS RESTRICTIVE TO sb_tenant USING (((org_id = ( SELECT seal.org(3) AS org)) OR (lower(email) = ( SELECT lower(p.email) AS lower
   FROM public.profiles p
  WHERE (p.id = ( SELECT seal.person() AS person)))))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON invitations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.invitations IS 'A person between organisations sees the invitations to their own address.';

-- Name: jobs tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.jobs AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.jobs IS 'Rows of the open context''s organisation, or none.';

-- Name: org_members tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.org_members AS RESTRICTIVE TO sb_tenant USING (((org_id = ( SELECT seal.org(1) AS org)) OR (user_id = ( SELECT seal.person() AS person)))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON org_members; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.org_members IS 'A person between organisations sees their own memberships.';

-- Name: org_settings tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.org_settings AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.org_settings IS 'Rows of the open context''s organisation, or none.';

-- Name: services tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.services AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.services IS 'Rows of the open context''s organisation, or none.';

-- Name: templates tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.templates AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.templates IS 'Rows of the open context''s organisation, or none.';

-- Name: api_keys tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.api_keys FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.api_keys IS 'admin and above read.';

-- Name: audit_log tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.audit_log FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON audit_log; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.audit_log IS 'admin and above read.';

-- Name: client_contacts tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.client_contacts FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.client_contacts IS 'viewer and above read.';

-- Name: clients tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.clients FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.clients IS 'viewer and above read.';

-- Name: invitations tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.invitations FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON invitations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.invitations IS 'admin and above read.';

-- Name: jobs tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.jobs FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.jobs IS 'viewer and above read.';

-- Name: org_members tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.org_members FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON org_members; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.org_members IS 'viewer and above read.';

-- Name: org_settings tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.org_settings FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.org_settings IS 'viewer and above read.';

-- Name: services tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.services FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.services IS 'viewer and above read.';

-- Name: templates tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.templates FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.templates IS 'viewer and above read.';

-- Name: api_keys tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.api_keys FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.api_keys IS 'admin and above remove.';

-- Name: client_contacts tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.client_contacts FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_remove ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.client_contacts IS 'member and above remove.';

-- Name: clients tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.clients FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.clients IS 'admin and above remove.';

-- Name: org_settings tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.org_settings FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.org_settings IS 'admin and above remove.';

-- Name: services tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.services FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.services IS 'admin and above remove.';

-- Name: templates tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.templates FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.templates IS 'admin and above remove.';

-- Name: definer_functions anyone_reads; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY anyone_reads ON seal.definer_functions FOR SELECT TO sb_tenant USING (true);

-- Name: POLICY anyone_reads ON definer_functions; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY anyone_reads ON seal.definer_functions IS 'What is trusted, and what differs, is for everybody to see.';

-- Name: deviations anyone_reads; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY anyone_reads ON seal.deviations FOR SELECT TO sb_tenant USING (true);

-- Name: POLICY anyone_reads ON deviations; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY anyone_reads ON seal.deviations IS 'What is trusted, and what differs, is for everybody to see.';

-- Name: definer_functions; Type: ROW SECURITY; Schema: seal; Owner: sb_seal

ALTER TABLE seal.definer_functions ENABLE ROW LEVEL SECURITY;

-- Name: deviations; Type: ROW SECURITY; Schema: seal; Owner: sb_seal

ALTER TABLE seal.deviations ENABLE ROW LEVEL SECURITY;

-- Name: definer_functions migrations_write; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY migrations_write ON seal.definer_functions TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY migrations_write ON definer_functions; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY migrations_write ON seal.definer_functions IS 'Lists of the schema belong to no organisation; migrations write them as the seal''s owner.';

-- Name: deviations migrations_write; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY migrations_write ON seal.deviations TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY migrations_write ON deviations; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY migrations_write ON seal.deviations IS 'Lists of the schema belong to no organisation; migrations write them as the seal''s owner.';

-- Name: credentials; Type: ROW SECURITY; Schema: seal_private; Owner: sb_seal

ALTER TABLE seal_private.credentials ENABLE ROW LEVEL SECURITY;

-- Name: keys; Type: ROW SECURITY; Schema: seal_private; Owner: sb_seal

ALTER TABLE seal_private.keys ENABLE ROW LEVEL SECURITY;

-- Name: credentials only_the_seal; Type: POLICY; Schema: seal_private; Owner: sb_seal

CREATE POLICY only_the_seal ON seal_private.credentials TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY only_the_seal ON credentials; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON POLICY only_the_seal ON seal_private.credentials IS 'Openings look a credential up before there is a context; no login has a privilege on the table.';

-- Name: keys only_the_seal; Type: POLICY; Schema: seal_private; Owner: sb_seal

CREATE POLICY only_the_seal ON seal_private.keys TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY only_the_seal ON keys; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON POLICY only_the_seal ON seal_private.keys IS 'Keys belong to no organisation; no login has a privilege on the table.';

-- Name: SCHEMA auth; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA auth TO sb_gate;
GRANT USAGE ON SCHEMA auth TO sb_owner;

-- Name: SCHEMA core; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA core TO sb_api;
GRANT USAGE ON SCHEMA core TO sb_gate;

-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: pg_database_owner

GRANT USAGE ON SCHEMA public TO sb_owner;
GRANT USAGE ON SCHEMA public TO sb_tenant;
GRANT USAGE ON SCHEMA public TO sb_seal;
GRANT USAGE ON SCHEMA public TO sb_gate;
GRANT USAGE ON SCHEMA public TO sb_queue;

-- Name: SCHEMA queue; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA queue TO sb_worker;
GRANT USAGE ON SCHEMA queue TO sb_dispatch;
GRANT USAGE ON SCHEMA queue TO sb_queue;

-- Name: SCHEMA seal; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA seal TO sb_tenant;
GRANT USAGE ON SCHEMA seal TO sb_seal;
GRANT USAGE ON SCHEMA seal TO sb_gate;
GRANT USAGE ON SCHEMA seal TO sb_queue;

-- Name: SCHEMA seal_auth; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA seal_auth TO sb_auth;
GRANT USAGE ON SCHEMA seal_auth TO sb_gate;

-- Name: SCHEMA seal_private; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA seal_private TO sb_seal;
GRANT USAGE ON SCHEMA seal_private TO sb_gate;

-- Name: SCHEMA system; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA system TO sb_tenant;
GRANT USAGE ON SCHEMA system TO sb_gate;

-- Name: FUNCTION accept_invitation(p_proof bytea, p_org uuid); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) TO sb_api;

-- Name: FUNCTION appoint_operator(p_email text); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.appoint_operator(p_email text) FROM PUBLIC;

-- Name: FUNCTION assert_not_above(p_rank integer, p_own integer); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.assert_not_above(p_rank integer, p_own integer) FROM PUBLIC;

-- Name: FUNCTION assert_owner_left(p_org uuid); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.assert_owner_left(p_org uuid) FROM PUBLIC;

-- Name: FUNCTION change_role(p_user uuid, p_role text); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.change_role(p_user uuid, p_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION core.change_role(p_user uuid, p_role text) TO sb_api;

-- Name: FUNCTION create_organization(p_name text, p_locale text, p_currency text, p_timezone text); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.create_organization(p_name text, p_locale text, p_currency text, p_timezone text) FROM PUBLIC;
GRANT ALL ON FUNCTION core.create_organization(p_name text, p_locale text, p_currency text, p_timezone text) TO sb_api;

-- Name: FUNCTION invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) TO sb_api;

-- Name: FUNCTION lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer) FROM PUBLIC;

-- Name: FUNCTION lock_members(p_org uuid); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.lock_members(p_org uuid) FROM PUBLIC;

-- Name: FUNCTION record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb) FROM PUBLIC;

-- Name: FUNCTION remove_member(p_user uuid); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.remove_member(p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION core.remove_member(p_user uuid) TO sb_api;

-- Name: FUNCTION revoke_invitation(p_invitation uuid); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.revoke_invitation(p_invitation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION core.revoke_invitation(p_invitation uuid) TO sb_api;

-- Name: FUNCTION update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) FROM PUBLIC;
GRANT ALL ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) TO sb_api;

-- Name: FUNCTION lo_close(integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_close(integer) FROM PUBLIC;

-- Name: FUNCTION lo_creat(integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;

-- Name: FUNCTION lo_create(oid); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;

-- Name: FUNCTION lo_from_bytea(oid, bytea); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;

-- Name: FUNCTION lo_get(oid); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_get(oid) FROM PUBLIC;

-- Name: FUNCTION lo_get(oid, bigint, integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_get(oid, bigint, integer) FROM PUBLIC;

-- Name: FUNCTION lo_lseek(integer, integer, integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_lseek(integer, integer, integer) FROM PUBLIC;

-- Name: FUNCTION lo_lseek64(integer, bigint, integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_lseek64(integer, bigint, integer) FROM PUBLIC;

-- Name: FUNCTION lo_open(oid, integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_open(oid, integer) FROM PUBLIC;

-- Name: FUNCTION lo_put(oid, bigint, bytea); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_put(oid, bigint, bytea) FROM PUBLIC;

-- Name: FUNCTION lo_tell(integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_tell(integer) FROM PUBLIC;

-- Name: FUNCTION lo_tell64(integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_tell64(integer) FROM PUBLIC;

-- Name: FUNCTION lo_truncate(integer, integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_truncate(integer, integer) FROM PUBLIC;

-- Name: FUNCTION lo_truncate64(integer, bigint); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_truncate64(integer, bigint) FROM PUBLIC;

-- Name: FUNCTION lo_unlink(oid); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lo_unlink(oid) FROM PUBLIC;

-- Name: FUNCTION loread(integer, integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.loread(integer, integer) FROM PUBLIC;

-- Name: FUNCTION lowrite(integer, bytea); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.lowrite(integer, bytea) FROM PUBLIC;

-- Name: FUNCTION pg_cancel_backend(integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.pg_cancel_backend(integer) FROM PUBLIC;

-- Name: FUNCTION pg_terminate_backend(pid integer, timeout bigint); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.pg_terminate_backend(pid integer, timeout bigint) FROM PUBLIC;

-- Name: FUNCTION claim(p_limit integer, p_lease interval); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.claim(p_limit integer, p_lease interval) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.claim(p_limit integer, p_lease interval) TO sb_dispatch;

-- Name: FUNCTION fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval) TO sb_dispatch;

-- Name: FUNCTION finish(p_lease uuid, p_result jsonb, p_tokens bigint); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) TO sb_worker;

-- Name: FUNCTION issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) TO sb_api;

-- Name: FUNCTION kind(); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.kind() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.kind() TO sb_tenant;
GRANT ALL ON FUNCTION seal.kind() TO sb_gate;
GRANT ALL ON FUNCTION seal.kind() TO sb_queue;

-- Name: FUNCTION new_id(); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.new_id() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.new_id() TO sb_tenant;
GRANT ALL ON FUNCTION seal.new_id() TO sb_gate;

-- Name: FUNCTION open(p_kind text, p_proof bytea, p_org uuid); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) TO sb_tenant;

-- Name: FUNCTION open_job(p_job uuid, p_lease uuid, p_org uuid); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) TO sb_worker;

-- Name: FUNCTION open_person(p_proof bytea); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.open_person(p_proof bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.open_person(p_proof bytea) TO sb_tenant;

-- Name: FUNCTION org(p_rank integer); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.org(p_rank integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.org(p_rank integer) TO sb_tenant;
GRANT ALL ON FUNCTION seal.org(p_rank integer) TO sb_gate;
GRANT ALL ON FUNCTION seal.org(p_rank integer) TO sb_queue;

-- Name: FUNCTION person(); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.person() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.person() TO sb_tenant;
GRANT ALL ON FUNCTION seal.person() TO sb_gate;
GRANT ALL ON FUNCTION seal.person() TO sb_queue;

-- Name: FUNCTION rank(); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.rank() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.rank() TO sb_tenant;
GRANT ALL ON FUNCTION seal.rank() TO sb_gate;
GRANT ALL ON FUNCTION seal.rank() TO sb_queue;

-- Name: FUNCTION revoke(p_subject uuid); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.revoke(p_subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.revoke(p_subject uuid) TO sb_api;

-- Name: FUNCTION subject(p_kind text); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.subject(p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.subject(p_kind text) TO sb_tenant;
GRANT ALL ON FUNCTION seal.subject(p_kind text) TO sb_gate;
GRANT ALL ON FUNCTION seal.subject(p_kind text) TO sb_queue;

-- Name: FUNCTION user_id(); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.user_id() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.user_id() TO sb_tenant;
GRANT ALL ON FUNCTION seal.user_id() TO sb_gate;
GRANT ALL ON FUNCTION seal.user_id() TO sb_queue;

-- Name: FUNCTION create_user(p_email text, p_encrypted_password text, p_full_name text); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) TO sb_auth;

-- Name: FUNCTION end_session(p_session uuid); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.end_session(p_session uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.end_session(p_session uuid) TO sb_auth;

-- Name: FUNCTION ensure_profile(p_user uuid, p_email text, p_full_name text); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text) TO sb_auth;

-- Name: FUNCTION start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) TO sb_auth;

-- Name: FUNCTION add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone) TO sb_gate;

-- Name: FUNCTION admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text) FROM PUBLIC;

-- Name: FUNCTION assert_clean(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.assert_clean() FROM PUBLIC;

-- Name: FUNCTION bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone) FROM PUBLIC;

-- Name: FUNCTION binding(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.binding() FROM PUBLIC;

-- Name: FUNCTION close(p_table regclass, p_owner name); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.close(p_table regclass, p_owner name) FROM PUBLIC;

-- Name: FUNCTION context(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.context() FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.context() TO sb_gate;

-- Name: FUNCTION deviate(p_kind text, p_relation regclass, p_name text, p_reason text); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) FROM PUBLIC;

-- Name: FUNCTION end_api_key(); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.end_api_key() FROM PUBLIC;

-- Name: FUNCTION give(p_kind text, p_name text, p_schema regnamespace, p_owner name); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) FROM PUBLIC;

-- Name: FUNCTION owns_auth(); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.owns_auth() FROM PUBLIC;

-- Name: FUNCTION protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text) FROM PUBLIC;

-- Name: FUNCTION rank_of(p_role text); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.rank_of(p_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.rank_of(p_role text) TO sb_gate;

-- Name: FUNCTION redeem(p_kind text, p_proof bytea, p_org uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) TO sb_gate;

-- Name: FUNCTION revoke_keys_of(p_org uuid, p_user uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) TO sb_gate;

-- Name: FUNCTION revoke_subject(p_kind text, p_org uuid, p_subject uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) TO sb_gate;

-- Name: FUNCTION rotate_context_key(p_grace interval); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.rotate_context_key(p_grace interval) FROM PUBLIC;

-- Name: FUNCTION stamp_updated_by(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.stamp_updated_by() FROM PUBLIC;

-- Name: FUNCTION store_key(p_purpose text, p_key bytea, p_grace interval); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) FROM PUBLIC;

-- Name: FUNCTION strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) FROM PUBLIC;

-- Name: FUNCTION touch(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.touch() FROM PUBLIC;

-- Name: FUNCTION record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) FROM PUBLIC;
GRANT ALL ON FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) TO sb_tenant;

-- Name: FUNCTION set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) TO sb_api;

-- Name: TABLE sessions; Type: ACL; Schema: auth; Owner: sb_owner

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.sessions TO sb_gate;

-- Name: TABLE users; Type: ACL; Schema: auth; Owner: sb_owner

GRANT SELECT,INSERT,UPDATE ON TABLE auth.users TO sb_gate;

-- Name: TABLE api_keys; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.api_keys TO sb_tenant;

-- Name: COLUMN api_keys.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.api_keys TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.api_keys TO sb_seal;

-- Name: COLUMN api_keys.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.api_keys TO sb_tenant;
GRANT SELECT(id) ON TABLE public.api_keys TO sb_seal;

-- Name: COLUMN api_keys.name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.api_keys TO sb_tenant;

-- Name: COLUMN api_keys.prefix; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(prefix),INSERT(prefix) ON TABLE public.api_keys TO sb_tenant;

-- Name: COLUMN api_keys.scopes; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(scopes),INSERT(scopes),UPDATE(scopes) ON TABLE public.api_keys TO sb_tenant;

-- Name: COLUMN api_keys.created_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_by) ON TABLE public.api_keys TO sb_tenant;

-- Name: COLUMN api_keys.expires_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(expires_at),INSERT(expires_at) ON TABLE public.api_keys TO sb_tenant;

-- Name: COLUMN api_keys.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.api_keys TO sb_tenant;

-- Name: COLUMN api_keys.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.api_keys TO sb_tenant;

-- Name: COLUMN audit_log.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id) ON TABLE public.audit_log TO sb_tenant;

-- Name: COLUMN audit_log.user_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(user_id) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(user_id) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.actor_kind; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(actor_kind) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(actor_kind) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.action; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(action) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(action) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.resource_type; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(resource_type) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(resource_type) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.resource_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(resource_id) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(resource_id) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.ip; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(ip) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(ip) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.user_agent; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(user_agent) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(user_agent) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.detail; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(detail) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(detail) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.audit_log TO sb_tenant;

-- Name: TABLE client_contacts; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.client_contacts TO sb_tenant;

-- Name: COLUMN client_contacts.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.client_contacts TO sb_tenant;

-- Name: COLUMN client_contacts.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.client_contacts TO sb_tenant;

-- Name: COLUMN client_contacts.client_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(client_id),INSERT(client_id),UPDATE(client_id) ON TABLE public.client_contacts TO sb_tenant;

-- Name: COLUMN client_contacts.name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.client_contacts TO sb_tenant;

-- Name: COLUMN client_contacts.email; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(email),INSERT(email),UPDATE(email) ON TABLE public.client_contacts TO sb_tenant;

-- Name: COLUMN client_contacts.title; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.client_contacts TO sb_tenant;

-- Name: COLUMN client_contacts.is_signer; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(is_signer),INSERT(is_signer),UPDATE(is_signer) ON TABLE public.client_contacts TO sb_tenant;

-- Name: COLUMN client_contacts.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.client_contacts TO sb_tenant;

-- Name: COLUMN client_contacts.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.client_contacts TO sb_tenant;

-- Name: TABLE clients; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.email; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(email),INSERT(email),UPDATE(email) ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.website; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(website),INSERT(website),UPDATE(website) ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.industry; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(industry),INSERT(industry),UPDATE(industry) ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.notes; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(notes),INSERT(notes),UPDATE(notes) ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.clients TO sb_tenant;

-- Name: COLUMN clients.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.clients TO sb_tenant;

-- Name: TABLE invitations; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT,DELETE ON TABLE public.invitations TO sb_gate;

-- Name: COLUMN invitations.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.invitations TO sb_gate;

-- Name: COLUMN invitations.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(id) ON TABLE public.invitations TO sb_gate;

-- Name: COLUMN invitations.email; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(email) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(email) ON TABLE public.invitations TO sb_gate;

-- Name: COLUMN invitations.role; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(role) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(role) ON TABLE public.invitations TO sb_gate;

-- Name: COLUMN invitations.invited_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(invited_by) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(invited_by) ON TABLE public.invitations TO sb_gate;

-- Name: COLUMN invitations.expires_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(expires_at) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(expires_at) ON TABLE public.invitations TO sb_gate;

-- Name: COLUMN invitations.accepted_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(accepted_at) ON TABLE public.invitations TO sb_tenant;
GRANT UPDATE(accepted_at) ON TABLE public.invitations TO sb_gate;

-- Name: COLUMN invitations.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.invitations TO sb_tenant;

-- Name: COLUMN invitations.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.invitations TO sb_tenant;

-- Name: COLUMN jobs.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(org_id) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(id) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(id) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.job_type; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(job_type),INSERT(job_type) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(job_type) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(job_type) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(status) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(status),UPDATE(status) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.payload; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(payload),INSERT(payload) ON TABLE public.jobs TO sb_tenant;

-- Name: COLUMN jobs.result; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(result) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(result) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.error; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(error) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(error) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.actual_tokens; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(actual_tokens) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(actual_tokens) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.run_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(run_at),INSERT(run_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(run_at),UPDATE(run_at) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.unique_key; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(unique_key),INSERT(unique_key) ON TABLE public.jobs TO sb_tenant;

-- Name: COLUMN jobs.requested_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(requested_by) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(requested_by) ON TABLE public.jobs TO sb_seal;

-- Name: COLUMN jobs.requested_rank; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(requested_rank) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(requested_rank) ON TABLE public.jobs TO sb_seal;

-- Name: COLUMN jobs.attempt; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(attempt) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(attempt),UPDATE(attempt) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.max_attempts; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(max_attempts) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(max_attempts) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.lease_token; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(lease_token) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(lease_token),UPDATE(lease_token) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.deadline_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(deadline_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(deadline_at) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(deadline_at),UPDATE(deadline_at) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.started_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(started_at) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(started_at) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.finished_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(finished_at) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(finished_at) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.jobs TO sb_tenant;

-- Name: COLUMN jobs.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.jobs TO sb_tenant;

-- Name: TABLE org_members; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT ON TABLE public.org_members TO sb_seal;
GRANT SELECT,DELETE ON TABLE public.org_members TO sb_gate;

-- Name: COLUMN org_members.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id) ON TABLE public.org_members TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.org_members TO sb_gate;

-- Name: COLUMN org_members.user_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(user_id) ON TABLE public.org_members TO sb_tenant;
GRANT INSERT(user_id) ON TABLE public.org_members TO sb_gate;

-- Name: COLUMN org_members.role; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(role) ON TABLE public.org_members TO sb_tenant;
GRANT INSERT(role),UPDATE(role) ON TABLE public.org_members TO sb_gate;

-- Name: COLUMN org_members.joined_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(joined_at) ON TABLE public.org_members TO sb_tenant;

-- Name: COLUMN org_members.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.org_members TO sb_tenant;

-- Name: COLUMN org_members.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.org_members TO sb_tenant;

-- Name: TABLE org_settings; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.org_settings TO sb_tenant;

-- Name: COLUMN org_settings.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.org_settings TO sb_tenant;

-- Name: COLUMN org_settings.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.org_settings TO sb_tenant;

-- Name: COLUMN org_settings.key; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(key),INSERT(key) ON TABLE public.org_settings TO sb_tenant;

-- Name: COLUMN org_settings.value; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(value),INSERT(value),UPDATE(value) ON TABLE public.org_settings TO sb_tenant;

-- Name: COLUMN org_settings.updated_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_by) ON TABLE public.org_settings TO sb_tenant;

-- Name: COLUMN org_settings.reason; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(reason),INSERT(reason),UPDATE(reason) ON TABLE public.org_settings TO sb_tenant;

-- Name: COLUMN org_settings.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.org_settings TO sb_tenant;

-- Name: COLUMN org_settings.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.org_settings TO sb_tenant;

-- Name: TABLE organizations; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT ON TABLE public.organizations TO sb_tenant;
GRANT SELECT ON TABLE public.organizations TO sb_gate;

-- Name: COLUMN organizations.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(id) ON TABLE public.organizations TO sb_gate;

-- Name: COLUMN organizations.name; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(name),UPDATE(name) ON TABLE public.organizations TO sb_gate;

-- Name: COLUMN organizations.branding; Type: ACL; Schema: public; Owner: sb_owner

GRANT UPDATE(branding) ON TABLE public.organizations TO sb_gate;

-- Name: COLUMN organizations.locale; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(locale),UPDATE(locale) ON TABLE public.organizations TO sb_gate;

-- Name: COLUMN organizations.currency; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(currency),UPDATE(currency) ON TABLE public.organizations TO sb_gate;

-- Name: COLUMN organizations.timezone; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(timezone),UPDATE(timezone) ON TABLE public.organizations TO sb_gate;

-- Name: TABLE profiles; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT ON TABLE public.profiles TO sb_tenant;
GRANT SELECT ON TABLE public.profiles TO sb_gate;

-- Name: COLUMN profiles.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(id) ON TABLE public.profiles TO sb_gate;

-- Name: COLUMN profiles.email; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(email),UPDATE(email) ON TABLE public.profiles TO sb_gate;

-- Name: COLUMN profiles.full_name; Type: ACL; Schema: public; Owner: sb_owner

GRANT UPDATE(full_name) ON TABLE public.profiles TO sb_tenant;
GRANT INSERT(full_name) ON TABLE public.profiles TO sb_gate;

-- Name: COLUMN profiles.onboarding_complete; Type: ACL; Schema: public; Owner: sb_owner

GRANT UPDATE(onboarding_complete) ON TABLE public.profiles TO sb_tenant;

-- Name: COLUMN profiles.locale; Type: ACL; Schema: public; Owner: sb_owner

GRANT UPDATE(locale) ON TABLE public.profiles TO sb_tenant;

-- Name: TABLE services; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.description; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(description),INSERT(description),UPDATE(description) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.unit; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(unit),INSERT(unit),UPDATE(unit) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.unit_price_minor; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(unit_price_minor),INSERT(unit_price_minor),UPDATE(unit_price_minor) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.currency; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(currency),INSERT(currency),UPDATE(currency) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.billing_period; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(billing_period),INSERT(billing_period),UPDATE(billing_period) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.tax_rate; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(tax_rate),INSERT(tax_rate),UPDATE(tax_rate) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.active; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(active),INSERT(active),UPDATE(active) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.services TO sb_tenant;

-- Name: COLUMN services.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.services TO sb_tenant;

-- Name: TABLE system_settings; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT ON TABLE public.system_settings TO sb_tenant;
GRANT SELECT ON TABLE public.system_settings TO sb_gate;

-- Name: COLUMN system_settings.key; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(key) ON TABLE public.system_settings TO sb_gate;

-- Name: COLUMN system_settings.value; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(value),UPDATE(value) ON TABLE public.system_settings TO sb_gate;

-- Name: COLUMN system_settings.description; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(description),UPDATE(description) ON TABLE public.system_settings TO sb_gate;

-- Name: COLUMN system_settings.is_public; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(is_public),UPDATE(is_public) ON TABLE public.system_settings TO sb_gate;

-- Name: TABLE templates; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.type; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(type),INSERT(type),UPDATE(type) ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.content; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(content),INSERT(content),UPDATE(content) ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.is_system; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(is_system) ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.locale; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(locale),INSERT(locale),UPDATE(locale) ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.version; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(version),INSERT(version),UPDATE(version) ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.templates TO sb_tenant;

-- Name: COLUMN templates.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.templates TO sb_tenant;

-- Name: TABLE definer_functions; Type: ACL; Schema: seal; Owner: sb_seal

GRANT SELECT ON TABLE seal.definer_functions TO sb_tenant;

-- Name: TABLE deviations; Type: ACL; Schema: seal; Owner: sb_seal

GRANT SELECT ON TABLE seal.deviations TO sb_tenant;

-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: sealedbid

ALTER DEFAULT PRIVILEGES FOR ROLE sealedbid REVOKE ALL ON FUNCTIONS FROM PUBLIC;
