-- S5.11: an invoice that comes to nothing is credited by its lines, and then it is called credited. The rest as in 0111 and later.
create or replace function register.invoice_balance() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  is_undone boolean := false;
begin
  if new.kind = 'credit-note' then
    new.status := case when new.number is null then 'draft' else 'credited' end;
    new.settled_on := case when new.number is null then null else new.issued_on end;
    new.open_cents := 0;
    return new;
  end if;
  select coalesce(sum(-note.amount_cents), 0) into new.credited_cents from register.invoice note
    where note.credits_invoice_id = new.id and note.number is not null;
  select new.credited_cents + coalesce(sum(part.cents) filter (where part.bears = 'credit'), 0),
      coalesce(sum(part.cents) filter (where part.bears = 'payment'), 0) into new.credited_cents, new.paid_cents
    from register.payment_allocation part where part.invoice_id = new.id;
  new.open_cents := new.amount_cents - new.credited_cents - new.paid_cents;
  if new.amount_cents = 0 and new.number is not null then -- no sum tells whether it was credited: its lines do
    select exists (select from register.invoice note where note.credits_invoice_id = new.id and note.number is not null)
        and bool_and(line.quantity + coalesce(undone.quantity, 0) = 0) into is_undone
      from jsonb_to_recordset(new.lines) line (id text, quantity bigint)
      left join lateral (select sum(part.quantity) as quantity from register.invoice note
        cross join jsonb_to_recordset(note.lines) part (id text, quantity bigint)
        where note.credits_invoice_id = new.id and note.number is not null and part.id = line.id) undone on true;
  end if;
  if new.origin = 'entered' then -- another system's books say what became of it; payments that came here may settle it too
    if new.status in ('open', 'collection') and new.amount_cents <> 0 and new.open_cents * sign(new.amount_cents) <= 0 then
      new.status := case when new.paid_cents = 0 then 'credited' else 'paid' end;
    elsif new.status in ('paid', 'credited') then
      new.open_cents := 0;
    end if;
  elsif new.number is null then
    new.status := 'draft';
  elsif new.open_cents * sign(new.amount_cents) > 0 then
    new.status := case when new.collection_on is null then 'open' else 'collection' end;
  else
    new.status := case when new.paid_cents = 0 and (new.credited_cents <> 0 or new.amount_cents = 0 and is_undone) then 'credited' else 'paid' end;
  end if;
  new.settled_on := case when new.status not in ('paid', 'credited') then null
    else coalesce(new.settled_on, (seloste.at() at time zone 'Europe/Helsinki')::date) end;
  return new;
end $$;
