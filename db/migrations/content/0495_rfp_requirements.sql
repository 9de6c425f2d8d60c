-- migrate:up

-- What a brief asks, one row each, and where the proposal answers it: the compliance matrix.
create table public.rfp_requirements (
    org_id       uuid not null,
    id           uuid not null default seal.new_id(),
    proposal_id  uuid not null,
    ref          text not null,
    text         text not null,
    kind         text not null default 'delivery',
    mandatory    boolean not null,
    position     int not null,
    length       int not null,
    section_id   text,
    answer_state text not null default 'open',
    owner_id     uuid,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint rfp_requirements_pkey primary key (org_id, id),
    constraint rfp_requirements_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete cascade,
    constraint rfp_requirements_ref_key unique (org_id, proposal_id, ref),
    constraint rfp_requirements_ref_given check (btrim(ref) <> '' and length(ref) <= 60),
    constraint rfp_requirements_text_given check (btrim(text) <> '' and length(text) <= 20000),
    constraint rfp_requirements_kind_known check (kind in (
        'submission',   -- how the answer is to be handed in
        'staffing',     -- who does the work
        'delivery',     -- the work itself
        'price',        -- what it costs, how it is billed
        'legal',        -- what is to be agreed to
        'experience',   -- what is to be shown
        'question',     -- what is to be answered
        'backlog',      -- a user story that only illustrates
        'form')),       -- a field to be filled in
    constraint rfp_requirements_place_in_brief check (position >= 0 and length > 0),
    constraint rfp_requirements_answer_state_known check (answer_state in (
        'open',         -- nothing answers it yet
        'suggested',    -- a passage may answer it; a person has to look
        'conflicting',  -- a passage is about it and says something else
        'confirmed',    -- a person said that it is answered
        'excluded'))    -- a person said that it does not apply
);
comment on table public.rfp_requirements is 'Requirements found in a brief, and their answers.';
comment on column public.rfp_requirements.ref is 'The brief''s own numbering where it has one.';
comment on column public.rfp_requirements.position is
    'Where it begins in proposals.brief, in characters from 0; length: how long it is.';
comment on column public.rfp_requirements.section_id is 'The section of the proposal that answers it.';

select seal_private.protect('public.rfp_requirements', p_remove => 'member', p_most => '{"text": 80000}');

-- migrate:down
