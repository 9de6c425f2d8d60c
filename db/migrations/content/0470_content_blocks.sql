-- migrate:up

-- The library: texts that people put into documents again and again.
create table public.content_blocks (
    org_id     uuid not null,
    id         uuid not null default seal.new_id(),
    kind       text not null,
    title      text not null,
    body       text not null,
    tags       text[] not null default '{}',
    owner_id   uuid default seal.user_id(),
    review_by  date,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint content_blocks_pkey primary key (org_id, id),
    constraint content_blocks_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint content_blocks_title_key unique (org_id, kind, title),
    constraint content_blocks_kind_known check (kind in ('case_study', 'bio', 'clause', 'faq', 'snippet')),
    constraint content_blocks_title_given check (btrim(title) <> '' and length(title) <= 200),
    constraint content_blocks_body_given check (btrim(body) <> '' and length(body) <= 100000)
);
comment on table public.content_blocks is 'Reusable texts.';
comment on column public.content_blocks.review_by is 'After this day somebody should read it again.';
comment on column public.content_blocks.owner_id is
    'The person who keeps it true; a plain column, so that it outlives their membership.';

select seal_private.protect('public.content_blocks', p_most => '{"body": 400000}');

-- migrate:down
