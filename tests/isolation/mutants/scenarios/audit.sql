-- as: sb_api
-- The audit log.
select m.open('viewer');
select system.record_event('file.read', 'files', 'x');
select system.record_event('proposal.exported', 'proposals', 'x');

select m.open('member');
select system.record_event('proposal.exported', 'proposals', 'x');
select system.record_event('member.left', 'proposals', 'x');
select system.record_event('link.viewed', 'share_links', 'x');

select m.open_link('link');
select system.record_event('link.viewed', 'share_links', m.id('link')::text);
select system.record_event('link.viewed', 'share_links', m.id('other')::text);
select system.record_event('link.viewed', 'proposals', m.id('link')::text);
select system.record_event('file.read', 'share_links', m.id('link')::text);

select m.mint('link', null, 'a', 4, 'link', '1 hour');
select system.record_event('file.read', 'share_links', m.id('link')::text);

select m.open_person('viewer');
select system.record_event('file.read', 'files', 'x');

select m.mint('session', 'viewer', null, 4, 'link', '1 hour');
select system.record_event('file.read', 'files', 'x');

select system.record_event('file.read', 'files', 'x');

select m.event('e1'), m.event('e2', '{"created_at": "~-1 hour"}'), m.event('e3', '{"ip": null}'),
    m.event('e4', '{"ip": null, "user_agent": "x"}');
select m.event('e5', '{"org_id": "@b"}');
select m.open('owner');
select system.erase_addresses(m.id('a'), now() - interval '1 day');
select system.erase_addresses(m.id('a'), now() - interval '10 days');

select m.event('e1');
select m.open('admin');
select system.erase_addresses(m.id('a'), now());

select m.event('e1', '{"org_id": "@b"}');
select m.open('owner');
select system.erase_addresses(m.id('b'), now());

select m.event('e1');
select m.open('owner');
select system.erase_addresses(m.id('a'), null);

select m.event('e1');
select m.open('operator', 'platform');
select system.erase_addresses(m.id('a'), now());
select system.erase_addresses(m.id('nowhere'), now());

select m.row('public.audit_heads', '{"org_id": "@b"}');
select m.open('operator', 'platform');
select system.erase_addresses(m.id('nowhere'), now());

-- as: owner
select m.event('e1'), m.event('e2', '{"created_at": "~-1 hour"}'), m.event('e3', '{"org_id": "@b", "created_at": "~-10 days"}');
select system.chain_audit_log(1);
select system.chain_audit_log(3);
select system.chain_audit_log(1000);
select system.chain_audit_log(1000);

select m.behind('delete from public.audit_log');
select m.event('e1'), m.event('e2', '{"created_at": "~-1 hour"}'), m.event('e3', '{"org_id": "@b", "created_at": "~-10 days"}');
select system.chain_audit_log(1);
select system.chain_audit_log(1000);

-- An organization whose events all have their place takes nothing from the share of another.
select m.behind('delete from public.audit_log');
select m.event('e0', '{"org_id": "@1"}');
select system.chain_audit_log(1000);
select m.event('e1'), m.event('e2'), m.event('e3');
select system.chain_audit_log(2);

-- An event that cannot be chained; an organization that is gone, which has no head.
select m.behind('delete from public.audit_log');
select m.event('e1', '{"org_id": "@gone"}'), m.event('e2');
select system.chain_audit_log(1000);

select m.behind('delete from public.audit_log');
select m.event('e1'), m.event('e2', '{"created_at": "~-1 day"}'), m.event('e3', '{"org_id": "@b"}');
select m.behind($b$create function m.fail() returns trigger language plpgsql as $a$ begin raise exception 'no' using errcode = 'P0001'; end
    $a$$b$);
select m.behind($b$create trigger fail before update on public.audit_log for each row when (old.id = m.id('e1')) execute function
    m.fail()$b$);
select system.chain_audit_log(1000);

select m.behind('delete from public.audit_log');
select m.event('e1'), m.event('e2', '{"created_at": "~-1 day"}'), m.event('e3', '{"org_id": "@b"}');
select m.behind($b$create function m.fail() returns trigger language plpgsql as $a$ begin raise exception 'no' using errcode = '40001'; end
    $a$$b$);
select m.behind($b$create trigger fail before update on public.audit_log for each row when (old.id = m.id('e1')) execute function
    m.fail()$b$);
select system.chain_audit_log(1000);
