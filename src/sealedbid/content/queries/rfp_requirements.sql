-- name: add
-- One requirement of a brief; its id.
insert into public.rfp_requirements (org_id, proposal_id, ref, text, kind, mandatory, position, length, section_id,
                                     answer_state)
values (%(org_id)s, %(proposal_id)s, %(ref)s, %(text)s, %(kind)s, %(mandatory)s, %(position)s, %(length)s,
        %(section_id)s, %(answer_state)s)

-- name: clear
-- Takes all requirements out of a proposal, with the citations that answer them.
delete from public.rfp_requirements
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s

-- name: of_proposal
-- The compliance matrix, in the order of the brief.
select id, ref, text, kind, mandatory, position, length, section_id, answer_state
  from public.rfp_requirements
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s
 order by position, ref

-- name: set_state
-- Sets the state that a person gives to a requirement's answer.
update public.rfp_requirements
   set answer_state = %(answer_state)s
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s and ref = %(ref)s

-- name: reopen
-- Takes a person's word back: suggested where a section answers it, otherwise open.
update public.rfp_requirements
   set answer_state = case when section_id is null then 'open' else 'suggested' end
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s and ref = %(ref)s
