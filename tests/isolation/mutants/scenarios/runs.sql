-- as: sb_api
-- A run that waits is cancelled: one of several of its proposal, beside another organization's of the same ids.
select m.row('public.proposals', '{"org_id": "@a", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "brain_status": "needs_input"}'),
    m.row('public.proposals', '{"org_id": "@a", "id": "@q", "client_id": "@c", "title": "Q", "currency": "EUR", "brain_status": "needs_input"}'),
    m.row('public.proposals', '{"org_id": "@b", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "brain_status": "needs_input"}');
select m.row('public.agent_runs', '{"org_id": "@a", "id": "@run", "proposal_id": "@p", "status": "needs_input", "waits_for": ["start"]}'),
    m.row('public.agent_runs', '{"org_id": "@a", "id": "@other", "proposal_id": "@q", "status": "needs_input", "waits_for": ["start"]}'),
    m.row('public.agent_runs', '{"org_id": "@b", "id": "@run", "proposal_id": "@p", "status": "needs_input", "waits_for": ["start"]}');
select m.open('member');
select intelligence.cancel_run(m.id('run'));
select intelligence.cancel_run(m.id('run'));

select m.row('public.proposals', '{"org_id": "@a", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "brain_status": "done"}');
select m.row('public.agent_runs', '{"org_id": "@a", "id": "@run", "proposal_id": "@p", "status": "needs_input", "waits_for": ["start"]}');
select m.open('member');
select intelligence.cancel_run(m.id('run'));

select m.row('public.proposals', '{"org_id": "@a", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "brain_status": "running"}');
select m.row('public.agent_runs', '{"org_id": "@a", "id": "@run", "proposal_id": "@p", "status": "running"}');
select m.open('member');
select intelligence.cancel_run(m.id('run'));

select m.row('public.agent_runs', '{"org_id": "@a", "id": "@run", "proposal_id": "@p", "status": "needs_input", "waits_for": ["start"]}');
select m.open('viewer');
select intelligence.cancel_run(m.id('run'));

select m.row('public.agent_runs', '{"org_id": "@b", "id": "@run", "proposal_id": "@p", "status": "needs_input", "waits_for": ["start"]}');
select m.open('member');
select intelligence.cancel_run(m.id('run'));

select intelligence.cancel_run(m.id('run'));

-- A job that is cancelled takes its own run along, and the state of the proposal that it names.
select m.row('public.proposals', '{"org_id": "@a", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "brain_status": "running"}'),
    m.row('public.proposals', '{"org_id": "@a", "id": "@q", "client_id": "@c", "title": "Q", "currency": "EUR", "brain_status": "queued"}'),
    m.row('public.proposals', '{"org_id": "@b", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "brain_status": "running"}');
select m.row('public.agent_runs', '{"org_id": "@a", "id": "@run", "proposal_id": "@p", "job_id": "@r", "status": "running", "error": {"reason": "before"}}'),
    m.row('public.agent_runs', '{"org_id": "@a", "id": "@other", "proposal_id": "@q", "job_id": "@s", "status": "running"}'),
    m.row('public.agent_runs', '{"org_id": "@b", "id": "@run", "proposal_id": "@p", "job_id": "@r", "status": "running"}');
select m.job('r', jsonb_build_object('job_type', 'proposal.draft', 'payload', jsonb_build_object('proposal_id', m.id('p'))));
select m.open('member');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

-- What is over already stays as it ended, and a queued run ends too.
select m.row('public.proposals', '{"org_id": "@a", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "brain_status": "done"}');
select m.row('public.agent_runs', '{"org_id": "@a", "id": "@run", "proposal_id": "@p", "job_id": "@r", "status": "done"}');
select m.job('r', jsonb_build_object('job_type', 'proposal.draft', 'payload', jsonb_build_object('proposal_id', m.id('p'))));
select m.open('member');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

select m.row('public.proposals', '{"org_id": "@a", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "brain_status": "queued"}');
select m.row('public.agent_runs', '{"org_id": "@a", "id": "@run", "proposal_id": "@p", "job_id": "@r", "status": "queued"}');
select m.job('r', jsonb_build_object('job_type', 'proposal.draft', 'payload', jsonb_build_object('proposal_id', m.id('p'))));
select m.open('member');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

-- A payload that names no proposal.
select m.row('public.agent_runs', '{"org_id": "@a", "id": "@run", "proposal_id": "@p", "job_id": "@r", "status": "running"}');
select m.job('r', '{"job_type": "proposal.draft", "payload": {"proposal_id": "none"}}');
select m.open('member');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

-- as: sb_dispatch
-- A job that is dead has failed, and says why.
select m.row('public.proposals', '{"org_id": "@a", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "brain_status": "running"}');
select m.row('public.agent_runs', '{"org_id": "@a", "id": "@run", "proposal_id": "@p", "job_id": "@r", "status": "running", "error": {"reason": "before"}}');
select m.worker('w'), m.job('r', jsonb_build_object('job_type', 'proposal.draft', 'status', 'running', 'payload', jsonb_build_object('proposal_id', m.id('p'))));
select queue.fail(m.id('a'), m.id('r'), m.id('lease r'), '{"reason": "away"}', null);
