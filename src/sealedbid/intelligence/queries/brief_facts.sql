-- name: add
-- One fact of a brief.
insert into public.brief_facts (org_id, proposal_id, brief_sha256, key, kind, value, quote, position, length, sure, reason,
                                alternatives, inferred)
values (%(org_id)s, %(proposal_id)s, %(brief_sha256)s, %(key)s, %(kind)s, %(value)s, %(quote)s, %(position)s, %(length)s, %(sure)s,
        %(reason)s, %(alternatives)s, %(inferred)s)

-- name: clear
-- Takes out what an earlier reading of this text found.
delete from public.brief_facts
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s and brief_sha256 = %(brief_sha256)s

-- name: of_brief
-- The facts of one text of the brief, in its order.
select id, key, kind, value, quote, position, length, sure, reason, alternatives, inferred
  from public.brief_facts
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s and brief_sha256 = %(brief_sha256)s
 order by position, key
