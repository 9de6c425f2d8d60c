-- migrate:up

-- Limits of requests over all processes: permits are taken in batches, in a short transaction of their own, and spent
-- in a process's memory. A window is a row, and what is not spent of a batch is lost: never more than the limit pass.
create unlogged table seal_private.permits (
    bucket       text not null,
    window_start timestamptz not null,
    window_end   timestamptz not null,
    used         int not null default 0,
    constraint permits_pkey primary key (bucket, window_start),
    constraint permits_used_not_negative check (used >= 0)
);
comment on table seal_private.permits is
    'Permits that were taken in a window of time. Unlogged: after a crash every window begins again.';
comment on column seal_private.permits.bucket is
    'The login that takes them, and a hash of what is limited: a session, a key, an address.';
create index permits_end_idx on seal_private.permits (window_end);

select seal_private.close('seal_private.permits', 'sb_seal');
select seal_private.bound('seal_private.permits');
create policy only_the_seal on seal_private.permits to sb_seal using (true) with check (true);
select seal_private.deviate('table', 'seal_private.permits', 'org_id',
           'Permits are taken before there is a context; no login has a privilege on the table.'),
       seal_private.deviate('key', 'seal_private.permits', 'permits_pkey',
           'A hash that a login made; another login has others, and no login inserts.'),
       seal_private.deviate('policy', 'seal_private.permits', 'only_the_seal',
           'Permits are taken before there is a context; no login has a privilege on the table.');

-- Windows that are over, the oldest first.
create function seal_private.purge_permits(p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with over as materialized (
        select o.bucket, o.window_start from seal_private.permits o
         where o.window_end < clock_timestamp() order by o.window_end limit p_limit for update skip locked
    ), removed as (
        delete from seal_private.permits p using over o
         where p.bucket = o.bucket and p.window_start = o.window_start returning 1
    )
    select count(*) from removed
$$;

create function seal.take_permits(p_bucket bytea, p_limit int, p_seconds int, p_want int,
                                  out granted int, out remaining int)
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_bucket constant text := session_user || ' ' || encode(sha256(p_bucket), 'hex');
    v_start  timestamptz;
    v_used   int;
begin
    if not (p_limit between 1 and 1000000 and p_seconds between 1 and 86400 and p_want between 1 and 1000000) then
        raise exception 'a limit, a window or a batch is out of range' using errcode = '22023';
    end if;
    v_start := to_timestamp(floor(extract(epoch from clock_timestamp()) / p_seconds) * p_seconds);
    granted := least(p_want, p_limit);
    remaining := p_limit - granted;
    insert into seal_private.permits (bucket, window_start, window_end, used)
    values (v_bucket, v_start, v_start + p_seconds * interval '1 second', granted) on conflict do nothing;
    if found then       -- a new window pays for the removal of old ones
        perform seal_private.purge_permits(20);
        return;
    end if;
    select p.used into v_used from seal_private.permits p
     where p.bucket = v_bucket and p.window_start = v_start for update;
    granted := least(p_want, greatest(p_limit - coalesce(v_used, p_limit), 0));
    remaining := greatest(p_limit - coalesce(v_used, p_limit) - granted, 0);
    update seal_private.permits p set used = p.used + granted
     where p.bucket = v_bucket and p.window_start = v_start;
end $$;
comment on function seal.take_permits(bytea, int, int, int) is
    'Takes up to so many permits of a bucket, which has a limit in each window of so many seconds; returns how many, '
    'and how many the window has left. A login has buckets of its own.';

create function seal_auth.take_permits(p_bucket bytea, p_limit int, p_seconds int, p_want int,
                                       out granted int, out remaining int)
language sql strict security definer set search_path = pg_catalog, pg_temp as $$
    select * from seal.take_permits(p_bucket, p_limit, p_seconds, p_want)
$$;
comment on function seal_auth.take_permits(bytea, int, int, int) is
    'The same for the sign-in code, whose buckets no request of a tenant can name.';

select seal_private.admit('seal_private.purge_permits(integer)', 'sb_seal', '{sb_queue}',
           'windows that are over are removed'),
       seal_private.admit('seal.take_permits(bytea, integer, integer, integer)', 'sb_seal', '{sb_api, sb_gate}',
           'limits hold before there is a context, and over all processes'),
       seal_private.admit('seal_auth.take_permits(bytea, integer, integer, integer)', 'sb_gate', '{sb_auth}',
           'limits of sign-in hold over all processes');

-- migrate:down
