-- People and organizations, created by the product's own functions.

-- name: create_account
select core.create_account(%(email)s, %(name)s)

-- name: keeps_accounts
select seal_auth.keeps_accounts()

-- name: keep_vouching_key
select seal_private.keep_vouching_key('accounts.elsewhere', %(key)s)

-- name: vouched_bytes
-- The bytes of which seal_auth.ensure_profile() takes a MAC.
select seal_private.vouched_bytes(array['ensure_profile', %(user)s::uuid::text, %(email)s, %(email)s,
           seal_private.vouched_moment(%(at)s), seal_private.vouched_moment(%(at)s)])

-- name: ensure_profile
select seal_auth.ensure_profile(%(user)s, %(email)s, %(email)s, %(at)s, %(at)s, %(mac)s)

-- name: start_session
select core.start_session(%(proof)s, %(user)s, %(session)s, clock_timestamp() + %(lasts)s::interval)

-- name: open
select seal.open(%(kind)s, %(proof)s, %(org)s)

-- name: open_person
select seal.open_person(%(proof)s)

-- name: create_organization
select core.create_organization(%(name)s)

-- name: invite
select core.invite(%(email)s, %(rank)s, %(proof)s, now() + interval '7 days')

-- name: accept
select core.accept_invitation(%(proof)s, %(org)s)

-- name: take_permits
-- A bucket that nobody else can name.
select seal.take_permits(%(bucket)s, 10, 86400, 1)

-- name: own_link
-- The issuer of a link is its creator; this link needs no password.
update public.share_links set created_by = %(user)s, password_salt = null, password_proof = null
 where org_id = %(org)s and id = %(subject)s
returning created_by

-- name: issue_link
select seal.issue('link', %(proof)s, %(subject)s, 0, %(expires)s)

-- name: enqueue
insert into public.jobs (org_id, job_type) values (%(org)s, 'prove') returning id

-- name: claim
-- Every ready job: all of them are the attack's.
select job_id, lease_token from queue.claim(queue.register('prove', 0, interval '1 hour'), 1000)

-- name: end_session
select core.end_session(%(session)s)

-- name: remove
select core.remove_member(%(user)s)

-- name: demote
select core.change_role(%(user)s, 'viewer')

-- name: fail
select queue.fail(%(org)s, %(job)s, %(lease)s, null, interval '1 day')

-- name: add_key
insert into public.api_keys (org_id, name, prefix, expires_at)
values (%(org)s, 'prove', 'prove', now() + interval '2 days')
returning id

-- name: issue_key
select seal.issue('key', %(proof)s, %(subject)s, 4, now() + interval '1 day')

-- name: stop
select queue.stop_jobs('prove', %(org)s, 'prove.stopped')

-- name: open_job
select seal.open_job(%(job)s, %(lease)s, %(org)s)

-- name: cancel
select queue.stop_jobs('prove', %(org)s, null, %(job)s)
