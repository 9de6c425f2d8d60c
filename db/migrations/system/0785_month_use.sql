-- migrate:up

-- What an organization's month has taken so far, and its budget. A run asks before it pays for a model: it works at the
-- rank of whoever requested it, who need not be an admin, so reading the rows would give it nothing, and no limit.
grant select (org_id, period, tokens) on public.usage_events to sb_gate;
create policy totalling on public.usage_events for select to sb_gate using (true);
select seal_private.deviate('policy', 'public.usage_events', 'totalling',
           'system.month_use() adds up the rows of the open organization.');

create function system.month_use(out tokens bigint, out token_limit bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_org   constant uuid := seal.org(2);
    v_month constant date := date_trunc('month', queue.now() at time zone 'UTC')::date;
begin
    if v_org is null then
        raise exception 'members alone see what their organization has used' using errcode = '42501';
    end if;
    select least(coalesce(sum(u.tokens), 0), 1000000000000)
      into tokens
      from public.usage_events u where u.org_id = v_org and u.period = v_month;
    select l.token_limit into token_limit from public.job_lanes l where l.org_id = v_org;
end $$;
comment on function system.month_use() is
    'Tokens that the open organization has used in this month (UTC), by the events of attempts that have ended, and '
    'the limit that its lane has; null: no limit. The events of attempts have no money.';
select seal_private.admit('system.month_use()', 'sb_gate', '{sb_tenant}',
           'members may not read the rows of usage, and their runs must keep to the month');

-- migrate:down
