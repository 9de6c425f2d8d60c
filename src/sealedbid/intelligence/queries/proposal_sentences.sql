-- name: clear
-- Takes the sentences of the working text out, with what people did about them.
delete from public.proposal_sentences
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s

-- name: add
-- One judged sentence.
insert into public.proposal_sentences (org_id, proposal_id, position, section_id, block, number, text, verdict, reasons,
                                       notes, answers)
values (%(org_id)s, %(proposal_id)s, %(position)s, %(section_id)s, %(block)s, %(number)s, %(text)s, %(verdict)s,
        %(reasons)s, %(notes)s, %(answers)s)

-- name: of_proposal
-- The judged sentences in their order, each with its newest resolution.
select s.id, s.position, s.section_id, s.block, s.number, s.text, s.verdict, s.reasons, s.notes, s.answers,
       r.resolution, r.wording, r.note, r.reason, r.resolved_by, p.full_name as resolved_by_name,
       r.created_at as resolved_at
  from public.proposal_sentences s
  left join lateral (
        select n.resolution, n.wording, n.note, n.reason, n.resolved_by, n.created_at
          from public.sentence_resolutions n
         where n.org_id = s.org_id and n.sentence_id = s.id
         order by n.created_at desc, n.id desc
         limit 1
       ) r on true
  left join public.profiles p on p.id = r.resolved_by
 where s.org_id = %(org_id)s and s.proposal_id = %(proposal_id)s
 order by s.position
