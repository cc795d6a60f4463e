-- Art. 15(1)(c) GDPR: whoever discloses notes it, whatever the duty may read of the log; always in the name of who is acting.
create function seloste.note_disclosure(
  asked_id uuid, noted_at timestamptz, receiver_kind text, to_whom text, its_name text, about uuid[], said_fields text[],
  said_purpose text, said_ground text, tool text, silent date, version integer
) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if coalesce(seloste.acting(), '') = '' then
    raise exception 'nobody is acting' using errcode = '42501';
  end if;
  insert into register.disclosure
    (id, at, by, kind, receiver, receiver_name, people, fields, purpose, ground, transfer_tool, silent_until, statement_version)
    values (asked_id, noted_at, seloste.acting(), receiver_kind, to_whom, its_name, about, said_fields,
      said_purpose, said_ground, tool, silent, version);
end $$;
revoke all on function seloste.note_disclosure(uuid, timestamptz, text, text, text, uuid[], text[], text, text, text, date, integer) from public;
