-- name: add
-- A source that has been read; its id.
insert into public.knowledge_sources (org_id, kind, content_type, title, origin, place, file_id, sha256, status, chunks,
                                      embedding_model, review_by)
values (%(org_id)s, %(kind)s, %(content_type)s, %(title)s, %(origin)s, %(place)s, %(file_id)s, %(sha256)s, 'ready',
        %(chunks)s, %(embedding_model)s, %(review_by)s)
returning id

-- name: fingerprint
-- The sha256 of everything by which sources and their passages can be told from others.
select encode(sha256(convert_to(coalesce(string_agg(
           concat_ws(' ', k.id, encode(k.sha256, 'hex'), k.content_type, k.status, k.chunks, k.embedding_model,
                     k.review_by, k.title), E'\n' order by k.id), ''), 'UTF8')), 'hex')
  from public.knowledge_sources k
 where k.org_id = %(org_id)s

-- name: of_content
-- The source with these bytes.
select id, content_type, title, origin, place, file_id, sha256, chunks, embedding_model, review_by
  from public.knowledge_sources
 where org_id = %(org_id)s and sha256 = %(sha256)s

-- name: at
-- The source of this origin.
select id, content_type, title, origin, place, file_id, sha256, chunks, embedding_model, review_by
  from public.knowledge_sources
 where org_id = %(org_id)s and kind = %(kind)s and origin = %(origin)s

-- name: below
-- The sources whose origins begin with a folder's.
select id, content_type, title, origin, place, file_id, sha256, chunks, embedding_model, review_by
  from public.knowledge_sources
 where org_id = %(org_id)s and kind = %(kind)s and starts_with(origin, %(folder)s)
 order by origin

-- name: renew
-- The same source with other bytes, or read by another model.
update public.knowledge_sources
   set content_type = %(content_type)s, title = %(title)s, origin = %(origin)s, place = %(place)s,
       file_id = %(file_id)s,
       sha256 = %(sha256)s, status = 'ready', error = null, chunks = %(chunks)s, embedding_model = %(embedding_model)s,
       review_by = %(review_by)s
 where org_id = %(org_id)s and id = %(id)s

-- name: place
-- The place at which a file was read last.
update public.knowledge_sources
   set place = %(place)s
 where org_id = %(org_id)s and id = %(id)s

-- name: unname
-- A source whose text another file has by now loses its origin until that file is learned.
update public.knowledge_sources
   set origin = null
 where org_id = %(org_id)s and id = %(id)s

-- name: remove
-- A source, with its passages.
delete from public.knowledge_sources
 where org_id = %(org_id)s and id = %(id)s
