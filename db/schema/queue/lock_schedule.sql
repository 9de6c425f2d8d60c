-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.lock_schedule(p_org uuid, p_name text, OUT is_operator boolean) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    is_operator := seal_private.is_operator();
    if (is_operator or p_org = seal.org(3)) is not true then
        raise exception 'not allowed to schedule in this organization' using errcode = '42501';
    end if;
    perform core.lock_members(p_org);
    if not is_operator then
        if (seal_private.rank_in(p_org, seal.user_id()) >= 3) is not true then
            raise exception 'not allowed to schedule in this organization' using errcode = '42501';
        end if;
        if exists (select from public.job_schedules s
                    where s.org_id = p_org and s.name = p_name and s.requested_by is null) then
            raise exception 'the operator set this schedule' using errcode = '42501';
        end if;
    end if;
end $$;

ALTER FUNCTION queue.lock_schedule(p_org uuid, p_name text, OUT is_operator boolean) OWNER TO sb_gate;

COMMENT ON FUNCTION queue.lock_schedule(p_org uuid, p_name text, OUT is_operator boolean) IS 'the caller may write the schedule of this name';

REVOKE ALL ON FUNCTION queue.lock_schedule(p_org uuid, p_name text, OUT is_operator boolean) FROM PUBLIC;
