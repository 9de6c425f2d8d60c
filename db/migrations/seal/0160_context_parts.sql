-- migrate:up

-- What the context says. Each asks seal_private.context(), which verifies it.

create function seal.kind() returns text
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
begin
    return (seal_private.context())[1];
end $$;
comment on function seal.kind() is
    'session, key, link, job, or the reserved prefix of a job''s type (system, billing); null without a context.';

create function seal.user_id() returns uuid
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
begin
    return nullif((seal_private.context())[2], '')::uuid;
end $$;
comment on function seal.user_id() is
    'The person that the context acts for: of the session, the maker of the key, or the one who enqueued the job. Null '
    'for guests.';

create function seal.person() returns uuid
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context text[] := seal_private.context();
begin
    if v_context[1] = 'session' and v_context[3] = '' then return v_context[2]::uuid; end if;
    return null;
end $$;
comment on function seal.person() is
    'The person between organizations (seal.open_person); null inside an organization.';

create function seal.rank() returns int
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
begin
    return coalesce((seal_private.context())[4]::int, 0);
end $$;
comment on function seal.rank() is 'guest 0, viewer 1, member 2, admin 3, owner 4; 0 without a context.';

create function seal.subject(p_kind text) returns uuid
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context text[] := seal_private.context();
begin
    if v_context[1] = p_kind or (p_kind = 'job' and v_context[1] in ('system', 'billing')) then
        return v_context[5]::uuid;
    end if;
    return null;
end $$;
comment on function seal.subject(text) is
    'The id of the session, key, guest''s link or job that a context of this kind stands for. Null for another kind.';

-- The key that a context goes back to, however many jobs lie between.
create function seal.key_id() returns uuid
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    if v_context[1] = 'key' then
        return v_context[5]::uuid;
    elsif v_context[1] in ('job', 'system', 'billing') then
        return (select j.requested_key from public.jobs j
                 where j.org_id = v_context[3]::uuid and j.id = v_context[5]::uuid);
    end if;
    return null;
end $$;
comment on function seal.key_id() is
    'The API key that opened the context, or that asked for the job that it is of. Null: there is none.';

-- Who may act on the whole installation: an admin of the platform, or the installer, who needs no context.
create function seal_private.is_operator() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(seal.org(3) = '00000000-0000-0000-0000-000000000000', false)
           or pg_has_role(session_user, 'sb_owner', 'member')
$$;

-- An unknown word raises: 0 would let guests in.
create function seal_private.rank_of(p_role text) returns int
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_rank constant int := array_position(array['guest', 'viewer', 'member', 'admin', 'owner'], p_role) - 1;
begin
    if v_rank is null then raise exception 'no such rank: %', p_role using errcode = '22023'; end if;
    return v_rank;
end $$;

select seal_private.admit(f, 'sb_seal', '{sb_tenant, sb_gate, sb_queue}', 'verifies the context with the key')
  from unnest(array['seal.kind()', 'seal.user_id()', 'seal.person()', 'seal.rank()', 'seal.subject(text)',
                    'seal.key_id()']::regprocedure[]) f;
select seal_private.admit('seal_private.is_operator()', 'sb_seal', '{sb_gate, sb_queue}',
           'true for an admin of the platform, and for the installer'),
       seal_private.admit('seal_private.rank_of(text)', 'sb_seal', '{sb_gate}',
           'a role as a number; an unknown word raises');

-- migrate:down
