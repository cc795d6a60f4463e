-- Whoever an enquiry takes into the bin is waited for before anything is begun with them, as a foreign key waits, but early enough to see that they
-- are gone: else what is written down at that moment hangs on somebody whom nobody sees.
create function seloste.wait_for_person(asked uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$ select from register.person where id = asked for key share $$;
revoke all on function seloste.wait_for_person(uuid) from public;
