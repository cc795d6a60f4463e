-- § 200(3) of laki 917/2014: where the order was cancelled nothing was sold, so its facts of sale go, and with them (C1) what it alone made of its
-- party. Asked in the deed that cancels it. Answers how many facts went, and the relationship it moved.
create function seloste.no_sale_after_all(asked uuid, out facts integer, out moved uuid, out state_now text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  gone register.sales_order;
  tie  register.relationship;
begin
  perform seloste.refuse_unless_writer('register.sales_order', 'state');
  select * into gone from register.sales_order held where held.id = asked and held.state = 'cancelled';
  facts := 0;
  if gone.id is null then return; end if;
  delete from register.fact_of_sale said where said.deal = 'order' and said.deal_id = asked;
  get diagnostics facts = row_count;

  select * into tie from register.relationship held
    where held.group_company = gone.group_company and held.state = 'customer'
      and (held.organisation_id = gone.organisation_id or gone.organisation_id is null and held.person_id = gone.person_id)
    for update;
  if tie.id is null
    or exists (select from register.sales_order other where other.group_company = gone.group_company and other.state <> 'cancelled'
      and (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id))
    or exists (select from register.contract other where other.group_company = gone.group_company and other.state <> 'draft'
      and (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id))
    or exists (select from register.invoice other where other.group_company = gone.group_company and other.status <> 'draft'
      and (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id))
    or not exists (select from register.sales_order other where other.group_company = gone.group_company and other.state = 'cancelled'
      and (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id)
      and other.entered_at = coalesce((tie.moves -> -1 ->> 'at')::timestamptz, tie.started_at)) then return; end if;
  state_now := case when tie.moves -> -2 ->> 'to' = 'dormant' then 'dormant' else 'prospect' end;
  update register.relationship held set state = state_now, revision = held.revision + 1 where held.id = tie.id;
  moved := tie.id;
end $$;
revoke all on function seloste.no_sale_after_all(uuid) from public;
