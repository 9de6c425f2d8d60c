-- migrate:up

-- Whom the agency works for, or would like to.
create table public.clients (
    org_id       uuid not null,
    id           uuid not null default seal.new_id(),
    name         text not null,
    email      text,
    status       text not null default 'lead',
    website    text,
    industry     text,
    notes        text not null default '',
    lock_version int not null default 0,
    search       tsvector not null generated always as (
                     setweight(to_tsvector('pg_catalog.simple', core.to_words(name)), 'A')
                     || setweight(to_tsvector('pg_catalog.simple', core.to_words(
                            coalesce(email, '') || ' ' || coalesce(website, '') || ' ' || coalesce(industry, ''))), 'B')
                     || setweight(to_tsvector('pg_catalog.simple', core.to_words(notes)), 'D')) stored,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint clients_pkey primary key (org_id, id),
    constraint clients_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint clients_name_key unique (org_id, name),
    constraint clients_name_given check (btrim(name) <> '' and length(name) <= 200),
    constraint clients_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 320),
    constraint clients_status_known check (status in (
        'lead',         -- not yet worked for
        'active',       -- work is under way
        'past'))        -- worked for, nothing under way
);
comment on table public.clients is 'The agency''s clients.';
comment on column public.clients.email is 'The office; people are in client_contacts.';
comment on column public.clients.lock_version is
    'Counts changes: a change names the number that it has read.';

select seal_private.protect('public.clients', p_fixed => '{lock_version}', p_most => '{"notes": 100000}');

create trigger change_counts before update on public.clients for each row
    execute function seal_private.count_change();

comment on column public.clients.search is
    'The words of the texts, those of the name first. No index: row-level security lets none be read by words, so a '
    'search reads the organization''s own rows (docs/decisions/0009).';

-- the list of an organization, the newest first; by name it is read from the key
create index clients_created_idx on public.clients (org_id, created_at desc, id desc);

-- migrate:down
