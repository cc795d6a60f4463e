-- S6.4: a notice sets the end of a contract; the end that was agreed is kept, and a notice that is withdrawn brings it back, or none.
drop trigger contract_is_locked on register.contract;
alter table register.contract add column agreed_until date; -- while a notice stands; null: until further notice
-- What was noticed before: an end that is the notice's own was not agreed where the contract does not renew.
update register.contract set agreed_until = ends_on
  where noticed_on is not null and not (renewal = 'fixed' and ends_on = (noticed_on + make_interval(months => notice_months))::date);
alter table register.contract
  add constraint contract_agreed_until_is_of_a_notice check (agreed_until is null or noticed_on is not null);

create trigger contract_is_locked before update or delete on register.contract
  for each row execute function seloste.refuse_altered_document('state', '{draft}',
    '{owner,contact_person_id,asked_for,end_proposed_on,billed_until,bills_next,held_at,revision}',
    '{"state": ["active>%", "noticed>active", "noticed>ended"], "ends_on": ["active>noticed", "noticed>active", "active=active"],
      "agreed_until": ["active>noticed", "noticed>active"], "noticed_on": ["active>noticed", "noticed>active"],
      "ended_on": ["%>ended"], "end_reason": ["%>ended"], "billing_months": ["once"]}');
create trigger contract_keeps_what_was_agreed before update on register.contract for each row
  when (old.state = 'active' and new.state = 'noticed' and new.agreed_until is distinct from old.ends_on
    or old.state = 'noticed' and new.state = 'active'
      and (new.ends_on is distinct from old.agreed_until or new.agreed_until is not null or new.noticed_on is not null))
  execute function seloste.refuse_altered_document('state', '{draft}', '{}', '{}');
