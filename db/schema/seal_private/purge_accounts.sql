-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.purge_accounts(p_limit integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_count bigint := 0;
    v_some  bigint;
begin
    if not seal_private.owns_auth() then
        return 0;
    end if;
    delete from auth.sessions s where s.id = any (array(
        select o.id from auth.sessions o
         where least(o.not_idle_after, o.not_after) < now() - interval '30 days' limit p_limit for update skip locked));
    get diagnostics v_some = row_count;
    v_count := v_count + v_some;
    delete from seal_private.session_keys k
     where k.session_id = any (array(select o.session_id from seal_private.session_keys o
                                      where o.created_at < now() - interval '90 days'
                                        and not exists (select from auth.sessions s where s.id = o.session_id)
                                      limit p_limit));
    delete from auth.one_time_tokens t where t.id = any (array(
        select o.id from auth.one_time_tokens o
         where o.expires_at < now() - interval '30 days' limit p_limit for update skip locked));
    get diagnostics v_some = row_count;
    v_count := v_count + v_some;
    delete from auth.challenges c where c.id = any (array(
        select o.id from auth.challenges o
         where o.expires_at < now() - interval '1 day' limit p_limit for update skip locked));
    get diagnostics v_some = row_count;
    v_count := v_count + v_some;
    delete from auth.passkey_challenges c where c.id = any (array(
        select o.id from auth.passkey_challenges o
         where o.expires_at < now() - interval '1 day' limit p_limit for update skip locked));
    get diagnostics v_some = row_count;
    v_count := v_count + v_some;
    delete from auth.waiting_tokens w where w.stored = any (array(
        select o.stored from auth.waiting_tokens o
         where o.expires_at < now() - interval '1 day' limit p_limit for update skip locked));
    get diagnostics v_some = row_count;
    v_count := v_count + v_some;
    delete from auth.flows f where f.id = any (array(
        select o.id from auth.flows o
         where o.expires_at < now() - interval '1 day' limit p_limit for update skip locked));
    get diagnostics v_some = row_count;
    v_count := v_count + v_some;
    -- a wait is at most an hour, and after an hour of quiet the count begins again
    delete from auth.tries t where t.bucket = any (array(
        select o.bucket from auth.tries o
         where o.tried_at < now() - interval '1 day' limit p_limit for update skip locked));
    get diagnostics v_some = row_count;
    v_count := v_count + v_some;
    delete from auth.devices d where d.ctid = any (array(
        select o.ctid from auth.devices o
         where o.seen_at < now() - interval '1 year' limit p_limit for update skip locked));
    get diagnostics v_some = row_count;
    return v_count + v_some;
end $$;

ALTER FUNCTION seal_private.purge_accounts(p_limit integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.purge_accounts(p_limit integer) IS 'Removes sessions and mailed links a month after their end, flows, second steps and challenges a day after theirs, tries a day after the last one, and browsers after a year; at most so many of each. Returns how many went.';

REVOKE ALL ON FUNCTION seal_private.purge_accounts(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.purge_accounts(p_limit integer) TO sb_queue;
