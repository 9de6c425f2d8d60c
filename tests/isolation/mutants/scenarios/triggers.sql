-- as: sb_api
-- A worker is woken if one waits and lives.
select m.clear();
select m.worker('w', '{"is_idle": true}');
select m.open('member');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

select m.clear();
select m.worker('w', '{"is_idle": false}');
select m.open('member');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

select m.clear();
select m.worker('w', '{"is_idle": true, "beat_at": "~-1 day"}');
select m.open('member');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

-- Totals of proposals: of drafts, of accepted and void ones, of selected items only, of their own.
select m.row('public.proposals', '{"org_id": "@b", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "status": "accepted",
    "owner_id": null}'),
       m.row('public.proposals', '{"org_id": "@a", "id": "@q", "client_id": "@c", "title": "Q", "currency": "EUR", "status": "void",
           "owner_id": null}'),
       m.row('public.proposals', '{"org_id": "@a", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "owner_id": null}');
select m.row('public.proposal_line_items', jsonb_build_object('org_id', '@' || o, 'proposal_id', '@' || p, 'position', n, 'label', 'L',
    'quantity', 1,
    'unit_price_minor', 10 ^ n, 'is_selected', n <> 1, 'is_optional', true, 'id', '@' || o || p || n))
        from unnest('{a,a,b}'::text[], '{p,q,p}'::text[]) u (o, p), generate_series(1, 3) n;
select m.open('member');
update public.proposal_line_items set unit_price_minor = 50 where org_id = m.id('a') and id = m.id('ap2');
delete from public.proposal_line_items where org_id = m.id('a') and id = m.id('ap3');
update public.proposal_line_items set unit_price_minor = 50 where org_id = m.id('a') and id = m.id('aq2');
insert into public.proposal_line_items (org_id, proposal_id, position, label, quantity, unit_price_minor) values (m.id('a'),
    m.id('p'), 9, 'L', 1, 7);

select m.open('admin');
delete from public.api_keys where org_id = m.id('a') and id = m.id('key');

select m.open('member');
delete from public.share_links where org_id = m.id('a') and id = m.id('link');

-- Who asks for a job: a person, a guest of nobody, a key; a job that goes back to a key, beside one of the same id elsewhere; a job of nobody's.
select m.mint('session', 'admin', 'a', 3, 'session admin', '1 hour');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

select m.mint('key', 'admin', 'a', 3, 'key', '1 hour');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

select m.job('r', '{"org_id": "@b", "requested_key": "@b key"}'), m.job('r', '{"requested_key": "@key"}'),
    m.job('s', '{"requested_key": "@small key"}');
select m.mint('job', 'admin', 'a', 3, 'r', '1 hour');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

select m.job('r', '{"requested_key": "@key"}');
select m.mint('system', 'admin', 'a', 3, 'r', '1 hour');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

select m.job('r', '{"requested_key": "@key"}');
select m.mint('billing', null, 'a', 3, 'r', '1 hour');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');
