-- migrate:up

-- What was refused to somebody whom nobody knows: a credential that opens nothing, a sign-in that failed. It belongs to
-- no organization, so it stands in the platform's log: what it was, the network it came from, and how often. It tells
-- no account: who guesses addresses finds none in what an operator reads.
create function seal_auth.record_refusal(p_action text, p_ip inet, p_count int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if (p_action in ('credential.refused', 'sign_in.refused') and p_count between 1 and 1000000000) is not true then
        raise exception 'no refusal that is recorded' using errcode = '22023';
    end if;
    insert into public.audit_log (org_id, actor_kind, action, ip, detail)
    values ('00000000-0000-0000-0000-000000000000', 'nobody', p_action, p_ip,
            case when p_count > 1 then jsonb_build_object('count', p_count) else '{}' end);
end $$;
comment on function seal_auth.record_refusal(text, inet, int) is
    'Appends a refused credential or sign-in to the platform''s audit log, or so many of a minute as one row.';
select seal_private.admit('seal_auth.record_refusal(text, inet, integer)', 'sb_gate', '{sb_auth}',
           'refusals of strangers are in the platform''s audit log', 'all');

-- migrate:down
