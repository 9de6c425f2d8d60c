-- migrate:up

-- What has to be done now and then, by whichever worker is there: one at a time, each part in batches, so that nothing
-- waits long. Each part is a subtransaction: where a row cannot be handled, the part goes on row by row, that one is
-- put aside, and all others have their turn.

create table queue.duty (
    is_one boolean not null default true,
    constraint duty_is_one_row primary key (is_one),
    constraint duty_is_one check (is_one)
);
comment on table queue.duty is
    'One row: who has locked it does the maintenance. No advisory lock: anybody who can send a statement can hold one '
    'of those.';
insert into queue.duty default values;

select seal_private.close('queue.duty');
grant select, update on queue.duty to sb_queue;     -- a row is locked by whoever may change it
create policy scheduling on queue.duty to sb_queue using (true) with check (is_one);
select seal_private.deviate('table', 'queue.duty', 'org_id',
           'A lock for whoever does the maintenance; it says nothing.'),
       seal_private.deviate('key', 'queue.duty', 'duty_is_one_row', 'It has one row and no tenant a privilege on it.'),
       seal_private.deviate('policy', 'queue.duty', 'scheduling', 'The queue''s functions lock it.');

create function queue.do_part(p_task text, p_keep interval, p_limit int) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    return case p_task when 'keys'    then queue.end_with_keys(p_limit)
                       when 'promote' then queue.promote(p_limit)
                       when 'rescue'  then queue.rescue(p_limit)
                       when 'sweep'   then queue.sweep(p_keep, p_limit)
                       when 'purge'   then seal_private.purge_credentials(p_limit)
                                            + seal_private.purge_deliveries(p_keep, p_limit)
                                            + seal_private.purge_accounts(p_limit)
                                            + seal_private.purge_permits(p_limit)
                                            + seal_private.purge_idempotency_keys(p_limit)
                       when 'chain'   then system.chain_audit_log(p_limit) end;
end $$;

-- The row that a part would handle first: the one that it failed at, when it was asked for one.
create function queue.first_of(p_task text, p_keep interval, out org_id uuid, out id uuid)
language plpgsql set search_path = pg_catalog, pg_temp as $$
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

-- One part of a round: all at once, and where that fails, one by one. Null: it failed for a reason that passes.
create function queue.attend(p_task text, p_keep interval, p_limit int) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
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

create function queue.tick(p_keep interval default '30 days', p_limit int default 1000)
    returns table (ended bigint, promoted bigint, rescued bigint, removed bigint, purged bigint, chained bigint,
                   aside bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
comment on function queue.tick(interval, int) is
    'Ends what ended keys asked for, promotes, rescues, removes and purges, and lets the audit log''s chain go on, up '
    'to so many of each; jobs are kept so long after they end. What cannot be handled is put aside: how much is, by '
    'now. Null: the part failed for a reason that passes. No row: another does it now.';

select seal_private.admit('queue.do_part(text, interval, integer)', 'sb_queue', '{}', 'a part of queue.tick()'),
       seal_private.admit('queue.first_of(text, interval)', 'sb_queue', '{}', 'the row that a part failed at'),
       seal_private.admit('queue.attend(text, interval, integer)', 'sb_queue', '{}',
           'a part of queue.tick() that stops no other'),
       seal_private.admit('queue.tick(interval, integer)', 'sb_queue', '{sb_dispatch}',
           'maintenance goes over all organizations', 'all');

-- migrate:down
