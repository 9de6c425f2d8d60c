-- migrate:up

-- What the newest reading of a brief understood: title, dates, sums, each with its place in the text and its certainty.
create table public.brief_facts (
    org_id       uuid not null,
    id           uuid not null default seal.new_id(),
    proposal_id  uuid not null,
    brief_sha256 bytea not null,
    key          text not null,
    kind         text not null,
    value        jsonb,
    quote        text not null,
    position     int not null,
    length       int not null,
    sure         boolean not null,
    reason       text not null default '',
    alternatives jsonb not null default '[]',
    inferred     text not null default '',
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint brief_facts_pkey primary key (org_id, id),
    constraint brief_facts_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete cascade,
    constraint brief_facts_key_key unique (org_id, proposal_id, brief_sha256, key),
    constraint brief_facts_brief_sha256_is_one check (octet_length(brief_sha256) = 32),
    constraint brief_facts_key_given check (btrim(key) <> '' and length(key) <= 100),
    constraint brief_facts_kind_known check (kind in (
        'title', 'reference', 'issuer', 'contact',      -- what and who
        'issued', 'deadline', 'questions_until', 'event', 'start', 'end', 'duration', 'extension', 'validity',  -- when
        'budget', 'currency',                           -- how much
        'limit', 'language', 'submission', 'criterion')),  -- how the answer is to be, and how it is judged
    constraint brief_facts_value_is_object check (jsonb_typeof(value) = 'object'),
    constraint brief_facts_alternatives_are_a_list check (jsonb_typeof(alternatives) = 'array'),
    constraint brief_facts_place_in_brief check (position >= 0 and length >= 0),
    constraint brief_facts_unsure_with_reason check (sure or reason <> '')
);
comment on table public.brief_facts is 'Facts of a brief, as its newest reading found them.';
comment on column public.brief_facts.brief_sha256 is 'Of the brief in UTF-8: another text has facts of its own.';
comment on column public.brief_facts.key is 'The name within the brief: deadline, event.2.';
comment on column public.brief_facts.value is
    'Normalized, with its type; null: the text speaks of it and leaves it open.';
comment on column public.brief_facts.position is
    'The first character of the quote in proposals.brief, from 0; length: its number of characters.';
comment on column public.brief_facts.reason is 'The reason why it is not sure; empty where it is.';
comment on column public.brief_facts.alternatives is 'Other values that the text allows, each with its quote.';
comment on column public.brief_facts.inferred is
    'The conclusion behind a part of the value that no word states; empty for none.';

-- The worker writes it when it has read the brief. What a person says instead is an answer: proposal_questions.
select seal_private.protect('public.brief_facts', p_change => null, p_remove => 'member', p_kind => 'job',
    p_most => '{"quote": 80000, "value": 100000, "alternatives": 1000000}');

-- migrate:down
