-- S5.11: days beyond the end of a contract are offered to be credited of issued invoices only, so issuing a draft counts anew, too.
drop trigger invoice_counts_anew on register.invoice;
create trigger invoice_counts_anew after update on register.invoice for each row
  when ((new.order_id is not null or new.contract_id is not null or old.order_id is not null or old.contract_id is not null) and (
    (old.order_id, old.contract_id, old.lines, old.complaint_id, old.binned_at, old.delivered_on, old.period_until)
      is distinct from (new.order_id, new.contract_id, new.lines, new.complaint_id, new.binned_at, new.delivered_on, new.period_until)
    or (old.status = 'credited') <> (new.status = 'credited')
    or (new.period_until is not null and (old.number is null) <> (new.number is null))))
  execute function register.recount_to_bill();

update register.contract set bills_next = null where billing_months is not null; -- counted for what was issued already
