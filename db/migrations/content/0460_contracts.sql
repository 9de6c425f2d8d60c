-- migrate:up

-- What was agreed. Made from an accepted proposal, or by hand.
create table public.contracts (
    org_id       uuid not null,
    id           uuid not null default seal.new_id(),
    client_name  text not null,
    title        text not null,
    scope        text not null default '',
    terms        jsonb not null default '[]',
    client_id    uuid,
    proposal_id  uuid,
    status       text not null default 'draft',
    effective_on date,
    ends_on      date,
    signed_at    timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint contracts_pkey primary key (org_id, id),
    constraint contracts_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint contracts_client_fkey foreign key (org_id, client_id)
        references public.clients (org_id, id) on delete no action,
    constraint contracts_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete no action,
    constraint contracts_client_name_given check (btrim(client_name) <> '' and length(client_name) <= 200),
    constraint contracts_title_given check (btrim(title) <> '' and length(title) <= 300),
    constraint contracts_terms_are_a_list check (jsonb_typeof(terms) = 'array'),
    constraint contracts_status_known check (status in (
        'draft',        -- being written
        'sent',         -- the client has it
        'signed',       -- both have signed; it stays as it is
        'active',       -- in force
        'ended',        -- over, or given notice of
        'void')),       -- withdrawn before it was signed
    constraint contracts_end_after_they_begin check (ends_on >= effective_on)
);
comment on table public.contracts is 'Contracts with clients.';
comment on column public.contracts.client_name is
    'The client''s name in the contract, also if the client is renamed later.';
comment on column public.contracts.terms is 'The legal sections, in order: heading and body.';
comment on column public.contracts.signed_at is 'Kept by a trigger.';
create index contracts_client_idx on public.contracts (org_id, client_id);
create index contracts_proposal_idx on public.contracts (org_id, proposal_id);
create index contracts_status_idx on public.contracts (org_id, status, updated_at desc);

select seal_private.protect('public.contracts', p_floor => 'guest', p_fixed => '{signed_at}',
    p_most => '{"scope": 1000000, "terms": 4000000}');

create trigger begins_as_a_draft after insert on public.contracts for each row when (new.status <> 'draft')
    execute function seal_private.refuse('contracts_begin_as_drafts', 'a contract begins as a draft');
create trigger status_moves before update on public.contracts for each row when (old.status <> new.status)
    execute function seal_private.move_along('contracts_status_moves_along',
        'draft: sent void', 'sent: draft signed void', 'signed: active ended', 'active: ended');
-- A link shows what was sent; so that changes only by going back to a draft, which no link shows.
create trigger sent_stays before update on public.contracts for each row
    when (old.status <> 'draft'
          and (old.client_name, old.title, old.scope, old.terms, old.client_id, old.proposal_id, old.effective_on,
               old.ends_on)
              is distinct from
              (new.client_name, new.title, new.scope, new.terms, new.client_id, new.proposal_id, new.effective_on,
               new.ends_on))
    execute function seal_private.refuse(
        'contracts_sent_stay', 'only a draft is edited: a sent contract can be taken back, a signed one cannot');

create function seal_private.date_contract() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.signed_at := now();
    return new;
end $$;
select seal_private.admit('seal_private.date_contract()', 'sb_seal', '{}', 'a trigger: when a contract was signed');
create trigger status_dates before update on public.contracts
    for each row when (old.status <> new.status and new.status = 'signed')
    execute function seal_private.date_contract();

-- migrate:down
