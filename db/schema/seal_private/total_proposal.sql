-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.total_proposal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_item   record := coalesce(new, old);
    v_status text;
begin
    -- Locked before the sum is taken: of two who change items at once, the second sees what the first did.
    select p.status into v_status from public.proposals p
     where p.org_id = v_item.org_id and p.id = v_item.proposal_id for update;
    if v_status in ('accepted', 'void') then
        raise exception 'the items of an accepted or void proposal stay as they are'
            using errcode = '23514', constraint = 'proposal_line_items_of_accepted_stay';
    end if;
    update public.proposals p
       set total_minor = (select coalesce(sum(i.net_minor), 0) from public.proposal_line_items i
                           where i.org_id = v_item.org_id and i.proposal_id = v_item.proposal_id and i.is_selected)
     where p.org_id = v_item.org_id and p.id = v_item.proposal_id;
    return null;
end $$;

ALTER FUNCTION seal_private.total_proposal() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.total_proposal() IS 'a trigger: no tenant writes a total';

REVOKE ALL ON FUNCTION seal_private.total_proposal() FROM PUBLIC;
