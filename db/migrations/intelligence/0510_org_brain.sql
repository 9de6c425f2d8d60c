-- migrate:up

-- What the agency knows, in passages that can be searched by meaning and by word. Always derived from a source, so it
-- can be made again. vector and bit stand unqualified: the extension lives where the operator put it.
create table public.org_brain (
    org_id          uuid not null,
    id              uuid not null default seal.new_id(),
    source_id       uuid not null,
    chunk_no        int not null,
    content_type    text not null,
    heading         text not null default '',
    content_text    text not null,
    language        text not null default 'english',
    embedding       vector(1536) not null,
    embedding_bits  bit(1536) not null generated always as (binary_quantize(embedding)::bit(1536)) stored,
    embedding_model text not null,
    search          tsvector not null generated always as (
                        setweight(case language when 'english' then to_tsvector('pg_catalog.english', heading)
                                                when 'german'  then to_tsvector('pg_catalog.german', heading)
                                                when 'french'  then to_tsvector('pg_catalog.french', heading)
                                                when 'spanish' then to_tsvector('pg_catalog.spanish', heading)
                                                when 'dutch'   then to_tsvector('pg_catalog.dutch', heading)
                                                else to_tsvector('pg_catalog.simple', heading) end, 'A')
                        || case language when 'english' then to_tsvector('pg_catalog.english', content_text)
                                         when 'german'  then to_tsvector('pg_catalog.german', content_text)
                                         when 'french'  then to_tsvector('pg_catalog.french', content_text)
                                         when 'spanish' then to_tsvector('pg_catalog.spanish', content_text)
                                         when 'dutch'   then to_tsvector('pg_catalog.dutch', content_text)
                                         else to_tsvector('pg_catalog.simple', content_text) end) stored,
    same_text       uuid not null generated always as
                        (md5(lower(regexp_replace(btrim(content_text, E' \t\r\n'), '\s+', ' ', 'g')))::uuid) stored,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    constraint org_brain_pkey primary key (org_id, id),
    constraint org_brain_source_fkey foreign key (org_id, source_id)
        references public.knowledge_sources (org_id, id) on delete cascade,
    constraint org_brain_chunk_key unique (org_id, source_id, chunk_no),
    constraint org_brain_chunk_counted check (chunk_no > 0),
    constraint org_brain_content_type_known check (content_type in (
        'voice', 'service', 'case_study', 'pricing', 'faq', 'policy', 'past_proposal', 'bio', 'internal')),
    constraint org_brain_content_text_given check (btrim(content_text) <> '' and length(content_text) <= 20000),
    constraint org_brain_heading_is_short check (length(heading) <= 1000),
    constraint org_brain_language_known check (language in ('english', 'german', 'french', 'spanish', 'dutch', 'simple')),
    constraint org_brain_embedding_model_given check (embedding_model <> '')
);
comment on table public.org_brain is
    'Passages of the agency''s knowledge, word for word as they stand in their source, with their vectors. A row of a table '
    'is a passage, below the lines of the table''s head.';
comment on column public.org_brain.chunk_no is 'The place in its source, from 1.';
comment on column public.org_brain.content_type is 'As of its source; see knowledge_sources.';
comment on column public.org_brain.heading is 'The headings that the passage stands under, outermost first.';
comment on column public.org_brain.language is 'The text search configuration that search is made with.';
comment on column public.org_brain.embedding is
    'Of unit length; fewer dimensions are padded with zeros, which changes no distance.';
comment on column public.org_brain.embedding_bits is
    'The signs of embedding: what a search scans, before it looks at vectors.';
comment on column public.org_brain.embedding_model is
    'What made the vector. Vectors of different models are never compared.';
comment on column public.org_brain.same_text is
    'Hash of the text in small letters with single spaces: equal where two sources say the same, of which a search finds one.';

-- Derived from its source, so whoever may take a source in anew may remove what was there.
select seal_private.protect('public.org_brain', p_remove => 'member', p_once => '{source_id, chunk_no}', p_most => '{"content_text": 80000}');

-- migrate:down
