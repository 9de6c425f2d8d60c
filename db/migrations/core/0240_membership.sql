-- migrate:up

-- Founding, ranking, leaving; inviting and joining are in the file of invitations. These functions alone write the
-- tables, because every rule needs more than one row: nobody raises anybody above themselves, and the last owner
-- stays. Each locks its organization first, so of two that come at once the second sees what the first did. Broken
-- rules are check violations that carry a constraint's name, like those of tables.

-- Membership changes of one organization happen one after the other. A snapshot taken before the lock was had would
-- not see the change that it waited for.
create function core.lock_members(p_org uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'memberships change in read committed transactions only' using errcode = '25000';
    end if;
    perform from public.organizations o where o.id = p_org for no key update;
    if not found then
        raise exception 'no such organization' using errcode = '42501';
    end if;
end $$;

-- The organization of the context, for a person (no key, job or guest) who ranks at least p_rank in it. The rank is
-- read anew, under the lock: the context knows the one that the transaction began with.
create function core.lock_as(p_rank int, out org_id uuid, out user_id uuid, out rank int)
language plpgsql set search_path = pg_catalog, pg_temp as $$
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

-- Nobody gives, takes or invites to a rank above their own.
create function core.assert_not_above(p_rank int, p_own int) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if (p_rank <= p_own) is not true then
        raise exception 'the rank is above your own'
            using errcode = '23514', constraint = 'org_members_rank_not_above_own';
    end if;
end $$;

create function core.assert_owner_left(p_org uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from public.org_members m where m.org_id = p_org and m.role = 'owner') then
        raise exception 'an organization keeps at least one owner'
            using errcode = '23514', constraint = 'org_members_last_owner_stays';
    end if;
end $$;

-- Writes to the audit log of an organization that is not open: one just founded or joined.
create function core.record_for(
    p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb)
    returns void
language sql set search_path = pg_catalog, pg_temp as $$
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, p_user, p_actor_kind, p_action, 'org_members', p_resource_id, p_detail)
$$;

create function core.create_organization(p_name text, p_locale text default 'en', p_currency text default 'EUR',
                                         p_timezone text default 'UTC') returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_person constant uuid := seal.person();
    v_org    constant uuid := seal.new_id();
begin
    if v_person is null then
        raise exception 'only a person between organizations founds one' using errcode = '42501';
    end if;
    -- Turns go from one organization to the next, so whoever has a thousand has a thousand turns.
    if (select count(*) from public.org_members m where m.user_id = v_person and m.role = 'owner') >= 100 then
        raise exception 'a person owns a hundred organizations at most'
            using errcode = '23514', constraint = 'org_members_own_few';
    end if;
    insert into public.organizations (id, name, locale, currency, timezone)
    values (v_org, p_name, p_locale, p_currency, p_timezone);
    insert into public.org_members (org_id, user_id, role) values (v_org, v_person, 'owner');
    perform core.record_for(v_org, v_person, 'session', 'organization.founded', v_person::text, '{}');
    return v_org;
end $$;
comment on function core.create_organization(text, text, text, text) is
    'Founds an organization; the person between organizations who calls is its owner. Returns its id.';

create function core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text,
                                         p_version int default null, p_require_mfa boolean default null)
    returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me       constant record := core.lock_as(4);
    v_asks_two boolean;
begin
    select o.require_mfa into v_asks_two from public.organizations o where o.id = v_me.org_id for update;
    -- whoever asks others for a second factor has one: nobody shuts themselves out
    if p_require_mfa and not v_asks_two and not seal_private.has_shown_two(seal.subject('session')) then
        raise exception 'show a second factor of your own first' using errcode = '28S02';
    end if;
    update public.organizations o
       set name = coalesce(p_name, o.name), branding = coalesce(p_branding, o.branding),
           locale = coalesce(p_locale, o.locale), currency = coalesce(p_currency, o.currency),
           timezone = coalesce(p_timezone, o.timezone), require_mfa = coalesce(p_require_mfa, o.require_mfa)
     where o.id = v_me.org_id and (p_version is null or o.lock_version = p_version);
    if not found then
        return false;
    end if;
    perform system.record('organization.changed', 'organizations', v_me.org_id::text,
        jsonb_strip_nulls(jsonb_build_object('require_mfa', nullif(coalesce(p_require_mfa, v_asks_two), v_asks_two))));
    return true;
end $$;
comment on function core.update_organization(text, jsonb, text, text, text, int, boolean) is
    'An owner changes the open organization; null keeps what is there. False: it has changed since that version. '
    'Raises FactorAskedError if p_require_mfa begins to be true and the owner''s own session has shown one factor.';

create function core.change_role(p_user uuid, p_role text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
    perform system.record('member.ranked', 'org_members', p_user::text,
                          jsonb_build_object('from', v_before, 'to', p_role));
end $$;
comment on function core.change_role(uuid, text) is
    'An admin gives a member another rank: neither the old nor the new one is above their own. Their open invitations '
    'above the new rank end.';

create function core.remove_member(p_user uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
comment on function core.remove_member(uuid) is
    'An admin removes a member of no higher rank, or anybody leaves; their API keys and open invitations end. The '
    'last owner stays.';

-- The first admin of the platform has nobody to invite them: the installer appoints.
create function core.appoint_operator(p_email text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_platform constant uuid := '00000000-0000-0000-0000-000000000000';
    v_user     uuid;
begin
    -- Whoever merely says that they have this address is not meant.
    select p.id into v_user from public.profiles p
     where lower(p.email) = lower(p_email) and p.email_confirmed_at is not null;
    if not found then
        raise exception 'nobody has signed up with this address and confirmed it' using errcode = 'P0002';
    end if;
    perform core.lock_members(v_platform);
    insert into public.org_members (org_id, user_id, role) values (v_platform, v_user, 'owner')
    on conflict on constraint org_members_pkey do update set role = 'owner';
    perform core.record_for(v_platform, v_user, 'installer', 'member.appointed', v_user::text, '{"role": "owner"}');
    return v_user;
end $$;
comment on function core.appoint_operator(text) is
    'Makes a person an owner of the platform. For the installer: no login may call it.';

select seal_private.admit('core.lock_members(uuid)', 'sb_gate', '{}',
           'one membership change of an organization after the other'),
       seal_private.admit('core.lock_as(integer)', 'sb_gate', '{}',
           'the organization and rank of the person who acts, under the lock'),
       seal_private.admit('core.assert_not_above(integer, integer)', 'sb_gate', '{}',
           'a person changes no rank above their own'),
       seal_private.admit('core.assert_owner_left(uuid)', 'sb_gate', '{}', 'the last owner stays'),
       seal_private.admit('core.record_for(uuid, uuid, text, text, text, jsonb)', 'sb_gate', '{}',
           'the audit log of an organization that is not open');
select seal_private.admit('core.create_organization(text, text, text, text)', 'sb_gate', '{sb_api}',
           'an organization and its first owner come at once, for the person of the context'),
       seal_private.admit('core.update_organization(text, jsonb, text, text, text, integer, boolean)', 'sb_gate',
           '{sb_api}',
           'an owner writes some columns of the open organization'),
       seal_private.admit('core.change_role(uuid, text)', 'sb_gate', '{sb_api}',
           'never above one''s own rank; the last owner stays'),
       seal_private.admit('core.remove_member(uuid)', 'sb_gate', '{sb_api}',
           'never above one''s own rank; the last owner stays; keys end'),
       seal_private.admit('core.appoint_operator(text)', 'sb_gate', '{}',
           'the installer''s way to the first admin of the platform');

-- migrate:down
