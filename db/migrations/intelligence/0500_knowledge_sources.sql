-- migrate:up

-- Where knowledge comes from: a file, a page, a text that was pasted. What is searched is derived from it (org_brain).
create table public.knowledge_sources (
    org_id          uuid not null,
    id              uuid not null default seal.new_id(),
    kind            text not null,
    content_type    text not null,
    title           text not null,
    origin          text,
    place           bytea,
    file_id         uuid,
    sha256          bytea not null,
    status          text not null default 'pending',
    chunks          int not null default 0,
    embedding_model text,
    review_by       date,
    error           text,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    constraint knowledge_sources_pkey primary key (org_id, id),
    constraint knowledge_sources_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint knowledge_sources_file_fkey foreign key (org_id, file_id) references public.files (org_id, id) on delete no action,
    constraint knowledge_sources_sha256_key unique (org_id, sha256),
    constraint knowledge_sources_origin_key unique (org_id, kind, origin),
    constraint knowledge_sources_kind_known check (kind in ('file', 'url', 'paste', 'block', 'proposal', 'folder')),
    constraint knowledge_sources_content_type_known check (content_type in (
        'voice',          -- how the agency speaks of itself
        'service',        -- what it sells
        'case_study',     -- what it has done
        'pricing',        -- how it prices
        'faq',            -- what clients ask
        'policy',         -- how it works, what it commits to
        'past_proposal',  -- what it has offered
        'bio',            -- who works there
        'internal')),     -- for colleagues' eyes: searched by people, never quoted to a client
    constraint knowledge_sources_title_given check (btrim(title) <> '' and length(title) <= 300),
    constraint knowledge_sources_origin_is_short check (length(origin) <= 2000),
    constraint knowledge_sources_sha256_is_one check (octet_length(sha256) = 32),
    constraint knowledge_sources_place_is_sha256 check (octet_length(place) = 32),
    constraint knowledge_sources_status_known check (status in (
        'pending',        -- not yet read
        'ready',          -- its passages are in org_brain
        'failed')),       -- error says why
    constraint knowledge_sources_error_when_failed check ((status = 'failed') = (error is not null)),
    constraint knowledge_sources_chunks_counted check (chunks >= 0)
);
comment on table public.knowledge_sources is 'What the agency has taught the product, piece by piece.';
comment on column public.knowledge_sources.origin is
    'Tells it from the others of its kind: a file''s path from the folder that was ingested, a web address; never a '
    'place on one machine.';
comment on column public.knowledge_sources.place is
    'Hash of the organization''s id and the path at which a file was read last; it tells two folders of one name apart, so '
    'that a file that is gone from one is not looked for in the other. Null: it is no file of a folder.';
comment on column public.knowledge_sources.file_id is 'The original, so that a quote can be looked up in it.';
comment on column public.knowledge_sources.sha256 is
    'Of the original''s bytes: the same bytes are taken in once, wherever they are.';
comment on column public.knowledge_sources.embedding_model is 'What made the vectors of its passages.';
comment on column public.knowledge_sources.review_by is
    'The day that the text names for its own review; after it somebody should read it again before it is quoted.';
create index knowledge_sources_file_idx on public.knowledge_sources (org_id, file_id);

select seal_private.protect('public.knowledge_sources');

-- migrate:down
