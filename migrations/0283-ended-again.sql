-- C1: a cancelled order that took back an ended relationship leaves it ended as it was: since when, and why. What came into it meanwhile and is
-- open keeps it, as a prospect.
do $do$
declare
  was  constant text := pg_get_functiondef('seloste.no_sale_after_all(uuid)'::regprocedure);
  made text;
begin
  made := replace(was, e'  tie  register.relationship;\n', e'  tie  register.relationship;\n  earlier jsonb;\n');
  made := replace(made, $old$  state_now := case when tie.moves -> -2 ->> 'to' = 'dormant' then 'dormant' else 'prospect' end;
  update register.relationship held set state = state_now, revision = held.revision + 1 where held.id = tie.id;
$old$, $new$  earlier := tie.moves -> -2;
  state_now := case when earlier ->> 'to' in ('dormant', 'ended', 'retained', 'rejected') then earlier ->> 'to' else 'prospect' end;
  if state_now in ('ended', 'retained', 'rejected') and exists (select from seloste.open_with(tie)) then state_now := 'prospect'; end if;
  if state_now in ('ended', 'retained', 'rejected') then
    perform seloste.close_as_before(tie.id, state_now, earlier ->> 'reason', (earlier ->> 'at')::timestamptz);
  else
    update register.relationship held set state = state_now, revision = held.revision + 1 where held.id = tie.id;
  end if;
$new$);
  if made not like '%close_as_before%' or made not like '%earlier jsonb%' then raise exception 'seloste.no_sale_after_all is not as it was'; end if;
  execute made;
end $do$;

-- As seloste.close_relationship, asked by a deed that has checked whose order it was: whoever orders may not see the relationship.
create function seloste.close_as_before(asked uuid, state_then text, reason text, ended timestamptz) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  tie register.relationship;
begin
  update register.relationship set state = state_then, end_reason = reason, ended_at = ended, closed_at = ended, revision = revision + 1
    where id = asked returning * into tie;
  update register.organisation firm set closed_at = greatest(firm.created_at, (
      select max(other.closed_at) from register.relationship other where other.organisation_id = firm.id)), changed_at = seloste.at()
    where firm.id = tie.organisation_id and firm.closed_at is null
      and not exists (select from register.relationship other where other.organisation_id = firm.id and other.closed_at is null);
  update register.person who set closed_at = greatest(who.created_at, ended), changed_at = seloste.at()
    where who.closed_at is null
      and who.id in (select tie.person_id union select link.person_id from register.affiliation link where link.organisation_id = tie.organisation_id)
      and not exists (select from register.relationship other where other.person_id = who.id and other.closed_at is null)
      and not exists (
        select from register.affiliation link join register.relationship other on other.organisation_id = link.organisation_id
        where link.person_id = who.id and link.left_on is null and other.closed_at is null);
end $$;
revoke all on function seloste.close_as_before(uuid, text, text, timestamptz) from public;
