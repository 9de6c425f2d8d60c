-- name: add
-- A new draft.
insert into public.proposals (org_id, client_id, title, brief, content, currency, brain_status)
values (%(org_id)s, %(client_id)s, %(title)s, %(brief)s, %(content)s, %(currency)s, %(brain_status)s)
returning id

-- name: get
-- One proposal, with its client's name.
select p.id, p.client_id, c.name as client_name, p.title, p.status, p.brain_status, p.deal_outcome, p.outcome_reason, p.brief,
       p.content, p.currency, p.total_minor, p.valid_until, p.sent_at, p.decided_at, p.lock_version, p.updated_at
  from public.proposals p
  join public.clients c on c.org_id = p.org_id and c.id = p.client_id
 where p.org_id = %(org_id)s and p.id = %(id)s

-- name: write
-- What was written into a draft. Nothing, when somebody else wrote since lock_version was read.
update public.proposals
   set title = %(title)s, content = %(content)s, brain_status = %(brain_status)s, currency = coalesce(%(currency)s, currency)
 where org_id = %(org_id)s and id = %(id)s and lock_version = %(lock_version)s

-- name: set_brief
-- Another brief; the number of the change. Nothing, when somebody else wrote since lock_version was read.
update public.proposals
   set brief = %(brief)s
 where org_id = %(org_id)s and id = %(id)s and lock_version = %(lock_version)s
returning lock_version

-- name: set_brain_status
-- What the brain is doing with it.
update public.proposals
   set brain_status = %(brain_status)s
 where org_id = %(org_id)s and id = %(id)s

-- name: move
-- Along its states.
update public.proposals
   set status = %(status)s
 where org_id = %(org_id)s and id = %(id)s

-- name: decide
-- How the deal ended, and why.
update public.proposals
   set deal_outcome = %(deal_outcome)s, outcome_reason = %(outcome_reason)s
 where org_id = %(org_id)s and id = %(id)s

-- name: latest
-- Proposals with their clients' names, the newest change first.
select p.id, c.name as client_name, p.title, p.status, p.brain_status, p.currency, p.total_minor, p.updated_at
  from public.proposals p
  join public.clients c on c.org_id = p.org_id and c.id = p.client_id
 where p.org_id = %(org_id)s
 order by p.updated_at desc, p.id
 limit %(limit)s

-- name: beginning_with
-- Proposals whose ids begin with these digits, three at most.
select p.id, c.name as client_name, p.title, p.status, p.brain_status, p.currency, p.total_minor, p.updated_at
  from public.proposals p
  join public.clients c on c.org_id = p.org_id and c.id = p.client_id
 where p.org_id = %(org_id)s and starts_with(replace(p.id::text, '-', ''), %(digits)s)
 order by p.id
 limit 3
