-- name: begin
-- The mail of the open job, to be sent now. No row: there is nothing to send.
select id, template, recipient, locale, params, attempts, resource_type from system.begin_delivery()

-- name: secret
-- The secret of the link in the open job's mail.
select token, code, until from system.mail_secret()

-- name: note
-- Records that the mail of the open job was sent, or why not.
select system.note_delivery(%(message_id)s, %(error)s)

-- name: page
-- The mails of the organization, the newest first.
select id, template, recipient, status, attempts, error, created_at, sent_at
  from public.deliveries
 where org_id = %(org_id)s
 order by created_at desc, id
 limit %(limit)s
