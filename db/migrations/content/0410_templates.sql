-- migrate:up

-- The shape of a document. The system's own are files in the package, copied into each organization as is_system rows.
create table public.templates (
    org_id     uuid not null,
    id         uuid not null default seal.new_id(),
    name       text not null,
    type       text not null,
    content    jsonb not null default '{}',
    is_system  boolean not null default false,
    locale     text not null default 'en',
    version    int not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint templates_pkey primary key (org_id, id),
    constraint templates_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint templates_name_key unique (org_id, type, name, locale),
    constraint templates_name_given check (btrim(name) <> '' and length(name) <= 200),
    constraint templates_type_known check (type in ('proposal', 'contract', 'email')),
    constraint templates_content_is_object check (jsonb_typeof(content) = 'object'),
    constraint templates_locale_is_a_tag check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    constraint templates_version_counted check (version > 0)
);
comment on table public.templates is 'Templates of proposals, contracts and mails.';
comment on column public.templates.is_system is
    'Came with the product: copied, not edited. Only functions write such rows.';
comment on column public.templates.content is 'Sections with placeholders.';

select seal_private.protect('public.templates', p_fixed => '{is_system}', p_most => '{"content": 8000000}');

create policy system_templates_stay on public.templates as restrictive for update to sb_tenant
    using (not is_system) with check (not is_system);
create policy system_templates_remain on public.templates as restrictive for delete to sb_tenant using (not is_system);
comment on policy system_templates_stay on public.templates is 'A system template is copied, not edited.';
comment on policy system_templates_remain on public.templates is 'A system template is not deleted.';

-- migrate:down
