-- S12.5: whoever held the link of a quote typed the address and reads its mail. That shows that the mail is read, not that it is the person's:
-- it gets the papers of the orders it was given with. Whose it is staff say, or it was never given on such a page.
alter table register.person_email add column has_answered boolean not null default false;
update register.person_email mail set is_proven = false, has_answered = true
where mail.is_proven and mail.given_with <> '{}'
  and exists (select from register.ledger_opening said where said.payload ->> 'about' = mail.person_id::text
    and said.payload ->> 'what' = 'email.proven' and said.payload -> 'detail' ->> 'value' = mail.id::text and said.payload -> 'detail' ->> 'way' = 'link')
  and not exists (select from register.ledger_opening said where said.payload ->> 'about' = mail.person_id::text
    and said.payload ->> 'what' = 'email.proven' and said.payload -> 'detail' ->> 'value' = mail.id::text and said.payload -> 'detail' ->> 'way' = 'staff');
delete from register.own_page_link link using register.person_email mail where mail.id = link.email_id and not mail.is_proven;

drop trigger email_is_proven on register.person_email;
create trigger email_is_proven before update on register.person_email for each row
  when ((new.is_proven or new.has_answered) and new.proof_digest is not null) execute function seloste.forget_proof();

create or replace function seloste.ask_proof(asked uuid, digest bytea, until timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  update register.person_email mail set proof_digest = digest, proof_until = until
    where mail.id = asked and not mail.is_proven and not mail.has_answered;
  return found;
end $$;

create or replace function seloste.email_to_prove(digest bytea, at timestamptz) returns table (person uuid, value uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select mail.person_id, mail.id from register.person_email mail
    where mail.proof_digest = digest and mail.proof_until > at and not mail.is_proven and not mail.has_answered
      and not exists (select from register.restriction kept where kept.person_id = mail.person_id and kept.lifted_at is null)
  $$;

create or replace function seloste.prove_email(digest bytea, at timestamptz) returns table (person uuid, value uuid)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    update register.person_email mail set has_answered = true
    where mail.id in (select known.value from seloste.email_to_prove(digest, at) known) and mail.proof_digest = digest
    returning mail.person_id, mail.id
  $$;
