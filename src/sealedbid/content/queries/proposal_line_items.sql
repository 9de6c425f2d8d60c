-- name: add
-- One line of a price table.
insert into public.proposal_line_items (org_id, proposal_id, service_id, label, description, option_group, is_optional,
                                        is_selected, quantity, unit, unit_price_minor, tax_rate, billing_period,
                                        position)
values (%(org_id)s, %(proposal_id)s, %(service_id)s, %(label)s, %(description)s, %(option_group)s, %(is_optional)s,
        %(is_selected)s, %(quantity)s, %(unit)s, %(unit_price_minor)s, %(tax_rate)s, %(billing_period)s, %(position)s)

-- name: clear
-- Takes all lines out of a proposal.
delete from public.proposal_line_items
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s

-- name: of_proposal
-- The price table, in order.
select id, service_id, label, description, option_group, is_optional, is_selected, quantity, unit, unit_price_minor,
       discount, tax_rate, billing_period, net_minor, position
  from public.proposal_line_items
 where org_id = %(org_id)s and proposal_id = %(proposal_id)s
 order by position
