-- name: add
-- A decision of a person about a sentence. The database says who and when.
insert into public.sentence_resolutions (org_id, sentence_id, resolution, wording, note, reason)
values (%(org_id)s, %(sentence_id)s, %(resolution)s, %(wording)s, %(note)s, %(reason)s)

-- name: clear
-- Takes back what people did about a sentence: nobody has resolved it.
delete from public.sentence_resolutions
 where org_id = %(org_id)s and sentence_id = %(sentence_id)s
