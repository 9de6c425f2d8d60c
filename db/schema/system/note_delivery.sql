-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.note_delivery(p_message_id text, p_error text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_own constant public.deliveries := system.own_delivery();
begin
    update public.deliveries d
       set status = case when p_error is null then 'sent' else d.status end,
           sent_at = case when p_error is null then queue.now() end, message_id = p_message_id, error = p_error
     where d.org_id = v_own.org_id and d.id = v_own.id and d.status = 'queued';
    if not found then
        raise exception 'the mail is not on its way' using errcode = '42501';
    end if;
end $$;

ALTER FUNCTION system.note_delivery(p_message_id text, p_error text) OWNER TO sb_gate;

COMMENT ON FUNCTION system.note_delivery(p_message_id text, p_error text) IS 'Records that the mail of the open job was sent, or (error) why this attempt failed. It has failed for good when its job has: see seal_private.end_delivery(). Raises NotAllowedError in every context but that of its job.';

REVOKE ALL ON FUNCTION system.note_delivery(p_message_id text, p_error text) FROM PUBLIC;
GRANT ALL ON FUNCTION system.note_delivery(p_message_id text, p_error text) TO sb_worker;
