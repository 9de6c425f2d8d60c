-- as: sb_api
-- The month of an organization.
select m.row('public.usage_events', '{"org_id": "@a", "kind": "draft", "tokens": 100, "cost_micros": 10}'),
    m.row('public.usage_events', '{"org_id": "@a", "kind": "draft", "tokens": 20, "cost_micros": 2, "period": "2020-01-01"}'),
    m.row('public.usage_events', '{"org_id": "@b", "kind": "draft", "tokens": 3, "cost_micros": 1}');
select m.row('public.job_lanes', '{"org_id": "@b", "token_limit": 7}');
select m.open('member');
select system.month_use();

select m.row('public.job_lanes', '{"org_id": "@a", "token_limit": 9}');
select m.open('member');
select system.month_use();

select m.open('viewer');
select system.month_use();

select system.month_use();

-- The keys of an organization.
select m.open('member');
select intelligence.set_model_key('openai', 'sk-12345678');

select m.open('admin');
select intelligence.set_model_key('openai', 'sk-12345678');
select intelligence.set_model_key('openai', 'sk-87654321');
select intelligence.set_model_key('anthropic', 'sk-87654321');
select intelligence.remove_model_key('openai');
select intelligence.remove_model_key('openai');

select m.open('admin');
select intelligence.set_model_key('another', 'sk-12345678');

select m.open('admin');
select intelligence.set_model_key(null, 'sk-12345678');

select m.open('admin');
select intelligence.set_model_key('openai', 'two words');

select m.open('admin');
select intelligence.set_model_key('openai', 'short');

select m.open('admin');
select intelligence.set_model_key('openai', null);

select m.row('public.model_keys', '{"org_id": "@b", "vendor": "openai", "secret": "sk-of-another"}');
select m.open('admin');
select intelligence.remove_model_key('openai');

select m.row('public.model_keys', '{"org_id": "@a", "vendor": "anthropic", "secret": "sk-12345678"}');
select m.open('admin');
select intelligence.remove_model_key('openai');

select m.row('public.model_keys', '{"org_id": "@a", "vendor": "openai", "secret": "sk-12345678"}');
select m.open('member');
select intelligence.remove_model_key('openai');

select intelligence.remove_model_key('openai');

select intelligence.set_model_key('openai', 'sk-12345678');

-- as: sb_worker
-- What a job is given.
select m.row('public.model_keys', '{"org_id": "@a", "vendor": "openai", "secret": "sk-of-ours"}'),
    m.row('public.model_keys', '{"org_id": "@b", "vendor": "anthropic", "secret": "sk-of-another"}');
select m.worker('w'), m.job('r', '{"status": "running"}');
select m.open_job('r');
select intelligence.model_key('openai');
select intelligence.model_key('anthropic');

select m.row('public.model_keys', '{"org_id": "@b", "vendor": "openai", "secret": "sk-of-another"}');
select m.worker('w'), m.job('r', '{"status": "running"}');
select m.open_job('r');
select intelligence.model_key('openai');

select m.row('public.model_keys', '{"org_id": "@a", "vendor": "openai", "secret": "sk-of-ours"}');
select m.open('admin');
select intelligence.model_key('openai');

select m.row('public.model_keys', '{"org_id": "@a", "vendor": "openai", "secret": "sk-of-ours"}');
select intelligence.model_key('openai');
