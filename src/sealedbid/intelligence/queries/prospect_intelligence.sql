-- name: add
-- Inserts what research found about a prospect.
insert into public.prospect_intelligence (org_id, prospect_name, website_url, profile, sources)
values (%(org_id)s, %(prospect_name)s, %(website_url)s, %(profile)s, %(sources)s)
returning id
