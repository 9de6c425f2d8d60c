-- migrate:up

-- Asking somebody in. Written by functions only; the secret in the mail stands hashed in seal_private.credentials.
create table public.invitations (
    org_id      uuid not null,
    id          uuid not null default seal.new_id(),
    email       text not null,
    role        text not null,
    invited_by  uuid,
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint invitations_pkey primary key (org_id, id),
    constraint invitations_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint invitations_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 320),
    constraint invitations_role_known check (role in ('owner', 'admin', 'member', 'viewer'))
);
comment on table public.invitations is 'Open and accepted invitations; one that is taken back is deleted.';
comment on column public.invitations.email is 'Only the person with this address can accept.';
comment on column public.invitations.invited_by is 'A person''s id; a plain column, so that it outlives their membership.';
create unique index invitations_open_email_key on public.invitations (org_id, lower(email)) where accepted_at is null;

select seal_private.protect('public.invitations', p_read => 'admin', p_add => null, p_change => null, p_remove => null);
grant select, insert (org_id, id, email, role, invited_by, expires_at), update (accepted_at), delete on public.invitations to sb_gate;
create policy membership on public.invitations to sb_gate using (true) with check (true);

-- The invited see what is open for their own address, between organisations: once it is proven to be theirs.
alter policy tenant_floor on public.invitations
    using (org_id = (select seal.org(3))
           or lower(email) = (select lower(p.email) from public.profiles p
                               where p.id = (select seal.person()) and p.email_confirmed_at is not null))
    with check (org_id = (select seal.org(3)));
create policy own_invitations on public.invitations for select to sb_tenant
    using (accepted_at is null
           and lower(email) = (select lower(p.email) from public.profiles p
                                where p.id = (select seal.person()) and p.email_confirmed_at is not null));
create index invitations_email_idx on public.invitations (lower(email)) where accepted_at is null;

select seal_private.deviate('policy', 'public.invitations', 'membership', 'core''s functions write invitations; each checks the context or the proof first.'),
       seal_private.deviate('policy', 'public.invitations', 'tenant_floor',
           'A person between organisations sees the invitations to their own address, once it is proven.'),
       seal_private.deviate('policy', 'public.invitations', 'own_invitations',
           'A person between organisations sees the invitations to their own address, once it is proven.');

-- migrate:down
