-- migrate:up

-- Search in what the open organization knows. With the rights of who calls it: under the floor like any other
-- statement.
--
-- Exact over the signs of all the organization's vectors (Hamming distance), the nearest rescored by cosine and
-- blended with full text. So recall does not depend on how many other tenants there are, and neither does cost: an
-- index over all tenants finds a third of what it should for a small one (docs/decisions/0009). Names are resolved
-- when this is made, so that the operators are found wherever the extension lives.
create function intelligence.match_org_brain(p_org uuid, p_embedding vector, p_model text, p_words text,
                                             p_types text[] default null, p_limit int default 10, p_candidates int default 200)
    returns table (id uuid, source_id uuid, chunk_no int, content_type text, heading text, content_text text,
                   similarity float8, score float8)
language sql stable parallel restricted
begin atomic
    -- Both once a call, and not once a row: the vector may come as text, and a query is parsed for each language.
    with asked as materialized (
        select p_embedding as embedding, binary_quantize(p_embedding)::bit(1536) as bits
    ), words as materialized (
        -- any word counts: a question rarely has all of its answer's
        select l.language, nullif(replace(plainto_tsquery(l.language::regconfig, p_words)::text, '&', '|'), '')::tsquery as query
          from unnest('{english,german,french,spanish,dutch,simple}'::text[]) as l (language)
    ), nearest as materialized (
        select b.id, b.embedding
          from asked a
         cross join public.org_brain b
         where b.org_id = p_org and b.embedding_model = p_model and (p_types is null or b.content_type = any (p_types))
         order by b.embedding_bits <~> a.bits, b.id
         limit p_candidates
    ), rescored as (
        select b.id, b.source_id, b.chunk_no, b.content_type, b.heading, b.content_text, b.same_text, b.created_at,
               1 - (n.embedding <=> a.embedding) as similarity,
               coalesce(ts_rank_cd(b.search, w.query, 32), 0) as words
          from asked a
         cross join nearest n
          join public.org_brain b on b.org_id = p_org and b.id = n.id
          join words w on w.language = b.language
    ), once as (
        -- Of passages that say the same, the first that was stored stands for all, at the best of their places, so that
        -- different questions find the same one.
        select distinct on (r.content_type, r.same_text) r.id, r.source_id, r.chunk_no, r.content_type, r.heading, r.content_text,
               max(r.similarity) over same as similarity,
               max(0.8 * r.similarity + 0.2 * r.words) over same as score
          from rescored r
        window same as (partition by r.content_type, r.same_text)
         order by r.content_type, r.same_text, r.created_at, r.source_id, r.chunk_no
    )
    select o.id, o.source_id, o.chunk_no, o.content_type, o.heading, o.content_text, o.similarity, o.score
      from once o
     order by o.score desc, o.id
     limit p_limit;
end;
comment on function intelligence.match_org_brain(uuid, vector, text, text, text[], int, int) is
    'The passages nearest to a vector and to words, best first, and each text once; similarity is the cosine, score a blend '
    'of 0.8 cosine and 0.2 full text.';
select seal_private.admit('intelligence.match_org_brain(uuid, vector, text, text, text[], integer, integer)',
           'sb_owner', '{sb_tenant}',
           'searches with the rights of who calls it');

-- The type's name is resolved here, once, wherever the extension lives: a statement of a tenant that says ::vector
-- fails where pgvector is in a schema that no login may look into, as on Supabase.
create function intelligence.to_vector(p_text text) returns vector
language sql immutable strict parallel safe
return p_text::vector;
comment on function intelligence.to_vector(text) is 'The vector that a text like [0.1,0.2] stands for.';
select seal_private.admit('intelligence.to_vector(text)', 'sb_owner', '{sb_tenant}', 'a type that tenants cannot name');

-- migrate:down
