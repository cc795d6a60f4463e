-- Servers remember for a moment who a session belongs to and what they may do. Whatever changes that tells them in its own commit.
create function seloste.tell_standing_changed() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
    begin
      perform pg_notify('standing_changed', '');
      return null;
    end
  $$;
revoke all on function seloste.tell_standing_changed() from public;

-- That a session was seen is written each minute and changes nothing of it.
create trigger session_tells after update of digest, staff_id, proof, opened_at, ended_at or delete on auth.session
  for each statement execute function seloste.tell_standing_changed();
create trigger staff_tells after update or delete on register.staff
  for each statement execute function seloste.tell_standing_changed();
create trigger staff_duty_tells after insert or update or delete on register.staff_duty
  for each statement execute function seloste.tell_standing_changed();
create trigger undertaking_tells after insert or update or delete on register.undertaking
  for each statement execute function seloste.tell_standing_changed();
create trigger instruction_tells after insert or update or delete on register.instruction
  for each statement execute function seloste.tell_standing_changed();
create trigger instruction_acknowledgement_tells after insert or update or delete on register.instruction_acknowledgement
  for each statement execute function seloste.tell_standing_changed();
