-- name: add
-- One piece of evidence.
insert into public.citations (org_id, proposal_id, version, section_id, number, source_kind, quote, source_title,
                              heading, org_brain_id, service_id, requirement_id, position, score, verdict)
values (%(org_id)s, %(proposal_id)s, %(version)s, %(section_id)s, %(number)s, %(source_kind)s, %(quote)s,
        %(source_title)s, %(heading)s, %(org_brain_id)s, %(service_id)s, %(requirement_id)s, %(position)s, %(score)s,
        %(verdict)s)

-- name: cite
-- A passage that a person adds to the working text; its number is the next one.
insert into public.citations (org_id, proposal_id, section_id, number, source_kind, quote, source_title, heading,
                              org_brain_id, verdict)
select p.org_id, p.id, %(section_id)s,
       1 + (select coalesce(max(c.number), 0) from public.citations c
             where c.org_id = p.org_id and c.proposal_id = p.id and c.version is null),
       'knowledge', %(quote)s, %(source_title)s, %(heading)s, %(org_brain_id)s, 'supported'
  from public.proposals p
 where p.org_id = %(org_id)s and p.id = %(proposal_id)s
returning number

-- name: of_proposal
-- The evidence of the working text, by its number.
select id, section_id, number, source_kind, quote, source_title, heading, org_brain_id, service_id, requirement_id,
       position, score, verdict
  from public.citations
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s and version is null
 order by number, id

-- name: clear
-- Takes the evidence of the working text out; that of versions stays.
delete from public.citations
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s and version is null
