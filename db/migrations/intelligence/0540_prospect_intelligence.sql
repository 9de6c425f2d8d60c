-- migrate:up

-- What was found out about a prospect on public pages: a cache, with where it came from.
create table public.prospect_intelligence (
    org_id        uuid not null,
    id            uuid not null default seal.new_id(),
    prospect_name text not null,
    website_url   text,
    profile       jsonb not null default '{}',
    sources       jsonb not null default '[]',
    cached_at     timestamptz not null default now(),
    expires_at    timestamptz not null default now() + interval '30 days',
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    constraint prospect_intelligence_pkey primary key (org_id, id),
    constraint prospect_intelligence_org_fkey foreign key (org_id)
        references public.organizations (id) on delete cascade,
    constraint prospect_intelligence_prospect_name_key unique (org_id, prospect_name),
    constraint prospect_intelligence_prospect_name_given
        check (btrim(prospect_name) <> '' and length(prospect_name) <= 200),
    constraint prospect_intelligence_website_is_web check (website_url ~ '^https?://' and length(website_url) <= 2000),
    constraint prospect_intelligence_profile_is_object check (jsonb_typeof(profile) = 'object'),
    constraint prospect_intelligence_sources_are_a_list check (jsonb_typeof(sources) = 'array'),
    constraint prospect_intelligence_expires_after_caching check (expires_at > cached_at)
);
comment on table public.prospect_intelligence is 'Research on prospects, cached until it expires.';
comment on column public.prospect_intelligence.sources is 'The pages it was read from: url, title, read_at.';

select seal_private.protect('public.prospect_intelligence', p_most => '{"profile": 4000000, "sources": 4000000}');

-- migrate:down
