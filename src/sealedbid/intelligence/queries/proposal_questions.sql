-- name: ask
-- A question, new or in other words; its answer stays.
insert into public.proposal_questions (org_id, proposal_id, brief_sha256, key, text, reason, form, alternatives,
                                       position)
values (%(org_id)s, %(proposal_id)s, %(brief_sha256)s, %(key)s, %(text)s, %(reason)s, %(form)s, %(alternatives)s,
        %(position)s)
    on conflict on constraint proposal_questions_key_key do update
   set text = excluded.text, reason = excluded.reason, form = excluded.form, alternatives = excluded.alternatives,
       position = excluded.position

-- name: forget
-- Takes open questions about this text out that are not asked any more.
delete from public.proposal_questions
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s and brief_sha256 = %(brief_sha256)s
   and answer is null and key <> all (%(keys)s)

-- name: answer
-- Sets a person's answer, or null to take it back. The database says who answered and when.
update public.proposal_questions
   set answer = %(answer)s
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s and brief_sha256 = %(brief_sha256)s and key = %(key)s

-- name: get
-- One question about this text of the brief.
select q.id, q.key, q.text, q.reason, q.form, q.alternatives, q.position, q.answer, q.answered_by,
       p.full_name as answered_by_name,
       q.answered_at
  from public.proposal_questions q
  left join public.profiles p on p.id = q.answered_by
 where q.org_id = %(org_id)s and q.proposal_id = %(proposal_id)s and q.brief_sha256 = %(brief_sha256)s
   and q.key = %(key)s

-- name: of_brief
-- The questions about this text of the brief, in their order.
select q.id, q.key, q.text, q.reason, q.form, q.alternatives, q.position, q.answer, q.answered_by,
       p.full_name as answered_by_name,
       q.answered_at
  from public.proposal_questions q
  left join public.profiles p on p.id = q.answered_by
 where q.org_id = %(org_id)s and q.proposal_id = %(proposal_id)s and q.brief_sha256 = %(brief_sha256)s
 order by q.position, q.key
