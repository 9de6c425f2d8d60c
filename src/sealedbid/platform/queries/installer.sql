-- name: appoint_operator
-- Makes a person an owner of the platform.
select core.appoint_operator(%(email)s)

-- name: rotate_context_key
-- Rotates the key of contexts; returns its version.
select seal_private.rotate_context_key(make_interval(secs => %(seconds)s))

-- name: stop_jobs
-- Stops jobs of an organization, of a type, of both, or all; returns the number of stops.
select queue.stop_jobs(%(reason)s, %(org)s, %(type)s)

-- name: resume_jobs
-- Removes a stop; returns the number removed.
select queue.resume_jobs(%(reason)s, %(org)s, %(type)s)

-- name: organization_owners
-- Every organization with its first owner.
select org_id, name, user_id, full_name, email from core.organization_owners()

-- name: record_acting
-- Records that a command acts as a person of an organization.
select system.record_acting(%(org)s, %(user)s, %(command)s)

-- name: platform_owners
-- The platform with its first owner, if it has one.
select org_id, name, user_id, full_name, email from core.platform_owners()

-- name: set_schedule
-- Sets a schedule of an organization as the operator; returns its id.
select queue.set_schedule(%(org)s, %(name)s, %(type)s, %(cron)s, %(timezone)s, %(next)s, %(payload)s, %(catch_up)s)

-- name: remove_schedule
-- Removes a schedule of an organization as the operator; false if there is none.
select queue.remove_schedule(%(org)s, %(name)s)

-- name: create_account
-- A person whose address the installer vouches for; their id.
select core.create_account(%(email)s, %(full_name)s)

-- name: start_session
-- Registers a proof that opens contexts for a person.
select core.start_session(%(proof)s, %(user)s, %(session)s, %(expires)s)

-- name: end_session
-- Ends a session with every proof of it.
select core.end_session(%(session)s)

-- name: accounts
-- Every person who can sign in.
select id, email, full_name, created_at, last_sign_in_at, banned_until, has_password, sessions from core.accounts()

-- name: suspend_account
-- Suspends a person until then, or lifts it; the number of sessions that ended.
select core.suspend_account(%(email)s, %(until)s)

-- name: sign_out_account
-- Ends all sessions of a person; their number.
select core.sign_out_account(%(email)s)

-- name: remove_factors
-- Removes every second factor of a person; their number.
select core.remove_factors(%(email)s)

-- name: pads
-- Every factor that a file sealed, with the sha256 of its pad.
select email, factor, pad_proof from core.pads()

-- name: keep_accounts_elsewhere
-- Gives the signing in of people to another auth server, or takes it back; tokens that are void by it.
select core.keep_accounts_elsewhere(%(elsewhere)s, %(key)s)

-- name: keep_provider
-- Turns sign-in by a provider on or off; false if it was off already.
select core.keep_provider(%(provider)s, %(key)s)

-- name: providers
-- The providers whose key is in the database.
select core.providers()
