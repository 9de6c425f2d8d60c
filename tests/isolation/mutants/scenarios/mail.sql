-- as: owner
-- The key of mails: made when there is none, the newest that is good first.
select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select length(seal_private.new_mail_secret('x'));
select length(seal_private.new_mail_secret('x'));
select cardinality(seal_private.mail_secrets('x'));

select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select cardinality(seal_private.mail_secrets('x'));

select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad, expires_at)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex'), now() - interval '1 hour'),
           ('mail', 2, decode(repeat('02', 64), 'hex'), decode(repeat('12', 64), 'hex'), now() + interval '1 hour'),
           ('mail', 3, decode(repeat('03', 64), 'hex'), decode(repeat('13', 64), 'hex'), null),
           ('other', 4, decode(repeat('04', 64), 'hex'), decode(repeat('14', 64), 'hex'), null)$$);
select seal_private.mail_secrets('x');
select seal_private.new_mail_secret('x');

select seal_private.mail_secrets(null);
select seal_private.new_mail_secret(null);

-- Removing, with the jobs: what is old, but not what waits.
select m.row('public.deliveries', '{"org_id": "@a", "id": "@old", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "sent", "sent_at": "~-40 days", "job_id": "@j1", "created_at": "~-40 days"}'),
    m.row('public.deliveries', '{"org_id": "@a", "id": "@older", "template": "recover", "locale": "en", "status": "void", "job_id": "@j2",
    "created_at": "~-50 days"}'),
    m.row('public.deliveries', '{"org_id": "@b", "id": "@new", "template": "recover", "locale": "en", "status": "void", "job_id": "@j3",
    "created_at": "~-20 days"}'),
    m.row('public.deliveries', '{"org_id": "@b", "id": "@waits", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@j4", "created_at": "~-50 days"}');
select seal_private.purge_deliveries('30 days', 1);
select seal_private.purge_deliveries('30 days', 10);

-- A job that ends without a transaction of its own ends its mail, and no other.
select m.clear();
select m.worker('w'), m.job('r', '{"job_type": "system.mail", "status": "running", "requested_rank": 1}');
select m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@r"}'),
    m.row('public.deliveries', '{"org_id": "@b", "id": "@twin", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@r"}'),
    m.row('public.deliveries', '{"org_id": "@a", "id": "@other", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@s"}');
select queue.fail(m.id('a'), m.id('r'), m.id('lease r'), '{"reason": "no"}', null);

select m.clear();
select m.worker('w'), m.job('r', '{"job_type": "system.mail", "status": "running", "requested_rank": 1}');
select m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "sent", "sent_at": "~0", "job_id": "@r"}');
select queue.cancelled(m.id('a'), m.id('r'), m.id('lease r'));

-- as: sb_api
-- The mail of an invitation: an open one of the organization, to a rank that one has, again with the same secret.
select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex'))$$);
select m.invitation('i1');
select m.invitation('i1', '{"org_id": "@b", "email": "twin@m.example"}', '{"org_id": "@b", "stored": "##twin i1"}');
select m.open('admin');
select core.mail_invitation(m.id('i1'));
select core.mail_invitation(m.id('i1'));

select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex'))$$);
select m.invitation('i1', '{"org_id": "@b"}', '{"org_id": "@b"}'), m.invitation('i2', '{"accepted_at": "~-1 hour"}'),
    m.invitation('i3', '{"expires_at": "~-1 hour", "email": "late@m.example"}'),
    m.invitation('i4', '{"role": "owner", "email": "boss@m.example"}');
select m.open('admin');
select core.mail_invitation(m.id('i1'));
select core.mail_invitation(m.id('i2'));
select core.mail_invitation(m.id('i3'));
select core.mail_invitation(m.id('i4'));

-- Two hundred a day, of this organization and of this kind alone.
select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex'))$$);
select m.invitation('i1');
select m.behind($$insert into public.deliveries (org_id, template, recipient, locale, job_id)
    select m.id('a'), 'invitation', 'a@m.example', 'en', gen_random_uuid() from generate_series(1, 199)$$);
select m.open('admin');
select core.mail_invitation(m.id('i1'));
select core.mail_invitation(m.id('i1'));

select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex'))$$);
select m.invitation('i1');
select m.behind($$insert into public.deliveries (org_id, template, recipient, locale, job_id, created_at)
    select m.id(o.org), o.template, 'a@m.example', 'en', gen_random_uuid(), o.at
      from (values ('a', 'invitation', now() - interval '25 hours'), ('a', 'recover', now()),
                   ('b', 'invitation', now())) o (org, template, at), generate_series(1, 200)$$);
select m.open('admin');
select core.mail_invitation(m.id('i1'));

select m.invitation('i1');
select m.open('member');
select core.mail_invitation(m.id('i1'));

select core.mail_invitation(m.id('i1'));

-- as: sb_worker
-- The job of a mail reads it, is given its secret, and records how it went; once.
select m.clear();
select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex')),
           ('mail', 2, decode(repeat('02', 64), 'hex'), decode(repeat('12', 64), 'hex'))$$);
select m.behind($$insert into seal_private.credentials (stored, kind, user_id, org_id, subject, expires_at)
    select sha256(sha256(convert_to(seal_private.invitation_token(m.id('a'),
        (seal_private.mail_secrets('invitation.' || m.id('a') || '.' || m.id('i1')))[2]), 'UTF8'))),
        'invitation', m.id('admin'), m.id('a'), m.id('i1'), now() + interval '1 day'$$);
select m.invitation('i1', '{"org_id": "@b", "expires_at": "~2 days"}', '{"org_id": "@b"}');
select m.invitation('i2', '{"expires_at": "~3 days"}');
select m.behind($$insert into public.invitations (org_id, id, email, role, expires_at)
    values (m.id('a'), m.id('i1'), 'guest@m.example', 'member', now() + interval '1 day')$$);
select m.worker('w'), m.job('r', '{"job_type": "system.mail", "status": "running", "requested_rank": 1}');
select m.row('public.deliveries', '{"org_id": "@b", "id": "@twin", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@r"}'),
    m.row('public.deliveries', '{"org_id": "@b", "id": "@d", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@t"}'),
    m.row('public.deliveries', '{"org_id": "@a", "id": "@other", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@s"}'),
    m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "invitation", "recipient": "guest@m.example", "locale": "de",
    "status": "queued", "job_id": "@r", "resource_type": "invitations", "resource_id": "@i1"}');
select m.open_job('r');
select * from system.begin_delivery();
select * from system.begin_delivery();
select * from system.mail_secret();
select system.note_delivery(null, 'not now');
select system.note_delivery('<x@m.example>', null);
select * from system.begin_delivery();
select * from system.mail_secret();
select system.note_delivery('<x@m.example>', null);

-- Failed, and tried again; without a secret; void.
select m.clear();
select m.worker('w'), m.job('r', '{"job_type": "system.mail", "status": "running", "requested_rank": 1}');
select m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "signup_known", "recipient": "guest@m.example",
    "locale": "de", "status": "failed", "attempts": 32767, "error": "no", "job_id": "@r"}');
select m.open_job('r');
select * from system.mail_secret();
select * from system.begin_delivery();
select * from system.mail_secret();

select m.clear();
select m.worker('w'), m.job('r', '{"job_type": "system.mail", "status": "running", "requested_rank": 1}');
select m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "recover", "locale": "de", "status": "void",
    "job_id": "@r"}');
select m.open_job('r');
select * from system.begin_delivery();
select * from system.mail_secret();
select system.note_delivery('<x@m.example>', null);

-- Links of sign-in: good, used, expired, of another key.
select m.clear();
select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex'))$$);
select m.behind($$insert into auth.one_time_tokens (id, kind, email, stored, expires_at)
    values (m.id('t1'), 'signup', 'x@m.example', sha256((seal_private.mail_secrets('one-time.' || m.id('t1')))[1]),
            now() + interval '1 hour'),
           (m.id('t0'), 'signup', 'x@m.example', sha256((seal_private.mail_secrets('one-time.' || m.id('t0')))[1]),
            now() + interval '2 hours')$$);
select m.worker('w'), m.job('r', '{"job_type": "system.mail", "status": "running", "requested_rank": 1}');
select m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@r", "resource_type": "one_time_tokens", "resource_id": "@t1"}');
select m.open_job('r');
select * from system.mail_secret();

select m.clear();
select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex'))$$);
select m.behind($$insert into auth.one_time_tokens (id, kind, email, stored, expires_at, used_at)
    values (m.id('t2'), 'signup', 'x@m.example', sha256((seal_private.mail_secrets('one-time.' || m.id('t2')))[1]),
            now() + interval '1 hour', now())$$);
select m.worker('w'), m.job('r', '{"job_type": "system.mail", "status": "running", "requested_rank": 1}');
select m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@r", "resource_type": "one_time_tokens", "resource_id": "@t2"}');
select m.open_job('r');
select * from system.mail_secret();

select m.clear();
select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex'))$$);
select m.behind($$insert into auth.one_time_tokens (id, kind, email, stored, expires_at)
    values (m.id('t3'), 'signup', 'x@m.example', sha256((seal_private.mail_secrets('one-time.' || m.id('t3')))[1]),
            now() - interval '1 hour')$$);
select m.worker('w'), m.job('r', '{"job_type": "system.mail", "status": "running", "requested_rank": 1}');
select m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@r", "resource_type": "one_time_tokens", "resource_id": "@t3"}');
select m.open_job('r');
select * from system.mail_secret();

select m.clear();
select m.behind($$delete from seal_private.keys where purpose = 'mail'$$);
select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad)
    values ('mail', 1, decode(repeat('01', 64), 'hex'), decode(repeat('11', 64), 'hex'))$$);
select m.behind($$insert into auth.one_time_tokens (id, kind, email, stored, expires_at)
    values (m.id('t4'), 'signup', 'x@m.example', sha256('other'), now() + interval '1 hour')$$);
select m.worker('w'), m.job('r', '{"job_type": "system.mail", "status": "running", "requested_rank": 1}');
select m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@r", "resource_type": "one_time_tokens", "resource_id": "@t4"}');
select m.open_job('r');
select * from system.mail_secret();

-- Other contexts.
select m.clear();
select m.worker('w'), m.job('r', '{"status": "running"}');
select m.row('public.deliveries', '{"org_id": "@a", "id": "@d", "template": "recover", "recipient": "x@m.example", "locale": "en",
    "status": "queued", "job_id": "@r"}');
select m.open_job('r');
select * from system.begin_delivery();
select * from system.mail_secret();
select system.note_delivery('<x@m.example>', null);

select m.open('owner');
select * from system.begin_delivery();
select * from system.mail_secret();
select system.note_delivery('<x@m.example>', null);

select * from system.begin_delivery();
select * from system.mail_secret();
select system.note_delivery('<x@m.example>', null);
