-- name: add
-- One passage of a source.
insert into public.org_brain (org_id, source_id, chunk_no, content_type, heading, content_text, embedding,
                              embedding_model)
values (%(org_id)s, %(source_id)s, %(chunk_no)s, %(content_type)s, %(heading)s, %(content_text)s, %(embedding)s,
        %(embedding_model)s)

-- name: clear
-- Takes all passages of a source out.
delete from public.org_brain
 where org_id = %(org_id)s and source_id = %(source_id)s

-- name: models
-- The models that made the vectors there are.
select distinct embedding_model
  from public.knowledge_sources
 where org_id = %(org_id)s and embedding_model is not null

-- name: match
-- The passages nearest to each of several questions, in one round trip.
-- The matches are found before the sources are looked at: a join with those could otherwise search again for each.
with found as materialized (
    select q.key, m.*
      from unnest(%(keys)s::text[], %(embeddings)s::text[], %(words)s::text[]) as q (key, embedding, words)
     cross join lateral intelligence.match_org_brain(%(org_id)s, intelligence.to_vector(q.embedding), %(model)s,
                                                     q.words, %(types)s::text[], %(limit)s::int) m
)
select f.key, f.id, f.source_id, s.title as source_title, f.chunk_no, f.content_type, f.heading, f.content_text,
       f.similarity, f.score, s.review_by
  from found f
  join public.knowledge_sources s on s.org_id = %(org_id)s and s.id = f.source_id
 order by f.key, f.score desc, f.id

-- name: of_sources
-- Everything of some sources, in order.
select '' as key, b.id, b.source_id, s.title as source_title, b.chunk_no, b.content_type, b.heading, b.content_text,
       0::float8 as similarity, 0::float8 as score, s.review_by
  from public.org_brain b
  join public.knowledge_sources s on s.org_id = b.org_id and s.id = b.source_id
 where b.org_id = %(org_id)s and b.source_id = any (%(source_ids)s)
 order by s.title, b.source_id, b.chunk_no

-- name: of_type
-- Everything of the sources of a type, in order; at most a thousand passages.
select '' as key, b.id, b.source_id, s.title as source_title, b.chunk_no, b.content_type, b.heading, b.content_text,
       0::float8 as similarity, 0::float8 as score
  from public.org_brain b
  join public.knowledge_sources s on s.org_id = b.org_id and s.id = b.source_id
 where b.org_id = %(org_id)s and b.content_type = %(content_type)s
 order by s.title, b.source_id, b.chunk_no
 limit 1000

-- name: beginning_with
-- Passages whose ids begin with these digits and that a client may be quoted, two at most.
select '' as key, b.id, b.source_id, s.title as source_title, b.chunk_no, b.content_type, b.heading, b.content_text,
       0::float8 as similarity, 0::float8 as score, s.review_by
  from public.org_brain b
  join public.knowledge_sources s on s.org_id = b.org_id and s.id = b.source_id
 where b.org_id = %(org_id)s and starts_with(replace(b.id::text, '-', ''), %(digits)s) and b.content_type <> 'internal'
 order by b.id
 limit 2
