-- migrate:up

-- Uploads and exports. In the database, so that they are under the floor, in the backup, and gone with the
-- organization.
create table public.files (
    org_id        uuid not null,
    id            uuid not null default seal.new_id(),
    name          text not null,
    mime          text not null default 'application/octet-stream',
    content       bytea not null,
    sha256        bytea not null generated always as (sha256(content)) stored,
    size          int not null generated always as (octet_length(content)) stored,
    resource_type text,
    resource_id   uuid,
    created_by    uuid default seal.user_id(),
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    constraint files_pkey primary key (org_id, id),
    constraint files_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint files_name_given check (btrim(name) <> '' and length(name) <= 500),
    constraint files_mime_is_a_type check (mime ~ '^[a-z0-9]+/[a-z0-9.+-]+$' and length(mime) <= 100),
    constraint files_resource_named_whole check ((resource_type is null) = (resource_id is null))
);
comment on table public.files is 'Uploads and exports, with their bytes.';
comment on column public.files.sha256 is 'Of the bytes; made by the database, so it is never wrong.';
comment on column public.files.size is 'Bytes.';
comment on column public.files.resource_type is
    'The row that the file belongs to, by its table''s name; resource_id is its id. Null means the organization.';
create index files_resource_idx on public.files (org_id, resource_type, resource_id);

-- Other bytes are another file.
select seal_private.protect('public.files',
    p_fixed => '{created_by}', p_once => '{content}', p_most => '{"content": 26214400}');

-- migrate:down
