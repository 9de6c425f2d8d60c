-- name: link
-- A link of the open organization to a version of a proposal, with all that those stand on; for its first client, so that a
-- world that tests share keeps the clients that it has.
with made as (
    insert into public.clients (org_id, name)
    select seal.org(2), 'client' where not exists (select from public.clients) returning org_id, id
), client as (
    select org_id, id from made union all (select org_id, id from public.clients order by id limit 1)
), proposal as (
    insert into public.proposals (org_id, client_id, title, currency)
    select org_id, id, 'A proposal', 'EUR' from client returning org_id, id
), version as (
    insert into public.proposal_versions (org_id, proposal_id, number, title, content, currency, total_minor)
    select org_id, id, 1, 'A proposal', '{}', 'EUR', 0 from proposal returning org_id, proposal_id, number
)
insert into public.share_links (org_id, proposal_id, version, expires_at)
select org_id, proposal_id, number, now() + interval '3 years' from version returning id
