-- AVL 1501/1993 § 209 e: invoices bear a running number. A number is taken inside the transaction that issues, so none is lost.
create table register.number_series (
  group_company text not null,
  kind          text not null check (kind in ('quote', 'order', 'contract', 'assignment', 'delivery', 'invoice')),
  prefix        text not null default '' check (prefix ~ '^[A-Z0-9-]{0,8}$'),
  first         bigint not null check (first >= 1),
  next          bigint not null check (next < 10000000000000),
  primary key (group_company, kind),
  constraint number_series_begins_at_its_first check (next >= first),
  constraint number_series_of_invoices_is_digits check (kind <> 'invoice' or prefix = '') -- a reference number is made of it
);

create function register.number_series_has_no_gaps() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.next > old.first then
      raise exception 'a series that has given numbers stays' using errcode = '23514';
    end if;
    return old;
  end if;
  if (new.group_company, new.kind) is distinct from (old.group_company, old.kind)
    or old.next = old.first and new.next - new.first not in (0, 1)
    or old.next > old.first and (new.first, new.prefix, new.next) is distinct from (old.first, old.prefix, old.next + 1) then
    raise exception 'a number follows the one before it' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger number_series_has_no_gaps before update or delete on register.number_series
  for each row execute function register.number_series_has_no_gaps();
create function register.number_series_begins_empty() returns trigger language plpgsql as $$
begin
  if new.next <> new.first then
    raise exception 'a series begins with its first number' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger number_series_begins_empty before insert on register.number_series
  for each row execute function register.number_series_begins_empty();
