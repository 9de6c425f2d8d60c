-- migrate:up

-- The client's page: a link to one frozen version, or to one contract that was sent. The token is in
-- seal_private.credentials (seal.issue); who holds it is a guest of rank 0.
create table public.share_links (
    org_id         uuid not null,
    id             uuid not null default seal.new_id(),
    proposal_id    uuid,
    version        int,
    contract_id    uuid,
    contact_id     uuid,
    password_salt  bytea,
    password_proof bytea,
    expires_at     timestamptz not null,
    allow_download boolean not null default true,
    created_by     uuid default seal.user_id(),
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint share_links_pkey primary key (org_id, id),
    constraint share_links_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint share_links_version_fkey foreign key (org_id, proposal_id, version)
        references public.proposal_versions (org_id, proposal_id, number) on delete cascade,
    constraint share_links_contract_fkey foreign key (org_id, contract_id)
        references public.contracts (org_id, id) on delete cascade,
    constraint share_links_contact_fkey foreign key (org_id, contact_id)
        references public.client_contacts (org_id, id) on delete cascade,
    constraint share_links_show_one_document check (num_nonnulls(proposal_id, contract_id) = 1),
    constraint share_links_password_is_whole check ((password_salt is null) = (password_proof is null)),
    constraint share_links_password_salt_is_16_bytes check (octet_length(password_salt) = 16),
    constraint share_links_password_proof_is_sha256 check (octet_length(password_proof) = 32),
    constraint share_links_name_the_version check ((proposal_id is null) = (version is null))
);
comment on table public.share_links is 'Links that clients open without an account; deleting one ends it.';
comment on column public.share_links.version is 'The number of the one version that it shows.';
comment on column public.share_links.contact_id is
    'The contact that it was made for. Null means anybody with the link.';
comment on column public.share_links.password_salt is
    'The salt with which the process derives 32 bytes from the password (argon2id). No tenant reads it; '
    'seal.link_salt() gives it to the holder of the link.';
comment on column public.share_links.password_proof is
    'sha256 of those 32 bytes; null: the link is enough. With it, the link opens nothing without a ticket '
    '(seal.try_link). No tenant reads it.';
comment on column public.share_links.expires_at is 'The credential ends no later; a longer life is a new link.';
create index share_links_version_idx on public.share_links (org_id, proposal_id, version);
create index share_links_contract_idx on public.share_links (org_id, contract_id);
create index share_links_contact_idx on public.share_links (org_id, contact_id);

select seal_private.protect('public.share_links', p_read => 'member', p_remove => 'member', p_floor => 'guest',
    p_fixed => '{created_by}', p_once => '{proposal_id, version, contract_id, contact_id, expires_at}',
    p_hidden => '{password_salt, password_proof}');
grant select (org_id, id, created_by, expires_at, password_salt, password_proof) on public.share_links to sb_seal;
create policy issuing on public.share_links for select to sb_seal using (true);
select seal_private.deviate('policy', 'public.share_links', 'issuing',
           'seal.issue() looks whether the link it issues for is in the open organization''s list.');

-- Guests: their own link, and what it shows. Nothing else has a policy that lets rank 0 in.
create policy guest_link on public.share_links for select to sb_tenant
    using (org_id = (select seal.org(0)) and id = (select seal.subject('link')));
comment on policy guest_link on public.share_links is 'A guest sees the link that they hold.';
create policy guest_version on public.proposal_versions for select to sb_tenant
    using (org_id = (select seal.org(0))
           and (proposal_id, number) in (select l.proposal_id, l.version from public.share_links l
                                          where l.org_id = (select seal.org(0))
                                            and l.id = (select seal.subject('link'))));
comment on policy guest_version on public.proposal_versions is 'A guest sees the one version that their link shows.';
create policy guest_contract on public.contracts for select to sb_tenant
    using (org_id = (select seal.org(0)) and status in ('sent', 'signed', 'active', 'ended')
           and id in (select l.contract_id from public.share_links l
                       where l.org_id = (select seal.org(0)) and l.id = (select seal.subject('link'))));
comment on policy guest_contract on public.contracts is
    'A guest sees the one contract that their link shows, once it was sent.';

-- However the row goes, the secret goes with it.
create function seal_private.end_share_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.revoke_subject('link', old.org_id, old.id);
    return null;
end $$;
select seal_private.admit('seal_private.end_share_link()', 'sb_gate', '{}',
           'a trigger: the credential of a deleted link ends with its row');
create trigger end_share_link after delete on public.share_links
    for each row execute function seal_private.end_share_link();

-- migrate:down
