-- migrate:up

-- The core document: from a brief to a decision.
create table public.proposals (
    org_id         uuid not null,
    id             uuid not null default seal.new_id(),
    client_id      uuid not null,
    title          text not null,
    status         text not null default 'draft',
    brain_status   text not null default 'idle',
    deal_outcome   text not null default 'pending',
    outcome_reason text,
    brief          text not null default '',
    content        jsonb not null default '{}',
    template_id    uuid,
    currency       text not null,
    total_minor    bigint not null default 0,
    valid_until    date,
    owner_id       uuid default seal.user_id(),
    sent_at        timestamptz,
    decided_at     timestamptz,
    lock_version   int not null default 0,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint proposals_pkey primary key (org_id, id),
    constraint proposals_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint proposals_client_fkey foreign key (org_id, client_id)
        references public.clients (org_id, id) on delete no action,
    constraint proposals_template_fkey foreign key (org_id, template_id)
        references public.templates (org_id, id) on delete no action,
    constraint proposals_title_given check (btrim(title) <> '' and length(title) <= 300),
    constraint proposals_status_known check (status in (
        'draft',        -- being written
        'in_review',    -- a colleague reads it
        'approved',     -- ready to send
        'sent',         -- the client has it
        'viewed',       -- the client has opened it
        'accepted',     -- the client said yes; it stays as it is
        'declined',     -- the client said no
        'expired',      -- valid_until went by
        'void')),       -- withdrawn
    constraint proposals_brain_status_known check (brain_status in (
        'idle',         -- nobody asked the brain
        'queued',       -- asked; a worker will come
        'running',      -- a worker is at it
        'needs_input',  -- it has questions
        'failed',       -- it gave up, and says why in the run
        'done',         -- it has written
        'cancelled')),  -- a person stopped it
    constraint proposals_deal_outcome_known check (deal_outcome in ('pending', 'won', 'lost')),
    constraint proposals_reason_of_an_outcome check (outcome_reason is null or deal_outcome <> 'pending'),
    constraint proposals_content_is_object check (jsonb_typeof(content) = 'object'),
    constraint proposals_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
    constraint proposals_total_not_negative check (total_minor >= 0)
);
comment on table public.proposals is 'Proposals: brief, working text, state.';
comment on column public.proposals.brain_status is 'The state of the newest drafting run; agent_runs says more.';
comment on column public.proposals.brief is 'The client''s request, unchanged; citations point into it.';
comment on column public.proposals.content is
    'The working text, in sections. What a client saw stands in proposal_versions.';
comment on column public.proposals.total_minor is
    'Of the selected line items before tax, one billing period of each; kept by a trigger.';
comment on column public.proposals.owner_id is
    'The person who looks after it; a plain column, so that it outlives their membership.';
comment on column public.proposals.sent_at is
    'The time at which it was first sent; kept by a trigger, as decided_at is.';
comment on column public.proposals.lock_version is
    'Counts changes of what people edit: an update names the number that it has read.';
create index proposals_client_idx on public.proposals (org_id, client_id);
create index proposals_template_idx on public.proposals (org_id, template_id);
-- the list of an organization
create index proposals_status_idx on public.proposals (org_id, status, updated_at desc);

select seal_private.protect('public.proposals', p_fixed => '{total_minor, sent_at, decided_at, lock_version}',
    p_most => '{"brief": 4000000, "content": 8000000}');

-- The total is written by the trigger of proposal_line_items.
grant select (org_id, id, status), update (total_minor) on public.proposals to sb_gate;
create policy totals on public.proposals to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.proposals', 'totals',
           'A trigger writes the total of the proposal whose line item changed.');

-- Every proposal begins as a draft and moves along these lines. (After the insert, so that the checks speak first.)
create trigger begins_as_a_draft after insert on public.proposals for each row when (new.status <> 'draft')
    execute function seal_private.refuse('proposals_begin_as_drafts', 'a proposal begins as a draft');
create trigger status_moves before update on public.proposals for each row when (old.status <> new.status)
    execute function seal_private.move_along('proposals_status_moves_along',
        'draft: in_review approved sent void', 'in_review: draft approved void', 'approved: draft sent void',
        'sent: viewed accepted declined expired void', 'viewed: accepted declined expired void',
        'declined: draft void', 'expired: draft void');
create trigger accepted_stays before update on public.proposals for each row
    when (old.status in ('accepted', 'void')
          and (old.client_id, old.title, old.brief, old.content, old.currency, old.total_minor, old.valid_until)
              is distinct from (new.client_id, new.title, new.brief, new.content, new.currency, new.total_minor,
                                new.valid_until))
    execute function seal_private.refuse(
        'proposals_accepted_stay', 'an accepted or void proposal is not edited: make a new one');
create trigger change_counts
    before update of client_id, title, brief, content, template_id, currency, valid_until, status
    on public.proposals for each row execute function seal_private.count_change();

create function seal_private.date_proposal() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if new.status = 'sent' then
        new.sent_at := coalesce(old.sent_at, now());
        new.decided_at := null;
    elsif new.status in ('accepted', 'declined', 'expired') then
        new.decided_at := now();
    end if;
    return new;
end $$;
select seal_private.admit('seal_private.date_proposal()', 'sb_seal', '{}',
           'a trigger: when a proposal was sent and decided');
create trigger status_dates before update on public.proposals for each row when (old.status <> new.status)
    execute function seal_private.date_proposal();

-- migrate:down
