-- migrate:up

-- How often something was tried: passwords and codes by account and by network, mails by address. Counted before
-- anything is looked up, and the same whoever has an account. A browser that signed in before counts by itself, so a
-- stranger's tries keep nobody out of their own account.
do $$
begin
    if not seal_private.owns_auth() then
        return;
    end if;

    create table auth.tries (
        bucket        bytea not null,
        failures      int not null default 0,
        blocked_until timestamptz not null default now(),
        tried_at      timestamptz not null default now(),
        constraint tries_pkey primary key (bucket),
        constraint tries_bucket_in_range check (octet_length(bucket) = 32),
        constraint tries_failures_not_negative check (failures >= 0)
    );
    comment on table auth.tries is 'Tries of passwords and codes, and mails that were sent.';
    comment on column auth.tries.bucket is 'sha256 of what it is counted by, as password:somebody@example.org.';
    comment on column auth.tries.failures is 'Since the last success, or since an hour of quiet.';
    create index tries_tried_idx on auth.tries (tried_at);      -- removing

    create table auth.devices (
        user_id uuid not null,
        device  bytea not null,
        aal     smallint not null default 1,
        seen_at timestamptz not null default now(),
        constraint devices_pkey primary key (user_id, device),
        constraint devices_user_fkey foreign key (user_id) references auth.users (id) on delete cascade,
        constraint devices_device_in_range check (octet_length(device) = 32),
        constraint devices_aal_known check (aal in (1, 2))
    );
    comment on table auth.devices is
        'Browsers that a person signed in with, to the end: of whoever has a second factor, those that showed one.';
    create index devices_seen_idx on auth.devices (seen_at);       -- removing
    comment on column auth.devices.device is 'sha256 of the browser''s cookie, 256 random bits.';
    comment on column auth.devices.aal is 'The most factors that were shown on it: tries of the second one ask for 2.';

    perform seal_private.close('auth.tries'), seal_private.close('auth.devices');
    perform seal_private.bound('auth.tries'), seal_private.bound('auth.devices');
    create policy sign_in on auth.tries to sb_gate using (true) with check (true);
    create policy sign_in on auth.devices to sb_gate using (true) with check (true);
    grant select, insert, update, delete on auth.tries, auth.devices to sb_gate;
    perform seal_private.deviate('policy', 'auth.tries', 'sign_in',
                'Tries come before any account; no login has a privilege on the table.'),
            seal_private.deviate('policy', 'auth.devices', 'sign_in',
                'People belong to no organization; no login has a privilege on the table.'),
            seal_private.deviate('key', 'auth.tries', 'tries_pkey', 'A hash; no login sees it.'),
            seal_private.deviate('key', 'auth.devices', 'devices_pkey',
                'A hash of 256 random bits of a person''s browser.'),
            seal_private.deviate('foreign key', 'auth.devices', 'devices_user_fkey',
                'Neither table belongs to an organization.');
end $$;

create function seal_private.bucket(p_what text, p_value text) returns bytea
language sql immutable strict set search_path = pg_catalog, pg_temp as $$
    select sha256(convert_to(p_what || ':' || p_value, 'UTF8'))
$$;

-- A home has a /64: a single address of version 6 costs nothing.
create function seal_private.network_of(p_ip inet) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
    select coalesce(host(network(set_masklen(p_ip, case family(p_ip) when 6 then 64 else 32 end))), 'unknown')
$$;

-- Counts a try and returns 0, or the seconds until the next one is taken. After p_free of them each waits: p_wait, and
-- when p_flat more are over twice as long every time, up to p_most.
create function seal_private.take_try(p_bucket bytea, p_free int, p_wait interval default '1 second',
                                      p_most interval default '15 minutes', p_flat int default 0) returns int
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_until    timestamptz;
    v_failures int;
begin
    -- The update changes nothing and locks: whoever waits for the row has one, although a success removed it meanwhile.
    insert into auth.tries as t (bucket) values (p_bucket)
    on conflict (bucket) do update set failures = t.failures
    returning t.blocked_until, case when t.tried_at < clock_timestamp() - interval '1 hour' then 0 else t.failures end
         into v_until, v_failures;
    if v_until > clock_timestamp() then
        return ceil(extract(epoch from v_until - clock_timestamp()))::int;
    end if;
    v_failures := least(v_failures + 1, 1000);
    update auth.tries t
       set failures = v_failures, tried_at = clock_timestamp(),
           blocked_until = clock_timestamp()
               + case when v_failures < p_free then interval '0'
                      else least(p_wait * 2 ^ least(greatest(v_failures - p_free - p_flat, 0), 20), p_most) end
     where t.bucket = p_bucket;
    return 0;
end $$;

-- A try that succeeded was none.
create function seal_private.forget_tries(p_bucket bytea) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    delete from auth.tries t where t.bucket = p_bucket;
end $$;

-- Where many people share a network, one who signs in takes back their own try alone.
create function seal_private.take_back_try(p_bucket bytea) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    update auth.tries t set failures = greatest(t.failures - 1, 0), blocked_until = clock_timestamp()
     where t.bucket = p_bucket;
end $$;

-- What tries at an account are counted by: the browser, if the person signed in with it before, else the address.
create function seal_private.bucket_of(p_what text, p_email text, p_device bytea) returns bytea
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    v_is_known constant boolean := exists (
        select from auth.devices d join auth.users u on u.id = d.user_id
         where lower(u.email) = lower(p_email) and d.device = p_device);
begin
    return seal_private.bucket(p_what, lower(p_email)
        || case when v_is_known then ':' || encode(p_device, 'hex') else '' end);
end $$;

-- The seconds to wait before a password or a code is tried, by account and by network; 0: it is counted and may go on.
create function seal_private.wait_for(p_what text, p_email text, p_device bytea, p_ip inet) returns int
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_wait int := seal_private.take_try(seal_private.bucket(p_what, seal_private.network_of(p_ip)), 50);
begin
    if v_wait = 0 then
        v_wait := seal_private.take_try(seal_private.bucket_of(p_what, p_email, p_device), 5);
    end if;
    return v_wait;
end $$;

-- The seconds to wait before a mail of this kind is sent to an address again: a minute, and longer after five.
create function seal_private.wait_for_mail(p_kind text, p_email text, p_ip inet) returns int
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_wait int := seal_private.take_try(seal_private.bucket('mails', seal_private.network_of(p_ip)), 100);
begin
    if v_wait = 0 then
        v_wait := seal_private.take_try(seal_private.bucket('mail ' || p_kind, lower(p_email)), 1, '1 minute',
                                        '1 hour', 4);
    end if;
    return v_wait;
end $$;

select seal_private.admit('seal_private.bucket(text, text)', 'sb_gate', '{}', 'what tries are counted by'),
       seal_private.admit('seal_private.network_of(inet)', 'sb_gate', '{}', 'the network that tries are counted by'),
       seal_private.admit('seal_private.take_try(bytea, integer, interval, interval, integer)', 'sb_gate', '{}',
           'counts a try, or says how long to wait'),
       seal_private.admit('seal_private.forget_tries(bytea)', 'sb_gate', '{}', 'a success ends the count'),
       seal_private.admit('seal_private.take_back_try(bytea)', 'sb_gate', '{}',
           'a success is no try of its network'),
       seal_private.admit('seal_private.bucket_of(text, text, bytea)', 'sb_gate', '{}',
           'a browser that signed in before is counted by itself'),
       seal_private.admit('seal_private.wait_for(text, text, bytea, inet)', 'sb_gate', '{}',
           'tries of passwords and codes are limited'),
       seal_private.admit('seal_private.wait_for_mail(text, text, inet)', 'sb_gate', '{}', 'mails are limited');

-- migrate:down
