-- migrate:up

-- What the agency has learnt about a client: what they like, what went well, what was paid for.
create table public.client_intelligence (
    org_id          uuid not null,
    id              uuid not null default seal.new_id(),
    client_name     text not null,
    client_id       uuid,
    psychographics  jsonb not null default '{}',
    deal_history    jsonb[] not null default '{}',
    embedding       vector(1536),
    embedding_bits  bit(1536) generated always as (binary_quantize(embedding)::bit(1536)) stored,
    embedding_model text,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    constraint client_intelligence_pkey primary key (org_id, id),
    constraint client_intelligence_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint client_intelligence_client_fkey foreign key (org_id, client_id)
        references public.clients (org_id, id) on delete cascade,
    constraint client_intelligence_client_name_key unique (org_id, client_name),
    constraint client_intelligence_client_name_given check (btrim(client_name) <> '' and length(client_name) <= 200),
    constraint client_intelligence_psychographics_is_object check (jsonb_typeof(psychographics) = 'object'),
    constraint client_intelligence_deals_are_a_list check (coalesce(array_ndims(deal_history), 1) = 1
                                                           and coalesce(array_lower(deal_history, 1), 1) = 1
                                                           and array_position(deal_history, null) is null),
    constraint client_intelligence_embedding_named check ((embedding is null) = (embedding_model is null))
);
comment on table public.client_intelligence is 'Knowledge about clients from past work, one row each.';
comment on column public.client_intelligence.psychographics is
    'preferred_tone, key_themes, risks_noted, pricing_strategy_used.';
comment on column public.client_intelligence.deal_history is
    'One object a deal, oldest first: proposal_id, title, date, positioning, key_themes, outcome. Appended to only.';
create index client_intelligence_client_idx on public.client_intelligence (org_id, client_id);

select seal_private.protect('public.client_intelligence', p_most => '{"deal_history": 4000000}');

-- History is added to: what is there stays at the front.
create trigger history_stays before update on public.client_intelligence for each row      -- noqa: PRS
    when (new.deal_history[:coalesce(cardinality(old.deal_history), 0)] is distinct from old.deal_history)
    execute function seal_private.refuse(
        'client_intelligence_history_stays', 'deal_history is appended to, never rewritten');

-- migrate:down
