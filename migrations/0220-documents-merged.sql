-- S5.10: two records that were one person's or one company's become one, and are told apart again: whose a document is moves with them, and
-- nothing else of it.
create or replace function seloste.refuse_altered_document() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  was constant jsonb := to_jsonb(old);
  now jsonb;
  moved text;
begin
  if was ->> tg_argv[0] is null or was ->> tg_argv[0] = any (tg_argv[1]::text[]) then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    if session_user ~ '_(rights|retention)$' then return old; end if;
    raise exception 'DOCUMENT_IS_LOCKED' using errcode = '42501';
  end if;
  now := to_jsonb(new);
  moved := (was ->> 'state') || case when was -> 'state' = now -> 'state' then '=' else '>' end || (now ->> 'state');
  if exists (
    select from jsonb_each(now) as said (name, value)
    where said.value is distinct from was -> said.name
      and said.name <> all (tg_argv[2]::text[])
      and not (said.name in ('person_id', 'contact_person_id', 'organisation_id') and session_user ~ '_matching$') -- two records were one
      and not (said.name in ('contact_person_id', 'answered_name') and said.value = 'null' and session_user ~ '_rights$') -- Art. 17 GDPR
      and not exists (
        select from jsonb_array_elements_text(tg_argv[3]::jsonb -> said.name) as allowed (move)
        where moved like allowed.move or allowed.move = 'once' and was -> said.name = 'null'))
  then
    raise exception 'DOCUMENT_IS_LOCKED' using errcode = '42501';
  end if;
  return new;
end $$;
