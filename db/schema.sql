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

-- Name: intelligence; Type: SCHEMA; Schema: -; Owner: sealedbid

CREATE SCHEMA intelligence;

ALTER SCHEMA intelligence OWNER TO sealedbid;

-- Name: SCHEMA intelligence; Type: COMMENT; Schema: -; Owner: sealedbid

COMMENT ON SCHEMA intelligence IS 'Functions that search what an organisation knows, with the rights of who calls them.';

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
    -- The organization is locked before the invitation, as in every other function here: the other way round, of one who accepts
    -- and one who takes the invitation back each would wait for the other. Without a proof that holds nothing is locked.
    if seal_private.is_good('invitation', p_proof, p_org) is not true then
        raise exception 'unknown, used, revoked or expired invitation' using errcode = '28000';
    end if;
    perform core.lock_members(p_org);
    v_id := seal_private.redeem('invitation', p_proof, p_org);
    -- Whoever invited has to rank as high now, not only when they invited. If not, it is as if there were no invitation.
    select i.* into v_invitation
      from public.invitations i
      join public.org_members m on m.org_id = i.org_id and m.user_id = i.invited_by
     where i.org_id = p_org and i.id = v_id and i.accepted_at is null
       and seal_private.rank_of(m.role) >= seal_private.rank_of(i.role);
    if not found then
        raise exception 'unknown, used, revoked or expired invitation' using errcode = '28000';
    end if;
    -- what raises here rolls the redeeming back: a wrong reader does not use it up
    if not exists (select from public.profiles p
                    where p.id = v_person and lower(p.email) = lower(v_invitation.email) and p.email_confirmed_at is not null) then
        raise exception 'the invitation is for another address, or this one is not confirmed'
            using errcode = '23514', constraint = 'invitations_email_is_the_readers';
    end if;
    insert into public.org_members (org_id, user_id, role) values (p_org, v_person, v_invitation.role);
    update public.invitations i set accepted_at = now() where i.org_id = p_org and i.id = v_id;
    perform core.record_for(p_org, v_person, 'session', 'member.joined', v_person::text, jsonb_build_object('role', v_invitation.role));
    return v_invitation.role;
end $$;

ALTER FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) OWNER TO sb_gate;

-- Name: FUNCTION accept_invitation(p_proof bytea, p_org uuid); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.accept_invitation(p_proof bytea, p_org uuid) IS 'A person between organisations joins, once, with the mail''s secret and the address it was sent to, confirmed, if whoever invited ranks as high now. Returns the role.';

-- Name: appoint_operator(text); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.appoint_operator(p_email text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_platform constant uuid := '00000000-0000-0000-0000-000000000000';
    v_user     uuid;
begin
    -- Whoever merely says that they have this address is not meant.
    select p.id into v_user from public.profiles p where lower(p.email) = lower(p_email) and p.email_confirmed_at is not null;
    if not found then
        raise exception 'nobody has signed up with this address and confirmed it' using errcode = 'P0002';
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
    perform core.end_invitations_above(v_me.org_id, p_user, seal_private.rank_of(p_role));
    perform system.record('member.ranked', 'org_members', p_user::text, jsonb_build_object('from', v_before, 'to', p_role));
end $$;

ALTER FUNCTION core.change_role(p_user uuid, p_role text) OWNER TO sb_gate;

-- Name: FUNCTION change_role(p_user uuid, p_role text); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.change_role(p_user uuid, p_role text) IS 'An admin gives a member another rank: neither the old nor the new one is above their own. Their open invitations above the new rank end.';

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
    -- Turns go from one organization to the next, so whoever has a thousand has a thousand turns.
    if (select count(*) from public.org_members m where m.user_id = v_person and m.role = 'owner') >= 100 then
        raise exception 'a person owns a hundred organizations at most' using errcode = '23514', constraint = 'org_members_own_few';
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

-- Name: end_invitations_above(uuid, uuid, integer); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_invitation uuid;
begin
    for v_invitation in
        delete from public.invitations i
         where i.org_id = p_org and i.invited_by = p_inviter and i.accepted_at is null and seal_private.rank_of(i.role) > p_rank
        returning i.id
    loop
        perform seal_private.revoke_subject('invitation', p_org, v_invitation);
        perform system.record('member.uninvited', 'invitations', v_invitation::text, '{"reason": "the inviter ranks lower by now"}');
    end loop;
end $$;

ALTER FUNCTION core.end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer) OWNER TO sb_gate;

-- Name: FUNCTION end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer) IS 'invitations end with the rank of whoever made them';

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
    -- It is compared with every member's: what is no address would take its time each time.
    if octet_length(p_email) > 1280 then
        raise exception 'email: at most 320 characters'
            using errcode = '23514', schema = 'public', table = 'invitations', column = 'email', constraint = 'invitations_email_is_an_address';
    end if;
    if exists (select from public.org_members m join public.profiles p on p.id = m.user_id
                where m.org_id = v_me.org_id and lower(p.email) = lower(p_email) and p.email_confirmed_at is not null) then
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
    perform system.record('member.invited', 'invitations', v_invitation::text, jsonb_build_object('role', p_role));
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

-- Name: organization_owners(); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.organization_owners() RETURNS TABLE(org_id uuid, name text, user_id uuid, full_name text, email text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select distinct on (o.name, o.id) o.id, o.name, m.user_id, p.full_name, p.email
      from public.organizations o
      join public.org_members m on m.org_id = o.id and m.role = 'owner'
      join public.profiles p on p.id = m.user_id
     where o.id <> '00000000-0000-0000-0000-000000000000'
     order by o.name, o.id, m.joined_at, m.user_id
$$;

ALTER FUNCTION core.organization_owners() OWNER TO sb_gate;

-- Name: FUNCTION organization_owners(); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.organization_owners() IS 'Every organisation with its first owner. For the installer: no login may call it.';

-- Name: platform_owners(); Type: FUNCTION; Schema: core; Owner: sb_gate

CREATE FUNCTION core.platform_owners() RETURNS TABLE(org_id uuid, name text, user_id uuid, full_name text, email text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select o.id, o.name, m.user_id, p.full_name, p.email
      from public.organizations o
      join public.org_members m on m.org_id = o.id and m.role = 'owner'
      join public.profiles p on p.id = m.user_id
     where o.id = '00000000-0000-0000-0000-000000000000'
     order by m.joined_at, m.user_id limit 1
$$;

ALTER FUNCTION core.platform_owners() OWNER TO sb_gate;

-- Name: FUNCTION platform_owners(); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.platform_owners() IS 'The platform with its first owner, where one was appointed. For the installer: no login may call it.';

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
    perform core.end_invitations_above(v_me.org_id, p_user, 0);
    perform system.record(case when p_user = v_me.user_id then 'member.left' else 'member.removed' end,
                          'org_members', p_user::text, jsonb_build_object('role', v_before));
end $$;

ALTER FUNCTION core.remove_member(p_user uuid) OWNER TO sb_gate;

-- Name: FUNCTION remove_member(p_user uuid); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.remove_member(p_user uuid) IS 'An admin removes a member of no higher rank, or anybody leaves; their API keys and open invitations end. The last owner stays.';

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
    perform system.record('member.uninvited', 'invitations', p_invitation::text);
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
    perform system.record('organization.changed', 'organizations', v_me.org_id::text);
end $$;

ALTER FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) OWNER TO sb_gate;

-- Name: FUNCTION update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text); Type: COMMENT; Schema: core; Owner: sb_gate

COMMENT ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) IS 'An owner changes the open organisation; null keeps what is there.';

-- Name: new_id(); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.new_id() RETURNS uuid
    LANGUAGE sql PARALLEL SAFE
    RETURN uuidv7();

ALTER FUNCTION seal.new_id() OWNER TO sb_seal;

-- Name: FUNCTION new_id(); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.new_id() IS 'The id of every new row.';

-- Name: org_brain; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.org_brain (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    source_id uuid NOT NULL,
    chunk_no integer NOT NULL,
    content_type text NOT NULL,
    heading text DEFAULT ''::text NOT NULL,
    content_text text NOT NULL,
    language text DEFAULT 'english'::text NOT NULL,
    embedding public.vector(1536) NOT NULL,
    embedding_bits bit(1536) GENERATED ALWAYS AS ((public.binary_quantize(embedding))::bit(1536)) STORED NOT NULL,
    embedding_model text NOT NULL,
    search tsvector GENERATED ALWAYS AS ((setweight(
CASE language
    WHEN 'english'::text THEN to_tsvector('english'::regconfig, heading)
    WHEN 'german'::text THEN to_tsvector('german'::regconfig, heading)
    WHEN 'french'::text THEN to_tsvector('french'::regconfig, heading)
    WHEN 'spanish'::text THEN to_tsvector('spanish'::regconfig, heading)
    WHEN 'dutch'::text THEN to_tsvector('dutch'::regconfig, heading)
    ELSE to_tsvector('simple'::regconfig, heading)
END, 'A'::"char") ||
CASE language
    WHEN 'english'::text THEN to_tsvector('english'::regconfig, content_text)
    WHEN 'german'::text THEN to_tsvector('german'::regconfig, content_text)
    WHEN 'french'::text THEN to_tsvector('french'::regconfig, content_text)
    WHEN 'spanish'::text THEN to_tsvector('spanish'::regconfig, content_text)
    WHEN 'dutch'::text THEN to_tsvector('dutch'::regconfig, content_text)
    ELSE to_tsvector('simple'::regconfig, content_text)
END)) STORED NOT NULL,
    review_by date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT org_brain_chunk_counted CHECK ((chunk_no > 0)),
    CONSTRAINT org_brain_content_text_given CHECK (((btrim(content_text) <> ''::text) AND (length(content_text) <= 20000))),
    CONSTRAINT org_brain_content_type_known CHECK ((content_type = ANY (ARRAY['voice'::text, 'service'::text, 'case_study'::text, 'pricing'::text, 'faq'::text, 'policy'::text, 'past_proposal'::text, 'bio'::text, 'internal'::text]))),
    CONSTRAINT org_brain_embedding_model_given CHECK ((embedding_model <> ''::text)),
    CONSTRAINT org_brain_heading_is_short CHECK ((length(heading) <= 1000)),
    CONSTRAINT org_brain_language_known CHECK ((language = ANY (ARRAY['english'::text, 'german'::text, 'french'::text, 'spanish'::text, 'dutch'::text, 'simple'::text])))
);

ALTER TABLE ONLY public.org_brain FORCE ROW LEVEL SECURITY;

ALTER TABLE public.org_brain OWNER TO sb_owner;

-- Name: TABLE org_brain; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.org_brain IS 'Passages of the agency''s knowledge, word for word as they stand in their source, with their vectors.';

-- Name: COLUMN org_brain.chunk_no; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.org_brain.chunk_no IS 'The place in its source, from 1.';

-- Name: COLUMN org_brain.content_type; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.org_brain.content_type IS 'As of its source; see knowledge_sources.';

-- Name: COLUMN org_brain.heading; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.org_brain.heading IS 'The headings that the passage stands under, outermost first.';

-- Name: COLUMN org_brain.language; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.org_brain.language IS 'The text search configuration that search is made with.';

-- Name: COLUMN org_brain.embedding; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.org_brain.embedding IS 'Of unit length; fewer dimensions are padded with zeros, which changes no distance.';

-- Name: COLUMN org_brain.embedding_bits; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.org_brain.embedding_bits IS 'The signs of embedding: what a search scans, before it looks at vectors.';

-- Name: COLUMN org_brain.embedding_model; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.org_brain.embedding_model IS 'What made the vector. Vectors of different models are never compared.';

-- Name: match_org_brain(uuid, public.vector, text, text, text[], integer, integer); Type: FUNCTION; Schema: intelligence; Owner: sb_owner

CREATE FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[] DEFAULT NULL::text[], p_limit integer DEFAULT 10, p_candidates integer DEFAULT 200) RETURNS TABLE(id uuid, source_id uuid, chunk_no integer, content_type text, heading text, content_text text, similarity double precision, score double precision)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    BEGIN ATOMIC
 WITH asked AS MATERIALIZED (
          SELECT match_org_brain.p_embedding AS embedding,
             (public.binary_quantize(match_org_brain.p_embedding))::bit(1536) AS bits
         ), words AS MATERIALIZED (
          SELECT l.language,
             (NULLIF(replace((plainto_tsquery((l.language)::regconfig, match_org_brain.p_words))::text, '&'::text, '|'::text), ''::text))::tsquery AS query
            FROM unnest('{english,german,french,spanish,dutch,simple}'::text[]) l(language)
         ), nearest AS MATERIALIZED (
          SELECT b.id,
             b.embedding
            FROM (asked a
              CROSS JOIN public.org_brain b)
           WHERE ((b.org_id = match_org_brain.p_org) AND (b.embedding_model = match_org_brain.p_model) AND ((match_org_brain.p_types IS NULL) OR (b.content_type = ANY (match_org_brain.p_types))))
           ORDER BY (b.embedding_bits OPERATOR(public.<~>) a.bits), b.id
          LIMIT match_org_brain.p_candidates
         ), rescored AS (
          SELECT b.id,
             b.source_id,
             b.chunk_no,
             b.content_type,
             b.heading,
             b.content_text,
             ((1)::double precision - (n.embedding OPERATOR(public.<=>) a.embedding)) AS similarity,
             COALESCE(ts_rank_cd(b.search, w.query, 32), (0)::real) AS words
            FROM (((asked a
              CROSS JOIN nearest n)
              JOIN public.org_brain b ON (((b.org_id = match_org_brain.p_org) AND (b.id = n.id))))
              JOIN words w ON ((w.language = b.language)))
         )
  SELECT r.id,
     r.source_id,
     r.chunk_no,
     r.content_type,
     r.heading,
     r.content_text,
     r.similarity,
     (((0.8)::double precision * r.similarity) + ((0.2)::double precision * r.words)) AS score
    FROM rescored r
   ORDER BY (((0.8)::double precision * r.similarity) + ((0.2)::double precision * r.words)) DESC, r.id
  LIMIT match_org_brain.p_limit;
END;

ALTER FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer) OWNER TO sb_owner;

-- Name: FUNCTION match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer); Type: COMMENT; Schema: intelligence; Owner: sb_owner

COMMENT ON FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer) IS 'The passages nearest to a vector and to words, best first; similarity is the cosine, score a blend of 0.8 cosine and 0.2 full text.';

-- Name: to_vector(text); Type: FUNCTION; Schema: intelligence; Owner: sb_owner

CREATE FUNCTION intelligence.to_vector(p_text text) RETURNS public.vector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (p_text)::public.vector;

ALTER FUNCTION intelligence.to_vector(p_text text) OWNER TO sb_owner;

-- Name: FUNCTION to_vector(p_text text); Type: COMMENT; Schema: intelligence; Owner: sb_owner

COMMENT ON FUNCTION intelligence.to_vector(p_text text) IS 'The vector that a text like [0.1,0.2] stands for.';

-- Name: add_tokens(bigint, bigint); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.add_tokens(p_before bigint, p_more bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN LEAST((GREATEST(p_before, (0)::bigint) + LEAST(GREATEST(p_more, (0)::bigint), '1000000000000'::bigint)), '1000000000000'::bigint);

ALTER FUNCTION queue.add_tokens(p_before bigint, p_more bigint) OWNER TO sb_queue;

-- Name: FUNCTION add_tokens(p_before bigint, p_more bigint); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.add_tokens(p_before bigint, p_more bigint) IS 'a sum of tokens that stays in its range';

-- Name: aside(); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.aside() RETURNS TABLE(task text, org_id uuid, row_id uuid, reason text, tries integer, first_at timestamp with time zone, retry_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select s.task, s.org_id, s.row_id, s.reason, s.tries, s.first_at, s.retry_at from queue.set_aside s
     order by s.first_at, s.task, s.org_id, s.row_id limit 1000
$$;

ALTER FUNCTION queue.aside() OWNER TO sb_queue;

-- Name: FUNCTION aside(); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.aside() IS 'What was put aside, oldest first, a thousand at most: for the operator.';

-- Name: attend(text, interval, integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.attend(p_task text, p_keep interval, p_limit integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_count bigint := 0;
    v_some  bigint;
    v_row   record;
    v_state text;
    v_name  text;
begin
    begin
        return queue.do_part(p_task, p_keep, p_limit);
    exception when others then
        if queue.is_passing(sqlstate) then
            return null;
        end if;
    end;
    for i in 1 .. p_limit loop
        begin
            v_some := queue.do_part(p_task, p_keep, 1);
            exit when v_some = 0;
            v_count := v_count + v_some;
        exception when others then
            get stacked diagnostics v_state = returned_sqlstate, v_name = constraint_name;
            if queue.is_passing(v_state) then
                return null;
            end if;
            v_row := queue.first_of(p_task, p_keep);
            perform queue.put_aside(p_task, v_row.org_id, v_row.id, concat_ws(' ', v_state, nullif(v_name, '')));
            exit when v_row.id is null;     -- no row is known that could be left out
        end;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION queue.attend(p_task text, p_keep interval, p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION attend(p_task text, p_keep interval, p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.attend(p_task text, p_keep interval, p_limit integer) IS 'a part of queue.tick() that stops no other';

-- Name: backlog(text[]); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.backlog(p_types text[] DEFAULT NULL::text[]) RETURNS TABLE(job_type text, ready bigint, scheduled bigint, running bigint, suspects bigint, oldest_seconds double precision)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select case when p_types is null or j.job_type = any (p_types) then j.job_type end,
           count(*) filter (where j.status = 'queued'), count(*) filter (where j.status = 'scheduled'),
           count(*) filter (where j.status = 'running'), count(*) filter (where j.suspicion > 0),
           extract(epoch from queue.now() - min(j.run_at) filter (where j.status = 'queued' and isfinite(j.run_at)))::float8
      from public.jobs j where j.status in ('queued', 'scheduled', 'running')
     group by 1 order by 1 limit 1000
$$;

ALTER FUNCTION queue.backlog(p_types text[]) OWNER TO sb_queue;

-- Name: FUNCTION backlog(p_types text[]); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.backlog(p_types text[]) IS 'By type of job: how many are ready, wait for their time and run, how many of these are suspects, and for how long the oldest has been ready. Types: those to tell apart, and all others are one, without a name (tenants choose names); null: a thousand of all.';

-- Name: beat(uuid, uuid[], uuid[], uuid[], bigint[]); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.beat(p_worker uuid, p_orgs uuid[] DEFAULT '{}'::uuid[], p_jobs uuid[] DEFAULT '{}'::uuid[], p_leases uuid[] DEFAULT '{}'::uuid[], p_tokens bigint[] DEFAULT '{}'::bigint[]) RETURNS TABLE(job_id uuid, verdict text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
declare
    v_month constant date := date_trunc('month', queue.now() at time zone 'UTC')::date;
    v_ttl   interval;
begin
    perform set_config('synchronous_commit', 'off', true);
    update queue.workers w set beat_at = queue.now(), company = null where w.id = p_worker returning w.ttl into v_ttl;
    if not found then
        return query select b.id, 'lost' from unnest(p_jobs) b (id);
        return;
    end if;
    -- What the worker does not know that it has: the answer to its claim was lost on the way. Nobody else would take it back before its
    -- deadline, for the worker lives.
    with unknown as materialized (
        select j.ctid as place from public.jobs j
         where j.status = 'running' and j.worker_id = p_worker and j.id <> all (p_jobs) and j.attempt_tokens = 0
           and j.started_at < queue.now() - v_ttl
         order by j.org_id, j.deadline_at for update skip locked
    )
    update public.jobs j
       set status = 'queued', attempt = j.attempt - 1, lease_token = null, deadline_at = null, worker_id = null
     where j.ctid = any (array(select u.place from unknown u));
    if found then
        perform pg_notify('sealedbid_jobs', '');
    end if;
    -- Kept as it is reported: who dies has spent it all the same. A body may hold its row for as long as its transaction is open,
    -- and no heartbeat waits for a body. Written at the place that is locked: by its key, a table that was found empty is read whole.
    with reported as materialized (
        select j.ctid as place, b.used
          from unnest(p_orgs, p_jobs, p_leases, p_tokens) b (org_id, id, lease, used)
          join public.jobs j on j.org_id = b.org_id and j.id = b.id and j.lease_token = b.lease and j.status = 'running'
         where j.attempt_tokens < b.used
           for update of j skip locked
    )
    update public.jobs j set attempt_tokens = queue.add_tokens(0, r.used) from reported r where j.ctid = r.place;
    return query
    with held as (
        select b.id, b.used, j.id is not null as is_ours, j.org_id, j.job_type, j.cancel_requested, j.requested_by, j.requested_key, j.deadline_at,
               j.max_tokens, queue.add_tokens(j.actual_tokens, b.used) as total
          from unnest(p_orgs, p_jobs, p_leases, p_tokens) b (org_id, id, lease, used)
          left join public.jobs j on j.org_id = b.org_id and j.id = b.id and j.lease_token = b.lease and j.status = 'running'
    ), judged as (
        select h.id,
               case when not h.is_ours then 'lost'
                    when h.cancel_requested then 'cancelled'
                    when exists (select from queue.stops s where s.org_id in (h.org_id, '00000000-0000-0000-0000-000000000000')
                                                             and (s.job_type is null or s.job_type = h.job_type)) then 'stopped'
                    when h.requested_by is not null and seal_private.rank_in(h.org_id, h.requested_by) is null then 'left'
                    when h.requested_key is not null and not seal_private.key_lives(h.org_id, h.requested_key) then 'key ended'
                    when h.deadline_at <= queue.now() then 'late'
                    when h.total > h.max_tokens then 'over its budget'
                    when h.used > 0 and l.token_limit is not null
                         and (select sum(r.attempt_tokens)
                                from (select j.attempt_tokens from public.jobs j where j.org_id = h.org_id and j.status = 'running'
                                       order by j.org_id, j.deadline_at) r)
                             + case when l.period = v_month then l.tokens_used else 0 end > l.token_limit then 'over the budget'
               end as verdict
          from held h left join public.job_lanes l on l.org_id = h.org_id
    )
    select g.id, g.verdict from judged g where g.verdict is not null;
end $$;

ALTER FUNCTION queue.beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) OWNER TO sb_queue;

-- Name: FUNCTION beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) IS 'Keeps the leases of a worker, and tells which of its jobs have to end, and why: lost, cancelled, stopped, left, key ended, late, over its budget, over the budget. What it does not name, and has had for a ttl, waits again. Tokens: what this attempt has used so far.';

-- Name: cancelled(uuid, uuid, uuid, bigint); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint DEFAULT 0) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_type text;
begin
    update public.jobs j
       set status = 'cancelled', finished_at = queue.now(), suspicion = 0, actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.job_type into v_type;
    if found then
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
        return true;
    end if;
    return false;
end $$;

ALTER FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint) OWNER TO sb_queue;

-- Name: FUNCTION cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint) IS 'The body has ended because somebody cancelled it. False: the lease was lost.';

-- Name: claim(uuid, integer, uuid[], real[], smallint[], uuid[], interval, jsonb, text[]); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[] DEFAULT NULL::uuid[], p_had real[] DEFAULT NULL::real[], p_after_priority smallint[] DEFAULT NULL::smallint[], p_after uuid[] DEFAULT NULL::uuid[], p_deadline interval DEFAULT '00:15:00'::interval, p_deadlines jsonb DEFAULT '{}'::jsonb, p_queues text[] DEFAULT NULL::text[]) RETURNS TABLE(org_id uuid, job_id uuid, job_type text, attempt smallint, lease_token uuid, priority smallint, deadline_at timestamp with time zone, weight smallint, is_isolated boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
declare
    v_all   constant uuid := '00000000-0000-0000-0000-000000000000';
    v_orgs  constant uuid[] := coalesce(p_orgs, queue.lanes(v_all, 1000));
    v_month constant date := date_trunc('month', queue.now() at time zone 'UTC')::date;
    v_stops text[];
    v_open  uuid[];
    v_apart uuid[];
    v_some  boolean;    -- whether any organisation has a stop of its own
begin
    perform set_config('synchronous_commit', 'off', true);
    if not exists (select from queue.workers w where w.id = p_worker) then
        raise exception 'no such worker' using errcode = '28000';
    end if;
    if exists (select from queue.stops s where s.org_id = v_all and s.job_type is null) then
        return;
    end if;
    v_stops := array(select s.job_type from queue.stops s where s.org_id = v_all and s.job_type is not null);
    v_some := exists (select from queue.stops s where s.org_id <> v_all);

    -- A lane with a limit is counted by one claim at a time; whoever finds it locked leaves it out this turn.
    v_open := array(select l.org_id from public.job_lanes l
                     where l.org_id = any (v_orgs) and (l.max_running is not null or l.token_limit is not null)
                     order by l.org_id for no key update skip locked);
    -- So are the suspects of an organisation: one runs at a time.
    v_apart := array(select q.org_id from queue.quarantines q where q.org_id = any (v_orgs) order by q.org_id for no key update skip locked);

    return query
    with lane as materialized (
        select u.org_id, u.turn, coalesce(u.had, 0) as had, coalesce(l.weight, 1::smallint) as weight,
               coalesce(u.after_priority, 0::smallint) as after_priority, coalesce(u.after, v_all) as after,
               least(coalesce(l.max_running - r.running, p_limit), case when q.until > queue.now() then (s.is_next)::int end) as room,
               q.org_id is not null as is_isolated, q.until > queue.now() as is_proven, s.is_next as is_next,
               l.token_limit - r.tokens - case when l.period = v_month then l.tokens_used else 0 end as tokens,
               array(select s.job_type from queue.stops s where v_some and s.org_id = u.org_id and s.job_type is not null) || v_stops as stops
          from unnest(v_orgs, p_had, p_after_priority, p_after) with ordinality u (org_id, had, after_priority, after, turn)
          left join public.job_lanes l on l.org_id = u.org_id
          left join lateral (select count(*)::int as running, coalesce(sum(greatest(j.est_tokens, j.attempt_tokens)), 0)::bigint as tokens
                               from (select j.est_tokens, j.attempt_tokens from public.jobs j
                                      where j.org_id = u.org_id and j.status = 'running' and u.org_id = any (v_open)
                                      order by j.org_id, j.deadline_at) j) r on true
          left join queue.quarantines q on q.org_id = u.org_id
          left join lateral (select u.org_id = any (v_apart)
                                    and (select true from public.jobs j where j.org_id = u.org_id and j.suspicion > 0 and j.status = 'running'
                                          order by j.org_id, j.status, j.priority, j.id limit 1) is null as is_next) s on q.org_id is not null
         where (l.max_running is null and l.token_limit is null or u.org_id = any (v_open))
           and not (v_some and exists (select from queue.stops s where s.org_id = u.org_id and s.job_type is null))
    ), share as (
        select ceil(p_limit::numeric / greatest(count(*), 1))::int as each from lane where room > 0 and (tokens is null or tokens > 0)
    ), candidate as materialized (
        select z.org_id, z.place, lane.turn, lane.weight, lane.tokens, lane.is_isolated, lane.is_proven,
               sum(z.est_tokens) over (partition by z.org_id order by z.is_suspect desc, z.priority, z.id) as estimated,
               lane.had + row_number() over (partition by z.org_id order by z.is_suspect desc, z.priority, z.id)::real / lane.weight as served
          from share, lane,
               lateral (select * from (
                    select * from (
                        select true as is_suspect, j.ctid as place, j.org_id, j.id, j.priority, j.est_tokens from public.jobs j
                         where lane.is_next and j.status = 'queued' and j.suspicion > 0 and j.org_id = lane.org_id
                           and j.job_type <> all (lane.stops)
                           and (p_queues is null or split_part(j.job_type, '.', 1) = any (p_queues))
                         order by j.priority, j.id limit 1 for update skip locked) suspect
                    union all
                    select * from (
                        select false, j.ctid, j.org_id, j.id, j.priority, j.est_tokens from public.jobs j
                         where j.status = 'queued' and j.suspicion = 0 and j.org_id = lane.org_id
                           and (j.priority, j.id) > (lane.after_priority, lane.after)
                           and j.job_type <> all (lane.stops)
                           and (p_queues is null or split_part(j.job_type, '.', 1) = any (p_queues))
                         order by j.priority, j.id
                         limit greatest(least(lane.room, share.each * lane.weight), 0)
                           for update skip locked) other
                    ) waiting limit greatest(least(lane.room, share.each * lane.weight), 0)) z
         where lane.tokens is null or lane.tokens > 0
    ), chosen as materialized (
        select c.org_id, c.place, c.weight, coalesce(c.is_isolated, false) as is_isolated, coalesce(c.is_proven, false) as is_proven
          from candidate c where c.tokens is null or c.estimated <= c.tokens order by c.served, c.turn limit p_limit
    )
    update public.jobs j
       set status = 'running', attempt = j.attempt + 1, lease_token = gen_random_uuid(), worker_id = p_worker, started_at = queue.now(),
           deadline_at = queue.now() + coalesce(make_interval(secs => (p_deadlines ->> j.job_type)::float8), p_deadline),
           suspicion = greatest(j.suspicion, (select c.is_proven::int from chosen c where c.org_id = j.org_id limit 1))
     where j.ctid = any (array(select c.place from chosen c))
    returning j.org_id, j.id, j.job_type, j.attempt, j.lease_token, j.priority, j.deadline_at,
              (select c.weight from chosen c where c.org_id = j.org_id limit 1),
              (select c.is_isolated from chosen c where c.org_id = j.org_id limit 1);
end $$;

ALTER FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]) OWNER TO sb_queue;

-- Name: FUNCTION claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]) IS 'Takes up to so many ready jobs, in turns between these organisations (null: all that have any). Had: what each has had before, divided by its weight; who has had least is first. After: what was claimed of each lane last, a hint that saves stepping over what is gone. Deadlines: seconds by type of job. Queues: first words of types; null: all. What is isolated runs in a process of its own: it is a suspect, or of an organisation in quarantine.';

-- Name: count_aside(); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.count_aside() RETURNS TABLE(task text, count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select s.task, count(*) from queue.set_aside s group by s.task order by s.task
$$;

ALTER FUNCTION queue.count_aside() OWNER TO sb_queue;

-- Name: FUNCTION count_aside(); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.count_aside() IS 'How much was put aside, by the part of the maintenance.';

-- Name: count_tokens(uuid, uuid, text, bigint); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.usage_events (org_id, kind, tokens, job_id)
    select p_org, p_type, queue.add_tokens(0, p_tokens), p_job where p_tokens > 0;
    update public.job_lanes l
       set tokens_used = queue.add_tokens(case when l.period = m.month then l.tokens_used else 0 end, p_tokens), period = m.month
      from (select date_trunc('month', queue.now() at time zone 'UTC')::date as month) m
     where l.org_id = p_org and p_tokens > 0
$$;

ALTER FUNCTION queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) OWNER TO sb_queue;

-- Name: FUNCTION count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) IS 'writes down what was used, and adds it to the month of a lane';

-- Name: crashed(uuid, uuid, uuid, jsonb, bigint); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint DEFAULT 0) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_status text;
    v_type   text;
begin
    update public.jobs j
       set status = case when j.crash_count >= 2 or j.attempt >= j.max_attempts then 'dead' when j.crash_count = 0 then 'queued' else 'scheduled' end,
           finished_at = case when j.crash_count >= 2 or j.attempt >= j.max_attempts then queue.now() end,
           run_at = case when j.crash_count = 0 then j.run_at else queue.now() + random() * interval '1 minute' end,
           error = case when j.crash_count >= 2 then queue.poison() else p_error end,
           crash_count = j.crash_count + 1, suspicion = greatest(j.suspicion, 1),
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status, j.job_type into v_status, v_type;
    if found then
        insert into queue.quarantines as q (org_id, until) values (p_org, queue.now() + interval '1 hour')
        on conflict (org_id) do update set until = excluded.until;
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
    end if;
    return v_status;
end $$;

ALTER FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint) OWNER TO sb_queue;

-- Name: FUNCTION crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint) IS 'Gives a lease back whose job ended its process: it waits again, the second time for a moment, and the third time it is dead. For an hour all jobs of its organisation are treated as suspects. Null: the lease was lost.';

-- Name: do_part(text, interval, integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.do_part(p_task text, p_keep interval, p_limit integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return case p_task when 'keys'    then queue.end_with_keys(p_limit)
                       when 'promote' then queue.promote(p_limit)
                       when 'rescue'  then queue.rescue(p_limit)
                       when 'sweep'   then queue.sweep(p_keep, p_limit)
                       when 'purge'   then seal_private.purge_credentials(p_limit)
                       when 'chain'   then system.chain_audit_log(p_limit) end;
end $$;

ALTER FUNCTION queue.do_part(p_task text, p_keep interval, p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION do_part(p_task text, p_keep interval, p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.do_part(p_task text, p_keep interval, p_limit integer) IS 'a part of queue.tick()';

-- Name: due_jobs(integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.due_jobs(p_limit integer) RETURNS TABLE(place tid, org_id uuid, id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
declare
    v_orgs uuid[];
    v_each int;
begin
    if (select count(*) from (select from public.jobs j where j.status = 'scheduled' and j.run_at <= queue.now()
                               order by j.run_at limit p_limit) d) < p_limit then
        return query
        select j.ctid, j.org_id, j.id from public.jobs j
         where j.status = 'scheduled' and j.run_at <= queue.now() and not queue.is_aside('promote', j.org_id, j.id)
         order by j.run_at limit p_limit for update skip locked;
        return;
    end if;
    v_orgs := array(
        with recursive due (org_id) as (
            (select j.org_id from public.jobs j where j.status = 'scheduled' order by j.org_id, j.run_at limit 1)
            union all
            select (select j.org_id from public.jobs j where j.status = 'scheduled' and j.org_id > d.org_id order by j.org_id, j.run_at limit 1)
              from due d where d.org_id is not null
        )
        -- The longest wait goes first: whoever is left out of this round leads a later one.
        select d.org_id
          from due d, lateral (select j.run_at from public.jobs j where j.status = 'scheduled' and j.org_id = d.org_id
                                  and not queue.is_aside('promote', j.org_id, j.id)
                                order by j.org_id, j.run_at limit 1) f
         where f.run_at <= queue.now() order by f.run_at limit p_limit);
    v_each := ceil(p_limit::numeric / greatest(cardinality(v_orgs), 1));
    return query
    select j.place, j.org_id, j.id
      from unnest(v_orgs) with ordinality o (org_id, turn),
           lateral (select k.ctid as place, k.org_id, k.id from public.jobs k
                     where k.status = 'scheduled' and k.org_id = o.org_id and k.run_at <= queue.now()
                       and not queue.is_aside('promote', k.org_id, k.id)
                     order by k.org_id, k.run_at limit v_each for update skip locked) j
     limit p_limit;
end $$;

ALTER FUNCTION queue.due_jobs(p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION due_jobs(p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.due_jobs(p_limit integer) IS 'what queue.promote() takes';

-- Name: due_schedules(integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.due_schedules(p_limit integer) RETURNS TABLE(org_id uuid, schedule_id uuid, cron text, timezone text, due_at timestamp with time zone, as_of timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
    -- By turns: one of each organisation, then the second of each. Who has many due holds up nobody who has one. (No time before 1900 gets
    -- past the column's bound; and no client could read it.)
    select d.org_id, d.id, d.cron, d.timezone, d.next_run_at, queue.now()
      from (select s.org_id, s.id, s.cron, s.timezone, s.next_run_at, row_number() over (partition by s.org_id order by s.next_run_at) as turn
              from public.job_schedules s
             where s.is_active and s.next_run_at <= queue.now() and s.next_run_at >= timestamptz '1900-01-01 00:00:00+00'
               and not exists (select from queue.set_aside a
                                where a.task = 'fire' and a.org_id = s.org_id and a.row_id = s.id and a.retry_at > queue.now())) d
     order by d.turn, d.next_run_at limit p_limit
$$;

ALTER FUNCTION queue.due_schedules(p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION due_schedules(p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.due_schedules(p_limit integer) IS 'Up to so many schedules whose time has come, in turns between the organisations, and what time it is here. For the dispatcher.';

-- Name: end_with_keys(integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.end_with_keys(p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    with ended as (
        update public.jobs j
           set status = 'dead', finished_at = queue.now(), suspicion = 0,
               error = jsonb_build_object('reason', 'the API key that asked for this job has ended')
         where j.ctid = any (array(select e.place from queue.jobs_of_ended_keys(p_limit) e)) returning 1
    )
    select system.end_schedules_of_keys(p_limit) + count(*) from ended
$$;

ALTER FUNCTION queue.end_with_keys(p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION end_with_keys(p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.end_with_keys(p_limit integer) IS 'Ends waiting jobs that were asked for with an API key which was revoked or has expired, and switches off schedules that were set with it. How many.';

-- Name: fail(uuid, uuid, uuid, jsonb, interval, bigint); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint DEFAULT 0) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_status text;
    v_type   text;
begin
    update public.jobs j
       set status = case when p_retry_in is null or j.attempt >= j.max_attempts then 'dead'
                         when p_retry_in > interval '0' then 'scheduled' else 'queued' end,
           finished_at = case when p_retry_in is null or j.attempt >= j.max_attempts then queue.now() end,
           run_at = case when p_retry_in is null then j.run_at else queue.now() + p_retry_in end,
           error = p_error, actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           suspicion = least(j.suspicion, j.crash_count),       -- it ended: only what crashed alone stays a suspect
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status, j.job_type into v_status, v_type;
    if found then
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
    end if;
    return v_status;
end $$;

ALTER FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint) OWNER TO sb_queue;

-- Name: FUNCTION fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint) IS 'Gives a lease back with what went wrong and the tokens that this attempt used: to be tried again after so long, or (null, or no attempts left) dead. Null: the lease was lost.';

-- Name: finish(uuid, jsonb, bigint); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint DEFAULT 0) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();        -- verified once: this is on the path of every job
    v_org     constant uuid := nullif(v_context[3], '')::uuid;
    v_key     uuid;
    v_type    text;
begin
    if (p_tokens between 0 and 1000000000000) is not true then
        raise exception 'tokens: a number from 0 to 1000000000000'
            using errcode = '23514', schema = 'public', table = 'jobs', column = 'actual_tokens', constraint = 'jobs_actual_tokens_bounded';
    end if;
    if v_context[2] <> '' and (seal_private.rank_in(v_org, v_context[2]::uuid) >= v_context[4]::int) is not true then
        raise exception 'the person who asked for this job has left, or ranks lower by now' using errcode = '42501';
    end if;
    update public.jobs j
       set status = 'done', finished_at = queue.now(), result = p_result,
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           suspicion = 0, error = null, lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = v_org and j.id = v_context[5]::uuid and v_context[1] in ('job', 'system', 'billing')
       and j.lease_token = p_lease and j.status = 'running'
    returning j.requested_key, j.job_type into v_key, v_type;
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';    -- the effects roll back with it
    end if;
    if v_key is not null and not seal_private.key_lives(v_org, v_key) then
        raise exception 'the API key that asked for this job has ended' using errcode = '42501';
    end if;
    if p_tokens > 0 then
        perform queue.count_tokens(v_org, v_context[5]::uuid, v_type, p_tokens);
    end if;
end $$;

ALTER FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) OWNER TO sb_queue;

-- Name: FUNCTION finish(p_lease uuid, p_result jsonb, p_tokens bigint); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) IS 'Ends the open job in the transaction of its effects: both commit or neither. 40001: the lease was lost. 42501: who asked has left, or their key has ended.';

-- Name: fire_schedule(uuid, uuid, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: queue; Owner: sb_gate

CREATE FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_schedule record;
    v_outcome  text;
    v_off      text;
    v_rank     int;
    v_job      uuid;
begin
    -- Of several that come with the same time one finds the row as it was; for the others it is locked, or has another time by now.
    select * into v_schedule from public.job_schedules s
     where s.org_id = p_org and s.id = p_id and s.is_active and s.next_run_at = p_due and p_due <= queue.now()
       for no key update skip locked;
    if not found then
        return null;
    end if;
    if p_next <= p_due then
        raise exception 'the next time comes after this one' using errcode = '22023';
    end if;
    v_rank := seal_private.rank_in(p_org, v_schedule.requested_by);
    if p_next is null then
        v_off := 'its cron or its time zone cannot be read';
    elsif v_schedule.requested_key is not null and not seal_private.key_lives(p_org, v_schedule.requested_key) then
        v_off := system.key_ended();
    elsif v_schedule.requested_by is not null and v_rank is null then
        v_off := 'the person who set it has left';     -- its last job says so as well
    end if;

    if p_next is null or v_off = system.key_ended() then
        v_outcome := 'off';
    elsif not v_schedule.catch_up and p_due < queue.now() - interval '1 minute' then
        v_outcome := 'missed';
    else
        v_job := seal.new_id();
        -- The only key that it can hit is its own: the job before it waits or runs.
        insert into public.jobs (org_id, id, job_type, payload, unique_key, priority, max_attempts, est_tokens, max_tokens,
                                 requested_by, requested_rank, requested_key)
        values (p_org, v_job, v_schedule.job_type, v_schedule.payload, 'schedule ' || p_id, v_schedule.priority, v_schedule.max_attempts,
                v_schedule.est_tokens, v_schedule.max_tokens, v_schedule.requested_by, least(v_schedule.requested_rank, v_rank),
                v_schedule.requested_key)
        on conflict do nothing;
        v_outcome := case when found then 'fired' else 'still running' end;
    end if;
    update public.job_schedules s
       set is_active = v_off is null, next_run_at = case when v_off is null then p_next end, off_reason = v_off,
           last_outcome = coalesce(nullif(v_outcome, 'off'), s.last_outcome),
           last_run_at = case when v_outcome = 'fired' then queue.now() else s.last_run_at end,
           last_job_id = case when v_outcome = 'fired' then v_job else s.last_job_id end
     where s.org_id = p_org and s.id = p_id;
    if v_off is not null then
        perform system.record_switched_off(p_org, p_id, v_schedule.name, v_off);
    end if;
    return v_outcome;
end $$;

ALTER FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) OWNER TO sb_gate;

-- Name: FUNCTION fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone); Type: COMMENT; Schema: queue; Owner: sb_gate

COMMENT ON FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) IS 'Uses a time that is due, once, whoever else tries: asks for the job, and the schedule waits for the next time (null: there is none to be read, and it is switched off). fired, still running, missed or off; null: another has used it, or somebody changed the schedule.';

-- Name: first_of(text, interval); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_task = 'keys' then
        select e.org_id, e.id into first_of.org_id, first_of.id from queue.jobs_of_ended_keys(1) e;
    elsif p_task = 'promote' then
        select d.org_id, d.id into first_of.org_id, first_of.id from queue.due_jobs(1) d;
    elsif p_task = 'rescue' then
        select l.org_id, l.id into first_of.org_id, first_of.id from queue.lost_jobs(1) l;
    elsif p_task = 'sweep' then
        select o.org_id, o.id into first_of.org_id, first_of.id from queue.over_jobs(p_keep, 1) o;
    end if;
end $$;

ALTER FUNCTION queue.first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid) OWNER TO sb_queue;

-- Name: FUNCTION first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid) IS 'the row that a part failed at';

-- Name: now(); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.now() RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN statement_timestamp();

ALTER FUNCTION queue.now() OWNER TO sb_queue;

-- Name: FUNCTION now(); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.now() IS 'The clock of the queue: when the statement arrived.';

-- Name: set_aside; Type: TABLE; Schema: queue; Owner: sb_owner

CREATE TABLE queue.set_aside (
    org_id uuid NOT NULL,
    task text NOT NULL,
    row_id uuid,
    reason text NOT NULL,
    tries integer DEFAULT 1 NOT NULL,
    first_at timestamp with time zone DEFAULT queue.now() NOT NULL,
    retry_at timestamp with time zone NOT NULL,
    CONSTRAINT set_aside_task_known CHECK ((task = ANY (ARRAY['claim'::text, 'promote'::text, 'keys'::text, 'rescue'::text, 'sweep'::text, 'purge'::text, 'chain'::text, 'fire'::text])))
);

ALTER TABLE ONLY queue.set_aside FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.set_aside OWNER TO sb_owner;

-- Name: TABLE set_aside; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON TABLE queue.set_aside IS 'What maintenance could not handle, for the operator: which part of it, whose row, and why. The rest of the round went on. Shown by `sealedbid jobs stats` and /metrics.';

-- Name: COLUMN set_aside.org_id; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.set_aside.org_id IS 'The platform (the nil uuid) where the part failed as a whole, and no row is known.';

-- Name: COLUMN set_aside.row_id; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.set_aside.row_id IS 'The id of the job, event or schedule.';

-- Name: COLUMN set_aside.reason; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.set_aside.reason IS 'The error''s class and the constraint, never its text, which may quote a row.';

-- Name: COLUMN set_aside.retry_at; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.set_aside.retry_at IS 'It is left out until then: a minute after the first try, then twice as long each time, a day at most.';

-- Name: is_aside(text, uuid, uuid); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM queue.set_aside s WHERE ((s.task = is_aside.p_task) AND (s.org_id = is_aside.p_org) AND (s.row_id = is_aside.p_row) AND (s.retry_at > queue.now()))));

ALTER FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) OWNER TO sb_queue;

-- Name: FUNCTION is_aside(p_task text, p_org uuid, p_row uuid); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) IS 'True if this part of the maintenance leaves the row out for now.';

-- Name: is_passing(text); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.is_passing(p_sqlstate text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ("left"(p_sqlstate, 2) = ANY (ARRAY['08'::text, '25'::text, '40'::text, '53'::text, '55'::text, '57'::text, '58'::text]));

ALTER FUNCTION queue.is_passing(p_sqlstate text) OWNER TO sb_queue;

-- Name: FUNCTION is_passing(p_sqlstate text); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.is_passing(p_sqlstate text) IS 'whether an error says nothing of a row';

-- Name: jobs_of_ended_keys(integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.jobs_of_ended_keys(p_limit integer) RETURNS TABLE(place tid, org_id uuid, id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
declare
    v_orgs uuid[];
    v_keys uuid[];
    v_each int;
begin
    with recursive asked (org_id, requested_key) as (
        (select j.org_id, j.requested_key from public.jobs j
          where j.requested_key is not null and j.status in ('scheduled', 'queued') order by j.org_id, j.requested_key limit 1)
        union all
        select n.org_id, n.requested_key
          from asked a,
               lateral (select j.org_id, j.requested_key from public.jobs j
                         where j.requested_key is not null and j.status in ('scheduled', 'queued')
                           and (j.org_id, j.requested_key) > (a.org_id, a.requested_key)
                         order by j.org_id, j.requested_key limit 1) n
    )
    select array_agg(a.org_id), array_agg(a.requested_key) into v_orgs, v_keys
      from (select * from asked a where not seal_private.key_lives(a.org_id, a.requested_key) limit p_limit) a;
    v_each := ceil(p_limit::numeric / greatest(cardinality(v_orgs), 1));
    return query
    select j.place, j.org_id, j.id
      from unnest(v_orgs, v_keys) o (org_id, requested_key),
           lateral (select k.ctid as place, k.org_id, k.id from public.jobs k
                     where k.requested_key is not null and k.status in ('scheduled', 'queued')
                       and k.org_id = o.org_id and k.requested_key = o.requested_key
                       and not queue.is_aside('keys', k.org_id, k.id)
                     order by k.org_id, k.requested_key limit v_each for update skip locked) j
     limit p_limit;
end $$;

ALTER FUNCTION queue.jobs_of_ended_keys(p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION jobs_of_ended_keys(p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.jobs_of_ended_keys(p_limit integer) IS 'what queue.end_with_keys() ends';

-- Name: lanes(uuid, integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.lanes(p_after uuid, p_limit integer) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    with recursive after (org_id, n) as (
        (select j.org_id, 1 from public.jobs j
          where j.status = 'queued' and j.suspicion = 0 and j.org_id > p_after order by j.org_id, j.priority, j.id limit 1)
        union all
        select (select j.org_id from public.jobs j
                 where j.status = 'queued' and j.suspicion = 0 and j.org_id > a.org_id order by j.org_id, j.priority, j.id limit 1), a.n + 1
          from after a where a.org_id is not null and a.n < p_limit
    ), before (org_id, n) as (
        (select j.org_id, 1 from public.jobs j where j.status = 'queued' and j.suspicion = 0 order by j.org_id, j.priority, j.id limit 1)
        union all
        select (select j.org_id from public.jobs j
                 where j.status = 'queued' and j.suspicion = 0 and j.org_id > b.org_id order by j.org_id, j.priority, j.id limit 1), b.n + 1
          from before b where b.org_id is not null and b.n < p_limit - (select count(org_id) from after)
    ), suspected (org_id) as (
        select q.org_id from queue.quarantines q
         where (select true from public.jobs j where j.org_id = q.org_id and j.suspicion > 0 and j.status = 'queued'
                 order by j.org_id, j.status, j.priority, j.id limit 1)
           and (select true from public.jobs j where j.org_id = q.org_id and j.suspicion > 0 and j.status = 'running'
                 order by j.org_id, j.status, j.priority, j.id limit 1) is null
    ), found (org_id, part, n) as (
        select s.org_id, 0, 0 from suspected s
        union all
        select a.org_id, 1, a.n from after a where a.org_id is not null and a.org_id not in (select s.org_id from suspected s)
        union all
        select b.org_id, 2, b.n from before b
         where b.org_id <= p_after and b.n <= p_limit - (select count(org_id) from after) and b.org_id not in (select s.org_id from suspected s)
    )
    select coalesce(array_agg(f.org_id order by f.part, f.n), '{}') from found f
     where not exists (select from queue.set_aside s where s.org_id = f.org_id and s.task = 'claim' and s.retry_at > queue.now())
$$;

ALTER FUNCTION queue.lanes(p_after uuid, p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION lanes(p_after uuid, p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.lanes(p_after uuid, p_limit integer) IS 'Organisations with a suspect to run, and up to so many with other work that is ready, from after this one and round again. For the dispatcher.';

-- Name: leave(uuid); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.leave(p_worker uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    delete from queue.workers w where w.id = p_worker
$$;

ALTER FUNCTION queue.leave(p_worker uuid) OWNER TO sb_queue;

-- Name: FUNCTION leave(p_worker uuid); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.leave(p_worker uuid) IS 'A worker that ends. What it still holds is rescued at once.';

-- Name: lost_jobs(integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.lost_jobs(p_limit integer) RETURNS TABLE(place tid, org_id uuid, id uuid)
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    select j.ctid, j.org_id, j.id from public.jobs j
     where j.status = 'running' and not queue.is_aside('rescue', j.org_id, j.id)
       and (j.deadline_at < queue.now() - interval '30 seconds'
            or not exists (select from queue.workers w where w.id = j.worker_id and w.beat_at + w.ttl > queue.now()))
     order by j.org_id, j.deadline_at limit p_limit for update of j skip locked
$$;

ALTER FUNCTION queue.lost_jobs(p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION lost_jobs(p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.lost_jobs(p_limit integer) IS 'what queue.rescue() takes back';

-- Name: over_jobs(interval, integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.over_jobs(p_keep interval, p_limit integer) RETURNS TABLE(place tid, org_id uuid, id uuid)
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    select j.ctid, j.org_id, j.id from public.jobs j
     where j.finished_at < queue.now() - p_keep and not queue.is_aside('sweep', j.org_id, j.id)
     order by j.finished_at limit p_limit for update skip locked
$$;

ALTER FUNCTION queue.over_jobs(p_keep interval, p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION over_jobs(p_keep interval, p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.over_jobs(p_keep interval, p_limit integer) IS 'what queue.sweep() takes';

-- Name: poison(); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.poison() RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN jsonb_build_object('reason', 'it ended its process three times while it ran alone');

ALTER FUNCTION queue.poison() OWNER TO sb_queue;

-- Name: FUNCTION poison(); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.poison() IS 'Why a job is dead that crashed three times alone.';

-- Name: promote(integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.promote(p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    with promoted as (
        update public.jobs j set status = 'queued' where j.ctid = any (array(select d.place from queue.due_jobs(p_limit) d)) returning 1
    )
    select count(*) from promoted
$$;

ALTER FUNCTION queue.promote(p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION promote(p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.promote(p_limit integer) IS 'What was waiting for its time is ready. How many.';

-- Name: put_aside(text, uuid, uuid, text); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into queue.set_aside as s (task, org_id, row_id, reason, retry_at)
    values (p_task, coalesce(p_org, '00000000-0000-0000-0000-000000000000'), p_row, left(p_reason, 200), queue.now() + interval '1 minute')
    on conflict on constraint set_aside_key do update
       set tries = s.tries + 1, reason = excluded.reason,
           retry_at = queue.now() + least(interval '1 minute' * 2 ^ least(s.tries, 11), interval '1 day')
$$;

ALTER FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) OWNER TO sb_queue;

-- Name: FUNCTION put_aside(p_task text, p_org uuid, p_row uuid, p_reason text); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) IS 'Leaves a row out of one part of the maintenance for a while: a minute, then twice as long each time. No row: the part failed as a whole.';

-- Name: quarantined(); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.quarantined() RETURNS TABLE(org_id uuid, until timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select q.org_id, q.until from queue.quarantines q order by q.org_id
$$;

ALTER FUNCTION queue.quarantined() OWNER TO sb_queue;

-- Name: FUNCTION quarantined(); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.quarantined() IS 'Organisations whose jobs run in processes of their own, and until when at least.';

-- Name: register(text, integer, interval); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into queue.workers (host, pid, ttl) values (p_host, p_pid, p_ttl) returning id
$$;

ALTER FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) OWNER TO sb_queue;

-- Name: FUNCTION register(p_host text, p_pid integer, p_ttl interval); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) IS 'A worker that starts; so long after its last beat it counts as dead. Its id.';

-- Name: release(uuid[], uuid[], uuid[], bigint[]); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_job   record;
    v_count bigint := 0;
begin
    for v_job in
        with released as (
            update public.jobs j
               set status = 'queued', attempt = j.attempt - 1, actual_tokens = queue.add_tokens(j.actual_tokens, r.tokens), attempt_tokens = 0,
                   lease_token = null, deadline_at = null, worker_id = null
              from unnest(p_orgs, p_jobs, p_leases, p_tokens) r (org_id, id, lease, tokens)
             where j.org_id = r.org_id and j.id = r.id and j.lease_token = r.lease and j.status = 'running'
            returning j.org_id, j.id, j.job_type, r.tokens
        )
        select r.* from released r order by r.org_id       -- lanes are locked in one order, whoever locks several
    loop
        v_count := v_count + 1;
        perform queue.count_tokens(v_job.org_id, v_job.id, v_job.job_type, v_job.tokens);
    end loop;
    return v_count;
end $$;

ALTER FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) OWNER TO sb_queue;

-- Name: FUNCTION release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) IS 'Gives leases back: no attempt is spent, and the tokens that were used are used. How many.';

-- Name: report(uuid, jsonb); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.report(p_lease uuid, p_progress jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    update public.jobs j set progress = p_progress
     where j.org_id = nullif(v_context[3], '')::uuid and j.id = v_context[5]::uuid and v_context[1] in ('job', 'system', 'billing')
       and j.lease_token = p_lease and j.status = 'running';
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';
    end if;
end $$;

ALTER FUNCTION queue.report(p_lease uuid, p_progress jsonb) OWNER TO sb_queue;

-- Name: FUNCTION report(p_lease uuid, p_progress jsonb); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.report(p_lease uuid, p_progress jsonb) IS 'How far the open job is, for people to see. 40001: the lease was lost.';

-- Name: rescue(integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.rescue(p_limit integer DEFAULT 500) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
declare
    v_silent uuid[];
    v_over   uuid[];
    v_job    record;
    v_count  bigint := 0;
begin
    v_silent := array(select w.id from queue.workers w where w.company is null and w.beat_at + w.ttl <= queue.now()
                       order by w.id for no key update skip locked);
    if v_silent <> '{}' then
        update queue.workers w
           set company = (select count(*)
                            from (select j.worker_id from public.jobs j where j.status = 'running' order by j.org_id, j.deadline_at) r
                           where r.worker_id = any (v_silent))
         where w.id = any (v_silent);
    end if;

    for v_job in
        -- Liveness or the job's own deadline, never its age. The worker itself says first that a job is late: it has half a minute.
        with lost as materialized (
            select j.ctid as place, j.attempt_tokens as tokens, j.attempt >= j.max_attempts as is_last, j.crash_count, j.suspicion,
                   j.deadline_at < queue.now() - interval '30 seconds' as is_late,
                   w.company,                                              -- null: it lives
                   w.id is null as is_left                                 -- it ended in order, and did not know of this one
              from public.jobs j left join queue.workers w on w.id = j.worker_id
             where j.status = 'running' and (j.deadline_at < queue.now() - interval '30 seconds' or w.id is null or w.company is not null)
               and not queue.is_aside('rescue', j.org_id, j.id)
             order by j.org_id, j.deadline_at limit p_limit for update of j skip locked
        ), judged as materialized (
            select l.*, coalesce(l.company = 1, false) as is_guilty, coalesce(l.company > 1, false) as is_suspect,
                   l.company is null and not l.is_left as is_slow
              from lost l
        ), rescued as (
            update public.jobs j
               set status = case when g.is_slow and g.is_last or g.is_guilty and (g.is_last or g.crash_count >= 2) then 'dead'
                                 when g.is_guilty and g.crash_count > 0 or g.is_suspect and g.suspicion > 0 then 'scheduled' else 'queued' end,
                   finished_at = case when g.is_slow and g.is_last or g.is_guilty and (g.is_last or g.crash_count >= 2) then queue.now() end,
                   run_at = case when g.is_guilty and g.crash_count > 0 then queue.now() + random() * interval '1 minute'
                                 when g.is_suspect and g.suspicion > 0
                                 then queue.now() + random() * least(interval '1 second' * 4 ^ least(g.suspicion, 10), interval '15 minutes')
                                 else j.run_at end,
                   attempt = j.attempt - case when g.is_guilty or g.is_slow then 0 else 1 end,
                   crash_count = j.crash_count + g.is_guilty::int,
                   suspicion = j.suspicion + case when g.is_guilty then (j.suspicion = 0)::int else g.is_suspect::int end,
                   error = case when g.is_guilty and g.crash_count >= 2 then queue.poison()
                                when g.is_late then jsonb_build_object('reason', 'it took too long')
                                else jsonb_build_object('reason', 'the worker stopped answering') end,
                   actual_tokens = queue.add_tokens(j.actual_tokens, g.tokens), attempt_tokens = 0,          -- what it had reported is spent
                   lease_token = null, deadline_at = null, worker_id = null
              from judged g where j.ctid = g.place
            returning j.org_id, j.id, j.job_type, g.tokens, j.suspicion > 0 and j.status <> 'dead' as is_suspect
        )
        select r.* from rescued r order by r.org_id        -- lanes are locked in one order, whoever locks several
    loop
        v_count := v_count + 1;
        -- What was there already is locked all the same: nobody lifts it before its new suspects are seen.
        if v_job.is_suspect then
            insert into queue.quarantines as q (org_id) values (v_job.org_id) on conflict (org_id) do update set until = q.until;
        end if;
        perform queue.count_tokens(v_job.org_id, v_job.id, v_job.job_type, v_job.tokens);
    end loop;

    -- First locked, then looked at, in a statement of its own: what made a suspect meanwhile has ended.
    v_over := array(select q.org_id from queue.quarantines q where q.until <= queue.now() order by q.org_id for update skip locked);
    delete from queue.quarantines q
     where q.org_id = any (v_over)
       and (select true from public.jobs j where j.org_id = q.org_id and j.suspicion > 0 and j.status in ('scheduled', 'queued', 'running')
             order by j.org_id, j.status, j.priority, j.id limit 1) is null;
    return v_count;
end $$;

ALTER FUNCTION queue.rescue(p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION rescue(p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.rescue(p_limit integer) IS 'Takes back what a dead worker held, and what is long past its deadline. A job that was alone when its worker died crashed: it waits again, the second time for a moment, and the third time it is dead. Of several each becomes a suspect and no attempt is spent. Lifts quarantines that are over. How many jobs.';

-- Name: stopped(); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.stopped() RETURNS TABLE(org_id uuid, job_type text, reason text, stopped_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select nullif(s.org_id, '00000000-0000-0000-0000-000000000000'), s.job_type, s.reason, s.stopped_at from queue.stops s order by s.stopped_at
$$;

ALTER FUNCTION queue.stopped() OWNER TO sb_queue;

-- Name: FUNCTION stopped(); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.stopped() IS 'What is stopped, and why; no organisation: in all of them.';

-- Name: sweep(interval, integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.sweep(p_keep interval, p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    with removed as (
        delete from public.jobs j where j.ctid = any (array(select o.place from queue.over_jobs(p_keep, p_limit) o)) returning 1
    ), gone as (
        delete from queue.workers w where w.beat_at + w.ttl < queue.now() - interval '1 day' returning 1
    ), tried as (       -- what was tried again and did not come back is mended, or gone
        delete from queue.set_aside s where s.retry_at < queue.now() - interval '1 hour' returning 1
    )
    select count(*) from removed
$$;

ALTER FUNCTION queue.sweep(p_keep interval, p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION sweep(p_keep interval, p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.sweep(p_keep interval, p_limit integer) IS 'Removes jobs that have been over for so long, workers that died a day ago, and what was put aside and is mended. How many jobs.';

-- Name: tick(interval, integer); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.tick(p_keep interval DEFAULT '30 days'::interval, p_limit integer DEFAULT 1000) RETURNS TABLE(ended bigint, promoted bigint, rescued bigint, removed bigint, purged bigint, chained bigint, aside bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform from queue.duty for update skip locked;
    if not found then
        return;     -- somebody is at it
    end if;
    ended := queue.attend('keys', p_keep, p_limit);
    promoted := queue.attend('promote', p_keep, p_limit);
    rescued := queue.attend('rescue', p_keep, p_limit);
    removed := queue.attend('sweep', p_keep, p_limit);
    purged := queue.attend('purge', p_keep, p_limit);
    chained := queue.attend('chain', p_keep, p_limit);
    aside := (select count(*) from queue.set_aside);
    if promoted > 0 or rescued > 0 then
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return next;
end $$;

ALTER FUNCTION queue.tick(p_keep interval, p_limit integer) OWNER TO sb_queue;

-- Name: FUNCTION tick(p_keep interval, p_limit integer); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.tick(p_keep interval, p_limit integer) IS 'Ends what ended keys asked for, promotes, rescues, removes and purges, and lets the audit log''s chain go on, up to so many of each; jobs are kept so long after they end. What cannot be handled is put aside: how much is, by now. Null: the part failed for a reason that passes. No row: another does it now.';

-- Name: wait(uuid, boolean); Type: FUNCTION; Schema: queue; Owner: sb_queue

CREATE FUNCTION queue.wait(p_worker uuid, p_idle boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform set_config('synchronous_commit', 'off', true);
    update queue.workers w set is_idle = p_idle where w.id = p_worker and w.is_idle <> p_idle;
end $$;

ALTER FUNCTION queue.wait(p_worker uuid, p_idle boolean) OWNER TO sb_queue;

-- Name: FUNCTION wait(p_worker uuid, p_idle boolean); Type: COMMENT; Schema: queue; Owner: sb_queue

COMMENT ON FUNCTION queue.wait(p_worker uuid, p_idle boolean) IS 'Whether a worker wants to be woken (LISTEN sealedbid_jobs). Claim once more after saying so.';

-- Name: differences(text); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.differences(p_kind text DEFAULT NULL::text) RETURNS TABLE(kind text, name text, noted text, found text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(n.kind, f.kind), coalesce(n.name, f.name), n.content, f.content
      from (select * from seal.noted o where o.kind = coalesce(p_kind, o.kind)) n
      full join seal.notable(p_kind) f on f.kind = n.kind and f.name = n.name
     where n.content is distinct from f.content
     order by 1, 2
$$;

ALTER FUNCTION seal.differences(p_kind text) OWNER TO sb_seal;

-- Name: FUNCTION differences(p_kind text); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.differences(p_kind text) IS 'What is not as it was noted, of all kinds or this one. Noted is null: it was made by hand; found is null: it is gone.';

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

ALTER FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) OWNER TO sb_seal;

-- Name: FUNCTION issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) IS 'Stores the proof of a key (admins) or link (members) for the open organisation, ranking no higher than its maker: for a row that they made themselves, and no longer than it says.';

-- Name: key_id(); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.key_id() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    if v_context[1] = 'key' then
        return v_context[5]::uuid;
    elsif v_context[1] in ('job', 'system', 'billing') then
        return (select j.requested_key from public.jobs j where j.org_id = v_context[3]::uuid and j.id = v_context[5]::uuid);
    end if;
    return null;
end $$;

ALTER FUNCTION seal.key_id() OWNER TO sb_seal;

-- Name: FUNCTION key_id(); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.key_id() IS 'The API key that opened the context, or that asked for the job that it is of. Null: there is none.';

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

-- Name: link_salt(bytea, uuid); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.link_salt(p_proof bytea, p_org uuid) RETURNS bytea
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(
        (select l.password_salt from public.share_links l where l.org_id = p_org and l.id = seal_private.link_of(p_proof, p_org)),
        (select substr(sha256(k.opad || sha256(k.ipad || convert_to('link salt', 'UTF8') || uuid_send(p_org) || p_proof)), 1, 16)
           from seal_private.keys k where k.purpose = 'context' order by k.version desc limit 1))
$$;

ALTER FUNCTION seal.link_salt(p_proof bytea, p_org uuid) OWNER TO sb_seal;

-- Name: FUNCTION link_salt(p_proof bytea, p_org uuid); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.link_salt(p_proof bytea, p_org uuid) IS 'The salt of a link''s password. Any proof has one: where there is no such link, or no password, it is made up, the same each time until the key of contexts is replaced.';

-- Name: notable(text); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.notable(p_kind text DEFAULT NULL::text) RETURNS TABLE(kind text, name text, content text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with schemas as (
        select n.oid, n.nspname, n.nspowner, n.nspacl, n.nspname not in ('public', 'auth') as is_ours_alone from pg_namespace n
         where n.nspname in ('public', 'seal', 'seal_auth', 'seal_private', 'core', 'system', 'queue', 'intelligence', 'auth')
    ), tables as (
        select c.oid, c.oid::regclass::text as name, c.relowner, c.relacl from pg_class c
         where c.relnamespace in (select oid from schemas) and c.relkind = 'r' and c.relowner in (select oid from pg_roles where rolname ~ '^sb_')
    ), privileges (object, owner, acl, attname) as (
        select name, relowner, relacl, '*' from tables
        union all
        select t.name, t.relowner, a.attacl, a.attname::text from tables t join pg_attribute a on a.attrelid = t.oid and not a.attisdropped
        union all
        select 'schema ' || nspname, nspowner, nspacl, '*' from schemas where is_ours_alone
    )
    select 'function', p.oid::regprocedure::text,
           md5(concat_ws(' ', coalesce(nullif(p.prosrc, ''), pg_get_function_sqlbody(p.oid)), p.provolatile, p.proparallel, p.proisstrict,
                         p.proleakproof, p.prosecdef, p.proconfig, p.prorettype::regtype,
                         case when p.proowner in (select oid from pg_roles where rolname ~ '^sb_') then p.proowner::regrole end,
                         (select string_agg(x.grantee::regrole::text, ' ' order by x.grantee::regrole::text)
                            from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee <> p.proowner)))
      from pg_proc p join schemas s on s.oid = p.pronamespace
     where coalesce(p_kind, 'function') = 'function'
       and (s.is_ours_alone or p.proowner in (select oid from pg_roles where rolname ~ '^sb_'))
    union all
    select 'privilege', concat_ws(' ', case x.grantee when 0 then 'public' else x.grantee::regrole::text end, lower(x.privilege_type), v.object),
           string_agg(v.attname, ', ' order by v.attname)
      from privileges v, aclexplode(v.acl) x
     where coalesce(p_kind, 'privilege') = 'privilege' and x.grantee <> v.owner
     group by x.grantee, x.privilege_type, v.object
    union all
    select 'policy', p.polname || ' on ' || t.name,
           concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end, p.polcmd,
                     'to', (select string_agg(case u.oid when 0 then 'public' else u.oid::regrole::text end, ', ' order by u.oid::regrole::text)
                              from unnest(p.polroles) u (oid)),
                     'using ' || pg_get_expr(p.polqual, p.polrelid), 'with check ' || pg_get_expr(p.polwithcheck, p.polrelid))
      from pg_policy p join tables t on t.oid = p.polrelid
     where coalesce(p_kind, 'policy') = 'policy'
    union all
    select 'constraint', k.conname || ' of ' || t.name, pg_get_constraintdef(k.oid, true)
      from pg_constraint k join tables t on t.oid = k.conrelid
     where coalesce(p_kind, 'constraint') = 'constraint' and k.contype <> 'n'
    union all
    select 'trigger', g.tgname || ' on ' || t.name, concat_ws(' ', pg_get_triggerdef(g.oid, true), 'enabled', g.tgenabled)
      from pg_trigger g join tables t on t.oid = g.tgrelid
     where coalesce(p_kind, 'trigger') = 'trigger' and not g.tgisinternal
    union all
    -- Those that maintenance makes come and go; they are judged by their shape (lint 0087).
    select 'index', c.relname || ' of ' || t.name,
           concat_ws(' ', pg_get_indexdef(i.indexrelid, 0, true), case when not i.indisvalid then 'invalid' end)
      from pg_index i join pg_class c on c.oid = i.indexrelid join tables t on t.oid = i.indrelid
     where coalesce(p_kind, 'index') = 'index' and c.relname !~ '^maintained_'
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    union all
    select 'default', a.attname || ' of ' || t.name,
           concat_ws(' ', case when a.attgenerated <> '' then 'generated' end, pg_get_expr(d.adbin, d.adrelid, true))
      from pg_attrdef d join tables t on t.oid = d.adrelid join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
     where coalesce(p_kind, 'default') = 'default'
    union all
    select 'parameter', concat_ws(' ', case x.grantee when 0 then 'public' else x.grantee::regrole::text end, lower(x.privilege_type), p.parname),
           case when bool_or(x.is_grantable) then 'with grant option' else '' end
      from pg_parameter_acl p, aclexplode(p.paracl) x
     where coalesce(p_kind, 'parameter') = 'parameter'
       and (x.grantee = 0 or x.grantee in (select oid from pg_roles where rolname ~ '^sb_'))
     group by x.grantee, x.privilege_type, p.parname
$$;

ALTER FUNCTION seal.notable(p_kind text) OWNER TO sb_seal;

-- Name: FUNCTION notable(p_kind text); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.notable(p_kind text) IS 'Functions, privileges, policies, constraints, triggers, indexes, defaults and grants on parameters as they are now, in the words of seal.noted; all kinds, or this one.';

-- Name: open(text, bytea, uuid); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) RETURNS smallint
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) OWNER TO sb_seal;

-- Name: FUNCTION open(p_kind text, p_proof bytea, p_org uuid); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) IS 'Opens a session, key or link in an organisation; returns the rank. 28000: no such credential. 42501: not in this organisation. 28P01: the link asks for its password (seal.try_link). 55006: the session is not clean, drop the connection. 25001: a context is open already.';

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
    select j.job_type, j.requested_by, j.requested_rank, j.requested_key, least(j.deadline_at, w.beat_at + w.ttl) as ends_at into v_job
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

-- Name: try_link(bytea, bytea, uuid); Type: FUNCTION; Schema: seal; Owner: sb_seal

CREATE FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) RETURNS void
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_link  constant uuid := seal_private.link_of(p_proof, p_org);
    v_tries seal_private.link_tries;
    v_right boolean;
    v_open  boolean;
begin
    select l.password_proof = sha256(p_password) into v_right from public.share_links l where l.org_id = p_org and l.id = v_link;
    if v_right is null then
        return;     -- no such link, or none with a password
    end if;
    insert into seal_private.link_tries (org_id, link_id) values (p_org, v_link) on conflict do nothing;
    select * into v_tries from seal_private.link_tries t where t.org_id = p_org and t.link_id = v_link for update;
    v_open := v_tries.locked_until <= clock_timestamp();
    -- The same row is written whatever the answer is: what a transaction wrote, everybody can count.
    update seal_private.link_tries t
       set failures = case when not v_open then t.failures when v_right then 0 else least(t.failures + 1, 1000) end,
           locked_until = case when v_open and not v_right and (t.failures + 1) % 10 = 0
                               then clock_timestamp() + least(interval '15 minutes' * 2 ^ least((t.failures + 1) / 10 - 1, 7), interval '1 day')
                               else t.locked_until end,
           ticket = case when v_open and v_right then sha256(sha256(p_proof || p_password)) else t.ticket end,
           ticket_until = case when v_open and v_right then clock_timestamp() + interval '1 minute' else t.ticket_until end,
           ticket_of = case when v_open and v_right then pg_current_xact_id()::text::bigint else t.ticket_of end
     where t.org_id = p_org and t.link_id = v_link;
end $$;

ALTER FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) OWNER TO sb_seal;

-- Name: FUNCTION try_link(p_proof bytea, p_password bytea, p_org uuid); Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) IS 'Tries a password at a link: the 32 bytes that argon2id makes of it with seal.link_salt(). Says nothing, whatever it is, and raises for nothing. If it is right and the transaction commits, seal.open(''link'', sha256(the link''s proof || the 32 bytes), org) opens the link for a minute. Ten wrong ones lock the link for a quarter of an hour, and longer each time.';

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

-- Name: change_email(uuid, text); Type: FUNCTION; Schema: seal_auth; Owner: sb_gate

CREATE FUNCTION seal_auth.change_email(p_user uuid, p_email text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal_auth.change_email(p_user uuid, p_email text) OWNER TO sb_gate;

-- Name: FUNCTION change_email(p_user uuid, p_email text); Type: COMMENT; Schema: seal_auth; Owner: sb_gate

COMMENT ON FUNCTION seal_auth.change_email(p_user uuid, p_email text) IS 'The account has another address, which is not proven yet, and the one before counts no more. 23505 (users_email_key): it has an account.';

-- Name: confirm_email(uuid, text); Type: FUNCTION; Schema: seal_auth; Owner: sb_gate

CREATE FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) OWNER TO sb_gate;

-- Name: FUNCTION confirm_email(p_user uuid, p_email text); Type: COMMENT; Schema: seal_auth; Owner: sb_gate

COMMENT ON FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) IS 'This person has proven that the address is theirs: from the next transaction on they see the invitations to it. P0002: the account has another.';

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
    perform seal_auth.ensure_profile(v_user, p_email, p_full_name, null);
    return v_user;
end $$;

ALTER FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) OWNER TO sb_gate;

-- Name: FUNCTION create_user(p_email text, p_encrypted_password text, p_full_name text); Type: COMMENT; Schema: seal_auth; Owner: sb_gate

COMMENT ON FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) IS 'A person who can sign in, with an address that is not proven yet (seal_auth.confirm_email). 23505 (users_email_key): the address has an account.';

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

-- Name: ensure_profile(uuid, text, text, timestamp with time zone); Type: FUNCTION; Schema: seal_auth; Owner: sb_gate

CREATE FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.profiles as p (id, email, email_confirmed_at, full_name)
    values (p_user, p_email, p_confirmed_at, coalesce(p_full_name, ''))
    on conflict (id) do update
       set email = case when excluded.email_confirmed_at is null then p.email else excluded.email end,
           email_confirmed_at = excluded.email_confirmed_at
     where (p.email, p.email_confirmed_at) is distinct from (excluded.email, excluded.email_confirmed_at)
$$;

ALTER FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) OWNER TO sb_gate;

-- Name: FUNCTION ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone); Type: COMMENT; Schema: seal_auth; Owner: sb_gate

COMMENT ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) IS 'The profile of a person whom an auth server vouches for. Confirmed: since when it knows that the address is theirs (Supabase: email_confirmed_at of the user, and never a claim of the token); null: they only say so, and it counts for nothing.';

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

-- Name: accept_drift(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.accept_drift() RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_difference record;
    v_count      bigint := 0;
begin
    for v_difference in select * from seal.differences() loop
        perform system.record_for('00000000-0000-0000-0000-000000000000', 'schema.drift_accepted', v_difference.kind, v_difference.name,
                                  jsonb_build_object('noted', left(v_difference.noted, 10000), 'found', left(v_difference.found, 10000)));
        -- What was recorded, and nothing that came since.
        delete from seal.noted o where o.kind = v_difference.kind and o.name = v_difference.name;
        if v_difference.found is not null then
            insert into seal.noted (kind, name, content) values (v_difference.kind, v_difference.name, v_difference.found);
        end if;
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION seal_private.accept_drift() OWNER TO sb_seal;

-- Name: FUNCTION accept_drift(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.accept_drift() IS 'Records each difference in the audit log of the platform''s organization, and notes it; both or neither. How many.';

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

-- Name: admit(regprocedure, name, name[], text, text); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text DEFAULT 'own'::text) RETURNS void
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
        insert into seal.definer_functions (signature, owner, callers, reason, reach)
        values (p_function::text, p_owner, p_callers, p_reason, p_reach);
    end if;
end $$;

ALTER FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text) OWNER TO sb_seal;

-- Name: FUNCTION admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text) IS 'ends the definition of a function';

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

-- Name: beyond(name, regtype, text, bigint); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.beyond(p_column name, p_type regtype, p_kind text, p_most bigint) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    select format(case p_kind
        when 'text'   then 'octet_length(new.%1$I::text) > %2$s'
        when 'bytes'  then 'octet_length(new.%1$I) > %2$s'
        when 'json'   then 'pg_column_size(new.%1$I) > %2$s or %3$s @? ''strict $.**{101}'''
                           ' or %3$s @? ''strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))'''
                           ' or octet_length(new.%1$I::text) > %2$s'
        when 'list'   then 'cardinality(new.%1$I) > 1000 or pg_column_size(new.%1$I) > %2$s or octet_length(new.%1$I::text) > %2$s'
        when 'number' then 'not (new.%1$I between -%2$s and %2$s)'
        when 'time'   then case p_type when 'date'::regtype then 'not (new.%1$I between date ''1900-01-01'' and date ''2199-12-31'')'
                           else 'not (new.%1$I >= timestamptz ''1900-01-01 00:00:00+00'' and new.%1$I < timestamptz ''2200-01-01 00:00:00+00'')' end
        when 'period' then case p_type when 'daterange'::regtype then 'not (new.%1$I <@ daterange ''[1900-01-01,2200-01-01)'')'
                           else 'not (new.%1$I <@ tstzrange ''[1900-01-01 00:00:00+00,2200-01-01 00:00:00+00)'')' end
        when 'span'   then 'not (new.%1$I between interval ''-100 years'' and interval ''100 years'')'
    end, p_column, p_most, format(case p_type when 'jsonb[]'::regtype then 'to_jsonb(new.%I)' else 'new.%I' end, p_column))
$_$;

ALTER FUNCTION seal_private.beyond(p_column name, p_type regtype, p_kind text, p_most bigint) OWNER TO sb_seal;

-- Name: FUNCTION beyond(p_column name, p_type regtype, p_kind text, p_most bigint); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.beyond(p_column name, p_type regtype, p_kind text, p_most bigint) IS 'the condition of a bound''s trigger';

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
    select * into v_key from seal_private.keys k where k.purpose = 'context' order by k.version desc limit 1;
    if not found then
        raise exception 'there is no key for contexts: a restore was cut off; `sealedbid migrate` finishes it' using errcode = '55000';
    end if;
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

-- Name: bound(regclass, jsonb); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bound(p_table regclass, p_most jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_name     constant text := (select 'bounds_of_' || c.relnamespace::regnamespace || '_' || c.relname from pg_class c where c.oid = p_table);
    v_column   record;
    v_light    text[] := '{}';      -- columns of the common trigger,
    v_together text := '';          -- and what is beyond their bounds
    v_apart    text := '';          -- what is beyond the bounds of documents and lists,
    v_new      text := '';          -- and the same in one list
    v_words    text := '';
begin
    if exists (select from jsonb_object_keys(p_most) k
                where not exists (select from pg_attribute a where a.attrelid = p_table and a.attname = k and not a.attisdropped)) then
        raise exception 'bound(%): a column in p_most does not exist', p_table using errcode = '42703';
    end if;
    insert into seal.bounds as b (relation, column_name, kind, most)
    select p_table::text, c.attname, c.kind,
           coalesce((p_most ->> c.attname)::bigint, case c.kind when 'text' then 10000 when 'bytes' then 1000 when 'json' then 1000000
                                                                when 'list' then 100000 when 'number' then 10000000000000 end)
      from (select a.attname::text, seal_private.bound_kind(a.atttypid) as kind from pg_attribute a
             where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
               and not exists (select from pg_constraint k      -- the allowed values
                                where k.conrelid = p_table and k.contype = 'c' and k.conkey = array[a.attnum]
                                  and pg_get_constraintdef(k.oid) ~ '^CHECK \(\(\w+ = ANY \(ARRAY\[')) c
     where c.kind is not null
    on conflict (relation, column_name) do update set most = excluded.most where p_most ? b.column_name;

    execute format('drop trigger if exists bounds on %s', p_table);
    for v_column in
        select b.column_name as name, b.kind, seal_private.beyond(b.column_name::name, a.atttypid, b.kind, b.most) as beyond,
               seal_private.bound_in_words(b.kind, b.most) as words
          from seal.bounds b join pg_attribute a on a.attrelid = p_table and a.attname = b.column_name
         where b.relation = p_table::text order by a.attnum
    loop
        v_words := v_words || format(E'\n            when %L then %L', v_column.name, v_column.words);
        if v_column.kind in ('json', 'list') then
            execute format('drop trigger if exists %I on %s', 'bounds_' || v_column.name, p_table);
            v_apart := v_apart || format(E'\n        when %1$L then case when %2$s then %1$L end', v_column.name, v_column.beyond);
            v_new := v_new || format(E'\n            when %s then %L', v_column.beyond, v_column.name);
        else
            v_light := v_light || v_column.name;
            v_together := v_together || format(E'\n            when %s then %L', v_column.beyond, v_column.name);
        end if;
    end loop;
    if v_words = '' then
        return;     -- types alone bound it
    end if;

    execute format($format$
create or replace function seal_private.%I() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $body$
declare
    v_column text := case coalesce(tg_argv[0], '')%s
        when '' then case%s
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case%s
        end;
    end if;
    if v_column is not null then
        raise exception '%%: %%', v_column, case v_column%s
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $body$
$format$, v_name, v_apart, coalesce(nullif(v_together, ''), ' when false then null'), coalesce(nullif(v_new, ''), ' when false then null'), v_words);
    perform seal_private.admit(format('seal_private.%I()', v_name)::regprocedure, 'sb_seal', '{}', 'a trigger: keeps the bounds of ' || p_table);
    execute format('create trigger bounds before insert%s on %s for each row execute function seal_private.%I()',
                   (select ' or update of ' || string_agg(quote_ident(c), ', ') from unnest(v_light) c), p_table, v_name);
    for v_column in select b.column_name as name from seal.bounds b where b.relation = p_table::text and b.kind in ('json', 'list') loop
        execute format('create trigger %I before update of %I on %s for each row execute function seal_private.%I(%L)',
                       'bounds_' || v_column.name, v_column.name, p_table, v_name, v_column.name);
    end loop;
end $_$;

ALTER FUNCTION seal_private.bound(p_table regclass, p_most jsonb) OWNER TO sb_seal;

-- Name: FUNCTION bound(p_table regclass, p_most jsonb); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bound(p_table regclass, p_most jsonb) IS 'gives the columns of a table their bounds';

-- Name: bound_in_words(text, bigint); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bound_in_words(p_kind text, p_most bigint) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    select format(case p_kind
        when 'text'   then 'at most %s bytes'
        when 'bytes'  then 'at most %s bytes'
        when 'json'   then 'at most %s bytes, 100 levels, and numbers up to 1.8e308'
        when 'list'   then 'at most 1000 elements, and %s bytes'
        when 'number' then 'a number from -%1$s to %1$s'
        when 'time'   then 'a time from 1900 to 2199'
        when 'period' then 'a period within 1900 to 2199, with a beginning and an end'
        when 'span'   then 'at most 100 years'
    end, p_most)
$_$;

ALTER FUNCTION seal_private.bound_in_words(p_kind text, p_most bigint) OWNER TO sb_seal;

-- Name: FUNCTION bound_in_words(p_kind text, p_most bigint); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bound_in_words(p_kind text, p_most bigint) IS 'what a person is told of a bound';

-- Name: bound_kind(regtype); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bound_kind(p_type regtype) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_type record;
begin
    select t.oid::regtype as name, t.typname in ('vector', 'halfvec') as is_vector, t.typelem <> 0 and t.typlen = -1 as is_array
      into strict v_type
      from pg_type t where t.oid = coalesce((select nullif(d.typbasetype, 0) from pg_type d where d.oid = p_type), p_type);
    if v_type.name in ('boolean', 'uuid', 'smallint', 'integer', 'inet', 'bit') or v_type.is_vector then
        return null;
    elsif v_type.name in ('text', 'character varying') then
        return 'text';
    elsif v_type.name = 'bytea'::regtype then
        return 'bytes';
    elsif v_type.name in ('jsonb', 'jsonb[]') then
        return 'json';
    elsif v_type.name in ('bigint', 'numeric', 'real', 'double precision') then
        return 'number';
    elsif v_type.name in ('timestamptz', 'date') then
        return 'time';
    elsif v_type.name in ('daterange', 'tstzrange') then
        return 'period';
    elsif v_type.name = 'interval'::regtype then
        return 'span';
    elsif v_type.is_array then
        return 'list';
    end if;
    raise exception 'no bound is known for the type %: add its kind to seal_private.bound_kind()', p_type using errcode = '42804';
end $$;

ALTER FUNCTION seal_private.bound_kind(p_type regtype) OWNER TO sb_seal;

-- Name: FUNCTION bound_kind(p_type regtype); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bound_kind(p_type regtype) IS 'the kind of bound that a type needs';

-- Name: bounds_of_auth_sessions(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_auth_sessions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when not (new.not_after >= timestamptz '1900-01-01 00:00:00+00' and new.not_after < timestamptz '2200-01-01 00:00:00+00') then 'not_after'
            when octet_length(new.user_agent::text) > 10000 then 'user_agent'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'not_after' then 'a time from 1900 to 2199'
            when 'user_agent' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_auth_sessions() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_auth_sessions(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_auth_sessions() IS 'a trigger: keeps the bounds of auth.sessions';

-- Name: bounds_of_auth_users(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_auth_users() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'raw_user_meta_data' then case when pg_column_size(new.raw_user_meta_data) > 100000 or new.raw_user_meta_data @? 'strict $.**{101}' or new.raw_user_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_user_meta_data::text) > 100000 then 'raw_user_meta_data' end
        when 'raw_app_meta_data' then case when pg_column_size(new.raw_app_meta_data) > 100000 or new.raw_app_meta_data @? 'strict $.**{101}' or new.raw_app_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_app_meta_data::text) > 100000 then 'raw_app_meta_data' end
        when '' then case
            when octet_length(new.email::text) > 10000 then 'email'
            when octet_length(new.encrypted_password::text) > 10000 then 'encrypted_password'
            when not (new.email_confirmed_at >= timestamptz '1900-01-01 00:00:00+00' and new.email_confirmed_at < timestamptz '2200-01-01 00:00:00+00') then 'email_confirmed_at'
            when not (new.banned_until >= timestamptz '1900-01-01 00:00:00+00' and new.banned_until < timestamptz '2200-01-01 00:00:00+00') then 'banned_until'
            when not (new.last_sign_in_at >= timestamptz '1900-01-01 00:00:00+00' and new.last_sign_in_at < timestamptz '2200-01-01 00:00:00+00') then 'last_sign_in_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.raw_user_meta_data) > 100000 or new.raw_user_meta_data @? 'strict $.**{101}' or new.raw_user_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_user_meta_data::text) > 100000 then 'raw_user_meta_data'
            when pg_column_size(new.raw_app_meta_data) > 100000 or new.raw_app_meta_data @? 'strict $.**{101}' or new.raw_app_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_app_meta_data::text) > 100000 then 'raw_app_meta_data'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'email' then 'at most 10000 bytes'
            when 'encrypted_password' then 'at most 10000 bytes'
            when 'email_confirmed_at' then 'a time from 1900 to 2199'
            when 'raw_user_meta_data' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'raw_app_meta_data' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'banned_until' then 'a time from 1900 to 2199'
            when 'last_sign_in_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_auth_users() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_auth_users(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_auth_users() IS 'a trigger: keeps the bounds of auth.users';

-- Name: bounds_of_public_agent_runs(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_agent_runs() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'cached_writer_output' then case when pg_column_size(new.cached_writer_output) > 8000000 or new.cached_writer_output @? 'strict $.**{101}' or new.cached_writer_output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.cached_writer_output::text) > 8000000 then 'cached_writer_output' end
        when 'error' then case when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error' end
        when '' then case
            when not (new.tokens_in between -10000000000000 and 10000000000000) then 'tokens_in'
            when not (new.tokens_out between -10000000000000 and 10000000000000) then 'tokens_out'
            when not (new.cost_micros between -10000000000000 and 10000000000000) then 'cost_micros'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.cached_writer_output) > 8000000 or new.cached_writer_output @? 'strict $.**{101}' or new.cached_writer_output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.cached_writer_output::text) > 8000000 then 'cached_writer_output'
            when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'cached_writer_output' then 'at most 8000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'tokens_in' then 'a number from -10000000000000 to 10000000000000'
            when 'tokens_out' then 'a number from -10000000000000 to 10000000000000'
            when 'cost_micros' then 'a number from -10000000000000 to 10000000000000'
            when 'error' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_agent_runs() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_agent_runs(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_agent_runs() IS 'a trigger: keeps the bounds of public.agent_runs';

-- Name: bounds_of_public_agent_steps(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_agent_steps() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'edits' then case when pg_column_size(new.edits) > 1000000 or new.edits @? 'strict $.**{101}' or new.edits @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.edits::text) > 1000000 then 'edits' end
        when 'output' then case when pg_column_size(new.output) > 8000000 or new.output @? 'strict $.**{101}' or new.output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.output::text) > 8000000 then 'output' end
        when 'error' then case when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error' end
        when '' then case
            when octet_length(new.model::text) > 10000 then 'model'
            when octet_length(new.input_sha256) > 1000 then 'input_sha256'
            when not (new.tokens_in between -10000000000000 and 10000000000000) then 'tokens_in'
            when not (new.tokens_out between -10000000000000 and 10000000000000) then 'tokens_out'
            when not (new.cost_micros between -10000000000000 and 10000000000000) then 'cost_micros'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.edits) > 1000000 or new.edits @? 'strict $.**{101}' or new.edits @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.edits::text) > 1000000 then 'edits'
            when pg_column_size(new.output) > 8000000 or new.output @? 'strict $.**{101}' or new.output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.output::text) > 8000000 then 'output'
            when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'model' then 'at most 10000 bytes'
            when 'input_sha256' then 'at most 1000 bytes'
            when 'edits' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'output' then 'at most 8000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'tokens_in' then 'a number from -10000000000000 to 10000000000000'
            when 'tokens_out' then 'a number from -10000000000000 to 10000000000000'
            when 'cost_micros' then 'a number from -10000000000000 to 10000000000000'
            when 'error' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_agent_steps() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_agent_steps(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_agent_steps() IS 'a trigger: keeps the bounds of public.agent_steps';

-- Name: bounds_of_public_api_keys(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_api_keys() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'scopes' then case when cardinality(new.scopes) > 1000 or pg_column_size(new.scopes) > 100000 or octet_length(new.scopes::text) > 100000 then 'scopes' end
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.prefix::text) > 10000 then 'prefix'
            when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when cardinality(new.scopes) > 1000 or pg_column_size(new.scopes) > 100000 or octet_length(new.scopes::text) > 100000 then 'scopes'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'prefix' then 'at most 10000 bytes'
            when 'scopes' then 'at most 1000 elements, and 100000 bytes'
            when 'expires_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_api_keys() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_api_keys(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_api_keys() IS 'a trigger: keeps the bounds of public.api_keys';

-- Name: bounds_of_public_audit_heads(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_audit_heads() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when not (new.chain_no between -10000000000000 and 10000000000000) then 'chain_no'
            when octet_length(new.hash) > 1000 then 'hash'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'chain_no' then 'a number from -10000000000000 to 10000000000000'
            when 'hash' then 'at most 1000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_audit_heads() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_audit_heads(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_audit_heads() IS 'a trigger: keeps the bounds of public.audit_heads';

-- Name: bounds_of_public_audit_log(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_audit_log() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'detail' then case when pg_column_size(new.detail) > 100000 or new.detail @? 'strict $.**{101}' or new.detail @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.detail::text) > 100000 then 'detail' end
        when '' then case
            when octet_length(new.action::text) > 10000 then 'action'
            when octet_length(new.resource_type::text) > 10000 then 'resource_type'
            when octet_length(new.resource_id::text) > 10000 then 'resource_id'
            when octet_length(new.user_agent::text) > 10000 then 'user_agent'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.chain_no between -10000000000000 and 10000000000000) then 'chain_no'
            when octet_length(new.prev_hash) > 1000 then 'prev_hash'
            when octet_length(new.hash) > 1000 then 'hash'
            when octet_length(new.address_salt) > 1000 then 'address_salt'
            when octet_length(new.address_digest) > 1000 then 'address_digest'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.detail) > 100000 or new.detail @? 'strict $.**{101}' or new.detail @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.detail::text) > 100000 then 'detail'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'action' then 'at most 10000 bytes'
            when 'resource_type' then 'at most 10000 bytes'
            when 'resource_id' then 'at most 10000 bytes'
            when 'user_agent' then 'at most 10000 bytes'
            when 'detail' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'chain_no' then 'a number from -10000000000000 to 10000000000000'
            when 'prev_hash' then 'at most 1000 bytes'
            when 'hash' then 'at most 1000 bytes'
            when 'address_salt' then 'at most 1000 bytes'
            when 'address_digest' then 'at most 1000 bytes'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_audit_log() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_audit_log(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_audit_log() IS 'a trigger: keeps the bounds of public.audit_log';

-- Name: bounds_of_public_citations(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_citations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.section_id::text) > 10000 then 'section_id'
            when octet_length(new.quote::text) > 80000 then 'quote'
            when octet_length(new.source_title::text) > 10000 then 'source_title'
            when octet_length(new.heading::text) > 10000 then 'heading'
            when octet_length(new.prospect_name::text) > 10000 then 'prospect_name'
            when not (new.score between -10000000000000 and 10000000000000) then 'score'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'section_id' then 'at most 10000 bytes'
            when 'quote' then 'at most 80000 bytes'
            when 'source_title' then 'at most 10000 bytes'
            when 'heading' then 'at most 10000 bytes'
            when 'prospect_name' then 'at most 10000 bytes'
            when 'score' then 'a number from -10000000000000 to 10000000000000'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_citations() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_citations(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_citations() IS 'a trigger: keeps the bounds of public.citations';

-- Name: bounds_of_public_client_contacts(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_client_contacts() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.email::text) > 10000 then 'email'
            when octet_length(new.title::text) > 10000 then 'title'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'email' then 'at most 10000 bytes'
            when 'title' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_client_contacts() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_client_contacts(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_client_contacts() IS 'a trigger: keeps the bounds of public.client_contacts';

-- Name: bounds_of_public_client_intelligence(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_client_intelligence() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'psychographics' then case when pg_column_size(new.psychographics) > 1000000 or new.psychographics @? 'strict $.**{101}' or new.psychographics @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.psychographics::text) > 1000000 then 'psychographics' end
        when 'deal_history' then case when pg_column_size(new.deal_history) > 4000000 or to_jsonb(new.deal_history) @? 'strict $.**{101}' or to_jsonb(new.deal_history) @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.deal_history::text) > 4000000 then 'deal_history' end
        when '' then case
            when octet_length(new.client_name::text) > 10000 then 'client_name'
            when octet_length(new.embedding_model::text) > 10000 then 'embedding_model'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.psychographics) > 1000000 or new.psychographics @? 'strict $.**{101}' or new.psychographics @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.psychographics::text) > 1000000 then 'psychographics'
            when pg_column_size(new.deal_history) > 4000000 or to_jsonb(new.deal_history) @? 'strict $.**{101}' or to_jsonb(new.deal_history) @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.deal_history::text) > 4000000 then 'deal_history'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'client_name' then 'at most 10000 bytes'
            when 'psychographics' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'deal_history' then 'at most 4000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'embedding_model' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_client_intelligence() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_client_intelligence(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_client_intelligence() IS 'a trigger: keeps the bounds of public.client_intelligence';

-- Name: bounds_of_public_clients(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_clients() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.email::text) > 10000 then 'email'
            when octet_length(new.website::text) > 10000 then 'website'
            when octet_length(new.industry::text) > 10000 then 'industry'
            when octet_length(new.notes::text) > 100000 then 'notes'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'email' then 'at most 10000 bytes'
            when 'website' then 'at most 10000 bytes'
            when 'industry' then 'at most 10000 bytes'
            when 'notes' then 'at most 100000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_clients() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_clients(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_clients() IS 'a trigger: keeps the bounds of public.clients';

-- Name: bounds_of_public_content_blocks(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_content_blocks() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'tags' then case when cardinality(new.tags) > 1000 or pg_column_size(new.tags) > 100000 or octet_length(new.tags::text) > 100000 then 'tags' end
        when '' then case
            when octet_length(new.title::text) > 10000 then 'title'
            when octet_length(new.body::text) > 400000 then 'body'
            when not (new.review_by between date '1900-01-01' and date '2199-12-31') then 'review_by'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when cardinality(new.tags) > 1000 or pg_column_size(new.tags) > 100000 or octet_length(new.tags::text) > 100000 then 'tags'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'title' then 'at most 10000 bytes'
            when 'body' then 'at most 400000 bytes'
            when 'tags' then 'at most 1000 elements, and 100000 bytes'
            when 'review_by' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_content_blocks() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_content_blocks(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_content_blocks() IS 'a trigger: keeps the bounds of public.content_blocks';

-- Name: bounds_of_public_contracts(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_contracts() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'terms' then case when pg_column_size(new.terms) > 4000000 or new.terms @? 'strict $.**{101}' or new.terms @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.terms::text) > 4000000 then 'terms' end
        when '' then case
            when octet_length(new.client_name::text) > 10000 then 'client_name'
            when octet_length(new.title::text) > 10000 then 'title'
            when octet_length(new.scope::text) > 1000000 then 'scope'
            when not (new.effective_on between date '1900-01-01' and date '2199-12-31') then 'effective_on'
            when not (new.ends_on between date '1900-01-01' and date '2199-12-31') then 'ends_on'
            when not (new.signed_at >= timestamptz '1900-01-01 00:00:00+00' and new.signed_at < timestamptz '2200-01-01 00:00:00+00') then 'signed_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.terms) > 4000000 or new.terms @? 'strict $.**{101}' or new.terms @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.terms::text) > 4000000 then 'terms'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'client_name' then 'at most 10000 bytes'
            when 'title' then 'at most 10000 bytes'
            when 'scope' then 'at most 1000000 bytes'
            when 'terms' then 'at most 4000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'effective_on' then 'a time from 1900 to 2199'
            when 'ends_on' then 'a time from 1900 to 2199'
            when 'signed_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_contracts() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_contracts(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_contracts() IS 'a trigger: keeps the bounds of public.contracts';

-- Name: bounds_of_public_files(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_files() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.mime::text) > 10000 then 'mime'
            when octet_length(new.content) > 26214400 then 'content'
            when octet_length(new.resource_type::text) > 10000 then 'resource_type'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'mime' then 'at most 10000 bytes'
            when 'content' then 'at most 26214400 bytes'
            when 'resource_type' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_files() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_files(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_files() IS 'a trigger: keeps the bounds of public.files';

-- Name: bounds_of_public_invitations(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_invitations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.email::text) > 10000 then 'email'
            when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
            when not (new.accepted_at >= timestamptz '1900-01-01 00:00:00+00' and new.accepted_at < timestamptz '2200-01-01 00:00:00+00') then 'accepted_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'email' then 'at most 10000 bytes'
            when 'expires_at' then 'a time from 1900 to 2199'
            when 'accepted_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_invitations() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_invitations(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_invitations() IS 'a trigger: keeps the bounds of public.invitations';

-- Name: bounds_of_public_invoices(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_invoices() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.stripe_invoice_id::text) > 10000 then 'stripe_invoice_id'
            when octet_length(new.number::text) > 10000 then 'number'
            when not (new.amount between -10000000000000 and 10000000000000) then 'amount'
            when not (new.amount_paid between -10000000000000 and 10000000000000) then 'amount_paid'
            when octet_length(new.currency::text) > 10000 then 'currency'
            when octet_length(new.hosted_url::text) > 10000 then 'hosted_url'
            when not (new.period <@ daterange '[1900-01-01,2200-01-01)') then 'period'
            when not (new.issued_at >= timestamptz '1900-01-01 00:00:00+00' and new.issued_at < timestamptz '2200-01-01 00:00:00+00') then 'issued_at'
            when not (new.paid_at >= timestamptz '1900-01-01 00:00:00+00' and new.paid_at < timestamptz '2200-01-01 00:00:00+00') then 'paid_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'stripe_invoice_id' then 'at most 10000 bytes'
            when 'number' then 'at most 10000 bytes'
            when 'amount' then 'a number from -10000000000000 to 10000000000000'
            when 'amount_paid' then 'a number from -10000000000000 to 10000000000000'
            when 'currency' then 'at most 10000 bytes'
            when 'hosted_url' then 'at most 10000 bytes'
            when 'period' then 'a period within 1900 to 2199, with a beginning and an end'
            when 'issued_at' then 'a time from 1900 to 2199'
            when 'paid_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_invoices() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_invoices(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_invoices() IS 'a trigger: keeps the bounds of public.invoices';

-- Name: bounds_of_public_job_lanes(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_job_lanes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when not (new.token_limit between -1000000000000 and 1000000000000) then 'token_limit'
            when not (new.tokens_used between -1000000000000 and 1000000000000) then 'tokens_used'
            when not (new.period between date '1900-01-01' and date '2199-12-31') then 'period'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'token_limit' then 'a number from -1000000000000 to 1000000000000'
            when 'tokens_used' then 'a number from -1000000000000 to 1000000000000'
            when 'period' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_job_lanes() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_job_lanes(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_job_lanes() IS 'a trigger: keeps the bounds of public.job_lanes';

-- Name: bounds_of_public_job_schedules(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_job_schedules() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'payload' then case when pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000 then 'payload' end
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.job_type::text) > 10000 then 'job_type'
            when octet_length(new.cron::text) > 10000 then 'cron'
            when octet_length(new.timezone::text) > 10000 then 'timezone'
            when not (new.max_tokens between -1000000000000 and 1000000000000) then 'max_tokens'
            when not (new.next_run_at >= timestamptz '1900-01-01 00:00:00+00' and new.next_run_at < timestamptz '2200-01-01 00:00:00+00') then 'next_run_at'
            when octet_length(new.off_reason::text) > 10000 then 'off_reason'
            when not (new.last_run_at >= timestamptz '1900-01-01 00:00:00+00' and new.last_run_at < timestamptz '2200-01-01 00:00:00+00') then 'last_run_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000 then 'payload'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'job_type' then 'at most 10000 bytes'
            when 'payload' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'cron' then 'at most 10000 bytes'
            when 'timezone' then 'at most 10000 bytes'
            when 'max_tokens' then 'a number from -1000000000000 to 1000000000000'
            when 'next_run_at' then 'a time from 1900 to 2199'
            when 'off_reason' then 'at most 10000 bytes'
            when 'last_run_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_job_schedules() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_job_schedules(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_job_schedules() IS 'a trigger: keeps the bounds of public.job_schedules';

-- Name: bounds_of_public_jobs(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_jobs() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'payload' then case when pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000 then 'payload' end
        when 'result' then case when pg_column_size(new.result) > 1000000 or new.result @? 'strict $.**{101}' or new.result @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.result::text) > 1000000 then 'result' end
        when 'error' then case when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error' end
        when 'progress' then case when pg_column_size(new.progress) > 100000 or new.progress @? 'strict $.**{101}' or new.progress @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.progress::text) > 100000 then 'progress' end
        when '' then case
            when octet_length(new.job_type::text) > 10000 then 'job_type'
            when not (new.actual_tokens between -1000000000000 and 1000000000000) then 'actual_tokens'
            when not (new.run_at >= timestamptz '1900-01-01 00:00:00+00' and new.run_at < timestamptz '2200-01-01 00:00:00+00') then 'run_at'
            when octet_length(new.unique_key::text) > 10000 then 'unique_key'
            when not (new.deadline_at >= timestamptz '1900-01-01 00:00:00+00' and new.deadline_at < timestamptz '2200-01-01 00:00:00+00') then 'deadline_at'
            when not (new.started_at >= timestamptz '1900-01-01 00:00:00+00' and new.started_at < timestamptz '2200-01-01 00:00:00+00') then 'started_at'
            when not (new.finished_at >= timestamptz '1900-01-01 00:00:00+00' and new.finished_at < timestamptz '2200-01-01 00:00:00+00') then 'finished_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
            when not (new.max_tokens between -1000000000000 and 1000000000000) then 'max_tokens'
            when not (new.attempt_tokens between -1000000000000 and 1000000000000) then 'attempt_tokens'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000 then 'payload'
            when pg_column_size(new.result) > 1000000 or new.result @? 'strict $.**{101}' or new.result @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.result::text) > 1000000 then 'result'
            when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error'
            when pg_column_size(new.progress) > 100000 or new.progress @? 'strict $.**{101}' or new.progress @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.progress::text) > 100000 then 'progress'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'job_type' then 'at most 10000 bytes'
            when 'payload' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'result' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'error' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'actual_tokens' then 'a number from -1000000000000 to 1000000000000'
            when 'run_at' then 'a time from 1900 to 2199'
            when 'unique_key' then 'at most 10000 bytes'
            when 'deadline_at' then 'a time from 1900 to 2199'
            when 'started_at' then 'a time from 1900 to 2199'
            when 'finished_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            when 'max_tokens' then 'a number from -1000000000000 to 1000000000000'
            when 'attempt_tokens' then 'a number from -1000000000000 to 1000000000000'
            when 'progress' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_jobs() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_jobs(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_jobs() IS 'a trigger: keeps the bounds of public.jobs';

-- Name: bounds_of_public_knowledge_sources(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_knowledge_sources() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.title::text) > 10000 then 'title'
            when octet_length(new.url::text) > 10000 then 'url'
            when octet_length(new.sha256) > 1000 then 'sha256'
            when octet_length(new.embedding_model::text) > 10000 then 'embedding_model'
            when not (new.review_by between date '1900-01-01' and date '2199-12-31') then 'review_by'
            when octet_length(new.error::text) > 10000 then 'error'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'title' then 'at most 10000 bytes'
            when 'url' then 'at most 10000 bytes'
            when 'sha256' then 'at most 1000 bytes'
            when 'embedding_model' then 'at most 10000 bytes'
            when 'review_by' then 'a time from 1900 to 2199'
            when 'error' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_knowledge_sources() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_knowledge_sources(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_knowledge_sources() IS 'a trigger: keeps the bounds of public.knowledge_sources';

-- Name: bounds_of_public_org_brain(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_org_brain() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.heading::text) > 10000 then 'heading'
            when octet_length(new.content_text::text) > 80000 then 'content_text'
            when octet_length(new.embedding_model::text) > 10000 then 'embedding_model'
            when not (new.review_by between date '1900-01-01' and date '2199-12-31') then 'review_by'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'heading' then 'at most 10000 bytes'
            when 'content_text' then 'at most 80000 bytes'
            when 'embedding_model' then 'at most 10000 bytes'
            when 'review_by' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_org_brain() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_org_brain(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_org_brain() IS 'a trigger: keeps the bounds of public.org_brain';

-- Name: bounds_of_public_org_members(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_org_members() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when not (new.joined_at >= timestamptz '1900-01-01 00:00:00+00' and new.joined_at < timestamptz '2200-01-01 00:00:00+00') then 'joined_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'joined_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_org_members() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_org_members(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_org_members() IS 'a trigger: keeps the bounds of public.org_members';

-- Name: bounds_of_public_org_settings(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_org_settings() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'value' then case when pg_column_size(new.value) > 100000 or new.value @? 'strict $.**{101}' or new.value @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.value::text) > 100000 then 'value' end
        when '' then case
            when octet_length(new.key::text) > 10000 then 'key'
            when octet_length(new.reason::text) > 10000 then 'reason'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.value) > 100000 or new.value @? 'strict $.**{101}' or new.value @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.value::text) > 100000 then 'value'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'key' then 'at most 10000 bytes'
            when 'value' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'reason' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_org_settings() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_org_settings(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_org_settings() IS 'a trigger: keeps the bounds of public.org_settings';

-- Name: bounds_of_public_organizations(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_organizations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'branding' then case when pg_column_size(new.branding) > 100000 or new.branding @? 'strict $.**{101}' or new.branding @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.branding::text) > 100000 then 'branding' end
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.plan::text) > 10000 then 'plan'
            when octet_length(new.stripe_customer_id::text) > 10000 then 'stripe_customer_id'
            when octet_length(new.locale::text) > 10000 then 'locale'
            when octet_length(new.currency::text) > 10000 then 'currency'
            when octet_length(new.timezone::text) > 10000 then 'timezone'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.branding) > 100000 or new.branding @? 'strict $.**{101}' or new.branding @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.branding::text) > 100000 then 'branding'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'plan' then 'at most 10000 bytes'
            when 'branding' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'stripe_customer_id' then 'at most 10000 bytes'
            when 'locale' then 'at most 10000 bytes'
            when 'currency' then 'at most 10000 bytes'
            when 'timezone' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_organizations() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_organizations(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_organizations() IS 'a trigger: keeps the bounds of public.organizations';

-- Name: bounds_of_public_profiles(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_profiles() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.email::text) > 10000 then 'email'
            when not (new.email_confirmed_at >= timestamptz '1900-01-01 00:00:00+00' and new.email_confirmed_at < timestamptz '2200-01-01 00:00:00+00') then 'email_confirmed_at'
            when octet_length(new.full_name::text) > 10000 then 'full_name'
            when octet_length(new.locale::text) > 10000 then 'locale'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'email' then 'at most 10000 bytes'
            when 'email_confirmed_at' then 'a time from 1900 to 2199'
            when 'full_name' then 'at most 10000 bytes'
            when 'locale' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_profiles() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_profiles(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_profiles() IS 'a trigger: keeps the bounds of public.profiles';

-- Name: bounds_of_public_proposal_line_items(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_proposal_line_items() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.label::text) > 10000 then 'label'
            when octet_length(new.description::text) > 100000 then 'description'
            when octet_length(new.option_group::text) > 10000 then 'option_group'
            when not (new.quantity between -10000000000000 and 10000000000000) then 'quantity'
            when octet_length(new.unit::text) > 10000 then 'unit'
            when not (new.unit_price_minor between -10000000000000 and 10000000000000) then 'unit_price_minor'
            when not (new.discount between -10000000000000 and 10000000000000) then 'discount'
            when not (new.tax_rate between -10000000000000 and 10000000000000) then 'tax_rate'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'label' then 'at most 10000 bytes'
            when 'description' then 'at most 100000 bytes'
            when 'option_group' then 'at most 10000 bytes'
            when 'quantity' then 'a number from -10000000000000 to 10000000000000'
            when 'unit' then 'at most 10000 bytes'
            when 'unit_price_minor' then 'a number from -10000000000000 to 10000000000000'
            when 'discount' then 'a number from -10000000000000 to 10000000000000'
            when 'tax_rate' then 'a number from -10000000000000 to 10000000000000'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_proposal_line_items() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_proposal_line_items(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_proposal_line_items() IS 'a trigger: keeps the bounds of public.proposal_line_items';

-- Name: bounds_of_public_proposal_versions(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_proposal_versions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'content' then case when pg_column_size(new.content) > 8000000 or new.content @? 'strict $.**{101}' or new.content @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.content::text) > 8000000 then 'content' end
        when 'line_items' then case when pg_column_size(new.line_items) > 4000000 or new.line_items @? 'strict $.**{101}' or new.line_items @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.line_items::text) > 4000000 then 'line_items' end
        when '' then case
            when octet_length(new.title::text) > 10000 then 'title'
            when octet_length(new.currency::text) > 10000 then 'currency'
            when not (new.total_minor between -10000000000000 and 10000000000000) then 'total_minor'
            when octet_length(new.content_sha256) > 1000 then 'content_sha256'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.content) > 8000000 or new.content @? 'strict $.**{101}' or new.content @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.content::text) > 8000000 then 'content'
            when pg_column_size(new.line_items) > 4000000 or new.line_items @? 'strict $.**{101}' or new.line_items @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.line_items::text) > 4000000 then 'line_items'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'title' then 'at most 10000 bytes'
            when 'content' then 'at most 8000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'line_items' then 'at most 4000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'currency' then 'at most 10000 bytes'
            when 'total_minor' then 'a number from -10000000000000 to 10000000000000'
            when 'content_sha256' then 'at most 1000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_proposal_versions() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_proposal_versions(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_proposal_versions() IS 'a trigger: keeps the bounds of public.proposal_versions';

-- Name: bounds_of_public_proposals(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_proposals() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'content' then case when pg_column_size(new.content) > 8000000 or new.content @? 'strict $.**{101}' or new.content @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.content::text) > 8000000 then 'content' end
        when '' then case
            when octet_length(new.title::text) > 10000 then 'title'
            when octet_length(new.outcome_reason::text) > 10000 then 'outcome_reason'
            when octet_length(new.brief::text) > 4000000 then 'brief'
            when octet_length(new.currency::text) > 10000 then 'currency'
            when not (new.total_minor between -10000000000000 and 10000000000000) then 'total_minor'
            when not (new.valid_until between date '1900-01-01' and date '2199-12-31') then 'valid_until'
            when not (new.sent_at >= timestamptz '1900-01-01 00:00:00+00' and new.sent_at < timestamptz '2200-01-01 00:00:00+00') then 'sent_at'
            when not (new.decided_at >= timestamptz '1900-01-01 00:00:00+00' and new.decided_at < timestamptz '2200-01-01 00:00:00+00') then 'decided_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.content) > 8000000 or new.content @? 'strict $.**{101}' or new.content @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.content::text) > 8000000 then 'content'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'title' then 'at most 10000 bytes'
            when 'outcome_reason' then 'at most 10000 bytes'
            when 'brief' then 'at most 4000000 bytes'
            when 'content' then 'at most 8000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'currency' then 'at most 10000 bytes'
            when 'total_minor' then 'a number from -10000000000000 to 10000000000000'
            when 'valid_until' then 'a time from 1900 to 2199'
            when 'sent_at' then 'a time from 1900 to 2199'
            when 'decided_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_proposals() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_proposals(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_proposals() IS 'a trigger: keeps the bounds of public.proposals';

-- Name: bounds_of_public_prospect_intelligence(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_prospect_intelligence() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'profile' then case when pg_column_size(new.profile) > 4000000 or new.profile @? 'strict $.**{101}' or new.profile @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.profile::text) > 4000000 then 'profile' end
        when 'sources' then case when pg_column_size(new.sources) > 4000000 or new.sources @? 'strict $.**{101}' or new.sources @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.sources::text) > 4000000 then 'sources' end
        when '' then case
            when octet_length(new.prospect_name::text) > 10000 then 'prospect_name'
            when octet_length(new.website_url::text) > 10000 then 'website_url'
            when not (new.cached_at >= timestamptz '1900-01-01 00:00:00+00' and new.cached_at < timestamptz '2200-01-01 00:00:00+00') then 'cached_at'
            when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.profile) > 4000000 or new.profile @? 'strict $.**{101}' or new.profile @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.profile::text) > 4000000 then 'profile'
            when pg_column_size(new.sources) > 4000000 or new.sources @? 'strict $.**{101}' or new.sources @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.sources::text) > 4000000 then 'sources'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'prospect_name' then 'at most 10000 bytes'
            when 'website_url' then 'at most 10000 bytes'
            when 'profile' then 'at most 4000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'sources' then 'at most 4000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'cached_at' then 'a time from 1900 to 2199'
            when 'expires_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_prospect_intelligence() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_prospect_intelligence(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_prospect_intelligence() IS 'a trigger: keeps the bounds of public.prospect_intelligence';

-- Name: bounds_of_public_rfp_requirements(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_rfp_requirements() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.ref::text) > 10000 then 'ref'
            when octet_length(new.text::text) > 80000 then 'text'
            when octet_length(new.section_id::text) > 10000 then 'section_id'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'ref' then 'at most 10000 bytes'
            when 'text' then 'at most 80000 bytes'
            when 'section_id' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_rfp_requirements() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_rfp_requirements(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_rfp_requirements() IS 'a trigger: keeps the bounds of public.rfp_requirements';

-- Name: bounds_of_public_services(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_services() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.description::text) > 100000 then 'description'
            when octet_length(new.unit::text) > 10000 then 'unit'
            when not (new.unit_price_minor between -10000000000000 and 10000000000000) then 'unit_price_minor'
            when octet_length(new.currency::text) > 10000 then 'currency'
            when not (new.tax_rate between -10000000000000 and 10000000000000) then 'tax_rate'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'description' then 'at most 100000 bytes'
            when 'unit' then 'at most 10000 bytes'
            when 'unit_price_minor' then 'a number from -10000000000000 to 10000000000000'
            when 'currency' then 'at most 10000 bytes'
            when 'tax_rate' then 'a number from -10000000000000 to 10000000000000'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_services() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_services(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_services() IS 'a trigger: keeps the bounds of public.services';

-- Name: bounds_of_public_share_links(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_share_links() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.password_salt) > 1000 then 'password_salt'
            when octet_length(new.password_proof) > 1000 then 'password_proof'
            when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'password_salt' then 'at most 1000 bytes'
            when 'password_proof' then 'at most 1000 bytes'
            when 'expires_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_share_links() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_share_links(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_share_links() IS 'a trigger: keeps the bounds of public.share_links';

-- Name: bounds_of_public_stripe_events(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_stripe_events() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.id::text) > 10000 then 'id'
            when octet_length(new.type::text) > 10000 then 'type'
            when not (new.created >= timestamptz '1900-01-01 00:00:00+00' and new.created < timestamptz '2200-01-01 00:00:00+00') then 'created'
            when not (new.received_at >= timestamptz '1900-01-01 00:00:00+00' and new.received_at < timestamptz '2200-01-01 00:00:00+00') then 'received_at'
            when not (new.handled_at >= timestamptz '1900-01-01 00:00:00+00' and new.handled_at < timestamptz '2200-01-01 00:00:00+00') then 'handled_at'
            when octet_length(new.error::text) > 10000 then 'error'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'id' then 'at most 10000 bytes'
            when 'type' then 'at most 10000 bytes'
            when 'created' then 'a time from 1900 to 2199'
            when 'received_at' then 'a time from 1900 to 2199'
            when 'handled_at' then 'a time from 1900 to 2199'
            when 'error' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_stripe_events() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_stripe_events(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_stripe_events() IS 'a trigger: keeps the bounds of public.stripe_events';

-- Name: bounds_of_public_subscriptions(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_subscriptions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.stripe_subscription_id::text) > 10000 then 'stripe_subscription_id'
            when octet_length(new.plan::text) > 10000 then 'plan'
            when not (new.current_period_end >= timestamptz '1900-01-01 00:00:00+00' and new.current_period_end < timestamptz '2200-01-01 00:00:00+00') then 'current_period_end'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'stripe_subscription_id' then 'at most 10000 bytes'
            when 'plan' then 'at most 10000 bytes'
            when 'current_period_end' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_subscriptions() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_subscriptions(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_subscriptions() IS 'a trigger: keeps the bounds of public.subscriptions';

-- Name: bounds_of_public_system_settings(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_system_settings() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'value' then case when pg_column_size(new.value) > 100000 or new.value @? 'strict $.**{101}' or new.value @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.value::text) > 100000 then 'value' end
        when '' then case
            when octet_length(new.key::text) > 10000 then 'key'
            when octet_length(new.description::text) > 10000 then 'description'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.value) > 100000 or new.value @? 'strict $.**{101}' or new.value @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.value::text) > 100000 then 'value'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'key' then 'at most 10000 bytes'
            when 'value' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'description' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_system_settings() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_system_settings(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_system_settings() IS 'a trigger: keeps the bounds of public.system_settings';

-- Name: bounds_of_public_templates(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_templates() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'content' then case when pg_column_size(new.content) > 8000000 or new.content @? 'strict $.**{101}' or new.content @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.content::text) > 8000000 then 'content' end
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.locale::text) > 10000 then 'locale'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.content) > 8000000 or new.content @? 'strict $.**{101}' or new.content @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.content::text) > 8000000 then 'content'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'content' then 'at most 8000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'locale' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_templates() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_templates(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_templates() IS 'a trigger: keeps the bounds of public.templates';

-- Name: bounds_of_public_usage_events(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_public_usage_events() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.kind::text) > 10000 then 'kind'
            when not (new.quantity between -1000000000000 and 1000000000000) then 'quantity'
            when not (new.tokens between -1000000000000 and 1000000000000) then 'tokens'
            when not (new.cost_micros between -1000000000000 and 1000000000000) then 'cost_micros'
            when not (new.period between date '1900-01-01' and date '2199-12-31') then 'period'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'kind' then 'at most 10000 bytes'
            when 'quantity' then 'a number from -1000000000000 to 1000000000000'
            when 'tokens' then 'a number from -1000000000000 to 1000000000000'
            when 'cost_micros' then 'a number from -1000000000000 to 1000000000000'
            when 'period' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_usage_events() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_public_usage_events(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_public_usage_events() IS 'a trigger: keeps the bounds of public.usage_events';

-- Name: bounds_of_queue_quarantines(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_queue_quarantines() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when not (new.until >= timestamptz '1900-01-01 00:00:00+00' and new.until < timestamptz '2200-01-01 00:00:00+00') then 'until'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'until' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_queue_quarantines() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_queue_quarantines(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_queue_quarantines() IS 'a trigger: keeps the bounds of queue.quarantines';

-- Name: bounds_of_queue_set_aside(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_queue_set_aside() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.reason::text) > 10000 then 'reason'
            when not (new.first_at >= timestamptz '1900-01-01 00:00:00+00' and new.first_at < timestamptz '2200-01-01 00:00:00+00') then 'first_at'
            when not (new.retry_at >= timestamptz '1900-01-01 00:00:00+00' and new.retry_at < timestamptz '2200-01-01 00:00:00+00') then 'retry_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'reason' then 'at most 10000 bytes'
            when 'first_at' then 'a time from 1900 to 2199'
            when 'retry_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_queue_set_aside() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_queue_set_aside(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_queue_set_aside() IS 'a trigger: keeps the bounds of queue.set_aside';

-- Name: bounds_of_queue_stops(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_queue_stops() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.job_type::text) > 10000 then 'job_type'
            when octet_length(new.reason::text) > 10000 then 'reason'
            when not (new.stopped_at >= timestamptz '1900-01-01 00:00:00+00' and new.stopped_at < timestamptz '2200-01-01 00:00:00+00') then 'stopped_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'job_type' then 'at most 10000 bytes'
            when 'reason' then 'at most 10000 bytes'
            when 'stopped_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_queue_stops() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_queue_stops(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_queue_stops() IS 'a trigger: keeps the bounds of queue.stops';

-- Name: bounds_of_queue_workers(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_queue_workers() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.host::text) > 10000 then 'host'
            when not (new.ttl between interval '-100 years' and interval '100 years') then 'ttl'
            when not (new.beat_at >= timestamptz '1900-01-01 00:00:00+00' and new.beat_at < timestamptz '2200-01-01 00:00:00+00') then 'beat_at'
            when not (new.started_at >= timestamptz '1900-01-01 00:00:00+00' and new.started_at < timestamptz '2200-01-01 00:00:00+00') then 'started_at'
            when not (new.company between -10000000000000 and 10000000000000) then 'company'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'host' then 'at most 10000 bytes'
            when 'ttl' then 'at most 100 years'
            when 'beat_at' then 'a time from 1900 to 2199'
            when 'started_at' then 'a time from 1900 to 2199'
            when 'company' then 'a number from -10000000000000 to 10000000000000'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_queue_workers() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_queue_workers(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_queue_workers() IS 'a trigger: keeps the bounds of queue.workers';

-- Name: bounds_of_seal_private_credentials(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_seal_private_credentials() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.stored) > 1000 then 'stored'
            when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
            when not (new.revoked_at >= timestamptz '1900-01-01 00:00:00+00' and new.revoked_at < timestamptz '2200-01-01 00:00:00+00') then 'revoked_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'stored' then 'at most 1000 bytes'
            when 'expires_at' then 'a time from 1900 to 2199'
            when 'revoked_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_seal_private_credentials() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_seal_private_credentials(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_seal_private_credentials() IS 'a trigger: keeps the bounds of seal_private.credentials';

-- Name: bounds_of_seal_private_keys(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_seal_private_keys() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.purpose::text) > 10000 then 'purpose'
            when octet_length(new.ipad) > 1000 then 'ipad'
            when octet_length(new.opad) > 1000 then 'opad'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'purpose' then 'at most 10000 bytes'
            when 'ipad' then 'at most 1000 bytes'
            when 'opad' then 'at most 1000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'expires_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_seal_private_keys() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_seal_private_keys(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_seal_private_keys() IS 'a trigger: keeps the bounds of seal_private.keys';

-- Name: bounds_of_seal_private_link_tries(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_seal_private_link_tries() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when not (new.locked_until >= timestamptz '1900-01-01 00:00:00+00' and new.locked_until < timestamptz '2200-01-01 00:00:00+00') then 'locked_until'
            when octet_length(new.ticket) > 1000 then 'ticket'
            when not (new.ticket_until >= timestamptz '1900-01-01 00:00:00+00' and new.ticket_until < timestamptz '2200-01-01 00:00:00+00') then 'ticket_until'
            when not (new.ticket_of between -9000000000000000000 and 9000000000000000000) then 'ticket_of'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'locked_until' then 'a time from 1900 to 2199'
            when 'ticket' then 'at most 1000 bytes'
            when 'ticket_until' then 'a time from 1900 to 2199'
            when 'ticket_of' then 'a number from -9000000000000000000 to 9000000000000000000'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_seal_private_link_tries() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_seal_private_link_tries(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_seal_private_link_tries() IS 'a trigger: keeps the bounds of seal_private.link_tries';

-- Name: bounds_of_system_event_actions(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.bounds_of_system_event_actions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.action::text) > 10000 then 'action'
            when octet_length(new.meaning::text) > 10000 then 'meaning'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'action' then 'at most 10000 bytes'
            when 'meaning' then 'at most 10000 bytes'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_system_event_actions() OWNER TO sb_seal;

-- Name: FUNCTION bounds_of_system_event_actions(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.bounds_of_system_event_actions() IS 'a trigger: keeps the bounds of system.event_actions';

-- Name: chain_events(uuid, integer); Type: FUNCTION; Schema: seal_private; Owner: sb_gate

CREATE FUNCTION seal_private.chain_events(p_org uuid, p_limit integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
    v_head  public.audit_heads;
    v_event public.audit_log;
    v_count bigint := 0;
begin
    select * into strict v_head from public.audit_heads h where h.org_id = p_org for update;
    -- From here on nobody else chains here, and the next statement sees all that was chained before.
    for v_event in
        select * from public.audit_log a
         where a.org_id = p_org and a.chain_no is null
           and not queue.is_aside('chain', p_org, a.id)
         order by a.created_at, a.id limit p_limit
    loop
        v_event.address_salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
        v_event.address_digest := seal_private.digest_of(
            'sealedbid audit address 1', encode(v_event.address_salt, 'hex'), v_event.ip::text, v_event.user_agent);
        v_event.chain_no := v_head.chain_no + 1;
        v_event.prev_hash := v_head.hash;
        v_event.hash := seal_private.digest_of(
            'sealedbid audit event 2', v_event.org_id::text, v_event.chain_no::text, encode(v_event.prev_hash, 'hex'), v_event.id::text,
            to_char(v_event.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), v_event.user_id::text, v_event.actor_kind,
            v_event.is_said::text, v_event.action, v_event.resource_type, v_event.resource_id, v_event.detail::text,
            encode(v_event.address_digest, 'hex'));
        update public.audit_log a
           set chain_no = v_event.chain_no, prev_hash = v_event.prev_hash, hash = v_event.hash,
               address_salt = v_event.address_salt, address_digest = v_event.address_digest
         where a.org_id = p_org and a.id = v_event.id;
        v_head.chain_no := v_event.chain_no;
        v_head.hash := v_event.hash;
        v_count := v_count + 1;
    end loop;
    if v_count > 0 then
        update public.audit_heads h set chain_no = v_head.chain_no, hash = v_head.hash where h.org_id = p_org;
    end if;
    return v_count;
end $$;

ALTER FUNCTION seal_private.chain_events(p_org uuid, p_limit integer) OWNER TO sb_gate;

-- Name: FUNCTION chain_events(p_org uuid, p_limit integer); Type: COMMENT; Schema: seal_private; Owner: sb_gate

COMMENT ON FUNCTION seal_private.chain_events(p_org uuid, p_limit integer) IS 'Appends events of one organisation to its chain, up to so many (null: all), by when they happened, but for what was put aside. It has to have a head. How many.';

-- Name: chain_one_by_one(uuid, integer); Type: FUNCTION; Schema: seal_private; Owner: sb_gate

CREATE FUNCTION seal_private.chain_one_by_one(p_org uuid, p_limit integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_count bigint := 0;
    v_state text;
    v_name  text;
    v_event uuid;
begin
    for i in 1 .. p_limit loop
        begin
            exit when seal_private.chain_events(p_org, 1) = 0;
            v_count := v_count + 1;
        exception when others then
            get stacked diagnostics v_state = returned_sqlstate, v_name = constraint_name;
            if queue.is_passing(v_state) then
                return v_count;
            end if;
            select a.id into v_event from public.audit_log a
             where a.org_id = p_org and a.chain_no is null
               and not queue.is_aside('chain', p_org, a.id)
             order by a.created_at, a.id limit 1;
            perform queue.put_aside('chain', p_org, v_event, concat_ws(' ', v_state, nullif(v_name, '')));
            exit when v_event is null;
        end;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION seal_private.chain_one_by_one(p_org uuid, p_limit integer) OWNER TO sb_gate;

-- Name: FUNCTION chain_one_by_one(p_org uuid, p_limit integer); Type: COMMENT; Schema: seal_private; Owner: sb_gate

COMMENT ON FUNCTION seal_private.chain_one_by_one(p_org uuid, p_limit integer) IS 'the chain of one organization goes on past what was put aside';

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

-- Name: count_change(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.count_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.lock_version := old.lock_version + 1;
    return new;
end $$;

ALTER FUNCTION seal_private.count_change() OWNER TO sb_seal;

-- Name: FUNCTION count_change(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.count_change() IS 'a trigger: counts changes in lock_version';

-- Name: count_draft(); Type: FUNCTION; Schema: seal_private; Owner: sb_gate

CREATE FUNCTION seal_private.count_draft() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.usage_events (org_id, kind, job_id) values (new.org_id, 'proposal.drafted', new.job_id);
    return null;
end $$;

ALTER FUNCTION seal_private.count_draft() OWNER TO sb_gate;

-- Name: FUNCTION count_draft(); Type: COMMENT; Schema: seal_private; Owner: sb_gate

COMMENT ON FUNCTION seal_private.count_draft() IS 'a trigger: no tenant may write what it has used';

-- Name: date_contract(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.date_contract() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.signed_at := now();
    return new;
end $$;

ALTER FUNCTION seal_private.date_contract() OWNER TO sb_seal;

-- Name: FUNCTION date_contract(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.date_contract() IS 'a trigger: when a contract was signed';

-- Name: date_proposal(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.date_proposal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if new.status = 'sent' then
        new.sent_at := coalesce(old.sent_at, now());
        new.decided_at := null;
    elsif new.status in ('accepted', 'declined', 'expired') then
        new.decided_at := now();
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.date_proposal() OWNER TO sb_seal;

-- Name: FUNCTION date_proposal(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.date_proposal() IS 'a trigger: when a proposal was sent and decided';

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

-- Name: digest_of(text[]); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select sha256(convert_to(string_agg(coalesce(octet_length(convert_to(f.field, 'UTF8')) || ':' || f.field, '-'), '' order by f.place), 'UTF8'))
      from unnest(p_fields) with ordinality f (field, place)
$$;

ALTER FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) OWNER TO sb_seal;

-- Name: FUNCTION digest_of(VARIADIC p_fields text[]); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) IS 'sha256 over texts, each as its length in bytes, a colon and itself in UTF-8; null as a hyphen.';

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

-- Name: end_share_link(); Type: FUNCTION; Schema: seal_private; Owner: sb_gate

CREATE FUNCTION seal_private.end_share_link() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.revoke_subject('link', old.org_id, old.id);
    return null;
end $$;

ALTER FUNCTION seal_private.end_share_link() OWNER TO sb_gate;

-- Name: FUNCTION end_share_link(); Type: COMMENT; Schema: seal_private; Owner: sb_gate

COMMENT ON FUNCTION seal_private.end_share_link() IS 'a trigger: the credential of a deleted link ends with its row';

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

-- Name: is_good(text, bytea, uuid); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.is_good(p_kind text, p_proof bytea, p_org uuid) RETURNS boolean
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (select from seal_private.credentials
                    where stored = sha256(p_proof) and kind = p_kind and org_id = p_org and revoked_at is null and expires_at > clock_timestamp())
$$;

ALTER FUNCTION seal_private.is_good(p_kind text, p_proof bytea, p_org uuid) OWNER TO sb_seal;

-- Name: FUNCTION is_good(p_kind text, p_proof bytea, p_org uuid); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.is_good(p_kind text, p_proof bytea, p_org uuid) IS 'an invitation is looked at before its organization is locked';

-- Name: is_operator(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.is_operator() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(seal.org(3) = '00000000-0000-0000-0000-000000000000', false) or pg_has_role(session_user, 'sb_owner', 'member')
$$;

ALTER FUNCTION seal_private.is_operator() OWNER TO sb_seal;

-- Name: FUNCTION is_operator(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.is_operator() IS 'whether this is an admin of the platform, or the installer';

-- Name: key_lives(uuid, uuid); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (select from seal_private.credentials c
                    where c.subject = p_key and c.kind = 'key' and c.org_id = p_org and c.revoked_at is null and c.expires_at > clock_timestamp())
$$;

ALTER FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) OWNER TO sb_seal;

-- Name: FUNCTION key_lives(p_org uuid, p_key uuid); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) IS 'what a key set going ends with it';

-- Name: link_of(bytea, uuid); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.link_of(p_proof bytea, p_org uuid) RETURNS uuid
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select c.subject from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = 'link' and c.org_id = p_org and c.revoked_at is null and c.expires_at > clock_timestamp()
$$;

ALTER FUNCTION seal_private.link_of(p_proof bytea, p_org uuid) OWNER TO sb_seal;

-- Name: FUNCTION link_of(p_proof bytea, p_org uuid); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.link_of(p_proof bytea, p_org uuid) IS 'the link of a proof';

-- Name: make_heads(uuid[]); Type: FUNCTION; Schema: seal_private; Owner: sb_gate

CREATE FUNCTION seal_private.make_heads(p_orgs uuid[]) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.audit_heads (org_id)
    select o.id from public.organizations o where o.id = any (p_orgs) order by o.id for key share
    on conflict on constraint audit_heads_pkey do nothing
$$;

ALTER FUNCTION seal_private.make_heads(p_orgs uuid[]) OWNER TO sb_gate;

-- Name: FUNCTION make_heads(p_orgs uuid[]); Type: COMMENT; Schema: seal_private; Owner: sb_gate

COMMENT ON FUNCTION seal_private.make_heads(p_orgs uuid[]) IS 'heads of organisations that have none yet';

-- Name: move_along(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.move_along() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_line text;
begin
    foreach v_line in array tg_argv[1:] loop
        if split_part(v_line, ': ', 1) = old.status and new.status = any (string_to_array(split_part(v_line, ': ', 2), ' ')) then
            return new;
        end if;
    end loop;
    raise exception '% does not become %', old.status, new.status
        using errcode = '23514', constraint = tg_argv[0], schema = tg_table_schema, table = tg_table_name, column = 'status';
end $$;

ALTER FUNCTION seal_private.move_along() OWNER TO sb_seal;

-- Name: FUNCTION move_along(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.move_along() IS 'a trigger: states move along the lines that it names';

-- Name: note(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.note() RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    delete from seal.noted;
    insert into seal.noted (kind, name, content) select kind, name, content from seal.notable();
$$;

ALTER FUNCTION seal_private.note() OWNER TO sb_seal;

-- Name: FUNCTION note(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.note() IS 'Notes the schema as it is. After each migration, in its transaction.';

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

-- Name: protect(regclass, text, text, text, text, text[], text[], text[], text, text, jsonb); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.protect(p_table regclass, p_read text DEFAULT 'viewer'::text, p_add text DEFAULT 'member'::text, p_change text DEFAULT 'member'::text, p_remove text DEFAULT 'admin'::text, p_fixed text[] DEFAULT '{}'::text[], p_once text[] DEFAULT '{}'::text[], p_hidden text[] DEFAULT '{}'::text[], p_floor text DEFAULT NULL::text, p_kind text DEFAULT NULL::text, p_most jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    -- The call in a sub-select is evaluated once a statement; bare, it would be once a row.
    v_own     constant text := '(org_id = (select seal.org(%s)))';
    v_unset   constant text[] := p_fixed || array['created_at', 'updated_at'];
    v_kept    constant text[] := v_unset || p_once || array['org_id', 'id'];
    v_of_kind constant text := case when p_kind is null then '' else format(' and (select seal.kind()) = %L', p_kind) end;
    v_writes  constant text := coalesce(' in a context of kind ' || p_kind, '');
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
    perform seal_private.bound(p_table, p_most);

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
        v_own_at := '(' || format(v_own, seal_private.rank_of(p_add)) || v_of_kind || ')';
        execute format('create policy tenant_add on %s for insert to sb_tenant with check %s', p_table, v_own_at);
        execute format('comment on policy tenant_add on %s is %L', p_table, p_add || ' and above add' || v_writes || '.');
        execute format('grant insert (%s) on %s to sb_tenant', (select string_agg(quote_ident(c), ', ') from unnest(v_columns) c
                                                                where c <> all (v_unset)), p_table);
    end if;
    if p_change is not null then
        v_own_at := '(' || format(v_own, seal_private.rank_of(p_change)) || v_of_kind || ')';
        execute format('create policy tenant_change on %s for update to sb_tenant using %s with check %s', p_table, v_own_at, v_own_at);
        execute format('comment on policy tenant_change on %s is %L', p_table, p_change || ' and above change' || v_writes || '.');
        execute format('grant update (%s) on %s to sb_tenant', (select string_agg(quote_ident(c), ', ') from unnest(v_columns) c
                                                                where c <> all (v_kept)), p_table);
    end if;
    if p_remove is not null then
        v_own_at := '(' || format(v_own, seal_private.rank_of(p_remove)) || v_of_kind || ')';
        execute format('create policy tenant_remove on %s for delete to sb_tenant using %s', p_table, v_own_at);
        execute format('comment on policy tenant_remove on %s is %L', p_table, p_remove || ' and above remove' || v_writes || '.');
        execute format('grant delete on %s to sb_tenant', p_table);
    end if;
end $$;

ALTER FUNCTION seal_private.protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text, p_kind text, p_most jsonb) OWNER TO sb_seal;

-- Name: FUNCTION protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text, p_kind text, p_most jsonb); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text, p_kind text, p_most jsonb) IS 'seals a tenant table';

-- Name: purge_credentials(integer); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.purge_credentials(p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with expired as materialized (
        select c.stored from seal_private.credentials c where c.expires_at < now() - interval '7 days'
         order by c.expires_at limit p_limit for update skip locked
    ), removed as (
        delete from seal_private.credentials c using expired e where c.stored = e.stored returning 1
    )
    select count(*) from removed
$$;

ALTER FUNCTION seal_private.purge_credentials(p_limit integer) OWNER TO sb_seal;

-- Name: FUNCTION purge_credentials(p_limit integer); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.purge_credentials(p_limit integer) IS 'what expired a week ago opens nothing, and goes';

-- Name: rank_in(uuid, uuid); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select seal_private.rank_of(m.role) from public.org_members m where m.org_id = p_org and m.user_id = p_user
$$;

ALTER FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) OWNER TO sb_seal;

-- Name: FUNCTION rank_in(p_org uuid, p_user uuid); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) IS 'what a person is in an organisation now; null: nothing';

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

-- Name: refuse(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.refuse() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    raise exception '%', tg_argv[1]
        using errcode = '23514', constraint = tg_argv[0], schema = tg_table_schema, table = tg_table_name;
end $$;

ALTER FUNCTION seal_private.refuse() OWNER TO sb_seal;

-- Name: FUNCTION refuse(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.refuse() IS 'a trigger: refuses what its condition found';

-- Name: refuse_drift(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.refuse_drift() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_names constant text[] := array(select d.kind || ' ' || d.name from seal.differences() d);
begin
    if cardinality(v_names) > 0 then
        raise exception 'the schema was changed by hand: %', array_to_string(v_names[:20], ', ')
            using errcode = '55000', hint = 'sealedbid migrate --status lists it';
    end if;
end $$;

ALTER FUNCTION seal_private.refuse_drift() OWNER TO sb_seal;

-- Name: FUNCTION refuse_drift(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.refuse_drift() IS 'Raises where the schema is not as it was noted. Before each migration, in its transaction.';

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

-- Name: schedule_job(); Type: FUNCTION; Schema: seal_private; Owner: sb_queue

CREATE FUNCTION seal_private.schedule_job() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.status := 'scheduled';
    return new;
end $$;

ALTER FUNCTION seal_private.schedule_job() OWNER TO sb_queue;

-- Name: FUNCTION schedule_job(); Type: COMMENT; Schema: seal_private; Owner: sb_queue

COMMENT ON FUNCTION seal_private.schedule_job() IS 'a trigger: what is asked for later waits';

-- Name: seal_version(); Type: FUNCTION; Schema: seal_private; Owner: sb_seal

CREATE FUNCTION seal_private.seal_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.content_sha256 := sha256(convert_to(
        jsonb_build_object('title', new.title, 'content', new.content, 'line_items', new.line_items)::text, 'UTF8'));
    return new;
end $$;

ALTER FUNCTION seal_private.seal_version() OWNER TO sb_seal;

-- Name: FUNCTION seal_version(); Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON FUNCTION seal_private.seal_version() IS 'a trigger: what a version''s signature will name';

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

-- Name: total_proposal(); Type: FUNCTION; Schema: seal_private; Owner: sb_gate

CREATE FUNCTION seal_private.total_proposal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_item   record := coalesce(new, old);
    v_status text;
begin
    -- Locked before the sum is taken: of two who change items at once, the second sees what the first did.
    select p.status into v_status from public.proposals p
     where p.org_id = v_item.org_id and p.id = v_item.proposal_id for update;
    if v_status in ('accepted', 'void') then
        raise exception 'the items of an accepted or void proposal stay as they are'
            using errcode = '23514', constraint = 'proposal_line_items_of_accepted_stay';
    end if;
    update public.proposals p
       set total_minor = (select coalesce(sum(i.net_minor), 0) from public.proposal_line_items i
                           where i.org_id = v_item.org_id and i.proposal_id = v_item.proposal_id and i.is_selected)
     where p.org_id = v_item.org_id and p.id = v_item.proposal_id;
    return null;
end $$;

ALTER FUNCTION seal_private.total_proposal() OWNER TO sb_gate;

-- Name: FUNCTION total_proposal(); Type: COMMENT; Schema: seal_private; Owner: sb_gate

COMMENT ON FUNCTION seal_private.total_proposal() IS 'a trigger: no tenant writes a total';

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

-- Name: wake_worker(); Type: FUNCTION; Schema: seal_private; Owner: sb_queue

CREATE FUNCTION seal_private.wake_worker() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if exists (select from queue.workers w where w.is_idle and w.beat_at + w.ttl > queue.now()) then
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return null;
end $$;

ALTER FUNCTION seal_private.wake_worker() OWNER TO sb_queue;

-- Name: FUNCTION wake_worker(); Type: COMMENT; Schema: seal_private; Owner: sb_queue

COMMENT ON FUNCTION seal_private.wake_worker() IS 'a trigger: whether a worker waits is no tenant''s to see';

-- Name: assert_not_reserved(uuid, uuid, boolean); Type: FUNCTION; Schema: system; Owner: sb_queue

CREATE FUNCTION system.assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
begin
    if not p_is_operator and exists (select from public.jobs j
                                      where j.org_id = p_org and j.id = p_job and j.job_type ~ '^(system|billing)(\.|$)') then
        raise exception 'only the operator ends or retries a job of the reserved types' using errcode = '42501';
    end if;
end $_$;

ALTER FUNCTION system.assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean) OWNER TO sb_queue;

-- Name: FUNCTION assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean); Type: COMMENT; Schema: system; Owner: sb_queue

COMMENT ON FUNCTION system.assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean) IS 'the reserved types are the operator''s';

-- Name: chain_audit_log(integer); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.chain_audit_log(p_limit integer DEFAULT 1000) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
    v_orgs  uuid[];
    v_org   uuid;
    v_each  int;
    v_count bigint := 0;
begin
    -- From one organisation to the next by the index; who has waited longest goes first.
    with recursive waiting as (
        (select a.org_id, a.created_at from public.audit_log a where a.chain_no is null order by a.org_id, a.created_at limit 1)
        union all
        select n.org_id, n.created_at
          from waiting w,
               lateral (select a.org_id, a.created_at from public.audit_log a where a.chain_no is null and a.org_id > w.org_id
                         order by a.org_id, a.created_at limit 1) n
    )
    select array(select w.org_id from waiting w order by w.created_at, w.org_id limit p_limit) into v_orgs;
    perform seal_private.make_heads(v_orgs);
    -- Each has its share: one that has written a million events holds up nobody's chain.
    v_each := ceil(p_limit::numeric / greatest(cardinality(v_orgs), 1));
    foreach v_org in array v_orgs loop
        perform from public.audit_heads h where h.org_id = v_org for update skip locked;
        continue when not found;        -- somebody is at it
        begin
            v_count := v_count + seal_private.chain_events(v_org, v_each);
        exception when others then
            if queue.is_passing(sqlstate) then
                raise;
            end if;
            v_count := v_count + seal_private.chain_one_by_one(v_org, v_each);
        end;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION system.chain_audit_log(p_limit integer) OWNER TO sb_gate;

-- Name: FUNCTION chain_audit_log(p_limit integer); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.chain_audit_log(p_limit integer) IS 'Gives committed events of all organisations their place in the chain, about so many, the same number to each. How many.';

-- Name: end_schedules_of_keys(integer); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.end_schedules_of_keys(p_limit integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
    v_schedule record;
    v_count    bigint := 0;
begin
    for v_schedule in
        select s.org_id, s.id, s.name from public.job_schedules s
         where s.is_active and s.requested_key is not null and not seal_private.key_lives(s.org_id, s.requested_key)
         order by s.org_id, s.requested_key limit p_limit for no key update skip locked
    loop
        update public.job_schedules s set is_active = false, next_run_at = null, off_reason = system.key_ended()
         where s.org_id = v_schedule.org_id and s.id = v_schedule.id;
        perform system.record_switched_off(v_schedule.org_id, v_schedule.id, v_schedule.name, system.key_ended());
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION system.end_schedules_of_keys(p_limit integer) OWNER TO sb_gate;

-- Name: FUNCTION end_schedules_of_keys(p_limit integer); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.end_schedules_of_keys(p_limit integer) IS 'Switches off schedules that were set with an API key which was revoked or has expired, up to so many. How many.';

-- Name: erase_addresses(uuid, timestamp with time zone); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
    v_count bigint;
begin
    if (seal_private.is_operator() or p_org = seal.org(4)) is not true then
        raise exception 'not allowed to erase this' using errcode = '42501';
    end if;
    if p_before is null then
        raise exception 'a time has to be given' using errcode = '22004';
    end if;
    perform seal_private.make_heads(array[p_org]);
    perform from public.audit_heads h where h.org_id = p_org for update;
    if not found then
        raise exception 'no such organisation' using errcode = 'P0002';
    end if;
    -- What is not chained yet is chained first: the digest has to be made while there is an address.
    perform seal_private.chain_events(p_org, null);
    update public.audit_log a set ip = null, user_agent = null, address_salt = null
     where a.org_id = p_org and a.created_at < p_before and num_nonnulls(a.ip, a.user_agent) > 0;
    get diagnostics v_count = row_count;
    if v_count > 0 then
        perform system.record_for(p_org, 'audit_log.addresses_erased', 'audit_log', null,
                                  jsonb_build_object('before', p_before, 'events', v_count));
    end if;
    return v_count;
end $$;

ALTER FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) OWNER TO sb_gate;

-- Name: FUNCTION erase_addresses(p_org uuid, p_before timestamp with time zone); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) IS 'Erases ip and user agent of an organisation''s events from before this time; the chain stays whole. For an owner, or the operator. Recorded in the audit log. Of how many events.';

-- Name: key_ended(); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.key_ended() RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN 'the API key that set it has ended'::text;

ALTER FUNCTION system.key_ended() OWNER TO sb_gate;

-- Name: FUNCTION key_ended(); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.key_ended() IS 'Why a schedule is switched off whose key was revoked or has expired.';

-- Name: lock_schedule(uuid, text); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.lock_schedule(p_org uuid, p_name text, OUT is_operator boolean) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    is_operator := seal_private.is_operator();
    if (is_operator or p_org = seal.org(3)) is not true then
        raise exception 'not allowed to schedule in this organisation' using errcode = '42501';
    end if;
    perform core.lock_members(p_org);
    if not is_operator then
        if (seal_private.rank_in(p_org, seal.user_id()) >= 3) is not true then
            raise exception 'not allowed to schedule in this organisation' using errcode = '42501';
        end if;
        if exists (select from public.job_schedules s where s.org_id = p_org and s.name = p_name and s.requested_by is null) then
            raise exception 'the operator set this schedule' using errcode = '42501';
        end if;
    end if;
end $$;

ALTER FUNCTION system.lock_schedule(p_org uuid, p_name text, OUT is_operator boolean) OWNER TO sb_gate;

-- Name: FUNCTION lock_schedule(p_org uuid, p_name text, OUT is_operator boolean); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.lock_schedule(p_org uuid, p_name text, OUT is_operator boolean) IS 'whether the schedule of this name may be written by who calls';

-- Name: record(text, text, text, jsonb); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    if (v_context[3] <> '') is not true then
        raise exception 'no organisation is open' using errcode = '28000';
    end if;
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (v_context[3]::uuid, nullif(v_context[2], '')::uuid, v_context[1], p_action, p_resource_type, p_resource_id, p_detail);
end $$;

ALTER FUNCTION system.record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) OWNER TO sb_gate;

-- Name: FUNCTION record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) IS 'Appends to the audit log of the open organization, for the functions that do what is recorded.';

-- Name: record_acting(uuid, uuid, text); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.record_acting(p_org uuid, p_user uuid, p_command text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select system.record_for(p_org, 'operator.acted', 'profiles', p_user::text, jsonb_build_object('command', p_command))
$$;

ALTER FUNCTION system.record_acting(p_org uuid, p_user uuid, p_command text) OWNER TO sb_gate;

-- Name: FUNCTION record_acting(p_org uuid, p_user uuid, p_command text); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.record_acting(p_org uuid, p_user uuid, p_command text) IS 'A command of the installation begins to act as this person. For the installer: no login may call it.';

-- Name: record_event(text, text, text, jsonb, inet, text); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb DEFAULT '{}'::jsonb, p_ip inet DEFAULT NULL::inet, p_user_agent text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
    v_link    constant text := case when v_context[1] = 'link' then v_context[5] end;
begin
    if (v_context[3] <> '') is not true then
        raise exception 'no organisation is open' using errcode = '28000';
    end if;
    if not exists (select from system.event_actions e
                    where e.action = p_action and e.least_rank <= v_context[4]::int and (e.least_rank = 0) = (v_link is not null)) then
        raise exception 'no event that this rank may record: see system.event_actions' using errcode = '42501';
    end if;
    if v_link is not null and (p_resource_type, p_resource_id) is distinct from ('share_links', v_link) then
        raise exception 'a guest records events of their own link' using errcode = '42501';
    end if;
    insert into public.audit_log (org_id, user_id, actor_kind, is_said, action, resource_type, resource_id, ip, user_agent, detail)
    values (v_context[3]::uuid, nullif(v_context[2], '')::uuid, v_context[1], true, p_action, p_resource_type, p_resource_id, p_ip,
            left(p_user_agent, 500), coalesce(p_detail, '{}'));
end $$;

ALTER FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) OWNER TO sb_gate;

-- Name: FUNCTION record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) IS 'Appends to the audit log of the open organisation what no function does, from the list of system.event_actions and marked as said by the tenant. Who and as what comes from the context; a guest speaks of their own link alone.';

-- Name: record_for(uuid, text, text, text, jsonb); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, seal.user_id(), coalesce(seal.kind(), 'installer'), p_action, p_resource_type, p_resource_id, p_detail)
$$;

ALTER FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) OWNER TO sb_gate;

-- Name: FUNCTION record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) IS 'what the operator does to an organisation stands in its audit log';

-- Name: record_switched_off(uuid, uuid, text, text); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.audit_log (org_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, 'system', 'schedules.switched_off', 'job_schedules', p_id::text, jsonb_build_object('name', p_name, 'reason', p_reason))
$$;

ALTER FUNCTION system.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) OWNER TO sb_gate;

-- Name: FUNCTION record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) IS 'what nobody does is recorded as the system''s';

-- Name: remove_schedule(uuid, text); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.remove_schedule(p_org uuid, p_name text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_id uuid;
begin
    perform system.lock_schedule(p_org, p_name);
    delete from public.job_schedules s where s.org_id = p_org and s.name = p_name returning s.id into v_id;
    if v_id is not null then
        perform system.record_for(p_org, 'schedules.removed', 'job_schedules', v_id::text, jsonb_build_object('name', p_name));
    end if;
    return v_id is not null;
end $$;

ALTER FUNCTION system.remove_schedule(p_org uuid, p_name text) OWNER TO sb_gate;

-- Name: FUNCTION remove_schedule(p_org uuid, p_name text); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.remove_schedule(p_org uuid, p_name text) IS 'Removes the schedule of this name; its job goes on, if one waits or runs. Recorded in the audit log. False: there is none.';

-- Name: resume_jobs(text, uuid, text); Type: FUNCTION; Schema: system; Owner: sb_queue

CREATE FUNCTION system.resume_jobs(p_reason text, p_org uuid DEFAULT NULL::uuid, p_type text DEFAULT NULL::text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_org         constant uuid := coalesce(p_org, '00000000-0000-0000-0000-000000000000');
    v_is_operator constant boolean := seal_private.is_operator();
    v_count       bigint;
begin
    if (v_is_operator or p_org = seal.org(3)) is not true then
        raise exception 'not allowed to resume this' using errcode = '42501';
    end if;
    delete from queue.stops s
     where s.org_id = v_org and s.job_type is not distinct from p_type and s.is_operator = v_is_operator;
    get diagnostics v_count = row_count;
    if v_count > 0 then
        perform system.record_for(v_org, 'jobs.resumed', 'jobs', null,
                                  jsonb_strip_nulls(jsonb_build_object('reason', p_reason, 'job_type', p_type)));
        perform pg_notify('sealedbid_jobs', '');
    elsif exists (select from queue.stops s where s.org_id = v_org and s.job_type is not distinct from p_type) then
        raise exception '%', case when v_is_operator then 'the organization stopped this itself' else 'the operator stopped this' end
            using errcode = '42501';
    end if;
    return v_count;
end $$;

ALTER FUNCTION system.resume_jobs(p_reason text, p_org uuid, p_type text) OWNER TO sb_queue;

-- Name: FUNCTION resume_jobs(p_reason text, p_org uuid, p_type text); Type: COMMENT; Schema: system; Owner: sb_queue

COMMENT ON FUNCTION system.resume_jobs(p_reason text, p_org uuid, p_type text) IS 'Takes a stop back: an organization''s admins what one of its people stopped, whoever that was; the operator what the operator stopped. What waits goes on, unless the other has stopped it as well. Recorded in the audit log. How many stops: 0 where there was none.';

-- Name: retry_job(uuid, uuid); Type: FUNCTION; Schema: system; Owner: sb_queue

CREATE FUNCTION system.retry_job(p_job uuid, p_org uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if (seal_private.is_operator() or p_org = seal.org(2)) is not true then
        raise exception 'not allowed to retry this' using errcode = '42501';
    end if;
    perform system.assert_not_reserved(p_org, p_job, seal_private.is_operator());
    update public.jobs j set status = 'queued', run_at = queue.now(), attempt = 0, crash_count = 0, cancel_requested = false, finished_at = null
     where j.org_id = p_org and j.id = p_job and j.status in ('dead', 'cancelled');
    if found then
        -- What was a suspect is one still: the person who retries it need not know why it died.
        insert into queue.quarantines as q (org_id)
        select p_org from public.jobs j where j.org_id = p_org and j.id = p_job and j.suspicion > 0
        on conflict (org_id) do update set until = q.until;
        perform system.record_for(p_org, 'jobs.retried', 'jobs', p_job::text, '{}');
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return found;
end $$;

ALTER FUNCTION system.retry_job(p_job uuid, p_org uuid) OWNER TO sb_queue;

-- Name: FUNCTION retry_job(p_job uuid, p_org uuid); Type: COMMENT; Schema: system; Owner: sb_queue

COMMENT ON FUNCTION system.retry_job(p_job uuid, p_org uuid) IS 'A dead or cancelled job waits again, with all its attempts. False: there is none. 23505: the same is waiting already.';

-- Name: set_lane(uuid, integer, integer, bigint); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.set_lane(p_org uuid, p_weight integer DEFAULT 1, p_max_running integer DEFAULT NULL::integer, p_token_limit bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if seal_private.is_operator() is not true then
        raise exception 'only an admin of the platform sets this' using errcode = '42501';
    end if;
    insert into public.job_lanes as l (org_id, weight, max_running, token_limit) values (p_org, p_weight, p_max_running, p_token_limit)
    on conflict (org_id) do update set weight = excluded.weight, max_running = excluded.max_running, token_limit = excluded.token_limit;
    perform system.record_for(p_org, 'system.lane_changed', 'organizations', p_org::text,
                              jsonb_build_object('weight', p_weight, 'max_running', p_max_running, 'token_limit', p_token_limit));
end $$;

ALTER FUNCTION system.set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint) OWNER TO sb_gate;

-- Name: FUNCTION set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint) IS 'An organisation''s weight and limits, as a whole: what is not given is the default. Recorded in its audit log.';

-- Name: set_schedule(uuid, text, text, text, text, timestamp with time zone, jsonb, boolean, integer, integer, integer, bigint); Type: FUNCTION; Schema: system; Owner: sb_gate

CREATE FUNCTION system.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb DEFAULT '{}'::jsonb, p_catch_up boolean DEFAULT true, p_priority integer DEFAULT 100, p_max_attempts integer DEFAULT 5, p_est_tokens integer DEFAULT 0, p_max_tokens bigint DEFAULT NULL::bigint) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_operator constant boolean := system.lock_schedule(p_org, p_name);
    v_person      constant uuid := case when p_org = seal.org(3) then seal.user_id() end;
    v_id          uuid;
begin
    if p_type ~ '^(system|billing)(\.|$)' and not v_is_operator then
        raise exception 'job_type: only the operator schedules jobs of the reserved types' using errcode = '42501';
    end if;
    if not exists (select from pg_timezone_names z where z.name = p_timezone) then
        raise exception 'timezone: there is no time zone %', p_timezone
            using errcode = '23514', constraint = 'job_schedules_timezone_known', column = 'timezone';
    end if;
    if p_next is null then
        raise exception 'next_run_at: a schedule has a next time' using errcode = '23514', constraint = 'job_schedules_on_or_off', column = 'next_run_at';
    end if;
    if (select count(*) from public.job_schedules s where s.org_id = p_org and s.name <> p_name) >= 1000 then
        raise exception 'an organisation has a thousand schedules at most' using errcode = '23514', constraint = 'job_schedules_few';
    end if;
    insert into public.job_schedules as s (org_id, name, job_type, payload, cron, timezone, next_run_at, catch_up, priority, max_attempts,
                                           est_tokens, max_tokens, requested_by, requested_rank, requested_key)
    values (p_org, p_name, p_type, p_payload, p_cron, p_timezone, p_next, p_catch_up, p_priority, p_max_attempts, p_est_tokens, p_max_tokens,
            v_person, case when v_person is null then 3 else seal.rank() end, case when v_person is not null then seal.key_id() end)
    on conflict (org_id, name) do update
       set job_type = excluded.job_type, payload = excluded.payload, cron = excluded.cron, timezone = excluded.timezone, catch_up = excluded.catch_up,
           priority = excluded.priority, max_attempts = excluded.max_attempts, est_tokens = excluded.est_tokens, max_tokens = excluded.max_tokens,
           requested_by = excluded.requested_by, requested_rank = excluded.requested_rank, requested_key = excluded.requested_key,
           is_active = true, next_run_at = excluded.next_run_at, off_reason = null
    returning s.id into v_id;
    perform system.record_for(p_org, 'schedules.set', 'job_schedules', v_id::text,
                              jsonb_build_object('name', p_name, 'job_type', p_type, 'cron', p_cron, 'timezone', p_timezone));
    return v_id;
end $_$;

ALTER FUNCTION system.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint) OWNER TO sb_gate;

-- Name: FUNCTION set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint) IS 'Sets the schedule of this name as a whole, and switches it on: for admins, as themselves; for the operator in any organisation, with the rank of an admin and the reserved types. Next: when it is due, by its cron. Recorded in the audit log. Its id.';

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
    perform system.record('system.setting_changed', 'system_settings', p_key, jsonb_build_object('value', p_value));
end $$;

ALTER FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) OWNER TO sb_gate;

-- Name: FUNCTION set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean); Type: COMMENT; Schema: system; Owner: sb_gate

COMMENT ON FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) IS 'Writes a setting of the installation, and who did it into the platform''s audit log. Null keeps description and is_public.';

-- Name: stop_jobs(text, uuid, text, uuid); Type: FUNCTION; Schema: system; Owner: sb_queue

CREATE FUNCTION system.stop_jobs(p_reason text, p_org uuid DEFAULT NULL::uuid, p_type text DEFAULT NULL::text, p_job uuid DEFAULT NULL::uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_org         constant uuid := coalesce(p_org, '00000000-0000-0000-0000-000000000000');
    v_is_operator constant boolean := seal_private.is_operator();
    v_count       bigint;
begin
    -- Members end single jobs of their organisation, its admins all of it, and the operator whatever there is.
    if (v_is_operator or p_org = seal.org(case when p_job is null then 3 else 2 end)) is not true then
        raise exception 'not allowed to stop this' using errcode = '42501';
    end if;
    if not v_is_operator and p_type ~ '^(system|billing)(\.|$)' then
        raise exception 'only the operator stops jobs of the reserved types' using errcode = '42501';
    end if;
    if p_job is not null and p_org is null then
        raise exception 'a job is named together with its organisation' using errcode = '22023';
    end if;
    if (p_reason ~ '\S') is not true then
        raise exception 'a reason has to be given' using errcode = '22023';
    end if;
    if p_job is not null then
        perform system.assert_not_reserved(p_org, p_job, v_is_operator);
        update public.jobs j
           set status = case when j.status = 'running' then 'running' else 'cancelled' end,
               finished_at = case when j.status = 'running' then null else queue.now() end, cancel_requested = true
         where j.org_id = p_org and j.id = p_job and j.status in ('scheduled', 'queued', 'running');
        get diagnostics v_count = row_count;
    else
        -- Every claim reads the stops of the organizations that it serves.
        if (select count(*) from queue.stops s where s.org_id = v_org and s.is_operator = v_is_operator) >= 100 then
            raise exception 'an organization has a hundred stops at most: stop all of its jobs' using errcode = '23514', constraint = 'stops_few';
        end if;
        insert into queue.stops (org_id, job_type, is_operator, reason, stopped_by)
        values (v_org, p_type, v_is_operator, p_reason, seal.user_id())
        on conflict on constraint stops_key do nothing;
        get diagnostics v_count = row_count;
    end if;
    if v_count > 0 then
        perform system.record_for(v_org, case when p_job is null then 'jobs.stopped' else 'jobs.cancelled' end, 'jobs', p_job::text,
                                  jsonb_strip_nulls(jsonb_build_object('reason', p_reason, 'job_type', p_type)));
    end if;
    return v_count;
end $_$;

ALTER FUNCTION system.stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid) OWNER TO sb_queue;

-- Name: FUNCTION stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid); Type: COMMENT; Schema: system; Owner: sb_queue

COMMENT ON FUNCTION system.stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid) IS 'Stops what runs and what waits: of an organisation, of a type, of both; of everything, where neither is given; or ends one job. Recorded in the audit log with the reason. How many stops or jobs: 0 where it was stopped already.';

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

-- Name: COLUMN users.email_confirmed_at; Type: COMMENT; Schema: auth; Owner: sb_owner

COMMENT ON COLUMN auth.users.email_confirmed_at IS 'Since when the address is known to be theirs; null: they only say so.';

-- Name: COLUMN users.raw_user_meta_data; Type: COMMENT; Schema: auth; Owner: sb_owner

COMMENT ON COLUMN auth.users.raw_user_meta_data IS 'The person can edit it: never a source of rights.';

-- Name: agent_runs; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.agent_runs (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    job_id uuid,
    mode text DEFAULT 'fast'::text NOT NULL,
    status text DEFAULT 'running'::text NOT NULL,
    current_step text,
    cached_writer_output jsonb,
    resume_from text,
    tokens_in bigint DEFAULT 0 NOT NULL,
    tokens_out bigint DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    error jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT agent_runs_current_step_known CHECK ((current_step = ANY (ARRAY['intake'::text, 'research'::text, 'recall'::text, 'strategy'::text, 'write'::text, 'review'::text, 'remember'::text]))),
    CONSTRAINT agent_runs_mode_known CHECK ((mode = ANY (ARRAY['full'::text, 'fast'::text]))),
    CONSTRAINT agent_runs_resume_from_known CHECK ((resume_from = ANY (ARRAY['intake'::text, 'research'::text, 'recall'::text, 'strategy'::text, 'write'::text, 'review'::text, 'remember'::text]))),
    CONSTRAINT agent_runs_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'needs_input'::text, 'failed'::text, 'done'::text, 'cancelled'::text]))),
    CONSTRAINT agent_runs_usage_not_negative CHECK ((LEAST(tokens_in, tokens_out, cost_micros) >= 0))
);

ALTER TABLE ONLY public.agent_runs FORCE ROW LEVEL SECURITY;

ALTER TABLE public.agent_runs OWNER TO sb_owner;

-- Name: TABLE agent_runs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.agent_runs IS 'Runs of the brain, one for each time a draft was asked for; a resumed run stays the same row.';

-- Name: COLUMN agent_runs.job_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.agent_runs.job_id IS 'The job that runs it, or ran it last; a plain column, since jobs are kept for a while only.';

-- Name: COLUMN agent_runs.cached_writer_output; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.agent_runs.cached_writer_output IS 'The writer''s output, the dearest: a review reads it from here, also one that a person resumes.';

-- Name: COLUMN agent_runs.resume_from; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.agent_runs.resume_from IS 'The step from which a person resumed it: that step and those after it count if job_id''s job has done them.';

-- Name: COLUMN agent_runs.cost_micros; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.agent_runs.cost_micros IS 'Millionths of a dollar.';

-- Name: agent_steps; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.agent_steps (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    run_id uuid NOT NULL,
    job_id uuid NOT NULL,
    step text NOT NULL,
    attempt integer DEFAULT 1 NOT NULL,
    status text NOT NULL,
    model text,
    input_sha256 bytea NOT NULL,
    edits jsonb,
    output jsonb,
    tokens_in bigint DEFAULT 0 NOT NULL,
    tokens_out bigint DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    ms integer DEFAULT 0 NOT NULL,
    error jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT agent_steps_attempt_counted CHECK ((attempt > 0)),
    CONSTRAINT agent_steps_edits_are_an_object CHECK ((jsonb_typeof(edits) = 'object'::text)),
    CONSTRAINT agent_steps_input_sha256_is_one CHECK ((octet_length(input_sha256) = 32)),
    CONSTRAINT agent_steps_output_when_done CHECK (((status = 'done'::text) = (output IS NOT NULL))),
    CONSTRAINT agent_steps_status_known CHECK ((status = ANY (ARRAY['done'::text, 'failed'::text]))),
    CONSTRAINT agent_steps_step_known CHECK ((step = ANY (ARRAY['intake'::text, 'research'::text, 'recall'::text, 'strategy'::text, 'write'::text, 'review'::text, 'remember'::text]))),
    CONSTRAINT agent_steps_usage_not_negative CHECK ((LEAST(tokens_in, tokens_out, cost_micros, (ms)::bigint) >= 0))
);

ALTER TABLE ONLY public.agent_steps FORCE ROW LEVEL SECURITY;

ALTER TABLE public.agent_steps OWNER TO sb_owner;

-- Name: TABLE agent_steps; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.agent_steps IS 'What each step of a run was given and gave.';

-- Name: COLUMN agent_steps.job_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.agent_steps.job_id IS 'The job that did it; a plain column, since jobs are kept for a while only.';

-- Name: COLUMN agent_steps.step; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.agent_steps.step IS 'Stored names, part of the data: see docs/reference/brain.md.';

-- Name: COLUMN agent_steps.model; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.agent_steps.model IS 'The writer or the model that did it; null: rules did.';

-- Name: COLUMN agent_steps.input_sha256; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.agent_steps.input_sha256 IS 'Of what the step was given: the same input has the same output.';

-- Name: COLUMN agent_steps.edits; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.agent_steps.edits IS 'The fields of its input that a person changed; later steps read them too.';

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

COMMENT ON COLUMN public.api_keys.expires_at IS 'The credential ends no later; a longer life is a new key.';

-- Name: audit_heads; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.audit_heads (
    org_id uuid NOT NULL,
    chain_no bigint DEFAULT 0 NOT NULL,
    hash bytea DEFAULT decode(repeat('00'::text, 32), 'hex'::text) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT audit_heads_chain_no_not_negative CHECK ((chain_no >= 0)),
    CONSTRAINT audit_heads_hash_is_sha256 CHECK ((octet_length(hash) = 32))
)
WITH (fillfactor='50');

ALTER TABLE ONLY public.audit_heads FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_heads OWNER TO sb_owner;

-- Name: TABLE audit_heads; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.audit_heads IS 'Where the chain of each organisation''s audit log ends. Its row is locked while the chain goes on.';

-- Name: COLUMN audit_heads.chain_no; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_heads.chain_no IS 'The number of the newest chained event; 0: none yet.';

-- Name: COLUMN audit_heads.hash; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_heads.hash IS 'The hash of that event; zeros: none yet.';

-- Name: audit_log; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.audit_log (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    user_id uuid,
    actor_kind text NOT NULL,
    is_said boolean DEFAULT false NOT NULL,
    action text NOT NULL,
    resource_type text,
    resource_id text,
    ip inet,
    user_agent text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    chain_no bigint,
    prev_hash bytea,
    hash bytea,
    address_salt bytea,
    address_digest bytea,
    CONSTRAINT audit_log_action_is_a_name CHECK (((action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(action) <= 100))),
    CONSTRAINT audit_log_actor_known CHECK ((actor_kind = ANY (ARRAY['session'::text, 'key'::text, 'link'::text, 'job'::text, 'system'::text, 'billing'::text, 'installer'::text]))),
    CONSTRAINT audit_log_chain_begins_with_1 CHECK ((chain_no > 0)),
    CONSTRAINT audit_log_chained_whole CHECK ((num_nulls(chain_no, prev_hash, hash, address_digest) = ANY (ARRAY[0, 4]))),
    CONSTRAINT audit_log_detail_is_object CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT audit_log_hashes_are_sha256 CHECK (((octet_length(prev_hash) = 32) AND (octet_length(hash) = 32) AND (octet_length(address_digest) = 32))),
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

-- Name: COLUMN audit_log.is_said; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_log.is_said IS 'True if the tenant''s own program said so (system.record_event): that it happened is its word. False: the function that did it wrote it.';

-- Name: COLUMN audit_log.chain_no; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_log.chain_no IS 'Its place in the chain of its organisation, from 1 on without gaps; null: not chained yet.';

-- Name: COLUMN audit_log.prev_hash; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_log.prev_hash IS 'The hash of the event before it; zeros for the first.';

-- Name: COLUMN audit_log.hash; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_log.hash IS 'sha256 over what seal_private.chain_events() lists.';

-- Name: COLUMN audit_log.address_salt; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_log.address_salt IS 'Random; null: the address was erased, or it is not chained yet.';

-- Name: COLUMN audit_log.address_digest; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.audit_log.address_digest IS 'sha256 over the salt, ip and user_agent; it outlives all three.';

-- Name: citations; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.citations (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    version integer,
    section_id text NOT NULL,
    number integer NOT NULL,
    source_kind text NOT NULL,
    quote text NOT NULL,
    source_title text NOT NULL,
    heading text DEFAULT ''::text NOT NULL,
    org_brain_id uuid,
    service_id uuid,
    requirement_id uuid,
    prospect_name text,
    "position" integer,
    score real,
    verdict text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT citations_number_counted CHECK ((number > 0)),
    CONSTRAINT citations_quote_given CHECK (((btrim(quote) <> ''::text) AND (length(quote) <= 20000))),
    CONSTRAINT citations_score_in_range CHECK (((score >= ('-1'::integer)::double precision) AND (score <= (2)::double precision))),
    CONSTRAINT citations_section_given CHECK (((section_id <> ''::text) AND (length(section_id) <= 100))),
    CONSTRAINT citations_source_kind_known CHECK ((source_kind = ANY (ARRAY['brief'::text, 'knowledge'::text, 'service'::text, 'prospect'::text]))),
    CONSTRAINT citations_source_named CHECK (
CASE source_kind
    WHEN 'brief'::text THEN ("position" IS NOT NULL)
    WHEN 'knowledge'::text THEN (org_brain_id IS NOT NULL)
    WHEN 'service'::text THEN (service_id IS NOT NULL)
    ELSE (prospect_name IS NOT NULL)
END),
    CONSTRAINT citations_verdict_known CHECK ((verdict = ANY (ARRAY['supported'::text, 'weak'::text, 'unsupported'::text])))
);

ALTER TABLE ONLY public.citations FORCE ROW LEVEL SECURITY;

ALTER TABLE public.citations OWNER TO sb_owner;

-- Name: TABLE citations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.citations IS 'What each sentence of a proposal stands on.';

-- Name: COLUMN citations.version; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.citations.version IS 'The version it belongs to; null: the working text.';

-- Name: COLUMN citations.number; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.citations.number IS 'The note''s number in the text.';

-- Name: COLUMN citations.source_title; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.citations.source_title IS 'As it was called then: quote, title and heading outlive a passage that is taken in anew.';

-- Name: COLUMN citations.org_brain_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.citations.org_brain_id IS 'The passage, a plain column for the same reason, as service_id is.';

-- Name: COLUMN citations."position"; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.citations."position" IS 'Of a quote from the brief: where it begins in proposals.brief, in characters from 0.';

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

-- Name: client_intelligence; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.client_intelligence (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    client_name text NOT NULL,
    client_id uuid,
    psychographics jsonb DEFAULT '{}'::jsonb NOT NULL,
    deal_history jsonb[] DEFAULT '{}'::jsonb[] NOT NULL,
    embedding public.vector(1536),
    embedding_bits bit(1536) GENERATED ALWAYS AS ((public.binary_quantize(embedding))::bit(1536)) STORED,
    embedding_model text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT client_intelligence_client_name_given CHECK (((btrim(client_name) <> ''::text) AND (length(client_name) <= 200))),
    CONSTRAINT client_intelligence_deals_are_a_list CHECK (((COALESCE(array_ndims(deal_history), 1) = 1) AND (COALESCE(array_lower(deal_history, 1), 1) = 1) AND (array_position(deal_history, NULL::jsonb) IS NULL))),
    CONSTRAINT client_intelligence_embedding_named CHECK (((embedding IS NULL) = (embedding_model IS NULL))),
    CONSTRAINT client_intelligence_psychographics_is_object CHECK ((jsonb_typeof(psychographics) = 'object'::text))
);

ALTER TABLE ONLY public.client_intelligence FORCE ROW LEVEL SECURITY;

ALTER TABLE public.client_intelligence OWNER TO sb_owner;

-- Name: TABLE client_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.client_intelligence IS 'What past work taught about a client, one row each.';

-- Name: COLUMN client_intelligence.psychographics; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.client_intelligence.psychographics IS 'preferred_tone, key_themes, risks_noted, pricing_strategy_used.';

-- Name: COLUMN client_intelligence.deal_history; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.client_intelligence.deal_history IS 'One object a deal, oldest first: proposal_id, title, date, positioning, key_themes, outcome. Appended to only.';

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

-- Name: content_blocks; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.content_blocks (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    owner_id uuid DEFAULT seal.user_id(),
    review_by date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT content_blocks_body_given CHECK (((btrim(body) <> ''::text) AND (length(body) <= 100000))),
    CONSTRAINT content_blocks_kind_known CHECK ((kind = ANY (ARRAY['case_study'::text, 'bio'::text, 'clause'::text, 'faq'::text, 'snippet'::text]))),
    CONSTRAINT content_blocks_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 200)))
);

ALTER TABLE ONLY public.content_blocks FORCE ROW LEVEL SECURITY;

ALTER TABLE public.content_blocks OWNER TO sb_owner;

-- Name: TABLE content_blocks; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.content_blocks IS 'Reusable texts.';

-- Name: COLUMN content_blocks.owner_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.content_blocks.owner_id IS 'Who keeps it true; a plain column, so that it outlives their membership.';

-- Name: COLUMN content_blocks.review_by; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.content_blocks.review_by IS 'After this day somebody should read it again.';

-- Name: contracts; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.contracts (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    client_name text NOT NULL,
    title text NOT NULL,
    scope text DEFAULT ''::text NOT NULL,
    terms jsonb DEFAULT '[]'::jsonb NOT NULL,
    client_id uuid,
    proposal_id uuid,
    status text DEFAULT 'draft'::text NOT NULL,
    effective_on date,
    ends_on date,
    signed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT contracts_client_name_given CHECK (((btrim(client_name) <> ''::text) AND (length(client_name) <= 200))),
    CONSTRAINT contracts_end_after_they_begin CHECK ((ends_on >= effective_on)),
    CONSTRAINT contracts_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'sent'::text, 'signed'::text, 'active'::text, 'ended'::text, 'void'::text]))),
    CONSTRAINT contracts_terms_are_a_list CHECK ((jsonb_typeof(terms) = 'array'::text)),
    CONSTRAINT contracts_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 300)))
);

ALTER TABLE ONLY public.contracts FORCE ROW LEVEL SECURITY;

ALTER TABLE public.contracts OWNER TO sb_owner;

-- Name: TABLE contracts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.contracts IS 'Contracts with clients.';

-- Name: COLUMN contracts.client_name; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.contracts.client_name IS 'As it stands in the contract, whatever the client is called later.';

-- Name: COLUMN contracts.terms; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.contracts.terms IS 'The legal sections, in order: heading and body.';

-- Name: COLUMN contracts.signed_at; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.contracts.signed_at IS 'Kept by a trigger.';

-- Name: files; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.files (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    mime text DEFAULT 'application/octet-stream'::text NOT NULL,
    content bytea NOT NULL,
    sha256 bytea GENERATED ALWAYS AS (sha256(content)) STORED NOT NULL,
    size integer GENERATED ALWAYS AS (octet_length(content)) STORED NOT NULL,
    resource_type text,
    resource_id uuid,
    created_by uuid DEFAULT seal.user_id(),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT files_mime_is_a_type CHECK (((mime ~ '^[a-z0-9]+/[a-z0-9.+-]+$'::text) AND (length(mime) <= 100))),
    CONSTRAINT files_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 500))),
    CONSTRAINT files_resource_named_whole CHECK (((resource_type IS NULL) = (resource_id IS NULL)))
);

ALTER TABLE ONLY public.files FORCE ROW LEVEL SECURITY;

ALTER TABLE public.files OWNER TO sb_owner;

-- Name: TABLE files; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.files IS 'Uploads and exports, with their bytes.';

-- Name: COLUMN files.sha256; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.files.sha256 IS 'Of the bytes; made by the database, so it is never wrong.';

-- Name: COLUMN files.size; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.files.size IS 'Bytes.';

-- Name: COLUMN files.resource_type; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.files.resource_type IS 'What it belongs to: a table''s name and a row''s id; null: the organisation.';

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

-- Name: invoices; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.invoices (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    stripe_invoice_id text NOT NULL,
    number text,
    status text NOT NULL,
    amount bigint NOT NULL,
    amount_paid bigint DEFAULT 0 NOT NULL,
    currency text NOT NULL,
    hosted_url text,
    period daterange,
    issued_at timestamp with time zone,
    paid_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invoices_amounts_not_negative CHECK ((LEAST(amount, amount_paid) >= 0)),
    CONSTRAINT invoices_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT invoices_hosted_url_is_web CHECK (((hosted_url ~ '^https://'::text) AND (length(hosted_url) <= 2000))),
    CONSTRAINT invoices_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'paid'::text, 'void'::text, 'uncollectible'::text]))),
    CONSTRAINT invoices_stripe_invoice_id_given CHECK (((stripe_invoice_id <> ''::text) AND (length(stripe_invoice_id) <= 255)))
);

ALTER TABLE ONLY public.invoices FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invoices OWNER TO sb_owner;

-- Name: TABLE invoices; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.invoices IS 'Invoices to the organisation, synced from Stripe.';

-- Name: COLUMN invoices.amount; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.invoices.amount IS 'Due in all, in the currency''s minor unit.';

-- Name: COLUMN invoices.hosted_url; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.invoices.hosted_url IS 'Stripe''s page to look at it and pay.';

-- Name: job_lanes; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.job_lanes (
    org_id uuid NOT NULL,
    weight smallint DEFAULT 1 NOT NULL,
    max_running integer,
    token_limit bigint,
    tokens_used bigint DEFAULT 0 NOT NULL,
    period date DEFAULT (date_trunc('month'::text, (queue.now() AT TIME ZONE 'UTC'::text)))::date NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_lanes_limits_not_negative CHECK (((max_running >= 0) AND (token_limit >= 0) AND (tokens_used >= 0))),
    CONSTRAINT job_lanes_weight_known CHECK (((weight >= 1) AND (weight <= 100)))
)
WITH (fillfactor='50');

ALTER TABLE ONLY public.job_lanes FORCE ROW LEVEL SECURITY;

ALTER TABLE public.job_lanes OWNER TO sb_owner;

-- Name: TABLE job_lanes; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.job_lanes IS 'An organisation''s share of the workers, and its budget of a model''s tokens. The platform''s admins write it.';

-- Name: COLUMN job_lanes.weight; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_lanes.weight IS 'How many jobs it gets for one of an organisation without a row.';

-- Name: COLUMN job_lanes.max_running; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_lanes.max_running IS 'So many at the same time, exactly; null: no limit.';

-- Name: COLUMN job_lanes.token_limit; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_lanes.token_limit IS 'Tokens in a month (UTC); null: no limit.';

-- Name: COLUMN job_lanes.tokens_used; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_lanes.tokens_used IS 'Tokens of the jobs that ended in the period, however they ended.';

-- Name: COLUMN job_lanes.period; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_lanes.period IS 'The first day of the month, UTC, that tokens_used counts in.';

-- Name: job_schedules; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.job_schedules (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    job_type text NOT NULL,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    cron text NOT NULL,
    timezone text NOT NULL,
    priority smallint DEFAULT 100 NOT NULL,
    max_attempts smallint DEFAULT 5 NOT NULL,
    est_tokens integer DEFAULT 0 NOT NULL,
    max_tokens bigint,
    catch_up boolean DEFAULT true NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    next_run_at timestamp with time zone,
    off_reason text,
    last_run_at timestamp with time zone,
    last_job_id uuid,
    last_outcome text,
    requested_by uuid,
    requested_rank smallint NOT NULL,
    requested_key uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_schedules_budget_not_negative CHECK (((est_tokens >= 0) AND (max_tokens > 0))),
    CONSTRAINT job_schedules_cron_given CHECK (((btrim(cron) <> ''::text) AND (length(cron) <= 200))),
    CONSTRAINT job_schedules_max_attempts_few CHECK (((max_attempts >= 1) AND (max_attempts <= 25))),
    CONSTRAINT job_schedules_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT job_schedules_on_or_off CHECK (((is_active = (next_run_at IS NOT NULL)) AND (is_active = (off_reason IS NULL)))),
    CONSTRAINT job_schedules_outcome_known CHECK ((last_outcome = ANY (ARRAY['fired'::text, 'still running'::text, 'missed'::text]))),
    CONSTRAINT job_schedules_payload_is_object CHECK ((jsonb_typeof(payload) = 'object'::text)),
    CONSTRAINT job_schedules_priority_known CHECK (((priority >= 1) AND (priority <= 1000))),
    CONSTRAINT job_schedules_requested_rank_known CHECK (((requested_rank >= 0) AND (requested_rank <= 4))),
    CONSTRAINT job_schedules_timezone_given CHECK (((btrim(timezone) <> ''::text) AND (length(timezone) <= 100))),
    CONSTRAINT job_schedules_type_is_a_name CHECK (((job_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(job_type) <= 100)))
);

ALTER TABLE ONLY public.job_schedules FORCE ROW LEVEL SECURITY;

ALTER TABLE public.job_schedules OWNER TO sb_owner;

-- Name: TABLE job_schedules; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.job_schedules IS 'Jobs that are asked for again and again. Written by system.set_schedule(), fired by queue.fire_schedule().';

-- Name: COLUMN job_schedules.cron; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.cron IS 'Five fields: minute, hour, day of month, month, day of week. Read by whoever sets it and by the worker.';

-- Name: COLUMN job_schedules.timezone; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.timezone IS 'The IANA name of the zone whose clock the cron is of.';

-- Name: COLUMN job_schedules.catch_up; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.catch_up IS 'Whether one run makes up for times at which no worker was there.';

-- Name: COLUMN job_schedules.next_run_at; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.next_run_at IS 'Null where it is switched off; setting it again switches it on.';

-- Name: COLUMN job_schedules.off_reason; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.off_reason IS 'Why it was switched off.';

-- Name: COLUMN job_schedules.last_run_at; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.last_run_at IS 'When it last asked for a job.';

-- Name: COLUMN job_schedules.last_job_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.last_job_id IS 'The job that it asked for then. A plain column: jobs go.';

-- Name: COLUMN job_schedules.last_outcome; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.last_outcome IS 'What came of the time that was last due.';

-- Name: COLUMN job_schedules.requested_by; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.requested_by IS 'Who set it last: its jobs are theirs. Null: the operator, for whom no organisation changes or removes it.';

-- Name: COLUMN job_schedules.requested_rank; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.requested_rank IS 'The rank they set it with; its jobs rank no higher.';

-- Name: COLUMN job_schedules.requested_key; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.job_schedules.requested_key IS 'The API key they set it with: when that ends, it is switched off. Setting it again makes it whoever''s that is.';

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
    run_at timestamp with time zone DEFAULT queue.now() NOT NULL,
    unique_key text,
    requested_by uuid DEFAULT seal.user_id(),
    requested_rank smallint DEFAULT seal.rank() NOT NULL,
    requested_key uuid DEFAULT seal.key_id(),
    attempt smallint DEFAULT 0 NOT NULL,
    max_attempts smallint DEFAULT 5 NOT NULL,
    lease_token uuid,
    deadline_at timestamp with time zone,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    priority smallint DEFAULT 100 NOT NULL,
    est_tokens integer DEFAULT 0 NOT NULL,
    max_tokens bigint,
    attempt_tokens bigint DEFAULT 0 NOT NULL,
    progress jsonb,
    crash_count smallint DEFAULT 0 NOT NULL,
    suspicion smallint DEFAULT 0 NOT NULL,
    cancel_requested boolean DEFAULT false NOT NULL,
    worker_id uuid,
    CONSTRAINT jobs_attempts_counted CHECK (((attempt >= 0) AND (attempt <= max_attempts))),
    CONSTRAINT jobs_budget_not_negative CHECK (((est_tokens >= 0) AND (max_tokens > 0) AND (attempt_tokens >= 0))),
    CONSTRAINT jobs_crashes_counted CHECK (((crash_count >= 0) AND (suspicion >= 0))),
    CONSTRAINT jobs_finished_when_over CHECK (((status = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT jobs_lease_while_running CHECK (((status = 'running'::text) = ((lease_token IS NOT NULL) AND (deadline_at IS NOT NULL) AND (worker_id IS NOT NULL)))),
    CONSTRAINT jobs_max_attempts_few CHECK (((max_attempts >= 1) AND (max_attempts <= 25))),
    CONSTRAINT jobs_payload_is_object CHECK ((jsonb_typeof(payload) = 'object'::text)),
    CONSTRAINT jobs_priority_known CHECK (((priority >= 1) AND (priority <= 1000))),
    CONSTRAINT jobs_requested_rank_known CHECK (((requested_rank >= 0) AND (requested_rank <= 4))),
    CONSTRAINT jobs_status_known CHECK ((status = ANY (ARRAY['scheduled'::text, 'queued'::text, 'running'::text, 'done'::text, 'dead'::text, 'cancelled'::text]))),
    CONSTRAINT jobs_tokens_not_negative CHECK ((actual_tokens >= 0)),
    CONSTRAINT jobs_type_is_a_name CHECK (((job_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(job_type) <= 100)))
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000', autovacuum_vacuum_insert_scale_factor='0.2');

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

-- Name: COLUMN jobs.requested_key; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.requested_key IS 'The API key they asked with, from the context, or that of the job that asked. The job ends with the key.';

-- Name: COLUMN jobs.lease_token; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.lease_token IS 'The proof of the worker that runs it (seal.open_job). No tenant reads it.';

-- Name: COLUMN jobs.deadline_at; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.deadline_at IS 'The job''s own deadline. The lease ends here, or when its worker falls silent.';

-- Name: COLUMN jobs.priority; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.priority IS 'Inside the organisation; the lowest goes first. Between organisations it means nothing.';

-- Name: COLUMN jobs.est_tokens; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.est_tokens IS 'What it is thought to use of a model: held against the budget while it runs.';

-- Name: COLUMN jobs.max_tokens; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.max_tokens IS 'It ends when it has used so many.';

-- Name: COLUMN jobs.attempt_tokens; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.attempt_tokens IS 'What the attempt that runs has used so far, by its worker''s last heartbeat; then it is in actual_tokens.';

-- Name: COLUMN jobs.progress; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.progress IS 'What the body reports while it runs.';

-- Name: COLUMN jobs.crash_count; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.crash_count IS 'How often its process died while it ran alone in it: the third time it is dead.';

-- Name: COLUMN jobs.suspicion; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.suspicion IS 'Above 0 it is a suspect: its worker died under it so many times since it last ended well. It runs in a process of its own.';

-- Name: COLUMN jobs.cancel_requested; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.cancel_requested IS 'Its worker ends it with the next heartbeat.';

-- Name: COLUMN jobs.worker_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.jobs.worker_id IS 'The worker that runs it (queue.workers). A plain column: workers go.';

-- Name: knowledge_sources; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.knowledge_sources (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    kind text NOT NULL,
    content_type text NOT NULL,
    title text NOT NULL,
    url text,
    file_id uuid,
    sha256 bytea NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    chunks integer DEFAULT 0 NOT NULL,
    embedding_model text,
    review_by date,
    error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT knowledge_sources_chunks_counted CHECK ((chunks >= 0)),
    CONSTRAINT knowledge_sources_content_type_known CHECK ((content_type = ANY (ARRAY['voice'::text, 'service'::text, 'case_study'::text, 'pricing'::text, 'faq'::text, 'policy'::text, 'past_proposal'::text, 'bio'::text, 'internal'::text]))),
    CONSTRAINT knowledge_sources_error_when_failed CHECK (((status = 'failed'::text) = (error IS NOT NULL))),
    CONSTRAINT knowledge_sources_kind_known CHECK ((kind = ANY (ARRAY['file'::text, 'url'::text, 'paste'::text, 'block'::text, 'proposal'::text, 'folder'::text]))),
    CONSTRAINT knowledge_sources_sha256_is_one CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT knowledge_sources_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'ready'::text, 'failed'::text]))),
    CONSTRAINT knowledge_sources_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 300))),
    CONSTRAINT knowledge_sources_url_is_short CHECK ((length(url) <= 2000))
);

ALTER TABLE ONLY public.knowledge_sources FORCE ROW LEVEL SECURITY;

ALTER TABLE public.knowledge_sources OWNER TO sb_owner;

-- Name: TABLE knowledge_sources; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.knowledge_sources IS 'What the agency has taught the product, piece by piece.';

-- Name: COLUMN knowledge_sources.url; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.knowledge_sources.url IS 'Where it was found: a web address, or the place of a file.';

-- Name: COLUMN knowledge_sources.file_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.knowledge_sources.file_id IS 'The original, so that a quote can be looked up in it.';

-- Name: COLUMN knowledge_sources.sha256; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.knowledge_sources.sha256 IS 'Of the original''s bytes: the same bytes are taken in once, wherever they are.';

-- Name: COLUMN knowledge_sources.embedding_model; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.knowledge_sources.embedding_model IS 'What made the vectors of its passages.';

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
    email_confirmed_at timestamp with time zone,
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

COMMENT ON COLUMN public.profiles.email IS 'The address that was proven last; before any was, the one given. Only the sign-in code writes it.';

-- Name: COLUMN profiles.email_confirmed_at; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.profiles.email_confirmed_at IS 'Since when it is known that the account''s address is this person''s; null: it is not, and what hangs on the address is not theirs.';

-- Name: COLUMN profiles.onboarding_complete; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.profiles.onboarding_complete IS 'The first-hour guide is done or dismissed.';

-- Name: proposal_line_items; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.proposal_line_items (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    service_id uuid,
    label text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    option_group text,
    is_optional boolean DEFAULT false NOT NULL,
    is_selected boolean DEFAULT true NOT NULL,
    quantity numeric(12,2) DEFAULT 1 NOT NULL,
    unit text DEFAULT 'project'::text NOT NULL,
    unit_price_minor bigint NOT NULL,
    discount numeric(5,4) DEFAULT 0 NOT NULL,
    tax_rate numeric(6,4) DEFAULT 0 NOT NULL,
    billing_period text DEFAULT 'once'::text NOT NULL,
    net_minor bigint GENERATED ALWAYS AS ((round(((quantity * (unit_price_minor)::numeric) * ((1)::numeric - discount))))::bigint) STORED NOT NULL,
    "position" integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proposal_line_items_billing_period_known CHECK ((billing_period = ANY (ARRAY['once'::text, 'monthly'::text, 'yearly'::text]))),
    CONSTRAINT proposal_line_items_discount_is_a_share CHECK (((discount >= (0)::numeric) AND (discount <= (1)::numeric))),
    CONSTRAINT proposal_line_items_label_given CHECK (((btrim(label) <> ''::text) AND (length(label) <= 200))),
    CONSTRAINT proposal_line_items_price_in_range CHECK (((unit_price_minor >= 0) AND (unit_price_minor <= '100000000000'::bigint))),
    CONSTRAINT proposal_line_items_quantity_in_range CHECK (((quantity > (0)::numeric) AND (quantity <= (1000000)::numeric))),
    CONSTRAINT proposal_line_items_selected_unless_optional CHECK ((is_selected OR is_optional)),
    CONSTRAINT proposal_line_items_tax_rate_is_a_share CHECK (((tax_rate >= (0)::numeric) AND (tax_rate <= (1)::numeric))),
    CONSTRAINT proposal_line_items_unit_given CHECK (((btrim(unit) <> ''::text) AND (length(unit) <= 40)))
);

ALTER TABLE ONLY public.proposal_line_items FORCE ROW LEVEL SECURITY;

ALTER TABLE public.proposal_line_items OWNER TO sb_owner;

-- Name: TABLE proposal_line_items; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.proposal_line_items IS 'What a proposal offers, and for how much; amounts in the proposal''s currency.';

-- Name: COLUMN proposal_line_items.service_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposal_line_items.service_id IS 'Where the price comes from; null: a person wrote it.';

-- Name: COLUMN proposal_line_items.option_group; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposal_line_items.option_group IS 'Of the optional items of a group the client takes one.';

-- Name: COLUMN proposal_line_items.discount; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposal_line_items.discount IS 'A share: 0.1 is 10 %.';

-- Name: COLUMN proposal_line_items.net_minor; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposal_line_items.net_minor IS 'Quantity x price less the discount, rounded half away from zero, before tax.';

-- Name: proposal_versions; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.proposal_versions (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    content jsonb NOT NULL,
    line_items jsonb DEFAULT '[]'::jsonb NOT NULL,
    currency text NOT NULL,
    total_minor bigint NOT NULL,
    content_sha256 bytea DEFAULT '\x'::bytea NOT NULL,
    reason text DEFAULT 'manual'::text NOT NULL,
    author_id uuid DEFAULT seal.user_id(),
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proposal_versions_content_is_object CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT proposal_versions_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT proposal_versions_line_items_are_a_list CHECK ((jsonb_typeof(line_items) = 'array'::text)),
    CONSTRAINT proposal_versions_number_counted CHECK ((number > 0)),
    CONSTRAINT proposal_versions_reason_known CHECK ((reason = ANY (ARRAY['manual'::text, 'ai'::text, 'sent'::text]))),
    CONSTRAINT proposal_versions_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 300))),
    CONSTRAINT proposal_versions_total_not_negative CHECK ((total_minor >= 0))
);

ALTER TABLE ONLY public.proposal_versions FORCE ROW LEVEL SECURITY;

ALTER TABLE public.proposal_versions OWNER TO sb_owner;

-- Name: TABLE proposal_versions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.proposal_versions IS 'Frozen copies of proposals, append only.';

-- Name: COLUMN proposal_versions.content_sha256; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposal_versions.content_sha256 IS 'sha256 of {"content": ..., "line_items": ..., "title": ...} as jsonb prints it, in UTF-8: what a signature names.';

-- Name: COLUMN proposal_versions.author_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposal_versions.author_id IS 'Who made it, from the context; a plain column, as in audit_log.';

-- Name: COLUMN proposal_versions.run_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposal_versions.run_id IS 'The agent_runs row that wrote it; a plain column, since runs are kept for a while only.';

-- Name: proposals; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.proposals (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    client_id uuid NOT NULL,
    title text NOT NULL,
    status text DEFAULT 'draft'::text NOT NULL,
    brain_status text DEFAULT 'idle'::text NOT NULL,
    deal_outcome text DEFAULT 'pending'::text NOT NULL,
    outcome_reason text,
    brief text DEFAULT ''::text NOT NULL,
    content jsonb DEFAULT '{}'::jsonb NOT NULL,
    template_id uuid,
    currency text NOT NULL,
    total_minor bigint DEFAULT 0 NOT NULL,
    valid_until date,
    owner_id uuid DEFAULT seal.user_id(),
    sent_at timestamp with time zone,
    decided_at timestamp with time zone,
    lock_version integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proposals_brain_status_known CHECK ((brain_status = ANY (ARRAY['idle'::text, 'queued'::text, 'running'::text, 'needs_input'::text, 'failed'::text, 'done'::text, 'cancelled'::text]))),
    CONSTRAINT proposals_content_is_object CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT proposals_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT proposals_deal_outcome_known CHECK ((deal_outcome = ANY (ARRAY['pending'::text, 'won'::text, 'lost'::text]))),
    CONSTRAINT proposals_reason_of_an_outcome CHECK (((outcome_reason IS NULL) OR (deal_outcome <> 'pending'::text))),
    CONSTRAINT proposals_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'sent'::text, 'viewed'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'void'::text]))),
    CONSTRAINT proposals_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 300))),
    CONSTRAINT proposals_total_not_negative CHECK ((total_minor >= 0))
);

ALTER TABLE ONLY public.proposals FORCE ROW LEVEL SECURITY;

ALTER TABLE public.proposals OWNER TO sb_owner;

-- Name: TABLE proposals; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.proposals IS 'Proposals: brief, working text, state.';

-- Name: COLUMN proposals.brain_status; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposals.brain_status IS 'What the brain is doing with it; the run says more.';

-- Name: COLUMN proposals.brief; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposals.brief IS 'What the client asked, as it came; citations point into it.';

-- Name: COLUMN proposals.content; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposals.content IS 'The working text, in sections. What a client saw stands in proposal_versions.';

-- Name: COLUMN proposals.total_minor; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposals.total_minor IS 'Of the selected line items before tax, one billing period of each; kept by a trigger.';

-- Name: COLUMN proposals.owner_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposals.owner_id IS 'Who looks after it; a plain column, so that it outlives their membership.';

-- Name: COLUMN proposals.sent_at; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposals.sent_at IS 'When it was sent first; kept by a trigger, as decided_at is.';

-- Name: COLUMN proposals.lock_version; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.proposals.lock_version IS 'Counts changes of what people edit: an update names the number that it has read.';

-- Name: prospect_intelligence; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.prospect_intelligence (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    prospect_name text NOT NULL,
    website_url text,
    profile jsonb DEFAULT '{}'::jsonb NOT NULL,
    sources jsonb DEFAULT '[]'::jsonb NOT NULL,
    cached_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone DEFAULT (now() + '30 days'::interval) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT prospect_intelligence_expires_after_caching CHECK ((expires_at > cached_at)),
    CONSTRAINT prospect_intelligence_profile_is_object CHECK ((jsonb_typeof(profile) = 'object'::text)),
    CONSTRAINT prospect_intelligence_prospect_name_given CHECK (((btrim(prospect_name) <> ''::text) AND (length(prospect_name) <= 200))),
    CONSTRAINT prospect_intelligence_sources_are_a_list CHECK ((jsonb_typeof(sources) = 'array'::text)),
    CONSTRAINT prospect_intelligence_website_is_web CHECK (((website_url ~ '^https?://'::text) AND (length(website_url) <= 2000)))
);

ALTER TABLE ONLY public.prospect_intelligence FORCE ROW LEVEL SECURITY;

ALTER TABLE public.prospect_intelligence OWNER TO sb_owner;

-- Name: TABLE prospect_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.prospect_intelligence IS 'Research on prospects, cached until it expires.';

-- Name: COLUMN prospect_intelligence.sources; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.prospect_intelligence.sources IS 'The pages it was read from: url, title, read_at.';

-- Name: rfp_requirements; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.rfp_requirements (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    ref text NOT NULL,
    text text NOT NULL,
    kind text DEFAULT 'delivery'::text NOT NULL,
    mandatory boolean NOT NULL,
    "position" integer NOT NULL,
    length integer NOT NULL,
    section_id text,
    answer_state text DEFAULT 'open'::text NOT NULL,
    owner_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT rfp_requirements_answer_state_known CHECK ((answer_state = ANY (ARRAY['open'::text, 'partial'::text, 'answered'::text, 'excluded'::text]))),
    CONSTRAINT rfp_requirements_kind_known CHECK ((kind = ANY (ARRAY['submission'::text, 'staffing'::text, 'delivery'::text, 'price'::text, 'legal'::text, 'experience'::text]))),
    CONSTRAINT rfp_requirements_place_in_brief CHECK ((("position" >= 0) AND (length > 0))),
    CONSTRAINT rfp_requirements_ref_given CHECK (((btrim(ref) <> ''::text) AND (length(ref) <= 60))),
    CONSTRAINT rfp_requirements_text_given CHECK (((btrim(text) <> ''::text) AND (length(text) <= 20000)))
);

ALTER TABLE ONLY public.rfp_requirements FORCE ROW LEVEL SECURITY;

ALTER TABLE public.rfp_requirements OWNER TO sb_owner;

-- Name: TABLE rfp_requirements; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.rfp_requirements IS 'Requirements found in a brief, and their answers.';

-- Name: COLUMN rfp_requirements.ref; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.rfp_requirements.ref IS 'The brief''s own numbering where it has one.';

-- Name: COLUMN rfp_requirements."position"; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.rfp_requirements."position" IS 'Where it begins in proposals.brief, in characters from 0; length: how long it is.';

-- Name: COLUMN rfp_requirements.section_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.rfp_requirements.section_id IS 'The section of the proposal that answers it.';

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

-- Name: share_links; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.share_links (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid,
    version integer,
    contract_id uuid,
    contact_id uuid,
    password_salt bytea,
    password_proof bytea,
    expires_at timestamp with time zone NOT NULL,
    allow_download boolean DEFAULT true NOT NULL,
    created_by uuid DEFAULT seal.user_id(),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT share_links_name_the_version CHECK (((proposal_id IS NULL) = (version IS NULL))),
    CONSTRAINT share_links_password_is_whole CHECK (((password_salt IS NULL) = (password_proof IS NULL))),
    CONSTRAINT share_links_password_proof_is_sha256 CHECK ((octet_length(password_proof) = 32)),
    CONSTRAINT share_links_password_salt_is_16_bytes CHECK ((octet_length(password_salt) = 16)),
    CONSTRAINT share_links_show_one_document CHECK ((num_nonnulls(proposal_id, contract_id) = 1))
);

ALTER TABLE ONLY public.share_links FORCE ROW LEVEL SECURITY;

ALTER TABLE public.share_links OWNER TO sb_owner;

-- Name: TABLE share_links; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.share_links IS 'Links that clients open without an account; deleting one ends it.';

-- Name: COLUMN share_links.version; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.share_links.version IS 'The number of the one version that it shows.';

-- Name: COLUMN share_links.contact_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.share_links.contact_id IS 'Whom it was made for; null: whoever has it.';

-- Name: COLUMN share_links.password_salt; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.share_links.password_salt IS 'What the process derives 32 bytes from the password with (argon2id). No tenant reads it; seal.link_salt() gives it to whoever holds the link.';

-- Name: COLUMN share_links.password_proof; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.share_links.password_proof IS 'sha256 of those 32 bytes; null: the link is enough. With it, the link opens nothing without a ticket (seal.try_link). No tenant reads it.';

-- Name: COLUMN share_links.expires_at; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.share_links.expires_at IS 'The credential ends no later; a longer life is a new link.';

-- Name: stripe_events; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.stripe_events (
    id text NOT NULL,
    org_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
    type text NOT NULL,
    created timestamp with time zone NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    handled_at timestamp with time zone,
    error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT stripe_events_id_given CHECK (((id <> ''::text) AND (length(id) <= 255))),
    CONSTRAINT stripe_events_type_given CHECK (((type <> ''::text) AND (length(type) <= 255)))
);

ALTER TABLE ONLY public.stripe_events FORCE ROW LEVEL SECURITY;

ALTER TABLE public.stripe_events OWNER TO sb_owner;

-- Name: TABLE stripe_events; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.stripe_events IS 'Webhook events of Stripe: handled once, and again on request.';

-- Name: COLUMN stripe_events.id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.stripe_events.id IS 'Stripe''s own id of the event.';

-- Name: COLUMN stripe_events.org_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.stripe_events.org_id IS 'Whom it is about; the platform, until that is known.';

-- Name: COLUMN stripe_events.created; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.stripe_events.created IS 'When it happened, as Stripe says; received_at: when it came.';

-- Name: subscriptions; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.subscriptions (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    stripe_subscription_id text NOT NULL,
    plan text NOT NULL,
    status text NOT NULL,
    current_period_end timestamp with time zone,
    cancel_at_period_end boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT subscriptions_plan_given CHECK (((plan <> ''::text) AND (length(plan) <= 100))),
    CONSTRAINT subscriptions_status_known CHECK ((status = ANY (ARRAY['incomplete'::text, 'incomplete_expired'::text, 'trialing'::text, 'active'::text, 'past_due'::text, 'canceled'::text, 'unpaid'::text, 'paused'::text]))),
    CONSTRAINT subscriptions_stripe_subscription_id_given CHECK (((stripe_subscription_id <> ''::text) AND (length(stripe_subscription_id) <= 255)))
);

ALTER TABLE ONLY public.subscriptions FORCE ROW LEVEL SECURITY;

ALTER TABLE public.subscriptions OWNER TO sb_owner;

-- Name: TABLE subscriptions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.subscriptions IS 'Subscriptions of the organisation, synced from Stripe.';

-- Name: COLUMN subscriptions.plan; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.subscriptions.plan IS 'The name of a plan in the configuration: what the organisation may use.';

-- Name: COLUMN subscriptions.status; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.subscriptions.status IS 'In Stripe''s words.';

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

-- Name: usage_events; Type: TABLE; Schema: public; Owner: sb_owner

CREATE TABLE public.usage_events (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    kind text NOT NULL,
    quantity bigint DEFAULT 1 NOT NULL,
    tokens bigint DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    job_id uuid,
    period date DEFAULT (date_trunc('month'::text, (queue.now() AT TIME ZONE 'UTC'::text)))::date NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT usage_events_amounts_not_negative CHECK ((LEAST(quantity, tokens, cost_micros) >= 0)),
    CONSTRAINT usage_events_kind_is_a_name CHECK (((kind ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(kind) <= 100)))
);

ALTER TABLE ONLY public.usage_events FORCE ROW LEVEL SECURITY;

ALTER TABLE public.usage_events OWNER TO sb_owner;

-- Name: TABLE usage_events; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON TABLE public.usage_events IS 'Use that counts against a plan or costs money.';

-- Name: COLUMN usage_events.kind; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.usage_events.kind IS 'proposal.drafted, or the type of a job of which an attempt used tokens.';

-- Name: COLUMN usage_events.cost_micros; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.usage_events.cost_micros IS 'Millionths of a dollar.';

-- Name: COLUMN usage_events.job_id; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.usage_events.job_id IS 'The job that used it; a plain column, since jobs are kept for a while only.';

-- Name: COLUMN usage_events.period; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON COLUMN public.usage_events.period IS 'The first day of the month, UTC, that it counts in.';

-- Name: duty; Type: TABLE; Schema: queue; Owner: sb_owner

CREATE TABLE queue.duty (
    is_one boolean DEFAULT true NOT NULL,
    CONSTRAINT duty_is_one CHECK (is_one)
);

ALTER TABLE ONLY queue.duty FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.duty OWNER TO sb_owner;

-- Name: TABLE duty; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON TABLE queue.duty IS 'One row: who has locked it does the maintenance. No advisory lock: anybody who can send a statement can hold one of those.';

-- Name: quarantines; Type: TABLE; Schema: queue; Owner: sb_owner

CREATE TABLE queue.quarantines (
    org_id uuid NOT NULL,
    until timestamp with time zone DEFAULT queue.now() NOT NULL
);

ALTER TABLE ONLY queue.quarantines FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.quarantines OWNER TO sb_owner;

-- Name: TABLE quarantines; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON TABLE queue.quarantines IS 'Organisations with suspects: their jobs run in processes of their own, beside the worker, the suspects one at a time. Lifted when the last suspect has ended and the time is over.';

-- Name: COLUMN quarantines.until; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.quarantines.until IS 'Until then all jobs of the organisation are treated as suspects: one was seen to end its own process, and may not be the only one.';

-- Name: stops; Type: TABLE; Schema: queue; Owner: sb_owner

CREATE TABLE queue.stops (
    org_id uuid NOT NULL,
    job_type text,
    is_operator boolean NOT NULL,
    reason text NOT NULL,
    stopped_by uuid,
    stopped_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT stops_reason_is_given CHECK ((reason ~ '\S'::text))
);

ALTER TABLE ONLY queue.stops FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.stops OWNER TO sb_owner;

-- Name: TABLE stops; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON TABLE queue.stops IS 'What must not run: jobs of an organisation, or of a type in it. The platform''s organisation, the nil uuid, stands for all.';

-- Name: COLUMN stops.is_operator; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.stops.is_operator IS 'True if the operator stopped it, false if the organization did so itself. Of the same there may be both; neither takes the other back.';

-- Name: COLUMN stops.stopped_by; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.stops.stopped_by IS 'A person''s id; null: the installer. A plain column, so that it outlives their membership.';

-- Name: workers; Type: TABLE; Schema: queue; Owner: sb_owner

CREATE TABLE queue.workers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    host text NOT NULL,
    pid integer NOT NULL,
    ttl interval NOT NULL,
    is_idle boolean DEFAULT false NOT NULL,
    beat_at timestamp with time zone DEFAULT queue.now() NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    company bigint,
    CONSTRAINT workers_ttl_is_some_time CHECK ((ttl > '00:00:00'::interval))
)
WITH (fillfactor='10');

ALTER TABLE ONLY queue.workers FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.workers OWNER TO sb_owner;

-- Name: TABLE workers; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON TABLE queue.workers IS 'One row a worker that runs. Its heartbeat keeps the leases of all its jobs: one write, however many they are.';

-- Name: COLUMN workers.ttl; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.workers.ttl IS 'So long after its last beat it counts as dead.';

-- Name: COLUMN workers.is_idle; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.workers.is_idle IS 'It waits to be woken: whoever asks for work then says so (NOTIFY), and under load nobody does.';

-- Name: COLUMN workers.company; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON COLUMN queue.workers.company IS 'How many jobs were running when it was first found silent, of all workers that fell silent with it; null: it lives. Of one job it is known that it was alone. Kept here, for its jobs may be taken back one after another.';

-- Name: bounds; Type: TABLE; Schema: seal; Owner: sb_seal

CREATE TABLE seal.bounds (
    relation text NOT NULL,
    column_name text NOT NULL,
    kind text NOT NULL,
    most bigint,
    CONSTRAINT bounds_kind_known CHECK ((kind = ANY (ARRAY['text'::text, 'bytes'::text, 'json'::text, 'list'::text, 'number'::text, 'time'::text, 'period'::text, 'span'::text]))),
    CONSTRAINT bounds_most_given CHECK ((((most IS NOT NULL) = (kind = ANY (ARRAY['text'::text, 'bytes'::text, 'json'::text, 'list'::text, 'number'::text]))) AND COALESCE((most > 0), true)))
);

ALTER TABLE ONLY seal.bounds FORCE ROW LEVEL SECURITY;

ALTER TABLE seal.bounds OWNER TO sb_seal;

-- Name: TABLE bounds; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON TABLE seal.bounds IS 'The bound of every column that anything but a migration writes. Written by seal_private.bound().';

-- Name: COLUMN bounds.relation; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON COLUMN seal.bounds.relation IS 'The table, as regclass prints it.';

-- Name: COLUMN bounds.most; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON COLUMN seal.bounds.most IS 'Bytes; for a number its distance from zero; null where the kind says it all.';

-- Name: definer_functions; Type: TABLE; Schema: seal; Owner: sb_seal

CREATE TABLE seal.definer_functions (
    signature text NOT NULL,
    owner text NOT NULL,
    callers text[] NOT NULL,
    reason text NOT NULL,
    reach text DEFAULT 'own'::text NOT NULL,
    CONSTRAINT definer_functions_reach_known CHECK ((reach = ANY (ARRAY['own'::text, 'all'::text]))),
    CONSTRAINT definer_functions_reason_given CHECK ((reason <> ''::text)),
    CONSTRAINT definer_functions_tenants_reach_their_own CHECK (((reach = 'own'::text) OR (NOT (callers && '{public,sb_tenant,sb_api,sb_worker}'::text[]))))
);

ALTER TABLE ONLY seal.definer_functions FORCE ROW LEVEL SECURITY;

ALTER TABLE seal.definer_functions OWNER TO sb_seal;

-- Name: TABLE definer_functions; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON TABLE seal.definer_functions IS 'The allowed SECURITY DEFINER functions: the trusted computing base. Written by migrations through seal_private.admit().';

-- Name: COLUMN definer_functions.signature; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON COLUMN seal.definer_functions.signature IS 'As regprocedure prints it.';

-- Name: COLUMN definer_functions.callers; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON COLUMN seal.definer_functions.callers IS 'Roles that may execute it; empty: only functions of the same owner.';

-- Name: COLUMN definer_functions.reach; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON COLUMN seal.definer_functions.reach IS 'own: what its caller''s proof or context opens. all: any organization, which sign-in and the dispatcher are trusted with; see `prove`.';

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

-- Name: noted; Type: TABLE; Schema: seal; Owner: sb_seal

CREATE TABLE seal.noted (
    kind text NOT NULL,
    name text NOT NULL,
    content text NOT NULL,
    CONSTRAINT noted_kind_known CHECK ((kind = ANY (ARRAY['function'::text, 'privilege'::text, 'policy'::text, 'constraint'::text, 'trigger'::text, 'index'::text, 'default'::text, 'parameter'::text])))
);

ALTER TABLE ONLY seal.noted FORCE ROW LEVEL SECURITY;

ALTER TABLE seal.noted OWNER TO sb_seal;

-- Name: TABLE noted; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON TABLE seal.noted IS 'Functions, privileges, policies, constraints, triggers, indexes, defaults of columns and grants on parameters as the migrations made them; sealedbid audit compares. Written by seal_private.note().';

-- Name: COLUMN noted.name; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON COLUMN seal.noted.name IS 'The function as regprocedure prints it; the role, the verb and the relation of a privilege; what it is of.';

-- Name: COLUMN noted.content; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON COLUMN seal.noted.content IS 'A digest of the function with its attributes and settings; the columns that a privilege covers; anything else as the server prints it.';

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

-- Name: link_tries; Type: TABLE; Schema: seal_private; Owner: sb_seal

CREATE TABLE seal_private.link_tries (
    org_id uuid NOT NULL,
    link_id uuid NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone DEFAULT now() NOT NULL,
    ticket bytea DEFAULT decode(repeat('00'::text, 32), 'hex'::text) NOT NULL,
    ticket_until timestamp with time zone DEFAULT now() NOT NULL,
    ticket_of bigint DEFAULT 0 NOT NULL,
    CONSTRAINT link_tries_failures_not_negative CHECK ((failures >= 0)),
    CONSTRAINT link_tries_ticket_is_sha256 CHECK ((octet_length(ticket) = 32))
);

ALTER TABLE ONLY seal_private.link_tries FORCE ROW LEVEL SECURITY;

ALTER TABLE seal_private.link_tries OWNER TO sb_seal;

-- Name: TABLE link_tries; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON TABLE seal_private.link_tries IS 'What came of passwords that were tried at links. No login reads it. Every row is of one width, and no index is on what a try changes: how many rows of a page a transaction wrote anew can be counted by whoever rolls it back.';

-- Name: COLUMN link_tries.failures; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.link_tries.failures IS 'Wrong ones since the last right one; each tenth locks the link.';

-- Name: COLUMN link_tries.locked_until; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.link_tries.locked_until IS 'Until then no password is right: a quarter of an hour, then twice as long each time, a day at most.';

-- Name: COLUMN link_tries.ticket; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.link_tries.ticket IS 'sha256 of the proof of the ticket that the last right password made: sha256(the link''s proof, the 32 bytes).';

-- Name: COLUMN link_tries.ticket_of; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON COLUMN seal_private.link_tries.ticket_of IS 'The transaction that made the ticket: it opens nothing in that one.';

-- Name: event_actions; Type: TABLE; Schema: system; Owner: sb_owner

CREATE TABLE system.event_actions (
    action text NOT NULL,
    least_rank smallint NOT NULL,
    meaning text NOT NULL,
    CONSTRAINT event_actions_action_is_a_name CHECK (((action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(action) <= 100))),
    CONSTRAINT event_actions_least_rank_known CHECK (((least_rank >= 0) AND (least_rank <= 4)))
);

ALTER TABLE ONLY system.event_actions FORCE ROW LEVEL SECURITY;

ALTER TABLE system.event_actions OWNER TO sb_owner;

-- Name: TABLE event_actions; Type: COMMENT; Schema: system; Owner: sb_owner

COMMENT ON TABLE system.event_actions IS 'The events that system.record_event() takes, and from whom. Migrations write it.';

-- Name: COLUMN event_actions.least_rank; Type: COMMENT; Schema: system; Owner: sb_owner

COMMENT ON COLUMN system.event_actions.least_rank IS 'viewer 1, member 2, admin 3, owner 4, and above; 0: guests alone, each of the link that they hold.';

-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: auth; Owner: sb_owner

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

-- Name: users users_pkey; Type: CONSTRAINT; Schema: auth; Owner: sb_owner

ALTER TABLE ONLY auth.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

-- Name: agent_runs agent_runs_job_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_job_key UNIQUE (org_id, job_id);

-- Name: agent_runs agent_runs_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_pkey PRIMARY KEY (org_id, id);

-- Name: agent_steps agent_steps_attempt_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.agent_steps
    ADD CONSTRAINT agent_steps_attempt_key UNIQUE (org_id, run_id, step, attempt);

-- Name: agent_steps agent_steps_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.agent_steps
    ADD CONSTRAINT agent_steps_pkey PRIMARY KEY (org_id, id);

-- Name: api_keys api_keys_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_name_key UNIQUE (org_id, name);

-- Name: api_keys api_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (org_id, id);

-- Name: audit_heads audit_heads_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.audit_heads
    ADD CONSTRAINT audit_heads_pkey PRIMARY KEY (org_id);

-- Name: audit_log audit_log_chain_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_chain_key UNIQUE (org_id, chain_no);

-- Name: audit_log audit_log_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (org_id, id);

-- Name: citations citations_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_pkey PRIMARY KEY (org_id, id);

-- Name: client_contacts client_contacts_email_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_contacts
    ADD CONSTRAINT client_contacts_email_key UNIQUE (org_id, client_id, email);

-- Name: client_contacts client_contacts_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_contacts
    ADD CONSTRAINT client_contacts_pkey PRIMARY KEY (org_id, id);

-- Name: client_intelligence client_intelligence_client_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_intelligence
    ADD CONSTRAINT client_intelligence_client_name_key UNIQUE (org_id, client_name);

-- Name: client_intelligence client_intelligence_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_intelligence
    ADD CONSTRAINT client_intelligence_pkey PRIMARY KEY (org_id, id);

-- Name: clients clients_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_name_key UNIQUE (org_id, name);

-- Name: clients clients_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_pkey PRIMARY KEY (org_id, id);

-- Name: content_blocks content_blocks_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.content_blocks
    ADD CONSTRAINT content_blocks_pkey PRIMARY KEY (org_id, id);

-- Name: content_blocks content_blocks_title_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.content_blocks
    ADD CONSTRAINT content_blocks_title_key UNIQUE (org_id, kind, title);

-- Name: contracts contracts_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_pkey PRIMARY KEY (org_id, id);

-- Name: files files_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (org_id, id);

-- Name: invitations invitations_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (org_id, id);

-- Name: invoices invoices_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (org_id, id);

-- Name: invoices invoices_stripe_invoice_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_stripe_invoice_key UNIQUE (org_id, stripe_invoice_id);

-- Name: job_lanes job_lanes_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.job_lanes
    ADD CONSTRAINT job_lanes_pkey PRIMARY KEY (org_id);

-- Name: job_schedules job_schedules_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.job_schedules
    ADD CONSTRAINT job_schedules_name_key UNIQUE (org_id, name);

-- Name: job_schedules job_schedules_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.job_schedules
    ADD CONSTRAINT job_schedules_pkey PRIMARY KEY (org_id, id);

-- Name: jobs jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (org_id, id);

-- Name: knowledge_sources knowledge_sources_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_pkey PRIMARY KEY (org_id, id);

-- Name: knowledge_sources knowledge_sources_sha256_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_sha256_key UNIQUE (org_id, sha256);

-- Name: knowledge_sources knowledge_sources_url_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_url_key UNIQUE (org_id, kind, url);

-- Name: org_brain org_brain_chunk_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_brain
    ADD CONSTRAINT org_brain_chunk_key UNIQUE (org_id, source_id, chunk_no);

-- Name: org_brain org_brain_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_brain
    ADD CONSTRAINT org_brain_pkey PRIMARY KEY (org_id, id);

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

-- Name: proposal_line_items proposal_line_items_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_pkey PRIMARY KEY (org_id, id);

-- Name: proposal_line_items proposal_line_items_position_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_position_key UNIQUE (org_id, proposal_id, "position") DEFERRABLE;

-- Name: proposal_versions proposal_versions_number_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposal_versions
    ADD CONSTRAINT proposal_versions_number_key UNIQUE (org_id, proposal_id, number);

-- Name: proposal_versions proposal_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposal_versions
    ADD CONSTRAINT proposal_versions_pkey PRIMARY KEY (org_id, id);

-- Name: proposals proposals_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_pkey PRIMARY KEY (org_id, id);

-- Name: prospect_intelligence prospect_intelligence_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.prospect_intelligence
    ADD CONSTRAINT prospect_intelligence_pkey PRIMARY KEY (org_id, id);

-- Name: prospect_intelligence prospect_intelligence_prospect_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.prospect_intelligence
    ADD CONSTRAINT prospect_intelligence_prospect_name_key UNIQUE (org_id, prospect_name);

-- Name: rfp_requirements rfp_requirements_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.rfp_requirements
    ADD CONSTRAINT rfp_requirements_pkey PRIMARY KEY (org_id, id);

-- Name: rfp_requirements rfp_requirements_ref_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.rfp_requirements
    ADD CONSTRAINT rfp_requirements_ref_key UNIQUE (org_id, proposal_id, ref);

-- Name: services services_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_name_key UNIQUE (org_id, name);

-- Name: services services_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_pkey PRIMARY KEY (org_id, id);

-- Name: share_links share_links_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_pkey PRIMARY KEY (org_id, id);

-- Name: stripe_events stripe_events_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.stripe_events
    ADD CONSTRAINT stripe_events_pkey PRIMARY KEY (id);

-- Name: subscriptions subscriptions_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (org_id, id);

-- Name: subscriptions subscriptions_stripe_subscription_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_stripe_subscription_key UNIQUE (org_id, stripe_subscription_id);

-- Name: system_settings system_settings_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.system_settings
    ADD CONSTRAINT system_settings_pkey PRIMARY KEY (key);

-- Name: templates templates_name_key; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.templates
    ADD CONSTRAINT templates_name_key UNIQUE (org_id, type, name, locale);

-- Name: templates templates_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.templates
    ADD CONSTRAINT templates_pkey PRIMARY KEY (org_id, id);

-- Name: usage_events usage_events_pkey; Type: CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.usage_events
    ADD CONSTRAINT usage_events_pkey PRIMARY KEY (org_id, id);

-- Name: duty duty_is_one_row; Type: CONSTRAINT; Schema: queue; Owner: sb_owner

ALTER TABLE ONLY queue.duty
    ADD CONSTRAINT duty_is_one_row PRIMARY KEY (is_one);

-- Name: quarantines quarantines_pkey; Type: CONSTRAINT; Schema: queue; Owner: sb_owner

ALTER TABLE ONLY queue.quarantines
    ADD CONSTRAINT quarantines_pkey PRIMARY KEY (org_id);

-- Name: set_aside set_aside_key; Type: CONSTRAINT; Schema: queue; Owner: sb_owner

ALTER TABLE ONLY queue.set_aside
    ADD CONSTRAINT set_aside_key UNIQUE NULLS NOT DISTINCT (org_id, task, row_id);

-- Name: stops stops_key; Type: CONSTRAINT; Schema: queue; Owner: sb_owner

ALTER TABLE ONLY queue.stops
    ADD CONSTRAINT stops_key UNIQUE NULLS NOT DISTINCT (org_id, job_type, is_operator);

-- Name: workers workers_pkey; Type: CONSTRAINT; Schema: queue; Owner: sb_owner

ALTER TABLE ONLY queue.workers
    ADD CONSTRAINT workers_pkey PRIMARY KEY (id);

-- Name: bounds bounds_pkey; Type: CONSTRAINT; Schema: seal; Owner: sb_seal

ALTER TABLE ONLY seal.bounds
    ADD CONSTRAINT bounds_pkey PRIMARY KEY (relation, column_name);

-- Name: definer_functions definer_functions_pkey; Type: CONSTRAINT; Schema: seal; Owner: sb_seal

ALTER TABLE ONLY seal.definer_functions
    ADD CONSTRAINT definer_functions_pkey PRIMARY KEY (signature);

-- Name: deviations deviations_pkey; Type: CONSTRAINT; Schema: seal; Owner: sb_seal

ALTER TABLE ONLY seal.deviations
    ADD CONSTRAINT deviations_pkey PRIMARY KEY (kind, relation, name);

-- Name: noted noted_pkey; Type: CONSTRAINT; Schema: seal; Owner: sb_seal

ALTER TABLE ONLY seal.noted
    ADD CONSTRAINT noted_pkey PRIMARY KEY (kind, name);

-- Name: credentials credentials_pkey; Type: CONSTRAINT; Schema: seal_private; Owner: sb_seal

ALTER TABLE ONLY seal_private.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (stored);

-- Name: keys keys_pkey; Type: CONSTRAINT; Schema: seal_private; Owner: sb_seal

ALTER TABLE ONLY seal_private.keys
    ADD CONSTRAINT keys_pkey PRIMARY KEY (purpose, version);

-- Name: link_tries link_tries_pkey; Type: CONSTRAINT; Schema: seal_private; Owner: sb_seal

ALTER TABLE ONLY seal_private.link_tries
    ADD CONSTRAINT link_tries_pkey PRIMARY KEY (org_id, link_id);

-- Name: event_actions event_actions_pkey; Type: CONSTRAINT; Schema: system; Owner: sb_owner

ALTER TABLE ONLY system.event_actions
    ADD CONSTRAINT event_actions_pkey PRIMARY KEY (action);

-- Name: sessions_user_idx; Type: INDEX; Schema: auth; Owner: sb_owner

CREATE INDEX sessions_user_idx ON auth.sessions USING btree (user_id);

-- Name: users_email_key; Type: INDEX; Schema: auth; Owner: sb_owner

CREATE UNIQUE INDEX users_email_key ON auth.users USING btree (lower(email));

-- Name: agent_runs_proposal_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX agent_runs_proposal_idx ON public.agent_runs USING btree (org_id, proposal_id, created_at DESC);

-- Name: agent_steps_done_once; Type: INDEX; Schema: public; Owner: sb_owner

CREATE UNIQUE INDEX agent_steps_done_once ON public.agent_steps USING btree (org_id, run_id, step, job_id) WHERE (status = 'done'::text);

-- Name: audit_log_org_created_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX audit_log_org_created_idx ON public.audit_log USING btree (org_id, created_at DESC, id);

-- Name: audit_log_unchained_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX audit_log_unchained_idx ON public.audit_log USING btree (org_id, created_at, id) WHERE (chain_no IS NULL);

-- Name: citations_proposal_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX citations_proposal_idx ON public.citations USING btree (org_id, proposal_id, number);

-- Name: citations_requirement_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX citations_requirement_idx ON public.citations USING btree (org_id, requirement_id);

-- Name: client_intelligence_client_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX client_intelligence_client_idx ON public.client_intelligence USING btree (org_id, client_id);

-- Name: contracts_client_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX contracts_client_idx ON public.contracts USING btree (org_id, client_id);

-- Name: contracts_proposal_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX contracts_proposal_idx ON public.contracts USING btree (org_id, proposal_id);

-- Name: contracts_status_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX contracts_status_idx ON public.contracts USING btree (org_id, status, updated_at DESC);

-- Name: files_resource_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX files_resource_idx ON public.files USING btree (org_id, resource_type, resource_id);

-- Name: invitations_email_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX invitations_email_idx ON public.invitations USING btree (lower(email)) WHERE (accepted_at IS NULL);

-- Name: invitations_open_email_key; Type: INDEX; Schema: public; Owner: sb_owner

CREATE UNIQUE INDEX invitations_open_email_key ON public.invitations USING btree (org_id, lower(email)) WHERE (accepted_at IS NULL);

-- Name: invoices_issued_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX invoices_issued_idx ON public.invoices USING btree (org_id, issued_at DESC);

-- Name: job_schedules_due_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX job_schedules_due_idx ON public.job_schedules USING btree (next_run_at) WHERE is_active;

-- Name: job_schedules_of_keys_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX job_schedules_of_keys_idx ON public.job_schedules USING btree (org_id, requested_key) WHERE (is_active AND (requested_key IS NOT NULL));

-- Name: jobs_due_by_org_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_due_by_org_idx ON public.jobs USING btree (org_id, run_at) WHERE (status = 'scheduled'::text);

-- Name: jobs_due_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_due_idx ON public.jobs USING btree (run_at) WHERE (status = 'scheduled'::text);

-- Name: jobs_of_keys_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_of_keys_idx ON public.jobs USING btree (org_id, requested_key) WHERE ((requested_key IS NOT NULL) AND (status = ANY (ARRAY['scheduled'::text, 'queued'::text])));

-- Name: jobs_org_created_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_org_created_idx ON public.jobs USING btree (org_id, created_at DESC, id);

-- Name: jobs_over_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_over_idx ON public.jobs USING btree (finished_at) WHERE (finished_at IS NOT NULL);

-- Name: jobs_ready_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_ready_idx ON public.jobs USING btree (org_id, priority, id) WHERE ((status = 'queued'::text) AND (suspicion = 0));

-- Name: jobs_running_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_running_idx ON public.jobs USING btree (org_id, deadline_at) WHERE (status = 'running'::text);

-- Name: jobs_suspects_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX jobs_suspects_idx ON public.jobs USING btree (org_id, status, priority, id) WHERE ((suspicion > 0) AND (status = ANY (ARRAY['scheduled'::text, 'queued'::text, 'running'::text])));

-- Name: jobs_unique_key; Type: INDEX; Schema: public; Owner: sb_owner

CREATE UNIQUE INDEX jobs_unique_key ON public.jobs USING btree (org_id, job_type, unique_key) WHERE (status = ANY (ARRAY['scheduled'::text, 'queued'::text, 'running'::text]));

-- Name: knowledge_sources_file_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX knowledge_sources_file_idx ON public.knowledge_sources USING btree (org_id, file_id);

-- Name: org_members_user_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX org_members_user_idx ON public.org_members USING btree (user_id);

-- Name: proposal_line_items_service_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX proposal_line_items_service_idx ON public.proposal_line_items USING btree (org_id, service_id);

-- Name: proposals_client_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX proposals_client_idx ON public.proposals USING btree (org_id, client_id);

-- Name: proposals_status_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX proposals_status_idx ON public.proposals USING btree (org_id, status, updated_at DESC);

-- Name: proposals_template_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX proposals_template_idx ON public.proposals USING btree (org_id, template_id);

-- Name: share_links_contact_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX share_links_contact_idx ON public.share_links USING btree (org_id, contact_id);

-- Name: share_links_contract_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX share_links_contract_idx ON public.share_links USING btree (org_id, contract_id);

-- Name: share_links_version_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX share_links_version_idx ON public.share_links USING btree (org_id, proposal_id, version);

-- Name: stripe_events_org_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX stripe_events_org_idx ON public.stripe_events USING btree (org_id, created);

-- Name: usage_events_period_idx; Type: INDEX; Schema: public; Owner: sb_owner

CREATE INDEX usage_events_period_idx ON public.usage_events USING btree (org_id, period, kind);

-- Name: credentials_expires_idx; Type: INDEX; Schema: seal_private; Owner: sb_seal

CREATE INDEX credentials_expires_idx ON seal_private.credentials USING btree (expires_at);

-- Name: credentials_org_user_idx; Type: INDEX; Schema: seal_private; Owner: sb_seal

CREATE INDEX credentials_org_user_idx ON seal_private.credentials USING btree (org_id, user_id);

-- Name: credentials_subject_idx; Type: INDEX; Schema: seal_private; Owner: sb_seal

CREATE INDEX credentials_subject_idx ON seal_private.credentials USING btree (subject);

-- Name: sessions bounds; Type: TRIGGER; Schema: auth; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF not_after, user_agent, created_at, updated_at ON auth.sessions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_sessions();

-- Name: users bounds; Type: TRIGGER; Schema: auth; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF email, encrypted_password, email_confirmed_at, banned_until, last_sign_in_at, created_at, updated_at ON auth.users FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_users();

-- Name: users bounds_raw_app_meta_data; Type: TRIGGER; Schema: auth; Owner: sb_owner

CREATE TRIGGER bounds_raw_app_meta_data BEFORE UPDATE OF raw_app_meta_data ON auth.users FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_users('raw_app_meta_data');

-- Name: users bounds_raw_user_meta_data; Type: TRIGGER; Schema: auth; Owner: sb_owner

CREATE TRIGGER bounds_raw_user_meta_data BEFORE UPDATE OF raw_user_meta_data ON auth.users FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_users('raw_user_meta_data');

-- Name: sessions touch; Type: TRIGGER; Schema: auth; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON auth.sessions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: users touch; Type: TRIGGER; Schema: auth; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON auth.users FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: proposals accepted_stays; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER accepted_stays BEFORE UPDATE ON public.proposals FOR EACH ROW WHEN (((old.status = ANY (ARRAY['accepted'::text, 'void'::text])) AND (((((((old.client_id IS DISTINCT FROM new.client_id) OR (old.title IS DISTINCT FROM new.title)) OR (old.brief IS DISTINCT FROM new.brief)) OR (old.content IS DISTINCT FROM new.content)) OR (old.currency IS DISTINCT FROM new.currency)) OR (old.total_minor IS DISTINCT FROM new.total_minor)) OR (old.valid_until IS DISTINCT FROM new.valid_until)))) EXECUTE FUNCTION seal_private.refuse('proposals_accepted_stay', 'an accepted or void proposal is not edited: make a new one');

-- Name: contracts begins_as_a_draft; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER begins_as_a_draft AFTER INSERT ON public.contracts FOR EACH ROW WHEN ((new.status <> 'draft'::text)) EXECUTE FUNCTION seal_private.refuse('contracts_begin_as_drafts', 'a contract begins as a draft');

-- Name: proposals begins_as_a_draft; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER begins_as_a_draft AFTER INSERT ON public.proposals FOR EACH ROW WHEN ((new.status <> 'draft'::text)) EXECUTE FUNCTION seal_private.refuse('proposals_begin_as_drafts', 'a proposal begins as a draft');

-- Name: agent_runs bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF tokens_in, tokens_out, cost_micros, created_at, updated_at ON public.agent_runs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs();

-- Name: agent_steps bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF model, input_sha256, tokens_in, tokens_out, cost_micros, created_at, updated_at ON public.agent_steps FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_steps();

-- Name: api_keys bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, prefix, expires_at, created_at, updated_at ON public.api_keys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_api_keys();

-- Name: audit_heads bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF chain_no, hash, created_at, updated_at ON public.audit_heads FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_audit_heads();

-- Name: audit_log bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF action, resource_type, resource_id, user_agent, created_at, chain_no, prev_hash, hash, address_salt, address_digest ON public.audit_log FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_audit_log();

-- Name: citations bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF section_id, quote, source_title, heading, prospect_name, score, created_at, updated_at ON public.citations FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_citations();

-- Name: client_contacts bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, email, title, created_at, updated_at ON public.client_contacts FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_client_contacts();

-- Name: client_intelligence bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF client_name, embedding_model, created_at, updated_at ON public.client_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_client_intelligence();

-- Name: clients bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, email, website, industry, notes, created_at, updated_at ON public.clients FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_clients();

-- Name: content_blocks bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF title, body, review_by, created_at, updated_at ON public.content_blocks FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_content_blocks();

-- Name: contracts bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF client_name, title, scope, effective_on, ends_on, signed_at, created_at, updated_at ON public.contracts FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_contracts();

-- Name: files bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, mime, content, resource_type, created_at, updated_at ON public.files FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_files();

-- Name: invitations bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF email, expires_at, accepted_at, created_at, updated_at ON public.invitations FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_invitations();

-- Name: invoices bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF stripe_invoice_id, number, amount, amount_paid, currency, hosted_url, period, issued_at, paid_at, created_at, updated_at ON public.invoices FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_invoices();

-- Name: job_lanes bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF token_limit, tokens_used, period, created_at, updated_at ON public.job_lanes FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_job_lanes();

-- Name: job_schedules bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, job_type, cron, timezone, max_tokens, next_run_at, off_reason, last_run_at, created_at, updated_at ON public.job_schedules FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_job_schedules();

-- Name: jobs bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF job_type, actual_tokens, run_at, unique_key, deadline_at, started_at, finished_at, created_at, updated_at, max_tokens, attempt_tokens ON public.jobs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_jobs();

-- Name: knowledge_sources bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF title, url, sha256, embedding_model, review_by, error, created_at, updated_at ON public.knowledge_sources FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_knowledge_sources();

-- Name: org_brain bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF heading, content_text, embedding_model, review_by, created_at, updated_at ON public.org_brain FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_org_brain();

-- Name: org_members bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF joined_at, created_at, updated_at ON public.org_members FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_org_members();

-- Name: org_settings bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF key, reason, created_at, updated_at ON public.org_settings FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_org_settings();

-- Name: organizations bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, plan, stripe_customer_id, locale, currency, timezone, created_at, updated_at ON public.organizations FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_organizations();

-- Name: profiles bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF email, email_confirmed_at, full_name, locale, created_at, updated_at ON public.profiles FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_profiles();

-- Name: proposal_line_items bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF label, description, option_group, quantity, unit, unit_price_minor, discount, tax_rate, created_at, updated_at ON public.proposal_line_items FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposal_line_items();

-- Name: proposal_versions bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF title, currency, total_minor, content_sha256, created_at, updated_at ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposal_versions();

-- Name: proposals bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF title, outcome_reason, brief, currency, total_minor, valid_until, sent_at, decided_at, created_at, updated_at ON public.proposals FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposals();

-- Name: prospect_intelligence bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF prospect_name, website_url, cached_at, expires_at, created_at, updated_at ON public.prospect_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_prospect_intelligence();

-- Name: rfp_requirements bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF ref, text, section_id, created_at, updated_at ON public.rfp_requirements FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_rfp_requirements();

-- Name: services bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, description, unit, unit_price_minor, currency, tax_rate, created_at, updated_at ON public.services FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_services();

-- Name: share_links bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF password_salt, password_proof, expires_at, created_at, updated_at ON public.share_links FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_share_links();

-- Name: stripe_events bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF id, type, created, received_at, handled_at, error, created_at, updated_at ON public.stripe_events FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_stripe_events();

-- Name: subscriptions bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF stripe_subscription_id, plan, current_period_end, created_at, updated_at ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_subscriptions();

-- Name: system_settings bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF key, description, created_at, updated_at ON public.system_settings FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_system_settings();

-- Name: templates bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, locale, created_at, updated_at ON public.templates FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_templates();

-- Name: usage_events bounds; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF kind, quantity, tokens, cost_micros, period, created_at, updated_at ON public.usage_events FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_usage_events();

-- Name: organizations bounds_branding; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_branding BEFORE UPDATE OF branding ON public.organizations FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_organizations('branding');

-- Name: agent_runs bounds_cached_writer_output; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_cached_writer_output BEFORE UPDATE OF cached_writer_output ON public.agent_runs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs('cached_writer_output');

-- Name: proposal_versions bounds_content; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_content BEFORE UPDATE OF content ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposal_versions('content');

-- Name: proposals bounds_content; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_content BEFORE UPDATE OF content ON public.proposals FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposals('content');

-- Name: templates bounds_content; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_content BEFORE UPDATE OF content ON public.templates FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_templates('content');

-- Name: client_intelligence bounds_deal_history; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_deal_history BEFORE UPDATE OF deal_history ON public.client_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_client_intelligence('deal_history');

-- Name: audit_log bounds_detail; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_detail BEFORE UPDATE OF detail ON public.audit_log FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_audit_log('detail');

-- Name: agent_steps bounds_edits; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_edits BEFORE UPDATE OF edits ON public.agent_steps FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_steps('edits');

-- Name: agent_runs bounds_error; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_error BEFORE UPDATE OF error ON public.agent_runs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs('error');

-- Name: agent_steps bounds_error; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_error BEFORE UPDATE OF error ON public.agent_steps FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_steps('error');

-- Name: jobs bounds_error; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_error BEFORE UPDATE OF error ON public.jobs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_jobs('error');

-- Name: proposal_versions bounds_line_items; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_line_items BEFORE UPDATE OF line_items ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposal_versions('line_items');

-- Name: agent_steps bounds_output; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_output BEFORE UPDATE OF output ON public.agent_steps FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_steps('output');

-- Name: job_schedules bounds_payload; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_payload BEFORE UPDATE OF payload ON public.job_schedules FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_job_schedules('payload');

-- Name: jobs bounds_payload; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_payload BEFORE UPDATE OF payload ON public.jobs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_jobs('payload');

-- Name: prospect_intelligence bounds_profile; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_profile BEFORE UPDATE OF profile ON public.prospect_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_prospect_intelligence('profile');

-- Name: jobs bounds_progress; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_progress BEFORE UPDATE OF progress ON public.jobs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_jobs('progress');

-- Name: client_intelligence bounds_psychographics; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_psychographics BEFORE UPDATE OF psychographics ON public.client_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_client_intelligence('psychographics');

-- Name: jobs bounds_result; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_result BEFORE UPDATE OF result ON public.jobs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_jobs('result');

-- Name: api_keys bounds_scopes; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_scopes BEFORE UPDATE OF scopes ON public.api_keys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_api_keys('scopes');

-- Name: prospect_intelligence bounds_sources; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_sources BEFORE UPDATE OF sources ON public.prospect_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_prospect_intelligence('sources');

-- Name: content_blocks bounds_tags; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_tags BEFORE UPDATE OF tags ON public.content_blocks FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_content_blocks('tags');

-- Name: contracts bounds_terms; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_terms BEFORE UPDATE OF terms ON public.contracts FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_contracts('terms');

-- Name: org_settings bounds_value; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_value BEFORE UPDATE OF value ON public.org_settings FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_org_settings('value');

-- Name: system_settings bounds_value; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER bounds_value BEFORE UPDATE OF value ON public.system_settings FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_system_settings('value');

-- Name: proposals change_counts; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER change_counts BEFORE UPDATE OF client_id, title, brief, content, template_id, currency, valid_until, status ON public.proposals FOR EACH ROW EXECUTE FUNCTION seal_private.count_change();

-- Name: agent_runs count_draft; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER count_draft AFTER UPDATE OF status ON public.agent_runs FOR EACH ROW WHEN (((old.status <> 'done'::text) AND (new.status = 'done'::text))) EXECUTE FUNCTION seal_private.count_draft();

-- Name: api_keys end_api_key; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER end_api_key AFTER DELETE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION seal_private.end_api_key();

-- Name: share_links end_share_link; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER end_share_link AFTER DELETE ON public.share_links FOR EACH ROW EXECUTE FUNCTION seal_private.end_share_link();

-- Name: audit_log event_stays; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER event_stays BEFORE UPDATE ON public.audit_log FOR EACH ROW WHEN ((((((((((((old.org_id IS DISTINCT FROM new.org_id) OR (old.id IS DISTINCT FROM new.id)) OR (old.user_id IS DISTINCT FROM new.user_id)) OR (old.actor_kind IS DISTINCT FROM new.actor_kind)) OR (old.is_said IS DISTINCT FROM new.is_said)) OR (old.action IS DISTINCT FROM new.action)) OR (old.resource_type IS DISTINCT FROM new.resource_type)) OR (old.resource_id IS DISTINCT FROM new.resource_id)) OR ((old.detail)::text IS DISTINCT FROM (new.detail)::text)) OR (old.created_at IS DISTINCT FROM new.created_at)) OR ((old.chain_no IS NULL) AND ((old.ip IS DISTINCT FROM new.ip) OR (old.user_agent IS DISTINCT FROM new.user_agent))) OR ((old.chain_no IS NOT NULL) AND (((((old.chain_no IS DISTINCT FROM new.chain_no) OR (old.prev_hash IS DISTINCT FROM new.prev_hash)) OR (old.hash IS DISTINCT FROM new.hash)) OR (old.address_digest IS DISTINCT FROM new.address_digest)) OR ((((old.ip IS DISTINCT FROM new.ip) OR (old.user_agent IS DISTINCT FROM new.user_agent)) OR (old.address_salt IS DISTINCT FROM new.address_salt)) AND (num_nonnulls(new.ip, new.user_agent, new.address_salt) > 0)))))) EXECUTE FUNCTION seal_private.refuse('audit_log_events_stay', 'an event stays as it was recorded: only its address is erased');

-- Name: audit_heads head_moves_on; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER head_moves_on BEFORE UPDATE ON public.audit_heads FOR EACH ROW WHEN (((old.org_id <> new.org_id) OR (old.chain_no > new.chain_no) OR ((old.chain_no = new.chain_no) AND (old.hash <> new.hash)))) EXECUTE FUNCTION seal_private.refuse('audit_heads_move_on', 'a head only moves on');

-- Name: client_intelligence history_stays; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER history_stays BEFORE UPDATE ON public.client_intelligence FOR EACH ROW WHEN ((new.deal_history[:COALESCE(cardinality(old.deal_history), 0)] IS DISTINCT FROM old.deal_history)) EXECUTE FUNCTION seal_private.refuse('client_intelligence_history_stays', 'deal_history is appended to, never rewritten');

-- Name: proposal_versions is_immutable; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER is_immutable BEFORE UPDATE ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.refuse('proposal_versions_are_immutable', 'a version stays as it is: make a new one');

-- Name: jobs schedule; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER schedule BEFORE INSERT ON public.jobs FOR EACH ROW WHEN (((new.status = 'queued'::text) AND (new.run_at > queue.now()))) EXECUTE FUNCTION seal_private.schedule_job();

-- Name: proposal_versions seal_version; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER seal_version BEFORE INSERT ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.seal_version();

-- Name: contracts sent_stays; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER sent_stays BEFORE UPDATE ON public.contracts FOR EACH ROW WHEN (((old.status <> 'draft'::text) AND ((((((((old.client_name IS DISTINCT FROM new.client_name) OR (old.title IS DISTINCT FROM new.title)) OR (old.scope IS DISTINCT FROM new.scope)) OR (old.terms IS DISTINCT FROM new.terms)) OR (old.client_id IS DISTINCT FROM new.client_id)) OR (old.proposal_id IS DISTINCT FROM new.proposal_id)) OR (old.effective_on IS DISTINCT FROM new.effective_on)) OR (old.ends_on IS DISTINCT FROM new.ends_on)))) EXECUTE FUNCTION seal_private.refuse('contracts_sent_stay', 'only a draft is edited: a sent contract can be taken back, a signed one cannot');

-- Name: org_settings stamp_updated_by; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER stamp_updated_by BEFORE UPDATE ON public.org_settings FOR EACH ROW EXECUTE FUNCTION seal_private.stamp_updated_by();

-- Name: contracts status_dates; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER status_dates BEFORE UPDATE ON public.contracts FOR EACH ROW WHEN (((old.status <> new.status) AND (new.status = 'signed'::text))) EXECUTE FUNCTION seal_private.date_contract();

-- Name: proposals status_dates; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER status_dates BEFORE UPDATE ON public.proposals FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION seal_private.date_proposal();

-- Name: contracts status_moves; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER status_moves BEFORE UPDATE ON public.contracts FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION seal_private.move_along('contracts_status_moves_along', 'draft: sent void', 'sent: draft signed void', 'signed: active ended', 'active: ended');

-- Name: proposals status_moves; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER status_moves BEFORE UPDATE ON public.proposals FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION seal_private.move_along('proposals_status_moves_along', 'draft: in_review approved sent void', 'in_review: draft approved void', 'approved: draft sent void', 'sent: viewed accepted declined expired void', 'viewed: accepted declined expired void', 'declined: draft void', 'expired: draft void');

-- Name: proposal_line_items stays_with_its_proposal; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER stays_with_its_proposal BEFORE UPDATE ON public.proposal_line_items FOR EACH ROW WHEN ((old.proposal_id <> new.proposal_id)) EXECUTE FUNCTION seal_private.refuse('proposal_line_items_stay', 'a line item stays with its proposal');

-- Name: proposal_line_items total_proposal; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER total_proposal AFTER INSERT OR DELETE OR UPDATE ON public.proposal_line_items FOR EACH ROW EXECUTE FUNCTION seal_private.total_proposal();

-- Name: agent_runs touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.agent_runs FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: agent_steps touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.agent_steps FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: api_keys touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: audit_heads touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.audit_heads FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: citations touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.citations FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: client_contacts touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.client_contacts FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: client_intelligence touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.client_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: clients touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.clients FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: content_blocks touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.content_blocks FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: contracts touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.contracts FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: files touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.files FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: invitations touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.invitations FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: invoices touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.invoices FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: job_lanes touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.job_lanes FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: job_schedules touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.job_schedules FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: jobs touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.jobs FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: knowledge_sources touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.knowledge_sources FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: org_brain touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.org_brain FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: org_members touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.org_members FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: org_settings touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.org_settings FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: organizations touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.organizations FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: profiles touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.profiles FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: proposal_line_items touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.proposal_line_items FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: proposal_versions touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: proposals touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.proposals FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: prospect_intelligence touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.prospect_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: rfp_requirements touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.rfp_requirements FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: services touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.services FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: share_links touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.share_links FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: stripe_events touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.stripe_events FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: subscriptions touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: system_settings touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.system_settings FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: templates touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.templates FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: usage_events touch; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER touch BEFORE UPDATE ON public.usage_events FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

-- Name: jobs wake; Type: TRIGGER; Schema: public; Owner: sb_owner

CREATE TRIGGER wake AFTER INSERT ON public.jobs FOR EACH STATEMENT EXECUTE FUNCTION seal_private.wake_worker();

-- Name: quarantines bounds; Type: TRIGGER; Schema: queue; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF until ON queue.quarantines FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_queue_quarantines();

-- Name: set_aside bounds; Type: TRIGGER; Schema: queue; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF reason, first_at, retry_at ON queue.set_aside FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_queue_set_aside();

-- Name: stops bounds; Type: TRIGGER; Schema: queue; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF job_type, reason, stopped_at ON queue.stops FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_queue_stops();

-- Name: workers bounds; Type: TRIGGER; Schema: queue; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF host, ttl, beat_at, started_at, company ON queue.workers FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_queue_workers();

-- Name: credentials bounds; Type: TRIGGER; Schema: seal_private; Owner: sb_seal

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF stored, expires_at, revoked_at, created_at ON seal_private.credentials FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_seal_private_credentials();

-- Name: keys bounds; Type: TRIGGER; Schema: seal_private; Owner: sb_seal

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF purpose, ipad, opad, created_at, expires_at ON seal_private.keys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_seal_private_keys();

-- Name: link_tries bounds; Type: TRIGGER; Schema: seal_private; Owner: sb_seal

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF locked_until, ticket, ticket_until, ticket_of ON seal_private.link_tries FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_seal_private_link_tries();

-- Name: event_actions bounds; Type: TRIGGER; Schema: system; Owner: sb_owner

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF action, meaning ON system.event_actions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_system_event_actions();

-- Name: sessions sessions_user_fkey; Type: FK CONSTRAINT; Schema: auth; Owner: sb_owner

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

-- Name: agent_runs agent_runs_proposal_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

-- Name: agent_steps agent_steps_run_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.agent_steps
    ADD CONSTRAINT agent_steps_run_fkey FOREIGN KEY (org_id, run_id) REFERENCES public.agent_runs(org_id, id) ON DELETE CASCADE;

-- Name: api_keys api_keys_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: audit_heads audit_heads_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.audit_heads
    ADD CONSTRAINT audit_heads_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: audit_log audit_log_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: citations citations_proposal_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

-- Name: citations citations_requirement_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_requirement_fkey FOREIGN KEY (org_id, requirement_id) REFERENCES public.rfp_requirements(org_id, id) ON DELETE CASCADE;

-- Name: client_contacts client_contacts_client_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_contacts
    ADD CONSTRAINT client_contacts_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES public.clients(org_id, id) ON DELETE CASCADE;

-- Name: client_intelligence client_intelligence_client_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_intelligence
    ADD CONSTRAINT client_intelligence_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES public.clients(org_id, id) ON DELETE CASCADE;

-- Name: client_intelligence client_intelligence_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.client_intelligence
    ADD CONSTRAINT client_intelligence_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: clients clients_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: content_blocks content_blocks_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.content_blocks
    ADD CONSTRAINT content_blocks_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: contracts contracts_client_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES public.clients(org_id, id);

-- Name: contracts contracts_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: contracts contracts_proposal_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id);

-- Name: files files_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: invitations invitations_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: invoices invoices_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: job_lanes job_lanes_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.job_lanes
    ADD CONSTRAINT job_lanes_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: job_schedules job_schedules_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.job_schedules
    ADD CONSTRAINT job_schedules_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: jobs jobs_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: knowledge_sources knowledge_sources_file_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_file_fkey FOREIGN KEY (org_id, file_id) REFERENCES public.files(org_id, id);

-- Name: knowledge_sources knowledge_sources_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: org_brain org_brain_source_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_brain
    ADD CONSTRAINT org_brain_source_fkey FOREIGN KEY (org_id, source_id) REFERENCES public.knowledge_sources(org_id, id) ON DELETE CASCADE;

-- Name: org_members org_members_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_members
    ADD CONSTRAINT org_members_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: org_members org_members_user_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_members
    ADD CONSTRAINT org_members_user_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE RESTRICT;

-- Name: org_settings org_settings_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.org_settings
    ADD CONSTRAINT org_settings_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: proposal_line_items proposal_line_items_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: proposal_line_items proposal_line_items_proposal_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

-- Name: proposal_line_items proposal_line_items_service_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_service_fkey FOREIGN KEY (org_id, service_id) REFERENCES public.services(org_id, id);

-- Name: proposal_versions proposal_versions_proposal_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposal_versions
    ADD CONSTRAINT proposal_versions_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

-- Name: proposals proposals_client_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES public.clients(org_id, id);

-- Name: proposals proposals_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: proposals proposals_template_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_template_fkey FOREIGN KEY (org_id, template_id) REFERENCES public.templates(org_id, id);

-- Name: prospect_intelligence prospect_intelligence_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.prospect_intelligence
    ADD CONSTRAINT prospect_intelligence_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: rfp_requirements rfp_requirements_proposal_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.rfp_requirements
    ADD CONSTRAINT rfp_requirements_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

-- Name: services services_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: share_links share_links_contact_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_contact_fkey FOREIGN KEY (org_id, contact_id) REFERENCES public.client_contacts(org_id, id) ON DELETE CASCADE;

-- Name: share_links share_links_contract_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_contract_fkey FOREIGN KEY (org_id, contract_id) REFERENCES public.contracts(org_id, id) ON DELETE CASCADE;

-- Name: share_links share_links_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: share_links share_links_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_version_fkey FOREIGN KEY (org_id, proposal_id, version) REFERENCES public.proposal_versions(org_id, proposal_id, number) ON DELETE CASCADE;

-- Name: stripe_events stripe_events_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.stripe_events
    ADD CONSTRAINT stripe_events_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: subscriptions subscriptions_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: templates templates_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.templates
    ADD CONSTRAINT templates_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: usage_events usage_events_org_fkey; Type: FK CONSTRAINT; Schema: public; Owner: sb_owner

ALTER TABLE ONLY public.usage_events
    ADD CONSTRAINT usage_events_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: quarantines quarantines_org_fkey; Type: FK CONSTRAINT; Schema: queue; Owner: sb_owner

ALTER TABLE ONLY queue.quarantines
    ADD CONSTRAINT quarantines_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: set_aside set_aside_org_fkey; Type: FK CONSTRAINT; Schema: queue; Owner: sb_owner

ALTER TABLE ONLY queue.set_aside
    ADD CONSTRAINT set_aside_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: stops stops_org_fkey; Type: FK CONSTRAINT; Schema: queue; Owner: sb_owner

ALTER TABLE ONLY queue.stops
    ADD CONSTRAINT stops_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

-- Name: link_tries link_tries_link_fkey; Type: FK CONSTRAINT; Schema: seal_private; Owner: sb_seal

ALTER TABLE ONLY seal_private.link_tries
    ADD CONSTRAINT link_tries_link_fkey FOREIGN KEY (org_id, link_id) REFERENCES public.share_links(org_id, id) ON DELETE CASCADE;

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

-- Name: agent_runs; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.agent_runs ENABLE ROW LEVEL SECURITY;

-- Name: agent_steps; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.agent_steps ENABLE ROW LEVEL SECURITY;

-- Name: api_keys; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.api_keys ENABLE ROW LEVEL SECURITY;

-- Name: audit_heads; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.audit_heads ENABLE ROW LEVEL SECURITY;

-- Name: audit_log; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.audit_log ENABLE ROW LEVEL SECURITY;

-- Name: audit_heads chaining; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY chaining ON public.audit_heads TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY chaining ON audit_heads; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY chaining ON public.audit_heads IS 'The chain goes on in every organisation that has new events.';

-- Name: audit_log chaining; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY chaining ON public.audit_log FOR UPDATE TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY chaining ON audit_log; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY chaining ON public.audit_log IS 'A function gives events their place in the chain, and one erases addresses.';

-- Name: audit_log chaining_reads; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY chaining_reads ON public.audit_log FOR SELECT TO sb_gate USING (true);

-- Name: POLICY chaining_reads ON audit_log; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY chaining_reads ON public.audit_log IS 'The chain goes on in every organisation that has new events.';

-- Name: citations; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.citations ENABLE ROW LEVEL SECURITY;

-- Name: client_contacts; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.client_contacts ENABLE ROW LEVEL SECURITY;

-- Name: client_intelligence; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.client_intelligence ENABLE ROW LEVEL SECURITY;

-- Name: clients; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.clients ENABLE ROW LEVEL SECURITY;

-- Name: profiles colleagues; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY colleagues ON public.profiles FOR SELECT TO sb_tenant USING ((id IN ( SELECT m.user_id
   FROM public.org_members m
  WHERE (m.org_id = ( SELECT seal.org(1) AS org)))));

-- Name: POLICY colleagues ON profiles; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY colleagues ON public.profiles IS 'People who share the open organisation see each other''s profile.';

-- Name: content_blocks; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.content_blocks ENABLE ROW LEVEL SECURITY;

-- Name: contracts; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.contracts ENABLE ROW LEVEL SECURITY;

-- Name: files; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.files ENABLE ROW LEVEL SECURITY;

-- Name: organizations founding; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY founding ON public.organizations TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY founding ON organizations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY founding ON public.organizations IS 'core''s functions make and change organisations; each checks the context first.';

-- Name: contracts guest_contract; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY guest_contract ON public.contracts FOR SELECT TO sb_tenant USING (((org_id = ( SELECT seal.org(0) AS org)) AND (status = ANY (ARRAY['sent'::text, 'signed'::text, 'active'::text, 'ended'::text])) AND (id IN ( SELECT l.contract_id
   FROM public.share_links l
  WHERE ((l.org_id = ( SELECT seal.org(0) AS org)) AND (l.id = ( SELECT seal.subject('link'::text) AS subject)))))));

-- Name: POLICY guest_contract ON contracts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY guest_contract ON public.contracts IS 'A guest sees the one contract that their link shows, once it was sent.';

-- Name: share_links guest_link; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY guest_link ON public.share_links FOR SELECT TO sb_tenant USING (((org_id = ( SELECT seal.org(0) AS org)) AND (id = ( SELECT seal.subject('link'::text) AS subject))));

-- Name: POLICY guest_link ON share_links; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY guest_link ON public.share_links IS 'A guest sees the link that they hold.';

-- Name: proposal_versions guest_version; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY guest_version ON public.proposal_versions FOR SELECT TO sb_tenant USING (((org_id = ( SELECT seal.org(0) AS org)) AND ((proposal_id, number) IN ( SELECT l.proposal_id,
    l.version
   FROM public.share_links l
  WHERE ((l.org_id = ( SELECT seal.org(0) AS org)) AND (l.id = ( SELECT seal.subject('link'::text) AS subject)))))));

-- Name: POLICY guest_version ON proposal_versions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY guest_version ON public.proposal_versions IS 'A guest sees the one version that their link shows.';

-- Name: invitations; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.invitations ENABLE ROW LEVEL SECURITY;

-- Name: invoices; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.invoices ENABLE ROW LEVEL SECURITY;

-- Name: api_keys issuing; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY issuing ON public.api_keys FOR SELECT TO sb_seal USING (true);

-- Name: POLICY issuing ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY issuing ON public.api_keys IS 'seal.issue() looks whether the key it issues for is in the open organisation''s list.';

-- Name: share_links issuing; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY issuing ON public.share_links FOR SELECT TO sb_seal USING (true);

-- Name: POLICY issuing ON share_links; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY issuing ON public.share_links IS 'seal.issue() looks whether the link it issues for is in the open organisation''s list.';

-- Name: job_lanes; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.job_lanes ENABLE ROW LEVEL SECURITY;

-- Name: job_schedules; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.job_schedules ENABLE ROW LEVEL SECURITY;

-- Name: jobs; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.jobs ENABLE ROW LEVEL SECURITY;

-- Name: knowledge_sources; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.knowledge_sources ENABLE ROW LEVEL SECURITY;

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

-- Name: org_brain; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.org_brain ENABLE ROW LEVEL SECURITY;

-- Name: org_members; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.org_members ENABLE ROW LEVEL SECURITY;

-- Name: org_settings; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.org_settings ENABLE ROW LEVEL SECURITY;

-- Name: organizations; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.organizations ENABLE ROW LEVEL SECURITY;

-- Name: invitations own_invitations; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY own_invitations ON public.invitations FOR SELECT TO sb_tenant USING (((accepted_at IS NULL) AND (lower(email) = ( SELECT lower(p.email) AS lower
   FROM public.profiles p
  WHERE ((p.id = ( SELECT seal.person() AS person)) AND (p.email_confirmed_at IS NOT NULL))))));

-- Name: POLICY own_invitations ON invitations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY own_invitations ON public.invitations IS 'A person between organisations sees the invitations to their own address, once it is proven.';

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

-- Name: proposal_line_items; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.proposal_line_items ENABLE ROW LEVEL SECURITY;

-- Name: proposal_versions; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.proposal_versions ENABLE ROW LEVEL SECURITY;

-- Name: proposals; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.proposals ENABLE ROW LEVEL SECURITY;

-- Name: prospect_intelligence; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.prospect_intelligence ENABLE ROW LEVEL SECURITY;

-- Name: system_settings public_settings; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY public_settings ON public.system_settings FOR SELECT TO sb_tenant USING ((is_public AND (( SELECT seal.kind() AS kind) IS NOT NULL)));

-- Name: POLICY public_settings ON system_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY public_settings ON public.system_settings IS 'What is marked public, every context may read.';

-- Name: audit_log recording; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY recording ON public.audit_log FOR INSERT TO sb_gate WITH CHECK (true);

-- Name: POLICY recording ON audit_log; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY recording ON public.audit_log IS 'Functions record for the organisation of the context, or for the one they have just made.';

-- Name: usage_events recording; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY recording ON public.usage_events FOR INSERT TO sb_gate, sb_queue WITH CHECK (true);

-- Name: POLICY recording ON usage_events; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY recording ON public.usage_events IS 'Functions count for the organization of the row that they write.';

-- Name: jobs recurring; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY recurring ON public.jobs FOR INSERT TO sb_gate WITH CHECK ((unique_key ~ '^schedule '::text));

-- Name: POLICY recurring ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY recurring ON public.jobs IS 'queue.fire_schedule() asks for the job of a schedule that is due, in its organisation.';

-- Name: jobs reserved_keys; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY reserved_keys ON public.jobs AS RESTRICTIVE FOR INSERT TO sb_tenant WITH CHECK (((unique_key IS NULL) OR (unique_key !~ '^schedule '::text)));

-- Name: POLICY reserved_keys ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY reserved_keys ON public.jobs IS 'The key of a schedule''s job is its own.';

-- Name: jobs reserved_types; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY reserved_types ON public.jobs AS RESTRICTIVE FOR INSERT TO sb_tenant WITH CHECK ((job_type !~ '^(system|billing)(\.|$)'::text));

-- Name: POLICY reserved_types ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY reserved_types ON public.jobs IS 'Only functions enqueue jobs of the reserved types.';

-- Name: rfp_requirements; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.rfp_requirements ENABLE ROW LEVEL SECURITY;

-- Name: job_lanes scheduling; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY scheduling ON public.job_lanes TO sb_queue USING (true) WITH CHECK (true);

-- Name: POLICY scheduling ON job_lanes; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY scheduling ON public.job_lanes IS 'The dispatcher divides the workers between all organisations.';

-- Name: job_schedules scheduling; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY scheduling ON public.job_schedules FOR SELECT TO sb_queue USING (is_active);

-- Name: POLICY scheduling ON job_schedules; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY scheduling ON public.job_schedules IS 'The dispatcher asks what is due, of all organisations; columns keep it from the payload.';

-- Name: jobs scheduling; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY scheduling ON public.jobs TO sb_queue USING (true) WITH CHECK (true);

-- Name: POLICY scheduling ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY scheduling ON public.jobs IS 'The dispatcher schedules jobs of all organisations; columns keep it from what they carry.';

-- Name: services; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.services ENABLE ROW LEVEL SECURITY;

-- Name: job_lanes setting; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY setting ON public.job_lanes TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY setting ON job_lanes; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY setting ON public.job_lanes IS 'system.set_lane() writes, after it has checked for a platform admin.';

-- Name: job_schedules setting; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY setting ON public.job_schedules TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY setting ON job_schedules; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY setting ON public.job_schedules IS 'Functions write schedules, each after it has checked who it is; a worker''s login fires them.';

-- Name: system_settings setting; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY setting ON public.system_settings TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY setting ON system_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY setting ON public.system_settings IS 'system.set_setting() writes, after it has checked for a platform admin.';

-- Name: share_links; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.share_links ENABLE ROW LEVEL SECURITY;

-- Name: profiles sign_in; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY sign_in ON public.profiles TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY sign_in ON profiles; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY sign_in ON public.profiles IS 'The sign-in code makes a profile before there is an organisation.';

-- Name: stripe_events; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.stripe_events ENABLE ROW LEVEL SECURITY;

-- Name: subscriptions; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.subscriptions ENABLE ROW LEVEL SECURITY;

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

-- Name: agent_runs tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.agent_runs FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

-- Name: POLICY tenant_add ON agent_runs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.agent_runs IS 'member and above add in a context of kind job.';

-- Name: agent_steps tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.agent_steps FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

-- Name: POLICY tenant_add ON agent_steps; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.agent_steps IS 'member and above add in a context of kind job.';

-- Name: api_keys tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.api_keys FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_add ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.api_keys IS 'admin and above add.';

-- Name: citations tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.citations FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON citations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.citations IS 'member and above add.';

-- Name: client_contacts tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.client_contacts FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.client_contacts IS 'member and above add.';

-- Name: client_intelligence tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.client_intelligence FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON client_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.client_intelligence IS 'member and above add.';

-- Name: clients tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.clients FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.clients IS 'member and above add.';

-- Name: content_blocks tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.content_blocks FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON content_blocks; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.content_blocks IS 'member and above add.';

-- Name: contracts tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.contracts FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON contracts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.contracts IS 'member and above add.';

-- Name: files tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.files FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON files; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.files IS 'member and above add.';

-- Name: invoices tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.invoices FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text)));

-- Name: POLICY tenant_add ON invoices; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.invoices IS 'viewer and above add in a context of kind billing.';

-- Name: jobs tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.jobs FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.jobs IS 'member and above add.';

-- Name: knowledge_sources tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.knowledge_sources FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON knowledge_sources; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.knowledge_sources IS 'member and above add.';

-- Name: org_brain tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.org_brain FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON org_brain; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.org_brain IS 'member and above add.';

-- Name: org_settings tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.org_settings FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_add ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.org_settings IS 'admin and above add.';

-- Name: proposal_line_items tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.proposal_line_items FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON proposal_line_items; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.proposal_line_items IS 'member and above add.';

-- Name: proposal_versions tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.proposal_versions FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON proposal_versions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.proposal_versions IS 'member and above add.';

-- Name: proposals tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.proposals FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON proposals; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.proposals IS 'member and above add.';

-- Name: prospect_intelligence tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.prospect_intelligence FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON prospect_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.prospect_intelligence IS 'member and above add.';

-- Name: rfp_requirements tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.rfp_requirements FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON rfp_requirements; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.rfp_requirements IS 'member and above add.';

-- Name: services tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.services FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_add ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.services IS 'admin and above add.';

-- Name: share_links tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.share_links FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON share_links; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.share_links IS 'member and above add.';

-- Name: subscriptions tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.subscriptions FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text)));

-- Name: POLICY tenant_add ON subscriptions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.subscriptions IS 'viewer and above add in a context of kind billing.';

-- Name: templates tenant_add; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_add ON public.templates FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_add ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_add ON public.templates IS 'member and above add.';

-- Name: agent_runs tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.agent_runs FOR UPDATE TO sb_tenant USING (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text))) WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

-- Name: POLICY tenant_change ON agent_runs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.agent_runs IS 'member and above change in a context of kind job.';

-- Name: api_keys tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.api_keys FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_change ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.api_keys IS 'admin and above change.';

-- Name: citations tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.citations FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON citations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.citations IS 'member and above change.';

-- Name: client_contacts tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.client_contacts FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.client_contacts IS 'member and above change.';

-- Name: client_intelligence tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.client_intelligence FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON client_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.client_intelligence IS 'member and above change.';

-- Name: clients tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.clients FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.clients IS 'member and above change.';

-- Name: content_blocks tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.content_blocks FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON content_blocks; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.content_blocks IS 'member and above change.';

-- Name: contracts tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.contracts FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON contracts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.contracts IS 'member and above change.';

-- Name: files tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.files FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON files; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.files IS 'member and above change.';

-- Name: invoices tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.invoices FOR UPDATE TO sb_tenant USING (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text))) WITH CHECK (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text)));

-- Name: POLICY tenant_change ON invoices; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.invoices IS 'viewer and above change in a context of kind billing.';

-- Name: knowledge_sources tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.knowledge_sources FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON knowledge_sources; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.knowledge_sources IS 'member and above change.';

-- Name: org_brain tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.org_brain FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON org_brain; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.org_brain IS 'member and above change.';

-- Name: org_settings tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.org_settings FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_change ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.org_settings IS 'admin and above change.';

-- Name: proposal_line_items tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.proposal_line_items FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON proposal_line_items; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.proposal_line_items IS 'member and above change.';

-- Name: proposals tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.proposals FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON proposals; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.proposals IS 'member and above change.';

-- Name: prospect_intelligence tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.prospect_intelligence FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON prospect_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.prospect_intelligence IS 'member and above change.';

-- Name: rfp_requirements tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.rfp_requirements FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON rfp_requirements; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.rfp_requirements IS 'member and above change.';

-- Name: services tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.services FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_change ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.services IS 'admin and above change.';

-- Name: share_links tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.share_links FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON share_links; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.share_links IS 'member and above change.';

-- Name: subscriptions tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.subscriptions FOR UPDATE TO sb_tenant USING (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text))) WITH CHECK (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text)));

-- Name: POLICY tenant_change ON subscriptions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.subscriptions IS 'viewer and above change in a context of kind billing.';

-- Name: templates tenant_change; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_change ON public.templates FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_change ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_change ON public.templates IS 'member and above change.';

-- Name: agent_runs tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.agent_runs AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON agent_runs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.agent_runs IS 'Rows of the open context''s organisation, or none.';

-- Name: agent_steps tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.agent_steps AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON agent_steps; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.agent_steps IS 'Rows of the open context''s organisation, or none.';

-- Name: api_keys tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.api_keys AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.api_keys IS 'Rows of the open context''s organisation, or none.';

-- Name: audit_heads tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.audit_heads AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON audit_heads; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.audit_heads IS 'Rows of the open context''s organisation, or none.';

-- Name: audit_log tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.audit_log AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON audit_log; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.audit_log IS 'Rows of the open context''s organisation, or none.';

-- Name: citations tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.citations AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON citations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.citations IS 'Rows of the open context''s organisation, or none.';

-- Name: client_contacts tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.client_contacts AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.client_contacts IS 'Rows of the open context''s organisation, or none.';

-- Name: client_intelligence tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.client_intelligence AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON client_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.client_intelligence IS 'Rows of the open context''s organisation, or none.';

-- Name: clients tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.clients AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.clients IS 'Rows of the open context''s organisation, or none.';

-- Name: content_blocks tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.content_blocks AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON content_blocks; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.content_blocks IS 'Rows of the open context''s organisation, or none.';

-- Name: contracts tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.contracts AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(0) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(0) AS org)));

-- Name: POLICY tenant_floor ON contracts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.contracts IS 'Rows of the open context''s organisation, or none.';

-- Name: files tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.files AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON files; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.files IS 'Rows of the open context''s organisation, or none.';

-- Name: invitations tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.invitations AS RESTRICTIVE TO sb_tenant USING (((org_id = ( SELECT seal.org(3) AS org)) OR (lower(email) = ( SELECT lower(p.email) AS lower
   FROM public.profiles p
  WHERE ((p.id = ( SELECT seal.person() AS person)) AND (p.email_confirmed_at IS NOT NULL)))))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON invitations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.invitations IS 'A person between organisations sees the invitations to their own address, once it is proven.';

-- Name: invoices tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.invoices AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON invoices; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.invoices IS 'Rows of the open context''s organisation, or none.';

-- Name: job_lanes tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.job_lanes AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON job_lanes; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.job_lanes IS 'Rows of the open context''s organisation, or none.';

-- Name: job_schedules tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.job_schedules AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON job_schedules; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.job_schedules IS 'Rows of the open context''s organisation, or none.';

-- Name: jobs tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.jobs AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.jobs IS 'Rows of the open context''s organisation, or none.';

-- Name: knowledge_sources tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.knowledge_sources AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON knowledge_sources; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.knowledge_sources IS 'Rows of the open context''s organisation, or none.';

-- Name: org_brain tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.org_brain AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON org_brain; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.org_brain IS 'Rows of the open context''s organisation, or none.';

-- Name: org_members tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.org_members AS RESTRICTIVE TO sb_tenant USING (((org_id = ( SELECT seal.org(1) AS org)) OR (user_id = ( SELECT seal.person() AS person)))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON org_members; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.org_members IS 'A person between organisations sees their own memberships.';

-- Name: org_settings tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.org_settings AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.org_settings IS 'Rows of the open context''s organisation, or none.';

-- Name: proposal_line_items tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.proposal_line_items AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON proposal_line_items; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.proposal_line_items IS 'Rows of the open context''s organisation, or none.';

-- Name: proposal_versions tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.proposal_versions AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(0) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(0) AS org)));

-- Name: POLICY tenant_floor ON proposal_versions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.proposal_versions IS 'Rows of the open context''s organisation, or none.';

-- Name: proposals tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.proposals AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON proposals; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.proposals IS 'Rows of the open context''s organisation, or none.';

-- Name: prospect_intelligence tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.prospect_intelligence AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON prospect_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.prospect_intelligence IS 'Rows of the open context''s organisation, or none.';

-- Name: rfp_requirements tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.rfp_requirements AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON rfp_requirements; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.rfp_requirements IS 'Rows of the open context''s organisation, or none.';

-- Name: services tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.services AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.services IS 'Rows of the open context''s organisation, or none.';

-- Name: share_links tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.share_links AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(0) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(0) AS org)));

-- Name: POLICY tenant_floor ON share_links; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.share_links IS 'Rows of the open context''s organisation, or none.';

-- Name: stripe_events tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.stripe_events AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON stripe_events; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.stripe_events IS 'Rows of the open context''s organisation, or none.';

-- Name: subscriptions tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.subscriptions AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON subscriptions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.subscriptions IS 'Rows of the open context''s organisation, or none.';

-- Name: templates tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.templates AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_floor ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.templates IS 'Rows of the open context''s organisation, or none.';

-- Name: usage_events tenant_floor; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_floor ON public.usage_events AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_floor ON usage_events; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_floor ON public.usage_events IS 'Rows of the open context''s organisation, or none.';

-- Name: agent_runs tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.agent_runs FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON agent_runs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.agent_runs IS 'viewer and above read.';

-- Name: agent_steps tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.agent_steps FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON agent_steps; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.agent_steps IS 'viewer and above read.';

-- Name: api_keys tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.api_keys FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.api_keys IS 'admin and above read.';

-- Name: audit_heads tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.audit_heads FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON audit_heads; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.audit_heads IS 'admin and above read.';

-- Name: audit_log tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.audit_log FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON audit_log; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.audit_log IS 'admin and above read.';

-- Name: citations tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.citations FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON citations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.citations IS 'viewer and above read.';

-- Name: client_contacts tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.client_contacts FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.client_contacts IS 'viewer and above read.';

-- Name: client_intelligence tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.client_intelligence FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON client_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.client_intelligence IS 'viewer and above read.';

-- Name: clients tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.clients FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.clients IS 'viewer and above read.';

-- Name: content_blocks tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.content_blocks FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON content_blocks; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.content_blocks IS 'viewer and above read.';

-- Name: contracts tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.contracts FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON contracts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.contracts IS 'viewer and above read.';

-- Name: files tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.files FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON files; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.files IS 'viewer and above read.';

-- Name: invitations tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.invitations FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON invitations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.invitations IS 'admin and above read.';

-- Name: invoices tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.invoices FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON invoices; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.invoices IS 'admin and above read.';

-- Name: job_lanes tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.job_lanes FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON job_lanes; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.job_lanes IS 'admin and above read.';

-- Name: job_schedules tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.job_schedules FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON job_schedules; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.job_schedules IS 'admin and above read.';

-- Name: jobs tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.jobs FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON jobs; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.jobs IS 'viewer and above read.';

-- Name: knowledge_sources tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.knowledge_sources FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON knowledge_sources; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.knowledge_sources IS 'viewer and above read.';

-- Name: org_brain tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.org_brain FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON org_brain; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.org_brain IS 'viewer and above read.';

-- Name: org_members tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.org_members FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON org_members; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.org_members IS 'viewer and above read.';

-- Name: org_settings tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.org_settings FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.org_settings IS 'viewer and above read.';

-- Name: proposal_line_items tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.proposal_line_items FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON proposal_line_items; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.proposal_line_items IS 'viewer and above read.';

-- Name: proposal_versions tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.proposal_versions FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON proposal_versions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.proposal_versions IS 'viewer and above read.';

-- Name: proposals tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.proposals FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON proposals; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.proposals IS 'viewer and above read.';

-- Name: prospect_intelligence tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.prospect_intelligence FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON prospect_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.prospect_intelligence IS 'viewer and above read.';

-- Name: rfp_requirements tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.rfp_requirements FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON rfp_requirements; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.rfp_requirements IS 'viewer and above read.';

-- Name: services tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.services FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.services IS 'viewer and above read.';

-- Name: share_links tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.share_links FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_read ON share_links; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.share_links IS 'member and above read.';

-- Name: subscriptions tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.subscriptions FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON subscriptions; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.subscriptions IS 'admin and above read.';

-- Name: templates tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.templates FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

-- Name: POLICY tenant_read ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.templates IS 'viewer and above read.';

-- Name: usage_events tenant_read; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_read ON public.usage_events FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_read ON usage_events; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_read ON public.usage_events IS 'admin and above read.';

-- Name: api_keys tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.api_keys FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON api_keys; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.api_keys IS 'admin and above remove.';

-- Name: citations tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.citations FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_remove ON citations; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.citations IS 'member and above remove.';

-- Name: client_contacts tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.client_contacts FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_remove ON client_contacts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.client_contacts IS 'member and above remove.';

-- Name: client_intelligence tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.client_intelligence FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON client_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.client_intelligence IS 'admin and above remove.';

-- Name: clients tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.clients FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON clients; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.clients IS 'admin and above remove.';

-- Name: content_blocks tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.content_blocks FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON content_blocks; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.content_blocks IS 'admin and above remove.';

-- Name: contracts tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.contracts FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON contracts; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.contracts IS 'admin and above remove.';

-- Name: files tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.files FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON files; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.files IS 'admin and above remove.';

-- Name: knowledge_sources tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.knowledge_sources FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON knowledge_sources; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.knowledge_sources IS 'admin and above remove.';

-- Name: org_brain tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.org_brain FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_remove ON org_brain; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.org_brain IS 'member and above remove.';

-- Name: org_settings tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.org_settings FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON org_settings; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.org_settings IS 'admin and above remove.';

-- Name: proposal_line_items tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.proposal_line_items FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_remove ON proposal_line_items; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.proposal_line_items IS 'member and above remove.';

-- Name: proposals tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.proposals FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON proposals; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.proposals IS 'admin and above remove.';

-- Name: prospect_intelligence tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.prospect_intelligence FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON prospect_intelligence; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.prospect_intelligence IS 'admin and above remove.';

-- Name: rfp_requirements tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.rfp_requirements FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_remove ON rfp_requirements; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.rfp_requirements IS 'member and above remove.';

-- Name: services tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.services FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON services; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.services IS 'admin and above remove.';

-- Name: share_links tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.share_links FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

-- Name: POLICY tenant_remove ON share_links; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.share_links IS 'member and above remove.';

-- Name: templates tenant_remove; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY tenant_remove ON public.templates FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

-- Name: POLICY tenant_remove ON templates; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY tenant_remove ON public.templates IS 'admin and above remove.';

-- Name: proposal_line_items totals; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY totals ON public.proposal_line_items FOR SELECT TO sb_gate USING (true);

-- Name: POLICY totals ON proposal_line_items; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY totals ON public.proposal_line_items IS 'A trigger adds up the line items of the proposal whose line item changed.';

-- Name: proposals totals; Type: POLICY; Schema: public; Owner: sb_owner

CREATE POLICY totals ON public.proposals TO sb_gate USING (true) WITH CHECK (true);

-- Name: POLICY totals ON proposals; Type: COMMENT; Schema: public; Owner: sb_owner

COMMENT ON POLICY totals ON public.proposals IS 'A trigger writes the total of the proposal whose line item changed.';

-- Name: usage_events; Type: ROW SECURITY; Schema: public; Owner: sb_owner

ALTER TABLE public.usage_events ENABLE ROW LEVEL SECURITY;

-- Name: set_aside chaining; Type: POLICY; Schema: queue; Owner: sb_owner

CREATE POLICY chaining ON queue.set_aside FOR SELECT TO sb_gate USING (true);

-- Name: POLICY chaining ON set_aside; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON POLICY chaining ON queue.set_aside IS 'The chain of the audit log leaves out what was put aside.';

-- Name: duty; Type: ROW SECURITY; Schema: queue; Owner: sb_owner

ALTER TABLE queue.duty ENABLE ROW LEVEL SECURITY;

-- Name: workers leases; Type: POLICY; Schema: queue; Owner: sb_owner

CREATE POLICY leases ON queue.workers FOR SELECT TO sb_seal USING (true);

-- Name: POLICY leases ON workers; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON POLICY leases ON queue.workers IS 'An opening asks whether the worker of a lease is alive.';

-- Name: quarantines; Type: ROW SECURITY; Schema: queue; Owner: sb_owner

ALTER TABLE queue.quarantines ENABLE ROW LEVEL SECURITY;

-- Name: duty scheduling; Type: POLICY; Schema: queue; Owner: sb_owner

CREATE POLICY scheduling ON queue.duty TO sb_queue USING (true) WITH CHECK (is_one);

-- Name: POLICY scheduling ON duty; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON POLICY scheduling ON queue.duty IS 'The queue''s functions lock it.';

-- Name: quarantines scheduling; Type: POLICY; Schema: queue; Owner: sb_owner

CREATE POLICY scheduling ON queue.quarantines TO sb_queue USING (true) WITH CHECK (true);

-- Name: POLICY scheduling ON quarantines; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON POLICY scheduling ON queue.quarantines IS 'The queue''s functions alone write them, of all organisations.';

-- Name: set_aside scheduling; Type: POLICY; Schema: queue; Owner: sb_owner

CREATE POLICY scheduling ON queue.set_aside TO sb_queue USING (true) WITH CHECK (true);

-- Name: POLICY scheduling ON set_aside; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON POLICY scheduling ON queue.set_aside IS 'Maintenance goes over all organizations; the queue''s functions alone write it.';

-- Name: stops scheduling; Type: POLICY; Schema: queue; Owner: sb_owner

CREATE POLICY scheduling ON queue.stops TO sb_queue USING (true) WITH CHECK (true);

-- Name: POLICY scheduling ON stops; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON POLICY scheduling ON queue.stops IS 'Stops are written by system.stop_jobs(), which asks who it is.';

-- Name: workers scheduling; Type: POLICY; Schema: queue; Owner: sb_owner

CREATE POLICY scheduling ON queue.workers TO sb_queue USING (true) WITH CHECK (true);

-- Name: POLICY scheduling ON workers; Type: COMMENT; Schema: queue; Owner: sb_owner

COMMENT ON POLICY scheduling ON queue.workers IS 'Workers belong to no organisation; the queue''s functions alone write them.';

-- Name: set_aside; Type: ROW SECURITY; Schema: queue; Owner: sb_owner

ALTER TABLE queue.set_aside ENABLE ROW LEVEL SECURITY;

-- Name: stops; Type: ROW SECURITY; Schema: queue; Owner: sb_owner

ALTER TABLE queue.stops ENABLE ROW LEVEL SECURITY;

-- Name: workers; Type: ROW SECURITY; Schema: queue; Owner: sb_owner

ALTER TABLE queue.workers ENABLE ROW LEVEL SECURITY;

-- Name: bounds anyone_reads; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY anyone_reads ON seal.bounds FOR SELECT TO sb_tenant USING (true);

-- Name: POLICY anyone_reads ON bounds; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY anyone_reads ON seal.bounds IS 'What is trusted, and what differs, is for everybody to see.';

-- Name: definer_functions anyone_reads; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY anyone_reads ON seal.definer_functions FOR SELECT TO sb_tenant USING (true);

-- Name: POLICY anyone_reads ON definer_functions; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY anyone_reads ON seal.definer_functions IS 'What is trusted, and what differs, is for everybody to see.';

-- Name: deviations anyone_reads; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY anyone_reads ON seal.deviations FOR SELECT TO sb_tenant USING (true);

-- Name: POLICY anyone_reads ON deviations; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY anyone_reads ON seal.deviations IS 'What is trusted, and what differs, is for everybody to see.';

-- Name: noted anyone_reads; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY anyone_reads ON seal.noted FOR SELECT TO sb_tenant USING (true);

-- Name: POLICY anyone_reads ON noted; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY anyone_reads ON seal.noted IS 'What is trusted, and what differs, is for everybody to see.';

-- Name: bounds; Type: ROW SECURITY; Schema: seal; Owner: sb_seal

ALTER TABLE seal.bounds ENABLE ROW LEVEL SECURITY;

-- Name: definer_functions; Type: ROW SECURITY; Schema: seal; Owner: sb_seal

ALTER TABLE seal.definer_functions ENABLE ROW LEVEL SECURITY;

-- Name: deviations; Type: ROW SECURITY; Schema: seal; Owner: sb_seal

ALTER TABLE seal.deviations ENABLE ROW LEVEL SECURITY;

-- Name: bounds migrations_write; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY migrations_write ON seal.bounds TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY migrations_write ON bounds; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY migrations_write ON seal.bounds IS 'Lists of the schema belong to no organization; migrations write them as the seal''s owner.';

-- Name: definer_functions migrations_write; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY migrations_write ON seal.definer_functions TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY migrations_write ON definer_functions; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY migrations_write ON seal.definer_functions IS 'Lists of the schema belong to no organisation; migrations write them as the seal''s owner.';

-- Name: deviations migrations_write; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY migrations_write ON seal.deviations TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY migrations_write ON deviations; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY migrations_write ON seal.deviations IS 'Lists of the schema belong to no organisation; migrations write them as the seal''s owner.';

-- Name: noted migrations_write; Type: POLICY; Schema: seal; Owner: sb_seal

CREATE POLICY migrations_write ON seal.noted TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY migrations_write ON noted; Type: COMMENT; Schema: seal; Owner: sb_seal

COMMENT ON POLICY migrations_write ON seal.noted IS 'Lists of the schema belong to no organisation; migrations write them as the seal''s owner.';

-- Name: noted; Type: ROW SECURITY; Schema: seal; Owner: sb_seal

ALTER TABLE seal.noted ENABLE ROW LEVEL SECURITY;

-- Name: credentials; Type: ROW SECURITY; Schema: seal_private; Owner: sb_seal

ALTER TABLE seal_private.credentials ENABLE ROW LEVEL SECURITY;

-- Name: keys; Type: ROW SECURITY; Schema: seal_private; Owner: sb_seal

ALTER TABLE seal_private.keys ENABLE ROW LEVEL SECURITY;

-- Name: link_tries; Type: ROW SECURITY; Schema: seal_private; Owner: sb_seal

ALTER TABLE seal_private.link_tries ENABLE ROW LEVEL SECURITY;

-- Name: credentials only_the_seal; Type: POLICY; Schema: seal_private; Owner: sb_seal

CREATE POLICY only_the_seal ON seal_private.credentials TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY only_the_seal ON credentials; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON POLICY only_the_seal ON seal_private.credentials IS 'Openings look a credential up before there is a context; no login has a privilege on the table.';

-- Name: keys only_the_seal; Type: POLICY; Schema: seal_private; Owner: sb_seal

CREATE POLICY only_the_seal ON seal_private.keys TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY only_the_seal ON keys; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON POLICY only_the_seal ON seal_private.keys IS 'Keys belong to no organisation; no login has a privilege on the table.';

-- Name: link_tries only_the_seal; Type: POLICY; Schema: seal_private; Owner: sb_seal

CREATE POLICY only_the_seal ON seal_private.link_tries TO sb_seal USING (true) WITH CHECK (true);

-- Name: POLICY only_the_seal ON link_tries; Type: COMMENT; Schema: seal_private; Owner: sb_seal

COMMENT ON POLICY only_the_seal ON seal_private.link_tries IS 'A guest tries a password before there is a context; no login has a privilege on the table.';

-- Name: event_actions anyone_reads; Type: POLICY; Schema: system; Owner: sb_owner

CREATE POLICY anyone_reads ON system.event_actions FOR SELECT TO sb_gate, sb_tenant USING (true);

-- Name: POLICY anyone_reads ON event_actions; Type: COMMENT; Schema: system; Owner: sb_owner

COMMENT ON POLICY anyone_reads ON system.event_actions IS 'What a tenant may say of itself is for everybody to see.';

-- Name: event_actions; Type: ROW SECURITY; Schema: system; Owner: sb_owner

ALTER TABLE system.event_actions ENABLE ROW LEVEL SECURITY;

-- Name: SCHEMA auth; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA auth TO sb_gate;
GRANT USAGE ON SCHEMA auth TO sb_owner;

-- Name: SCHEMA core; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA core TO sb_api;
GRANT USAGE ON SCHEMA core TO sb_gate;

-- Name: SCHEMA intelligence; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA intelligence TO sb_tenant;

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
GRANT USAGE ON SCHEMA queue TO sb_owner;
GRANT USAGE ON SCHEMA queue TO sb_seal;
GRANT USAGE ON SCHEMA queue TO sb_gate;

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
GRANT USAGE ON SCHEMA seal_private TO sb_queue;

-- Name: SCHEMA system; Type: ACL; Schema: -; Owner: sealedbid

GRANT USAGE ON SCHEMA system TO sb_tenant;
GRANT USAGE ON SCHEMA system TO sb_gate;
GRANT USAGE ON SCHEMA system TO sb_queue;

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

-- Name: FUNCTION end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer) FROM PUBLIC;

-- Name: FUNCTION invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION core.invite(p_email text, p_role text, p_proof bytea, p_expires timestamp with time zone) TO sb_api;

-- Name: FUNCTION lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer) FROM PUBLIC;

-- Name: FUNCTION lock_members(p_org uuid); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.lock_members(p_org uuid) FROM PUBLIC;

-- Name: FUNCTION organization_owners(); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.organization_owners() FROM PUBLIC;

-- Name: FUNCTION platform_owners(); Type: ACL; Schema: core; Owner: sb_gate

REVOKE ALL ON FUNCTION core.platform_owners() FROM PUBLIC;

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

-- Name: FUNCTION new_id(); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.new_id() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.new_id() TO sb_tenant;
GRANT ALL ON FUNCTION seal.new_id() TO sb_gate;
GRANT ALL ON FUNCTION seal.new_id() TO sb_queue;

-- Name: TABLE org_brain; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.source_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(source_id),INSERT(source_id) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.chunk_no; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(chunk_no),INSERT(chunk_no) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.content_type; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(content_type),INSERT(content_type),UPDATE(content_type) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.heading; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(heading),INSERT(heading),UPDATE(heading) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.content_text; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(content_text),INSERT(content_text),UPDATE(content_text) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.language; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(language),INSERT(language),UPDATE(language) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.embedding; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(embedding),INSERT(embedding),UPDATE(embedding) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.embedding_bits; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(embedding_bits) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.embedding_model; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(embedding_model),INSERT(embedding_model),UPDATE(embedding_model) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.search; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(search) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.review_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(review_by),INSERT(review_by),UPDATE(review_by) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.org_brain TO sb_tenant;

-- Name: COLUMN org_brain.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.org_brain TO sb_tenant;

-- Name: FUNCTION match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer); Type: ACL; Schema: intelligence; Owner: sb_owner

REVOKE ALL ON FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer) TO sb_tenant;

-- Name: FUNCTION to_vector(p_text text); Type: ACL; Schema: intelligence; Owner: sb_owner

REVOKE ALL ON FUNCTION intelligence.to_vector(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.to_vector(p_text text) TO sb_tenant;

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

-- Name: FUNCTION pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone) TO sealedbid WITH GRANT OPTION;
GRANT ALL ON FUNCTION pg_catalog.pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone) TO pg_read_all_stats;
GRANT ALL ON FUNCTION pg_catalog.pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone) TO sb_seal;
RESET SESSION AUTHORIZATION;

-- Name: FUNCTION pg_prepared_statement(OUT name text, OUT statement text, OUT prepare_time timestamp with time zone, OUT parameter_types regtype[], OUT result_types regtype[], OUT from_sql boolean, OUT generic_plans bigint, OUT custom_plans bigint); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.pg_prepared_statement(OUT name text, OUT statement text, OUT prepare_time timestamp with time zone, OUT parameter_types regtype[], OUT result_types regtype[], OUT from_sql boolean, OUT generic_plans bigint, OUT custom_plans bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_prepared_statement(OUT name text, OUT statement text, OUT prepare_time timestamp with time zone, OUT parameter_types regtype[], OUT result_types regtype[], OUT from_sql boolean, OUT generic_plans bigint, OUT custom_plans bigint) TO sealedbid WITH GRANT OPTION;
GRANT ALL ON FUNCTION pg_catalog.pg_prepared_statement(OUT name text, OUT statement text, OUT prepare_time timestamp with time zone, OUT parameter_types regtype[], OUT result_types regtype[], OUT from_sql boolean, OUT generic_plans bigint, OUT custom_plans bigint) TO pg_read_all_stats;
GRANT ALL ON FUNCTION pg_catalog.pg_prepared_statement(OUT name text, OUT statement text, OUT prepare_time timestamp with time zone, OUT parameter_types regtype[], OUT result_types regtype[], OUT from_sql boolean, OUT generic_plans bigint, OUT custom_plans bigint) TO sb_seal;
RESET SESSION AUTHORIZATION;

-- Name: FUNCTION pg_stat_get_activity(pid integer, OUT datid oid, OUT pid integer, OUT usesysid oid, OUT application_name text, OUT state text, OUT query text, OUT wait_event_type text, OUT wait_event text, OUT xact_start timestamp with time zone, OUT query_start timestamp with time zone, OUT backend_start timestamp with time zone, OUT state_change timestamp with time zone, OUT client_addr inet, OUT client_hostname text, OUT client_port integer, OUT backend_xid xid, OUT backend_xmin xid, OUT backend_type text, OUT ssl boolean, OUT sslversion text, OUT sslcipher text, OUT sslbits integer, OUT ssl_client_dn text, OUT ssl_client_serial numeric, OUT ssl_issuer_dn text, OUT gss_auth boolean, OUT gss_princ text, OUT gss_enc boolean, OUT gss_delegation boolean, OUT leader_pid integer, OUT query_id bigint); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_activity(pid integer, OUT datid oid, OUT pid integer, OUT usesysid oid, OUT application_name text, OUT state text, OUT query text, OUT wait_event_type text, OUT wait_event text, OUT xact_start timestamp with time zone, OUT query_start timestamp with time zone, OUT backend_start timestamp with time zone, OUT state_change timestamp with time zone, OUT client_addr inet, OUT client_hostname text, OUT client_port integer, OUT backend_xid xid, OUT backend_xmin xid, OUT backend_type text, OUT ssl boolean, OUT sslversion text, OUT sslcipher text, OUT sslbits integer, OUT ssl_client_dn text, OUT ssl_client_serial numeric, OUT ssl_issuer_dn text, OUT gss_auth boolean, OUT gss_princ text, OUT gss_enc boolean, OUT gss_delegation boolean, OUT leader_pid integer, OUT query_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_activity(pid integer, OUT datid oid, OUT pid integer, OUT usesysid oid, OUT application_name text, OUT state text, OUT query text, OUT wait_event_type text, OUT wait_event text, OUT xact_start timestamp with time zone, OUT query_start timestamp with time zone, OUT backend_start timestamp with time zone, OUT state_change timestamp with time zone, OUT client_addr inet, OUT client_hostname text, OUT client_port integer, OUT backend_xid xid, OUT backend_xmin xid, OUT backend_type text, OUT ssl boolean, OUT sslversion text, OUT sslcipher text, OUT sslbits integer, OUT ssl_client_dn text, OUT ssl_client_serial numeric, OUT ssl_issuer_dn text, OUT gss_auth boolean, OUT gss_princ text, OUT gss_enc boolean, OUT gss_delegation boolean, OUT leader_pid integer, OUT query_id bigint) TO pg_read_all_stats;

-- Name: FUNCTION pg_stat_get_backend_activity(integer); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.pg_stat_get_backend_activity(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_stat_get_backend_activity(integer) TO pg_read_all_stats;

-- Name: FUNCTION pg_terminate_backend(pid integer, timeout bigint); Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE ALL ON FUNCTION pg_catalog.pg_terminate_backend(pid integer, timeout bigint) FROM PUBLIC;

-- Name: FUNCTION add_tokens(p_before bigint, p_more bigint); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.add_tokens(p_before bigint, p_more bigint) FROM PUBLIC;

-- Name: FUNCTION aside(); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.aside() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.aside() TO sb_dispatch;

-- Name: FUNCTION attend(p_task text, p_keep interval, p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.attend(p_task text, p_keep interval, p_limit integer) FROM PUBLIC;

-- Name: FUNCTION backlog(p_types text[]); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.backlog(p_types text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.backlog(p_types text[]) TO sb_dispatch;

-- Name: FUNCTION beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) TO sb_dispatch;

-- Name: FUNCTION cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint) TO sb_dispatch;

-- Name: FUNCTION claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]) TO sb_dispatch;

-- Name: FUNCTION count_aside(); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.count_aside() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.count_aside() TO sb_dispatch;

-- Name: FUNCTION count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) FROM PUBLIC;

-- Name: FUNCTION crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint) TO sb_dispatch;

-- Name: FUNCTION do_part(p_task text, p_keep interval, p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.do_part(p_task text, p_keep interval, p_limit integer) FROM PUBLIC;

-- Name: FUNCTION due_jobs(p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.due_jobs(p_limit integer) FROM PUBLIC;

-- Name: FUNCTION due_schedules(p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.due_schedules(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.due_schedules(p_limit integer) TO sb_dispatch;

-- Name: FUNCTION end_with_keys(p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.end_with_keys(p_limit integer) FROM PUBLIC;

-- Name: FUNCTION fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint) TO sb_dispatch;

-- Name: FUNCTION finish(p_lease uuid, p_result jsonb, p_tokens bigint); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) TO sb_worker;

-- Name: FUNCTION fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone); Type: ACL; Schema: queue; Owner: sb_gate

REVOKE ALL ON FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) TO sb_dispatch;

-- Name: FUNCTION first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid) FROM PUBLIC;

-- Name: FUNCTION now(); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.now() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.now() TO sb_tenant;
GRANT ALL ON FUNCTION queue.now() TO sb_gate;
GRANT ALL ON FUNCTION queue.now() TO sb_seal;

-- Name: TABLE set_aside; Type: ACL; Schema: queue; Owner: sb_owner

GRANT SELECT,INSERT,DELETE ON TABLE queue.set_aside TO sb_queue;
GRANT SELECT ON TABLE queue.set_aside TO sb_gate;

-- Name: COLUMN set_aside.reason; Type: ACL; Schema: queue; Owner: sb_owner

GRANT UPDATE(reason) ON TABLE queue.set_aside TO sb_queue;

-- Name: COLUMN set_aside.tries; Type: ACL; Schema: queue; Owner: sb_owner

GRANT UPDATE(tries) ON TABLE queue.set_aside TO sb_queue;

-- Name: COLUMN set_aside.retry_at; Type: ACL; Schema: queue; Owner: sb_owner

GRANT UPDATE(retry_at) ON TABLE queue.set_aside TO sb_queue;

-- Name: FUNCTION is_aside(p_task text, p_org uuid, p_row uuid); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) TO sb_gate;

-- Name: FUNCTION is_passing(p_sqlstate text); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.is_passing(p_sqlstate text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.is_passing(p_sqlstate text) TO sb_gate;

-- Name: FUNCTION jobs_of_ended_keys(p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.jobs_of_ended_keys(p_limit integer) FROM PUBLIC;

-- Name: FUNCTION lanes(p_after uuid, p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.lanes(p_after uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.lanes(p_after uuid, p_limit integer) TO sb_dispatch;

-- Name: FUNCTION leave(p_worker uuid); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.leave(p_worker uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.leave(p_worker uuid) TO sb_dispatch;

-- Name: FUNCTION lost_jobs(p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.lost_jobs(p_limit integer) FROM PUBLIC;

-- Name: FUNCTION over_jobs(p_keep interval, p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.over_jobs(p_keep interval, p_limit integer) FROM PUBLIC;

-- Name: FUNCTION poison(); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.poison() FROM PUBLIC;

-- Name: FUNCTION promote(p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.promote(p_limit integer) FROM PUBLIC;

-- Name: FUNCTION put_aside(p_task text, p_org uuid, p_row uuid, p_reason text); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) TO sb_dispatch;
GRANT ALL ON FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) TO sb_gate;

-- Name: FUNCTION quarantined(); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.quarantined() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.quarantined() TO sb_dispatch;

-- Name: FUNCTION register(p_host text, p_pid integer, p_ttl interval); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) TO sb_dispatch;

-- Name: FUNCTION release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) TO sb_dispatch;

-- Name: FUNCTION report(p_lease uuid, p_progress jsonb); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.report(p_lease uuid, p_progress jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.report(p_lease uuid, p_progress jsonb) TO sb_worker;

-- Name: FUNCTION rescue(p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.rescue(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.rescue(p_limit integer) TO sb_dispatch;

-- Name: FUNCTION stopped(); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.stopped() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.stopped() TO sb_dispatch;

-- Name: FUNCTION sweep(p_keep interval, p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.sweep(p_keep interval, p_limit integer) FROM PUBLIC;

-- Name: FUNCTION tick(p_keep interval, p_limit integer); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.tick(p_keep interval, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.tick(p_keep interval, p_limit integer) TO sb_dispatch;

-- Name: FUNCTION wait(p_worker uuid, p_idle boolean); Type: ACL; Schema: queue; Owner: sb_queue

REVOKE ALL ON FUNCTION queue.wait(p_worker uuid, p_idle boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.wait(p_worker uuid, p_idle boolean) TO sb_dispatch;

-- Name: FUNCTION differences(p_kind text); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.differences(p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.differences(p_kind text) TO sb_tenant;

-- Name: FUNCTION issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) TO sb_api;

-- Name: FUNCTION key_id(); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.key_id() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.key_id() TO sb_tenant;
GRANT ALL ON FUNCTION seal.key_id() TO sb_gate;
GRANT ALL ON FUNCTION seal.key_id() TO sb_queue;

-- Name: FUNCTION kind(); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.kind() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.kind() TO sb_tenant;
GRANT ALL ON FUNCTION seal.kind() TO sb_gate;
GRANT ALL ON FUNCTION seal.kind() TO sb_queue;

-- Name: FUNCTION link_salt(p_proof bytea, p_org uuid); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.link_salt(p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.link_salt(p_proof bytea, p_org uuid) TO sb_api;

-- Name: FUNCTION notable(p_kind text); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.notable(p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.notable(p_kind text) TO sb_tenant;

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

-- Name: FUNCTION try_link(p_proof bytea, p_password bytea, p_org uuid); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) TO sb_api;

-- Name: FUNCTION user_id(); Type: ACL; Schema: seal; Owner: sb_seal

REVOKE ALL ON FUNCTION seal.user_id() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.user_id() TO sb_tenant;
GRANT ALL ON FUNCTION seal.user_id() TO sb_gate;
GRANT ALL ON FUNCTION seal.user_id() TO sb_queue;

-- Name: FUNCTION change_email(p_user uuid, p_email text); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.change_email(p_user uuid, p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.change_email(p_user uuid, p_email text) TO sb_auth;

-- Name: FUNCTION confirm_email(p_user uuid, p_email text); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) TO sb_auth;

-- Name: FUNCTION create_user(p_email text, p_encrypted_password text, p_full_name text); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) TO sb_auth;

-- Name: FUNCTION end_session(p_session uuid); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.end_session(p_session uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.end_session(p_session uuid) TO sb_auth;

-- Name: FUNCTION ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) TO sb_auth;

-- Name: FUNCTION start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone); Type: ACL; Schema: seal_auth; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone) TO sb_auth;

-- Name: FUNCTION accept_drift(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.accept_drift() FROM PUBLIC;

-- Name: FUNCTION add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone) TO sb_gate;

-- Name: FUNCTION admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text) FROM PUBLIC;

-- Name: FUNCTION assert_clean(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.assert_clean() FROM PUBLIC;

-- Name: FUNCTION beyond(p_column name, p_type regtype, p_kind text, p_most bigint); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.beyond(p_column name, p_type regtype, p_kind text, p_most bigint) FROM PUBLIC;

-- Name: FUNCTION bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone) FROM PUBLIC;

-- Name: FUNCTION binding(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.binding() FROM PUBLIC;

-- Name: FUNCTION bound(p_table regclass, p_most jsonb); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bound(p_table regclass, p_most jsonb) FROM PUBLIC;

-- Name: FUNCTION bound_in_words(p_kind text, p_most bigint); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bound_in_words(p_kind text, p_most bigint) FROM PUBLIC;

-- Name: FUNCTION bound_kind(p_type regtype); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bound_kind(p_type regtype) FROM PUBLIC;

-- Name: FUNCTION bounds_of_auth_sessions(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_sessions() FROM PUBLIC;

-- Name: FUNCTION bounds_of_auth_users(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_users() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_agent_runs(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_agent_runs() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_agent_steps(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_agent_steps() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_api_keys(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_api_keys() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_audit_heads(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_audit_heads() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_audit_log(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_audit_log() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_citations(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_citations() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_client_contacts(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_client_contacts() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_client_intelligence(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_client_intelligence() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_clients(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_clients() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_content_blocks(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_content_blocks() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_contracts(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_contracts() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_files(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_files() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_invitations(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_invitations() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_invoices(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_invoices() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_job_lanes(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_job_lanes() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_job_schedules(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_job_schedules() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_jobs(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_jobs() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_knowledge_sources(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_knowledge_sources() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_org_brain(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_org_brain() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_org_members(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_org_members() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_org_settings(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_org_settings() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_organizations(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_organizations() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_profiles(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_profiles() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_proposal_line_items(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_proposal_line_items() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_proposal_versions(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_proposal_versions() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_proposals(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_proposals() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_prospect_intelligence(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_prospect_intelligence() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_rfp_requirements(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_rfp_requirements() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_services(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_services() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_share_links(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_share_links() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_stripe_events(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_stripe_events() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_subscriptions(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_subscriptions() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_system_settings(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_system_settings() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_templates(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_templates() FROM PUBLIC;

-- Name: FUNCTION bounds_of_public_usage_events(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_usage_events() FROM PUBLIC;

-- Name: FUNCTION bounds_of_queue_quarantines(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_queue_quarantines() FROM PUBLIC;

-- Name: FUNCTION bounds_of_queue_set_aside(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_queue_set_aside() FROM PUBLIC;

-- Name: FUNCTION bounds_of_queue_stops(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_queue_stops() FROM PUBLIC;

-- Name: FUNCTION bounds_of_queue_workers(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_queue_workers() FROM PUBLIC;

-- Name: FUNCTION bounds_of_seal_private_credentials(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_seal_private_credentials() FROM PUBLIC;

-- Name: FUNCTION bounds_of_seal_private_keys(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_seal_private_keys() FROM PUBLIC;

-- Name: FUNCTION bounds_of_seal_private_link_tries(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_seal_private_link_tries() FROM PUBLIC;

-- Name: FUNCTION bounds_of_system_event_actions(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.bounds_of_system_event_actions() FROM PUBLIC;

-- Name: FUNCTION chain_events(p_org uuid, p_limit integer); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.chain_events(p_org uuid, p_limit integer) FROM PUBLIC;

-- Name: FUNCTION chain_one_by_one(p_org uuid, p_limit integer); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.chain_one_by_one(p_org uuid, p_limit integer) FROM PUBLIC;

-- Name: FUNCTION close(p_table regclass, p_owner name); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.close(p_table regclass, p_owner name) FROM PUBLIC;

-- Name: FUNCTION context(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.context() FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.context() TO sb_gate;
GRANT ALL ON FUNCTION seal_private.context() TO sb_queue;

-- Name: FUNCTION count_change(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.count_change() FROM PUBLIC;

-- Name: FUNCTION count_draft(); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.count_draft() FROM PUBLIC;

-- Name: FUNCTION date_contract(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.date_contract() FROM PUBLIC;

-- Name: FUNCTION date_proposal(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.date_proposal() FROM PUBLIC;

-- Name: FUNCTION deviate(p_kind text, p_relation regclass, p_name text, p_reason text); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) FROM PUBLIC;

-- Name: FUNCTION digest_of(VARIADIC p_fields text[]); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.digest_of(VARIADIC p_fields text[]) TO sb_gate;

-- Name: FUNCTION end_api_key(); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.end_api_key() FROM PUBLIC;

-- Name: FUNCTION end_share_link(); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.end_share_link() FROM PUBLIC;

-- Name: FUNCTION give(p_kind text, p_name text, p_schema regnamespace, p_owner name); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) FROM PUBLIC;

-- Name: FUNCTION is_good(p_kind text, p_proof bytea, p_org uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.is_good(p_kind text, p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.is_good(p_kind text, p_proof bytea, p_org uuid) TO sb_gate;

-- Name: FUNCTION is_operator(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.is_operator() FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.is_operator() TO sb_gate;
GRANT ALL ON FUNCTION seal_private.is_operator() TO sb_queue;

-- Name: FUNCTION key_lives(p_org uuid, p_key uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) TO sb_gate;
GRANT ALL ON FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) TO sb_queue;

-- Name: FUNCTION link_of(p_proof bytea, p_org uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.link_of(p_proof bytea, p_org uuid) FROM PUBLIC;

-- Name: FUNCTION make_heads(p_orgs uuid[]); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.make_heads(p_orgs uuid[]) FROM PUBLIC;

-- Name: FUNCTION move_along(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.move_along() FROM PUBLIC;

-- Name: FUNCTION note(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.note() FROM PUBLIC;

-- Name: FUNCTION owns_auth(); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.owns_auth() FROM PUBLIC;

-- Name: FUNCTION protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text, p_kind text, p_most jsonb); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text, p_kind text, p_most jsonb) FROM PUBLIC;

-- Name: FUNCTION purge_credentials(p_limit integer); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.purge_credentials(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.purge_credentials(p_limit integer) TO sb_queue;

-- Name: FUNCTION rank_in(p_org uuid, p_user uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) TO sb_queue;
GRANT ALL ON FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) TO sb_gate;

-- Name: FUNCTION rank_of(p_role text); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.rank_of(p_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.rank_of(p_role text) TO sb_gate;

-- Name: FUNCTION redeem(p_kind text, p_proof bytea, p_org uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) TO sb_gate;

-- Name: FUNCTION refuse(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.refuse() FROM PUBLIC;

-- Name: FUNCTION refuse_drift(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.refuse_drift() FROM PUBLIC;

-- Name: FUNCTION revoke_keys_of(p_org uuid, p_user uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) TO sb_gate;

-- Name: FUNCTION revoke_subject(p_kind text, p_org uuid, p_subject uuid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) TO sb_gate;

-- Name: FUNCTION rotate_context_key(p_grace interval); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.rotate_context_key(p_grace interval) FROM PUBLIC;

-- Name: FUNCTION schedule_job(); Type: ACL; Schema: seal_private; Owner: sb_queue

REVOKE ALL ON FUNCTION seal_private.schedule_job() FROM PUBLIC;

-- Name: FUNCTION seal_version(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.seal_version() FROM PUBLIC;

-- Name: FUNCTION stamp_updated_by(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.stamp_updated_by() FROM PUBLIC;

-- Name: FUNCTION store_key(p_purpose text, p_key bytea, p_grace interval); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) FROM PUBLIC;

-- Name: FUNCTION strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) FROM PUBLIC;

-- Name: FUNCTION total_proposal(); Type: ACL; Schema: seal_private; Owner: sb_gate

REVOKE ALL ON FUNCTION seal_private.total_proposal() FROM PUBLIC;

-- Name: FUNCTION touch(); Type: ACL; Schema: seal_private; Owner: sb_seal

REVOKE ALL ON FUNCTION seal_private.touch() FROM PUBLIC;

-- Name: FUNCTION wake_worker(); Type: ACL; Schema: seal_private; Owner: sb_queue

REVOKE ALL ON FUNCTION seal_private.wake_worker() FROM PUBLIC;

-- Name: FUNCTION assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean); Type: ACL; Schema: system; Owner: sb_queue

REVOKE ALL ON FUNCTION system.assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean) FROM PUBLIC;

-- Name: FUNCTION chain_audit_log(p_limit integer); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.chain_audit_log(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION system.chain_audit_log(p_limit integer) TO sb_queue;

-- Name: FUNCTION end_schedules_of_keys(p_limit integer); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.end_schedules_of_keys(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION system.end_schedules_of_keys(p_limit integer) TO sb_queue;

-- Name: FUNCTION erase_addresses(p_org uuid, p_before timestamp with time zone); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) TO sb_api;

-- Name: FUNCTION key_ended(); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.key_ended() FROM PUBLIC;

-- Name: FUNCTION lock_schedule(p_org uuid, p_name text, OUT is_operator boolean); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.lock_schedule(p_org uuid, p_name text, OUT is_operator boolean) FROM PUBLIC;

-- Name: FUNCTION record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) FROM PUBLIC;

-- Name: FUNCTION record_acting(p_org uuid, p_user uuid, p_command text); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.record_acting(p_org uuid, p_user uuid, p_command text) FROM PUBLIC;

-- Name: FUNCTION record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) FROM PUBLIC;
GRANT ALL ON FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) TO sb_tenant;

-- Name: FUNCTION record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) TO sb_queue;

-- Name: FUNCTION record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) FROM PUBLIC;

-- Name: FUNCTION remove_schedule(p_org uuid, p_name text); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.remove_schedule(p_org uuid, p_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION system.remove_schedule(p_org uuid, p_name text) TO sb_api;

-- Name: FUNCTION resume_jobs(p_reason text, p_org uuid, p_type text); Type: ACL; Schema: system; Owner: sb_queue

REVOKE ALL ON FUNCTION system.resume_jobs(p_reason text, p_org uuid, p_type text) FROM PUBLIC;
GRANT ALL ON FUNCTION system.resume_jobs(p_reason text, p_org uuid, p_type text) TO sb_api;

-- Name: FUNCTION retry_job(p_job uuid, p_org uuid); Type: ACL; Schema: system; Owner: sb_queue

REVOKE ALL ON FUNCTION system.retry_job(p_job uuid, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION system.retry_job(p_job uuid, p_org uuid) TO sb_api;

-- Name: FUNCTION set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION system.set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint) TO sb_api;

-- Name: FUNCTION set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION system.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint) TO sb_api;

-- Name: FUNCTION set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean); Type: ACL; Schema: system; Owner: sb_gate

REVOKE ALL ON FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) TO sb_api;

-- Name: FUNCTION stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid); Type: ACL; Schema: system; Owner: sb_queue

REVOKE ALL ON FUNCTION system.stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION system.stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid) TO sb_api;

-- Name: TABLE sessions; Type: ACL; Schema: auth; Owner: sb_owner

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.sessions TO sb_gate;

-- Name: TABLE users; Type: ACL; Schema: auth; Owner: sb_owner

GRANT SELECT,INSERT,UPDATE ON TABLE auth.users TO sb_gate;

-- Name: TABLE pg_cursors; Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE SELECT ON TABLE pg_catalog.pg_cursors FROM PUBLIC;
GRANT SELECT ON TABLE pg_catalog.pg_cursors TO pg_read_all_stats;

-- Name: TABLE pg_prepared_statements; Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE SELECT ON TABLE pg_catalog.pg_prepared_statements FROM PUBLIC;
GRANT SELECT ON TABLE pg_catalog.pg_prepared_statements TO pg_read_all_stats;

-- Name: TABLE pg_stat_activity; Type: ACL; Schema: pg_catalog; Owner: postgres

REVOKE SELECT ON TABLE pg_catalog.pg_stat_activity FROM PUBLIC;
GRANT SELECT ON TABLE pg_catalog.pg_stat_activity TO pg_read_all_stats;

-- Name: COLUMN agent_runs.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.proposal_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.job_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(job_id),INSERT(job_id),UPDATE(job_id) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.mode; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(mode),INSERT(mode) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.current_step; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(current_step),INSERT(current_step),UPDATE(current_step) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.cached_writer_output; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(cached_writer_output),INSERT(cached_writer_output),UPDATE(cached_writer_output) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.resume_from; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(resume_from),INSERT(resume_from),UPDATE(resume_from) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.tokens_in; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(tokens_in),INSERT(tokens_in),UPDATE(tokens_in) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.tokens_out; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(tokens_out),INSERT(tokens_out),UPDATE(tokens_out) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.cost_micros; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(cost_micros),INSERT(cost_micros),UPDATE(cost_micros) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.error; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(error),INSERT(error),UPDATE(error) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_runs.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.agent_runs TO sb_tenant;

-- Name: COLUMN agent_steps.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.run_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(run_id),INSERT(run_id) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.job_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(job_id),INSERT(job_id) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.step; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(step),INSERT(step) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.attempt; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(attempt),INSERT(attempt) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status),INSERT(status) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.model; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(model),INSERT(model) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.input_sha256; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(input_sha256),INSERT(input_sha256) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.edits; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(edits),INSERT(edits) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.output; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(output),INSERT(output) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.tokens_in; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(tokens_in),INSERT(tokens_in) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.tokens_out; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(tokens_out),INSERT(tokens_out) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.cost_micros; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(cost_micros),INSERT(cost_micros) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.ms; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(ms),INSERT(ms) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.error; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(error),INSERT(error) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.agent_steps TO sb_tenant;

-- Name: COLUMN agent_steps.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.agent_steps TO sb_tenant;

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
GRANT SELECT(created_by) ON TABLE public.api_keys TO sb_seal;

-- Name: COLUMN api_keys.expires_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(expires_at),INSERT(expires_at) ON TABLE public.api_keys TO sb_tenant;
GRANT SELECT(expires_at) ON TABLE public.api_keys TO sb_seal;

-- Name: COLUMN api_keys.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.api_keys TO sb_tenant;

-- Name: COLUMN api_keys.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.api_keys TO sb_tenant;

-- Name: TABLE audit_heads; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT ON TABLE public.audit_heads TO sb_gate;

-- Name: COLUMN audit_heads.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id) ON TABLE public.audit_heads TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.audit_heads TO sb_gate;

-- Name: COLUMN audit_heads.chain_no; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(chain_no) ON TABLE public.audit_heads TO sb_tenant;
GRANT UPDATE(chain_no) ON TABLE public.audit_heads TO sb_gate;

-- Name: COLUMN audit_heads.hash; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(hash) ON TABLE public.audit_heads TO sb_tenant;
GRANT UPDATE(hash) ON TABLE public.audit_heads TO sb_gate;

-- Name: COLUMN audit_heads.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.audit_heads TO sb_tenant;

-- Name: COLUMN audit_heads.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.audit_heads TO sb_tenant;

-- Name: TABLE audit_log; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT ON TABLE public.audit_log TO sb_gate;

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

-- Name: COLUMN audit_log.is_said; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(is_said) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(is_said) ON TABLE public.audit_log TO sb_gate;

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
GRANT INSERT(ip),UPDATE(ip) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.user_agent; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(user_agent) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(user_agent),UPDATE(user_agent) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.detail; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(detail) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(detail) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.audit_log TO sb_tenant;

-- Name: COLUMN audit_log.chain_no; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(chain_no) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(chain_no) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.prev_hash; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(prev_hash) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(prev_hash) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.hash; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(hash) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(hash) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.address_salt; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(address_salt) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(address_salt) ON TABLE public.audit_log TO sb_gate;

-- Name: COLUMN audit_log.address_digest; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(address_digest) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(address_digest) ON TABLE public.audit_log TO sb_gate;

-- Name: TABLE citations; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.proposal_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(proposal_id),INSERT(proposal_id),UPDATE(proposal_id) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.version; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(version),INSERT(version),UPDATE(version) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.section_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(section_id),INSERT(section_id),UPDATE(section_id) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.number; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(number),INSERT(number),UPDATE(number) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.source_kind; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(source_kind),INSERT(source_kind),UPDATE(source_kind) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.quote; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(quote),INSERT(quote),UPDATE(quote) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.source_title; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(source_title),INSERT(source_title),UPDATE(source_title) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.heading; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(heading),INSERT(heading),UPDATE(heading) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.org_brain_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_brain_id),INSERT(org_brain_id),UPDATE(org_brain_id) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.service_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(service_id),INSERT(service_id),UPDATE(service_id) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.requirement_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(requirement_id),INSERT(requirement_id),UPDATE(requirement_id) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.prospect_name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(prospect_name),INSERT(prospect_name),UPDATE(prospect_name) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations."position"; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT("position"),INSERT("position"),UPDATE("position") ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.score; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(score),INSERT(score),UPDATE(score) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.verdict; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(verdict),INSERT(verdict),UPDATE(verdict) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.citations TO sb_tenant;

-- Name: COLUMN citations.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.citations TO sb_tenant;

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

-- Name: TABLE client_intelligence; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.client_name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(client_name),INSERT(client_name),UPDATE(client_name) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.client_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(client_id),INSERT(client_id),UPDATE(client_id) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.psychographics; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(psychographics),INSERT(psychographics),UPDATE(psychographics) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.deal_history; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(deal_history),INSERT(deal_history),UPDATE(deal_history) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.embedding; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(embedding),INSERT(embedding),UPDATE(embedding) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.embedding_bits; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(embedding_bits) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.embedding_model; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(embedding_model),INSERT(embedding_model),UPDATE(embedding_model) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.client_intelligence TO sb_tenant;

-- Name: COLUMN client_intelligence.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.client_intelligence TO sb_tenant;

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

-- Name: TABLE content_blocks; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.kind; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(kind),INSERT(kind),UPDATE(kind) ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.title; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.body; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(body),INSERT(body),UPDATE(body) ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.tags; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(tags),INSERT(tags),UPDATE(tags) ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.owner_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(owner_id),INSERT(owner_id),UPDATE(owner_id) ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.review_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(review_by),INSERT(review_by),UPDATE(review_by) ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.content_blocks TO sb_tenant;

-- Name: COLUMN content_blocks.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.content_blocks TO sb_tenant;

-- Name: TABLE contracts; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.client_name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(client_name),INSERT(client_name),UPDATE(client_name) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.title; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.scope; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(scope),INSERT(scope),UPDATE(scope) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.terms; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(terms),INSERT(terms),UPDATE(terms) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.client_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(client_id),INSERT(client_id),UPDATE(client_id) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.proposal_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(proposal_id),INSERT(proposal_id),UPDATE(proposal_id) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.effective_on; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(effective_on),INSERT(effective_on),UPDATE(effective_on) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.ends_on; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(ends_on),INSERT(ends_on),UPDATE(ends_on) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.signed_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(signed_at) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.contracts TO sb_tenant;

-- Name: COLUMN contracts.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.contracts TO sb_tenant;

-- Name: TABLE files; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.mime; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(mime),INSERT(mime),UPDATE(mime) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.content; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(content),INSERT(content) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.sha256; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(sha256) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.size; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(size) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.resource_type; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(resource_type),INSERT(resource_type),UPDATE(resource_type) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.resource_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(resource_id),INSERT(resource_id),UPDATE(resource_id) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.created_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_by) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.files TO sb_tenant;

-- Name: COLUMN files.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.files TO sb_tenant;

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

-- Name: COLUMN invoices.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.stripe_invoice_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(stripe_invoice_id),INSERT(stripe_invoice_id) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.number; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(number),INSERT(number),UPDATE(number) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.amount; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(amount),INSERT(amount),UPDATE(amount) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.amount_paid; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(amount_paid),INSERT(amount_paid),UPDATE(amount_paid) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.currency; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(currency),INSERT(currency),UPDATE(currency) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.hosted_url; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(hosted_url),INSERT(hosted_url),UPDATE(hosted_url) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.period; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(period),INSERT(period),UPDATE(period) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.issued_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(issued_at),INSERT(issued_at),UPDATE(issued_at) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.paid_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(paid_at),INSERT(paid_at),UPDATE(paid_at) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.invoices TO sb_tenant;

-- Name: COLUMN invoices.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.invoices TO sb_tenant;

-- Name: TABLE job_lanes; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT ON TABLE public.job_lanes TO sb_queue;
GRANT SELECT ON TABLE public.job_lanes TO sb_gate;

-- Name: COLUMN job_lanes.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id) ON TABLE public.job_lanes TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.job_lanes TO sb_gate;

-- Name: COLUMN job_lanes.weight; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(weight) ON TABLE public.job_lanes TO sb_tenant;
GRANT INSERT(weight),UPDATE(weight) ON TABLE public.job_lanes TO sb_gate;

-- Name: COLUMN job_lanes.max_running; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(max_running) ON TABLE public.job_lanes TO sb_tenant;
GRANT INSERT(max_running),UPDATE(max_running) ON TABLE public.job_lanes TO sb_gate;

-- Name: COLUMN job_lanes.token_limit; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(token_limit) ON TABLE public.job_lanes TO sb_tenant;
GRANT INSERT(token_limit),UPDATE(token_limit) ON TABLE public.job_lanes TO sb_gate;

-- Name: COLUMN job_lanes.tokens_used; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(tokens_used) ON TABLE public.job_lanes TO sb_tenant;
GRANT UPDATE(tokens_used) ON TABLE public.job_lanes TO sb_queue;

-- Name: COLUMN job_lanes.period; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(period) ON TABLE public.job_lanes TO sb_tenant;
GRANT UPDATE(period) ON TABLE public.job_lanes TO sb_queue;

-- Name: COLUMN job_lanes.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.job_lanes TO sb_tenant;

-- Name: COLUMN job_lanes.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.job_lanes TO sb_tenant;

-- Name: TABLE job_schedules; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT,DELETE ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.job_schedules TO sb_queue;
GRANT INSERT(org_id) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(id) ON TABLE public.job_schedules TO sb_queue;

-- Name: COLUMN job_schedules.name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(name) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(name) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.job_type; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(job_type) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(job_type),UPDATE(job_type) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.payload; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(payload) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(payload),UPDATE(payload) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.cron; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(cron) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(cron) ON TABLE public.job_schedules TO sb_queue;
GRANT INSERT(cron),UPDATE(cron) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.timezone; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(timezone) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(timezone) ON TABLE public.job_schedules TO sb_queue;
GRANT INSERT(timezone),UPDATE(timezone) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.priority; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(priority) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(priority),UPDATE(priority) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.max_attempts; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(max_attempts) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(max_attempts),UPDATE(max_attempts) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.est_tokens; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(est_tokens) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(est_tokens),UPDATE(est_tokens) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.max_tokens; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(max_tokens) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(max_tokens),UPDATE(max_tokens) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.catch_up; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(catch_up) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(catch_up),UPDATE(catch_up) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.is_active; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(is_active) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(is_active) ON TABLE public.job_schedules TO sb_queue;
GRANT UPDATE(is_active) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.next_run_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(next_run_at) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(next_run_at) ON TABLE public.job_schedules TO sb_queue;
GRANT INSERT(next_run_at),UPDATE(next_run_at) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.off_reason; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(off_reason) ON TABLE public.job_schedules TO sb_tenant;
GRANT UPDATE(off_reason) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.last_run_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(last_run_at) ON TABLE public.job_schedules TO sb_tenant;
GRANT UPDATE(last_run_at) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.last_job_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(last_job_id) ON TABLE public.job_schedules TO sb_tenant;
GRANT UPDATE(last_job_id) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.last_outcome; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(last_outcome) ON TABLE public.job_schedules TO sb_tenant;
GRANT UPDATE(last_outcome) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.requested_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(requested_by) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(requested_by),UPDATE(requested_by) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.requested_rank; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(requested_rank) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(requested_rank),UPDATE(requested_rank) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.requested_key; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(requested_key) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(requested_key),UPDATE(requested_key) ON TABLE public.job_schedules TO sb_gate;

-- Name: COLUMN job_schedules.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.job_schedules TO sb_tenant;

-- Name: COLUMN job_schedules.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.job_schedules TO sb_tenant;

-- Name: TABLE jobs; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.ctid; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(ctid) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(org_id) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(org_id) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(id) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(id) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(id) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.job_type; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(job_type),INSERT(job_type) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(job_type) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(job_type) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(job_type) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(status) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(status),UPDATE(status) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.payload; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(payload),INSERT(payload) ON TABLE public.jobs TO sb_tenant;
GRANT INSERT(payload) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.result; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(result) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(result) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.error; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(error) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(error) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.actual_tokens; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(actual_tokens) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(actual_tokens),UPDATE(actual_tokens) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.run_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(run_at),INSERT(run_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(run_at),UPDATE(run_at) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.unique_key; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(unique_key),INSERT(unique_key) ON TABLE public.jobs TO sb_tenant;
GRANT INSERT(unique_key) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.requested_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(requested_by) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(requested_by) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(requested_by) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(requested_by) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.requested_rank; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(requested_rank) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(requested_rank) ON TABLE public.jobs TO sb_seal;
GRANT INSERT(requested_rank) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.requested_key; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(requested_key) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(requested_key) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(requested_key) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(requested_key) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.attempt; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(attempt) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(attempt),UPDATE(attempt) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.max_attempts; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(max_attempts),INSERT(max_attempts) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(max_attempts) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(max_attempts) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.lease_token; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(lease_token) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(lease_token),UPDATE(lease_token) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.deadline_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(deadline_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(deadline_at) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(deadline_at),UPDATE(deadline_at) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.started_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(started_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(started_at),UPDATE(started_at) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.finished_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(finished_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(finished_at),UPDATE(finished_at) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.jobs TO sb_tenant;

-- Name: COLUMN jobs.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.jobs TO sb_tenant;

-- Name: COLUMN jobs.priority; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(priority),INSERT(priority) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(priority) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(priority) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.est_tokens; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(est_tokens),INSERT(est_tokens) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(est_tokens) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(est_tokens) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.max_tokens; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(max_tokens),INSERT(max_tokens) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(max_tokens) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(max_tokens) ON TABLE public.jobs TO sb_gate;

-- Name: COLUMN jobs.attempt_tokens; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(attempt_tokens) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(attempt_tokens),UPDATE(attempt_tokens) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.progress; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(progress) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(progress) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.crash_count; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(crash_count) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(crash_count),UPDATE(crash_count) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.suspicion; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(suspicion) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(suspicion),UPDATE(suspicion) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.cancel_requested; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(cancel_requested) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(cancel_requested),UPDATE(cancel_requested) ON TABLE public.jobs TO sb_queue;

-- Name: COLUMN jobs.worker_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(worker_id),UPDATE(worker_id) ON TABLE public.jobs TO sb_queue;
GRANT SELECT(worker_id) ON TABLE public.jobs TO sb_seal;

-- Name: TABLE knowledge_sources; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.kind; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(kind),INSERT(kind),UPDATE(kind) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.content_type; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(content_type),INSERT(content_type),UPDATE(content_type) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.title; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.url; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(url),INSERT(url),UPDATE(url) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.file_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(file_id),INSERT(file_id),UPDATE(file_id) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.sha256; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(sha256),INSERT(sha256),UPDATE(sha256) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.chunks; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(chunks),INSERT(chunks),UPDATE(chunks) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.embedding_model; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(embedding_model),INSERT(embedding_model),UPDATE(embedding_model) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.review_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(review_by),INSERT(review_by),UPDATE(review_by) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.error; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(error),INSERT(error),UPDATE(error) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.knowledge_sources TO sb_tenant;

-- Name: COLUMN knowledge_sources.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.knowledge_sources TO sb_tenant;

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

-- Name: COLUMN profiles.email_confirmed_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(email_confirmed_at),UPDATE(email_confirmed_at) ON TABLE public.profiles TO sb_gate;

-- Name: COLUMN profiles.full_name; Type: ACL; Schema: public; Owner: sb_owner

GRANT UPDATE(full_name) ON TABLE public.profiles TO sb_tenant;
GRANT INSERT(full_name) ON TABLE public.profiles TO sb_gate;

-- Name: COLUMN profiles.onboarding_complete; Type: ACL; Schema: public; Owner: sb_owner

GRANT UPDATE(onboarding_complete) ON TABLE public.profiles TO sb_tenant;

-- Name: COLUMN profiles.locale; Type: ACL; Schema: public; Owner: sb_owner

GRANT UPDATE(locale) ON TABLE public.profiles TO sb_tenant;

-- Name: TABLE proposal_line_items; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.proposal_line_items TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.proposal_line_items TO sb_gate;

-- Name: COLUMN proposal_line_items.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.proposal_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(proposal_id),INSERT(proposal_id),UPDATE(proposal_id) ON TABLE public.proposal_line_items TO sb_tenant;
GRANT SELECT(proposal_id) ON TABLE public.proposal_line_items TO sb_gate;

-- Name: COLUMN proposal_line_items.service_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(service_id),INSERT(service_id),UPDATE(service_id) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.label; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(label),INSERT(label),UPDATE(label) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.description; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(description),INSERT(description),UPDATE(description) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.option_group; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(option_group),INSERT(option_group),UPDATE(option_group) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.is_optional; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(is_optional),INSERT(is_optional),UPDATE(is_optional) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.is_selected; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(is_selected),INSERT(is_selected),UPDATE(is_selected) ON TABLE public.proposal_line_items TO sb_tenant;
GRANT SELECT(is_selected) ON TABLE public.proposal_line_items TO sb_gate;

-- Name: COLUMN proposal_line_items.quantity; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(quantity),INSERT(quantity),UPDATE(quantity) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.unit; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(unit),INSERT(unit),UPDATE(unit) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.unit_price_minor; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(unit_price_minor),INSERT(unit_price_minor),UPDATE(unit_price_minor) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.discount; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(discount),INSERT(discount),UPDATE(discount) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.tax_rate; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(tax_rate),INSERT(tax_rate),UPDATE(tax_rate) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.billing_period; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(billing_period),INSERT(billing_period),UPDATE(billing_period) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.net_minor; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(net_minor) ON TABLE public.proposal_line_items TO sb_tenant;
GRANT SELECT(net_minor) ON TABLE public.proposal_line_items TO sb_gate;

-- Name: COLUMN proposal_line_items."position"; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT("position"),INSERT("position"),UPDATE("position") ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_line_items.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.proposal_line_items TO sb_tenant;

-- Name: COLUMN proposal_versions.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.proposal_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.number; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(number),INSERT(number) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.title; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(title),INSERT(title) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.content; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(content),INSERT(content) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.line_items; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(line_items),INSERT(line_items) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.currency; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(currency),INSERT(currency) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.total_minor; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(total_minor),INSERT(total_minor) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.content_sha256; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(content_sha256) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.reason; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(reason),INSERT(reason) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.author_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(author_id) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.run_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(run_id),INSERT(run_id) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: COLUMN proposal_versions.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.proposal_versions TO sb_tenant;

-- Name: TABLE proposals; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.proposals TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.proposals TO sb_gate;

-- Name: COLUMN proposals.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.proposals TO sb_tenant;
GRANT SELECT(id) ON TABLE public.proposals TO sb_gate;

-- Name: COLUMN proposals.client_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(client_id),INSERT(client_id),UPDATE(client_id) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.title; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.proposals TO sb_tenant;
GRANT SELECT(status) ON TABLE public.proposals TO sb_gate;

-- Name: COLUMN proposals.brain_status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(brain_status),INSERT(brain_status),UPDATE(brain_status) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.deal_outcome; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(deal_outcome),INSERT(deal_outcome),UPDATE(deal_outcome) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.outcome_reason; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(outcome_reason),INSERT(outcome_reason),UPDATE(outcome_reason) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.brief; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(brief),INSERT(brief),UPDATE(brief) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.content; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(content),INSERT(content),UPDATE(content) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.template_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(template_id),INSERT(template_id),UPDATE(template_id) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.currency; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(currency),INSERT(currency),UPDATE(currency) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.total_minor; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(total_minor) ON TABLE public.proposals TO sb_tenant;
GRANT UPDATE(total_minor) ON TABLE public.proposals TO sb_gate;

-- Name: COLUMN proposals.valid_until; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(valid_until),INSERT(valid_until),UPDATE(valid_until) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.owner_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(owner_id),INSERT(owner_id),UPDATE(owner_id) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.sent_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(sent_at) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.decided_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(decided_at) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.lock_version; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(lock_version) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.proposals TO sb_tenant;

-- Name: COLUMN proposals.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.proposals TO sb_tenant;

-- Name: TABLE prospect_intelligence; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.prospect_name; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(prospect_name),INSERT(prospect_name),UPDATE(prospect_name) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.website_url; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(website_url),INSERT(website_url),UPDATE(website_url) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.profile; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(profile),INSERT(profile),UPDATE(profile) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.sources; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(sources),INSERT(sources),UPDATE(sources) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.cached_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(cached_at),INSERT(cached_at),UPDATE(cached_at) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.expires_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(expires_at),INSERT(expires_at),UPDATE(expires_at) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: COLUMN prospect_intelligence.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.prospect_intelligence TO sb_tenant;

-- Name: TABLE rfp_requirements; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.proposal_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(proposal_id),INSERT(proposal_id),UPDATE(proposal_id) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.ref; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(ref),INSERT(ref),UPDATE(ref) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.text; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(text),INSERT(text),UPDATE(text) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.kind; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(kind),INSERT(kind),UPDATE(kind) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.mandatory; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(mandatory),INSERT(mandatory),UPDATE(mandatory) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements."position"; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT("position"),INSERT("position"),UPDATE("position") ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.length; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(length),INSERT(length),UPDATE(length) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.section_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(section_id),INSERT(section_id),UPDATE(section_id) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.answer_state; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(answer_state),INSERT(answer_state),UPDATE(answer_state) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.owner_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(owner_id),INSERT(owner_id),UPDATE(owner_id) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.rfp_requirements TO sb_tenant;

-- Name: COLUMN rfp_requirements.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.rfp_requirements TO sb_tenant;

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

-- Name: TABLE share_links; Type: ACL; Schema: public; Owner: sb_owner

GRANT DELETE ON TABLE public.share_links TO sb_tenant;

-- Name: COLUMN share_links.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.share_links TO sb_seal;

-- Name: COLUMN share_links.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(id) ON TABLE public.share_links TO sb_seal;

-- Name: COLUMN share_links.proposal_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.share_links TO sb_tenant;

-- Name: COLUMN share_links.version; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(version),INSERT(version) ON TABLE public.share_links TO sb_tenant;

-- Name: COLUMN share_links.contract_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(contract_id),INSERT(contract_id) ON TABLE public.share_links TO sb_tenant;

-- Name: COLUMN share_links.contact_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(contact_id),INSERT(contact_id) ON TABLE public.share_links TO sb_tenant;

-- Name: COLUMN share_links.password_salt; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(password_salt),UPDATE(password_salt) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(password_salt) ON TABLE public.share_links TO sb_seal;

-- Name: COLUMN share_links.password_proof; Type: ACL; Schema: public; Owner: sb_owner

GRANT INSERT(password_proof),UPDATE(password_proof) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(password_proof) ON TABLE public.share_links TO sb_seal;

-- Name: COLUMN share_links.expires_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(expires_at),INSERT(expires_at) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(expires_at) ON TABLE public.share_links TO sb_seal;

-- Name: COLUMN share_links.allow_download; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(allow_download),INSERT(allow_download),UPDATE(allow_download) ON TABLE public.share_links TO sb_tenant;

-- Name: COLUMN share_links.created_by; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_by) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(created_by) ON TABLE public.share_links TO sb_seal;

-- Name: COLUMN share_links.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.share_links TO sb_tenant;

-- Name: COLUMN share_links.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.share_links TO sb_tenant;

-- Name: COLUMN subscriptions.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.subscriptions TO sb_tenant;

-- Name: COLUMN subscriptions.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id),INSERT(id) ON TABLE public.subscriptions TO sb_tenant;

-- Name: COLUMN subscriptions.stripe_subscription_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(stripe_subscription_id),INSERT(stripe_subscription_id) ON TABLE public.subscriptions TO sb_tenant;

-- Name: COLUMN subscriptions.plan; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(plan),INSERT(plan),UPDATE(plan) ON TABLE public.subscriptions TO sb_tenant;

-- Name: COLUMN subscriptions.status; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.subscriptions TO sb_tenant;

-- Name: COLUMN subscriptions.current_period_end; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(current_period_end),INSERT(current_period_end),UPDATE(current_period_end) ON TABLE public.subscriptions TO sb_tenant;

-- Name: COLUMN subscriptions.cancel_at_period_end; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(cancel_at_period_end),INSERT(cancel_at_period_end),UPDATE(cancel_at_period_end) ON TABLE public.subscriptions TO sb_tenant;

-- Name: COLUMN subscriptions.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.subscriptions TO sb_tenant;

-- Name: COLUMN subscriptions.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.subscriptions TO sb_tenant;

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

-- Name: COLUMN usage_events.org_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(org_id) ON TABLE public.usage_events TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.usage_events TO sb_gate;
GRANT INSERT(org_id) ON TABLE public.usage_events TO sb_queue;

-- Name: COLUMN usage_events.id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(id) ON TABLE public.usage_events TO sb_tenant;

-- Name: COLUMN usage_events.kind; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(kind) ON TABLE public.usage_events TO sb_tenant;
GRANT INSERT(kind) ON TABLE public.usage_events TO sb_gate;
GRANT INSERT(kind) ON TABLE public.usage_events TO sb_queue;

-- Name: COLUMN usage_events.quantity; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(quantity) ON TABLE public.usage_events TO sb_tenant;

-- Name: COLUMN usage_events.tokens; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(tokens) ON TABLE public.usage_events TO sb_tenant;
GRANT INSERT(tokens) ON TABLE public.usage_events TO sb_gate;
GRANT INSERT(tokens) ON TABLE public.usage_events TO sb_queue;

-- Name: COLUMN usage_events.cost_micros; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(cost_micros) ON TABLE public.usage_events TO sb_tenant;

-- Name: COLUMN usage_events.job_id; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(job_id) ON TABLE public.usage_events TO sb_tenant;
GRANT INSERT(job_id) ON TABLE public.usage_events TO sb_gate;
GRANT INSERT(job_id) ON TABLE public.usage_events TO sb_queue;

-- Name: COLUMN usage_events.period; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(period) ON TABLE public.usage_events TO sb_tenant;

-- Name: COLUMN usage_events.created_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(created_at) ON TABLE public.usage_events TO sb_tenant;

-- Name: COLUMN usage_events.updated_at; Type: ACL; Schema: public; Owner: sb_owner

GRANT SELECT(updated_at) ON TABLE public.usage_events TO sb_tenant;

-- Name: TABLE duty; Type: ACL; Schema: queue; Owner: sb_owner

GRANT SELECT,UPDATE ON TABLE queue.duty TO sb_queue;

-- Name: TABLE quarantines; Type: ACL; Schema: queue; Owner: sb_owner

GRANT SELECT,INSERT,DELETE ON TABLE queue.quarantines TO sb_queue;

-- Name: COLUMN quarantines.until; Type: ACL; Schema: queue; Owner: sb_owner

GRANT UPDATE(until) ON TABLE queue.quarantines TO sb_queue;

-- Name: TABLE stops; Type: ACL; Schema: queue; Owner: sb_owner

GRANT SELECT,DELETE ON TABLE queue.stops TO sb_queue;

-- Name: COLUMN stops.org_id; Type: ACL; Schema: queue; Owner: sb_owner

GRANT INSERT(org_id) ON TABLE queue.stops TO sb_queue;

-- Name: COLUMN stops.job_type; Type: ACL; Schema: queue; Owner: sb_owner

GRANT INSERT(job_type) ON TABLE queue.stops TO sb_queue;

-- Name: COLUMN stops.is_operator; Type: ACL; Schema: queue; Owner: sb_owner

GRANT INSERT(is_operator) ON TABLE queue.stops TO sb_queue;

-- Name: COLUMN stops.reason; Type: ACL; Schema: queue; Owner: sb_owner

GRANT INSERT(reason) ON TABLE queue.stops TO sb_queue;

-- Name: COLUMN stops.stopped_by; Type: ACL; Schema: queue; Owner: sb_owner

GRANT INSERT(stopped_by) ON TABLE queue.stops TO sb_queue;

-- Name: TABLE workers; Type: ACL; Schema: queue; Owner: sb_owner

GRANT SELECT,INSERT,DELETE ON TABLE queue.workers TO sb_queue;

-- Name: COLUMN workers.id; Type: ACL; Schema: queue; Owner: sb_owner

GRANT SELECT(id) ON TABLE queue.workers TO sb_seal;

-- Name: COLUMN workers.ttl; Type: ACL; Schema: queue; Owner: sb_owner

GRANT SELECT(ttl) ON TABLE queue.workers TO sb_seal;

-- Name: COLUMN workers.is_idle; Type: ACL; Schema: queue; Owner: sb_owner

GRANT UPDATE(is_idle) ON TABLE queue.workers TO sb_queue;

-- Name: COLUMN workers.beat_at; Type: ACL; Schema: queue; Owner: sb_owner

GRANT UPDATE(beat_at) ON TABLE queue.workers TO sb_queue;
GRANT SELECT(beat_at) ON TABLE queue.workers TO sb_seal;

-- Name: COLUMN workers.company; Type: ACL; Schema: queue; Owner: sb_owner

GRANT UPDATE(company) ON TABLE queue.workers TO sb_queue;

-- Name: TABLE bounds; Type: ACL; Schema: seal; Owner: sb_seal

GRANT SELECT ON TABLE seal.bounds TO sb_tenant;

-- Name: TABLE definer_functions; Type: ACL; Schema: seal; Owner: sb_seal

GRANT SELECT ON TABLE seal.definer_functions TO sb_tenant;

-- Name: TABLE deviations; Type: ACL; Schema: seal; Owner: sb_seal

GRANT SELECT ON TABLE seal.deviations TO sb_tenant;

-- Name: TABLE noted; Type: ACL; Schema: seal; Owner: sb_seal

GRANT SELECT ON TABLE seal.noted TO sb_tenant;

-- Name: TABLE event_actions; Type: ACL; Schema: system; Owner: sb_owner

GRANT SELECT ON TABLE system.event_actions TO sb_tenant;
GRANT SELECT ON TABLE system.event_actions TO sb_gate;

-- Name: DEFAULT PRIVILEGES FOR FUNCTIONS; Type: DEFAULT ACL; Schema: -; Owner: sealedbid

ALTER DEFAULT PRIVILEGES FOR ROLE sealedbid REVOKE ALL ON FUNCTIONS FROM PUBLIC;
