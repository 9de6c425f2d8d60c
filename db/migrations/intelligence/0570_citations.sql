-- migrate:up

-- The evidence beside each claim: a quote, word for word, and where it stands.
create table public.citations (
    org_id         uuid not null,
    id             uuid not null default seal.new_id(),
    proposal_id    uuid not null,
    version        int,
    section_id     text not null,
    number         int not null,
    source_kind    text not null,
    quote          text not null,
    source_title   text not null,
    heading        text not null default '',
    org_brain_id   uuid,
    service_id     uuid,
    requirement_id uuid,
    prospect_name  text,
    position       int,
    score          real,
    verdict        text not null,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint citations_pkey primary key (org_id, id),
    constraint citations_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete cascade,
    constraint citations_requirement_fkey foreign key (org_id, requirement_id)
        references public.rfp_requirements (org_id, id) on delete cascade,
    constraint citations_number_counted check (number > 0),
    constraint citations_section_given check (section_id <> '' and length(section_id) <= 100),
    constraint citations_quote_given check (btrim(quote) <> '' and length(quote) <= 20000),
    constraint citations_source_kind_known check (source_kind in ('brief', 'knowledge', 'service', 'prospect')),
    constraint citations_source_named check (case source_kind when 'brief' then position is not null
                                                              when 'knowledge' then org_brain_id is not null
                                                              when 'service' then service_id is not null
                                                              else prospect_name is not null end),
    constraint citations_score_in_range check (score between -1 and 2),
    constraint citations_verdict_known check (verdict in (
        'supported',     -- the quote says it
        'weak',          -- the quote is near it; a person should look
        'unsupported'))  -- nothing says it
);
comment on table public.citations is 'The source of each sentence of a proposal.';
comment on column public.citations.version is 'The version it belongs to; null: the working text.';
comment on column public.citations.number is 'The note''s number in the text.';
comment on column public.citations.source_title is
    'The title of the source at that time: quote, title and heading outlive a passage that is replaced.';
comment on column public.citations.org_brain_id is 'The passage, a plain column for the same reason, as service_id is.';
comment on column public.citations.position is
    'Of a quote from the brief: where it begins in proposals.brief, in characters from 0.';
create index citations_proposal_idx on public.citations (org_id, proposal_id, number);
create index citations_requirement_idx on public.citations (org_id, requirement_id);

select seal_private.protect('public.citations', p_remove => 'member', p_most => '{"quote": 80000}');

-- migrate:down
