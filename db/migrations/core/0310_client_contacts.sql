-- migrate:up

-- People at a client: who receives a proposal, and who may sign it.
create table public.client_contacts (
    org_id     uuid not null,
    id         uuid not null default seal.new_id(),
    client_id  uuid not null,
    name       text not null,
    email      text not null,
    title      text,
    is_signer  boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint client_contacts_pkey primary key (org_id, id),
    constraint client_contacts_client_fkey foreign key (org_id, client_id)
        references public.clients (org_id, id) on delete cascade,
    constraint client_contacts_email_key unique (org_id, client_id, email),
    constraint client_contacts_name_given check (btrim(name) <> '' and length(name) <= 200),
    constraint client_contacts_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 320)
);
comment on table public.client_contacts is 'People at a client.';
comment on column public.client_contacts.is_signer is 'May accept and sign for the client.';

select seal_private.protect('public.client_contacts', p_remove => 'member');

-- migrate:down
