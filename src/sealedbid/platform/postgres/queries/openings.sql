-- name: open
-- Opens a session, key or link in an organization; returns the rank.
select seal.open(%(kind)s, %(proof)s, %(org_id)s)

-- name: open_job
-- Opens a running job by its lease; returns the rank.
select seal.open_job(%(job_id)s, %(lease)s, %(org_id)s)

-- name: asker
-- The person that the open context acts for, null for a guest, and the scopes of a key.
select seal.user_id() as person, seal.scopes() as scopes

-- name: open_person
-- Opens a person between organizations; returns who it is.
select seal.open_person(%(proof)s)
