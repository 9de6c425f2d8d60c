-- migrate:up

-- The price table. A price comes from a service or from a person, never from a model.
create table public.proposal_line_items (
    org_id           uuid not null,
    id               uuid not null default seal.new_id(),
    proposal_id      uuid not null,
    service_id       uuid,
    label            text not null,
    description      text not null default '',
    option_group     text,
    is_optional      boolean not null default false,
    is_selected      boolean not null default true,
    quantity         numeric(12, 2) not null default 1,
    unit             text not null default 'project',
    unit_price_minor bigint not null,
    discount         numeric(5, 4) not null default 0,
    tax_rate         numeric(6, 4) not null default 0,
    billing_period   text not null default 'once',
    net_minor        bigint not null generated always as
        (round(quantity * unit_price_minor * (1 - discount))::bigint) stored,
    position         int not null,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    constraint proposal_line_items_pkey primary key (org_id, id),
    constraint proposal_line_items_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint proposal_line_items_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete cascade,
    constraint proposal_line_items_service_fkey foreign key (org_id, service_id)
        references public.services (org_id, id) on delete no action,
    constraint proposal_line_items_position_key unique (org_id, proposal_id, position) deferrable,
    constraint proposal_line_items_label_given check (btrim(label) <> '' and length(label) <= 200),
    constraint proposal_line_items_selected_unless_optional check (is_selected or is_optional),
    constraint proposal_line_items_quantity_in_range check (quantity > 0 and quantity <= 1000000),
    constraint proposal_line_items_unit_given check (btrim(unit) <> '' and length(unit) <= 40),
    constraint proposal_line_items_price_in_range check (unit_price_minor between 0 and 100000000000),
    constraint proposal_line_items_discount_is_a_share check (discount between 0 and 1),
    constraint proposal_line_items_tax_rate_is_a_share check (tax_rate between 0 and 1),
    constraint proposal_line_items_billing_period_known check (billing_period in ('once', 'monthly', 'yearly'))
);
comment on table public.proposal_line_items is
    'Lines of proposals'' price tables; amounts in the proposal''s currency.';
comment on column public.proposal_line_items.service_id is
    'The service that gave the price. Null if a person wrote it.';
comment on column public.proposal_line_items.option_group is 'Of the optional items of a group the client takes one.';
comment on column public.proposal_line_items.discount is 'A share: 0.1 is 10 %.';
comment on column public.proposal_line_items.net_minor is
    'Quantity x price less the discount, rounded half away from zero, before tax.';
create index proposal_line_items_service_idx on public.proposal_line_items (org_id, service_id);

select seal_private.protect('public.proposal_line_items', p_remove => 'member', p_most => '{"description": 100000}');

-- The total stands with the proposal, where lists read it. It looks at the same organization's rows only.
create function seal_private.total_proposal() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_item   record := coalesce(new, old);
    v_status text;
begin
    -- Locked before the sum is taken: of two who change items at once, the second sees what the first did.
    select p.status into v_status from public.proposals p
     where p.org_id = v_item.org_id and p.id = v_item.proposal_id for update;
    if v_status in ('accepted', 'void') then
        raise exception 'the items of an accepted or void proposal stay as they are'
            using errcode = '23514', constraint = 'proposal_line_items_of_accepted_stay';
    end if;
    update public.proposals p
       set total_minor = (select coalesce(sum(i.net_minor), 0) from public.proposal_line_items i
                           where i.org_id = v_item.org_id and i.proposal_id = v_item.proposal_id and i.is_selected)
     where p.org_id = v_item.org_id and p.id = v_item.proposal_id;
    return null;
end $$;
select seal_private.admit('seal_private.total_proposal()', 'sb_gate', '{}', 'a trigger: no tenant writes a total');
grant select (org_id, proposal_id, net_minor, is_selected) on public.proposal_line_items to sb_gate;
create policy totals on public.proposal_line_items for select to sb_gate using (true);
select seal_private.deviate('policy', 'public.proposal_line_items', 'totals',
           'A trigger adds up the line items of the proposal whose line item changed.');
create trigger total_proposal after insert or delete or update on public.proposal_line_items
    for each row execute function seal_private.total_proposal();

-- An item keeps to its proposal: its total would be in two.
create trigger stays_with_its_proposal before update on public.proposal_line_items for each row
    when (old.proposal_id <> new.proposal_id)
    execute function seal_private.refuse('proposal_line_items_stay', 'a line item stays with its proposal');

-- migrate:down
