-- name: freeze
-- A copy of the proposal as it is in this transaction, without the author's part and its writer: clients read versions. Its number.
insert into public.proposal_versions (org_id, proposal_id, number, title, content, line_items, currency, total_minor,
                                      reason, run_id)
select p.org_id, p.id,
       (select coalesce(max(v.number), 0) + 1 from public.proposal_versions v
         where v.org_id = p.org_id and v.proposal_id = p.id),
       p.title, p.content - '{author,composed_by}'::text[],
       (select coalesce(jsonb_agg(to_jsonb(i) - '{org_id,id,proposal_id,created_at,updated_at}'::text[]
                                  order by i.position), '[]')
          from public.proposal_line_items i where i.org_id = p.org_id and i.proposal_id = p.id),
       p.currency, p.total_minor, %(reason)s, %(run_id)s
  from public.proposals p
 where p.org_id = %(org_id)s and p.id = %(proposal_id)s
returning number

-- name: freeze_edits
-- A copy of the proposal if it differs from its newest version; its number, or nothing.
with now as (
    select p.org_id, p.id, p.title, p.content - '{author,composed_by}'::text[] as content, p.currency, p.total_minor,
           (select coalesce(jsonb_agg(to_jsonb(i) - '{org_id,id,proposal_id,created_at,updated_at}'::text[]
                                      order by i.position), '[]')
              from public.proposal_line_items i where i.org_id = p.org_id and i.proposal_id = p.id) as line_items
      from public.proposals p
     where p.org_id = %(org_id)s and p.id = %(proposal_id)s
), newest as (
    select v.number, v.title, v.content - 'composed_by' as content, v.line_items, v.currency
      from public.proposal_versions v
     where v.org_id = %(org_id)s and v.proposal_id = %(proposal_id)s
     order by v.number desc
     limit 1
)
insert into public.proposal_versions (org_id, proposal_id, number, title, content, line_items, currency, total_minor,
                                      reason)
select now.org_id, now.id, coalesce(newest.number, 0) + 1, now.title, now.content, now.line_items, now.currency,
       now.total_minor, 'manual'
  from now left join newest on true
 where now.content <> '{}' and (now.title, now.content, now.line_items, now.currency)
       is distinct from (newest.title, newest.content, newest.line_items, newest.currency)
returning number

-- name: drafted_by
-- The run that wrote the newest draft among the versions.
select v.run_id
  from public.proposal_versions v
 where v.org_id = %(org_id)s and v.proposal_id = %(proposal_id)s and v.reason = 'ai'
 order by v.number desc
 limit 1
