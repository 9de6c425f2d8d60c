-- name: has_seal
-- True if the database has tables of Sealedbid.
select pg_catalog.to_regclass('seal_private.keys') is not null

-- name: has_key
-- True if contexts can be opened.
select exists (select from seal_private.keys where purpose = 'context')

-- name: close_to_all
-- A dump of one database lacks the privileges on it: revoked as in the first migration. Supabase's services need those
-- of PUBLIC.
select pg_catalog.format('revoke temporary on database %I from public', current_database())
union all
select pg_catalog.format('revoke connect on database %I from public', current_database())
 where not exists (select from pg_catalog.pg_roles where rolname = 'anon')

-- name: open_to_logins
-- ... and granted as there.
select pg_catalog.format('grant connect on database %I to sb_api, sb_worker, sb_auth, sb_dispatch', current_database())

-- name: context_key
-- A backup has no key: old contexts do not verify here, and links of mails open nothing.
select seal_private.rotate_context_key('0 seconds'), seal_private.new_mail_secret('')
