-- as: sb_api
-- A new key, the same request again, another request, and what is kept once.
select m.open('member');
select is_new, is_same, status, location, body from system.claim_key('k', sha256('\x01'));
select is_new, is_same, status, location, body from system.claim_key('k', sha256('\x01'));
select system.keep_answer('k', 201, '/one', '\x02');
select system.keep_answer('k', 200, '/two', '\x03');
select is_new, is_same, status, location, body from system.claim_key('k', sha256('\x01'));
select is_new, is_same, status, location, body from system.claim_key('k', sha256('\x04'));

-- A colleague, an API key of the same person and another organization have keys of their own.
select m.row('public.idempotency_keys', jsonb_build_object('org_id', '@a', 'actor', a, 'key', 'k', 'request_sha256', '\x0101010101010101010101010101010101010101010101010101010101010101', 'status', null, 'location', null, 'body', null)) from unnest('{@owner,@key}'::text[]) a;
select m.open('member');
select is_new, is_same from system.claim_key('k', sha256('\x01'));
select system.keep_answer('k', 201, '/mine', '\x02');
select m.behind($$select org_id, actor, key, status from public.idempotency_keys order by 1, 2, 3$$);

select m.row('public.idempotency_keys', jsonb_build_object('org_id', '@b', 'actor', '@member', 'key', 'k', 'request_sha256', '\x0101010101010101010101010101010101010101010101010101010101010101'));
select m.open('member');
select system.keep_answer('k', 201, '/not mine', '\x02');
select is_new, is_same from system.claim_key('k', sha256('\x01'));

select m.open_key('key');
select is_new, is_same from system.claim_key('k', sha256('\x01'));
select system.keep_answer('k', 201, '/of the key', '\x02');
select system.keep_answer('other', 201, '/of the key', '\x02');

-- Other keys, and the same key elsewhere, are other requests.
select m.row('public.idempotency_keys', jsonb_build_object('org_id', o, 'actor', a, 'key', k, 'request_sha256', '\x0202020202020202020202020202020202020202020202020202020202020202', 'status', 204))
  from (select '@' || n, '@member', 'k' from generate_series(1, 9) n union all select '@a', '@' || n, 'k' from generate_series(1, 9) n
        union all select '@a', '@member', n from unnest('{a,z}'::text[]) n) v (o, a, k);
select m.open('member');
select is_new, is_same, status from system.claim_key('k', sha256('\x01'));
select is_new, is_same, status from system.claim_key('k', sha256('\x01'));

select m.open('member');
select is_new, is_same, status from system.claim_key('k', sha256('\x01'));
select system.keep_answer('other', 201, '/other', '\x02');
select is_new, is_same, status from system.claim_key('k', sha256('\x01'));

-- A key that is over is a new one: one's own alone, and no other of one's own.
select m.row('public.idempotency_keys', jsonb_build_object('org_id', o, 'actor', a, 'key', k, 'request_sha256', '\x0101010101010101010101010101010101010101010101010101010101010101', 'expires_at', now() - interval '1 hour'))
  from unnest('{@a,@b}'::text[]) o, unnest('{@member,@owner}'::text[]) a, unnest('{k,l}'::text[]) k;
select m.open('member');
select is_new, is_same from system.claim_key('k', sha256('\x01'));

select m.row('public.idempotency_keys', jsonb_build_object('org_id', '@a', 'actor', '@member', 'key', 'k', 'request_sha256', '\x0101010101010101010101010101010101010101010101010101010101010101', 'expires_at', now() + interval '1 hour'));
select m.open('member');
select is_new, is_same from system.claim_key('k', sha256('\x01'));

-- Nobody, a guest and a person between organizations have none.
select system.claim_key('k', sha256('\x01'));

select m.open_link('link');
select system.claim_key('k', sha256('\x01'));

select m.open_person('member');
select system.claim_key('k', sha256('\x01'));

select m.open_person('member');
select system.keep_answer('k', 201, '/none', '\x02');

select m.mint('job', null, 'a', 4, 's', '1 hour');
select system.claim_key('k', sha256('\x01'));

-- What a key is for.
select m.behind($$update public.api_keys set scopes = '{clients:read}'$$);
select m.open_key('key');
select seal.scopes();

select m.behind($$insert into public.api_keys (org_id, id, name, prefix, scopes, expires_at) select m.id('b'), m.id('key'), 'same id', 'sb_', '{services:read}', now() + interval '1 day'$$);
select m.open_key('key');
select seal.scopes();

select m.open('admin');
select seal.scopes();

select seal.scopes();

-- as: owner
-- What is over is removed, at most so many.
select m.row('public.idempotency_keys', jsonb_build_object('org_id', o, 'actor', '@member', 'key', k, 'request_sha256', '\x0101010101010101010101010101010101010101010101010101010101010101', 'expires_at', now() + case k when 'new' then interval '1 hour' else interval '-1 hour' end))
  from unnest('{@a,@b}'::text[]) o, unnest('{new,old,older}'::text[]) k;
select m.row('public.idempotency_keys', jsonb_build_object('org_id', '@a', 'actor', '@owner', 'key', 'old', 'request_sha256', '\x0101010101010101010101010101010101010101010101010101010101010101', 'expires_at', now() + interval '1 hour'));
select seal_private.purge_idempotency_keys(3);
select seal_private.purge_idempotency_keys(100);
