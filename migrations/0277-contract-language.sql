-- S6.4: a contract has the language in which its customer is billed; of an order it is the order's.
alter table register.contract add column language text not null default 'fi' check (language in ('fi', 'sv', 'en'));

drop trigger contract_is_locked on register.contract;
create trigger contract_is_locked before update or delete on register.contract
  for each row execute function seloste.refuse_altered_document('state', '{draft}',
    '{owner,contact_person_id,asked_for,end_proposed_on,billed_until,bills_next,bills_until,billed_beyond,left_unbilled,part_periods,language,held_at,revision}',
    '{"state": ["active>%", "noticed>active", "noticed>ended"], "ends_on": ["active>noticed", "noticed>active", "active=active"],
      "agreed_until": ["active>noticed", "noticed>active"], "noticed_on": ["active>noticed", "noticed>active"],
      "ended_on": ["%>ended"], "end_reason": ["%>ended"], "billing_months": ["once"]}');

update register.contract set language = sales_order.language from register.sales_order
  where sales_order.id = contract.order_id and sales_order.language <> 'fi';
