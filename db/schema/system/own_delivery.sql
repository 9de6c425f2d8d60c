-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.own_delivery() RETURNS public.deliveries
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context  constant text[] := seal_private.context();
    v_delivery public.deliveries;
begin
    if (v_context[1] = 'system') is true then
        select * into v_delivery from public.deliveries d
         where d.org_id = v_context[3]::uuid and d.job_id = v_context[5]::uuid for no key update;
    end if;
    if v_delivery.id is null then
        raise exception 'a mail is for its own job alone' using errcode = '42501';
    end if;
    return v_delivery;
end $$;

ALTER FUNCTION system.own_delivery() OWNER TO sb_gate;

COMMENT ON FUNCTION system.own_delivery() IS 'the mail of the open job, or nobody''s';

REVOKE ALL ON FUNCTION system.own_delivery() FROM PUBLIC;
