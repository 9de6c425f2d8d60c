-- migrate:up

-- A person's own sessions, by the proof of one of them: list, end, sign out, and a cookie's new secret. Signing out
-- works where another auth server keeps the accounts, too.

create function seal_auth.own_sessions(p_proof bytea)
    returns table (id uuid, created_at timestamptz, refreshed_at timestamptz, ends_at timestamptz, ip text,
                   user_agent text, level int, is_own boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    return query
        select s.id, s.created_at, s.refreshed_at, least(s.not_after, s.not_idle_after), host(s.ip), s.user_agent,
               s.aal::int, s.id = v_me.session
          from auth.sessions s
         where s.user_id = v_me.person and s.revoked_at is null
           and least(s.not_after, s.not_idle_after) > clock_timestamp()
         order by s.refreshed_at desc, s.id limit 100;
end $$;
comment on function seal_auth.own_sessions(bytea) is 'The person''s own sessions that last, the newest 100.';

create function seal_auth.end_own_session(p_proof bytea, p_session uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'the person ended it'
     where s.id = p_session and s.user_id = v_me.person and s.revoked_at is null;
    if not found then
        return false;
    end if;
    perform seal_private.revoke_subject('session', null, p_session);
    return true;
end $$;
comment on function seal_auth.end_own_session(bytea, uuid) is
    'Ends one of the person''s own sessions. False: they have none of this id that lasts.';

create function seal_auth.sign_out(p_proof bytea, p_scope text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me    record;
    v_waits boolean := false;
begin
    if (p_scope in ('local', 'others', 'global')) is not true then
        raise exception 'scope: this is none of local, others and global' using errcode = '22023';
    end if;
    select o.user_id, o.session_id into v_me from seal_private.session_of(p_proof) o;
    if v_me.user_id is null and seal_private.keeps_accounts() then
        select p.person as user_id, p.session as session_id into v_me
          from seal_private.person_before_second_step(p_proof) p;
        v_waits := true;
    end if;
    if v_me.user_id is null then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    if not seal_private.keeps_accounts() then
        perform seal_private.revoke_subject('session', null, v_me.session_id);
        return;
    end if;
    -- who has not shown the second factor need not be the person: they end what they began
    if p_scope in ('others', 'global') and not v_waits then
        perform seal_private.end_sessions(v_me.user_id, v_me.session_id, 'the person signed out');
    end if;
    if p_scope in ('local', 'global') or v_waits then
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'the person signed out'
         where s.id = v_me.session_id and s.revoked_at is null;
        perform seal_private.revoke_subject('session', null, v_me.session_id);
    end if;
end $$;
comment on function seal_auth.sign_out(bytea, text) is
    'Signs out: local, this session; others, all but this one; global, all. Their tokens are void from the next '
    'transaction on. Before the second step: this session, whatever the scope. Where another auth server '
    'keeps the accounts: this session.';

create function seal_auth.prolong(p_proof bytea) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me      record;
    v_lasts   constant interval := (select o.lasts from seal_private.session_of(p_proof) o);
    v_expires timestamptz;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if v_me.waits or v_lasts < interval '2 hours' then
        return null;    -- what waits ends soon; an access token is refreshed
    end if;
    update auth.sessions s
       set not_idle_after = clock_timestamp() + interval '30 days', refreshed_at = clock_timestamp()
     where s.id = v_me.session
    returning least(clock_timestamp() + interval '12 hours', s.not_after, s.created_at + interval '30 days')
         into v_expires;
    perform seal_private.prolong(p_proof, v_expires);
    return v_expires;
end $$;
comment on function seal_auth.prolong(bytea) is
    'Lets a browser''s cookie last 12 hours from now on, 30 days since the sign-in at most; returns when it expires, '
    'or null for an access token and before the second step.';

create function seal_auth.renew(p_proof bytea, p_new bytea) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me      constant record := seal_private.person_of(p_proof);
    v_lasts   constant interval := (select o.lasts from seal_private.session_of(p_proof) o);
    v_expires constant timestamptz := (
        select least(clock_timestamp() + least(v_lasts, interval '12 hours'), s.not_after,
                     s.created_at + interval '30 days')
          from auth.sessions s where s.id = v_me.session);
begin
    perform seal_private.revoke_proof(p_proof);
    perform seal_private.add_credential('session', p_new, v_me.person, null, v_me.session, 4, v_expires, s.aal)
       from auth.sessions s where s.id = v_me.session;
    return v_expires;
end $$;
comment on function seal_auth.renew(bytea, bytea) is
    'Puts a new proof in the place of a session''s one, which is void then; returns when it expires, 30 days after the '
    'sign-in at most.';

select seal_private.admit('seal_auth.own_sessions(bytea)', 'sb_gate', '{sb_auth}', 'a person sees their own sessions'),
       seal_private.admit('seal_auth.end_own_session(bytea, uuid)', 'sb_gate', '{sb_auth}',
           'a person ends their own sessions'),
       seal_private.admit('seal_auth.sign_out(bytea, text)', 'sb_gate', '{sb_auth}',
           'sign-out must work without a context'),
       seal_private.admit('seal_auth.prolong(bytea)', 'sb_gate', '{sb_auth}',
           'the cookie of a browser that is used lasts on'),
       seal_private.admit('seal_auth.renew(bytea, bytea)', 'sb_gate', '{sb_auth}',
           'a session gets a new secret when its rights change');

-- migrate:down
