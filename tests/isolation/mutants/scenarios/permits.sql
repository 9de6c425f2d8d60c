-- as: sb_api
-- So many and no more, of one window; a batch is what is left at most.
select granted, remaining from seal.take_permits('\x01', 5, 86400, 3);
select granted, remaining from seal.take_permits('\x01', 5, 86400, 3);
select granted, remaining from seal.take_permits('\x01', 5, 86400, 3);
select granted, remaining from seal.take_permits('\x02', 5, 86400, 3);
select granted, remaining from seal.take_permits('\x01', 2, 86400, 3);

-- Out of range, each at both ends.
select granted from seal.take_permits('\x01', 0, 86400, 1);
select granted from seal.take_permits('\x01', 1, 86400, 1);
select granted from seal.take_permits('\x02', 1000000, 86400, 1000000);
select granted from seal.take_permits('\x03', 1000001, 86400, 1);
select granted from seal.take_permits('\x04', 5, 0, 1);
select granted from seal.take_permits('\x04', 5, 86401, 1);
select granted from seal.take_permits('\x04', 5, 86400, 0);
select granted from seal.take_permits('\x04', 5, 86400, 1000001);

select granted from seal.take_permits(null, 5, 86400, 1);

-- A new window removes old ones, twenty of them; one that is there removes none.
select m.row('seal_private.permits', jsonb_build_object('bucket', 'old ' || n, 'window_start', '2020-01-01', 'window_end', '2020-01-02', 'used', 1)) from generate_series(1, 25) n;
select granted from seal.take_permits('\x05', 5, 86400, 1);

select granted from seal.take_permits('\x05', 5, 86400, 1);
select m.row('seal_private.permits', jsonb_build_object('bucket', 'old ' || n, 'window_start', '2020-01-01', 'window_end', '2020-01-02', 'used', 1)) from generate_series(1, 25) n;
select granted from seal.take_permits('\x05', 5, 86400, 1);

-- Another window of the bucket.
select m.row('seal_private.permits', jsonb_build_object('bucket', 'sb_api ' || encode(sha256('\x06'), 'hex'), 'window_start', '2020-01-01', 'window_end', now() + interval '1 day', 'used', 4));
select granted, remaining from seal.take_permits('\x06', 5, 86400, 3);
select granted, remaining from seal.take_permits('\x06', 5, 86400, 3);

-- as: sb_auth
select granted, remaining from seal_auth.take_permits('\x01', 5, 86400, 3);
select granted, remaining from seal_auth.take_permits('\x01', 5, 86400, 3);

select seal_auth.record_refusal('credential.refused', '192.0.2.1', 1), seal_auth.record_refusal('sign_in.refused', null, 2);

select seal_auth.record_refusal('member.invited', '192.0.2.1', 1);

select seal_auth.record_refusal(null, '192.0.2.1', 1);

select seal_auth.record_refusal('credential.refused', '192.0.2.1', 0);

select seal_auth.record_refusal('credential.refused', '192.0.2.1', null);

-- as: owner
-- Windows that are over, the oldest first; those that run stay.
select m.row('seal_private.permits', jsonb_build_object('bucket', 'w' || n, 'window_start', now() - interval '1 day', 'window_end', now() + n * interval '1 hour', 'used', 1)) from unnest('{-3,-2,-1,1}'::int[]) n;
select m.row('seal_private.permits', jsonb_build_object('bucket', 'w-3', 'window_start', now() - interval '1 hour', 'window_end', now() + interval '1 hour', 'used', 1));
select seal_private.purge_permits(2);
select seal_private.purge_permits(100);
