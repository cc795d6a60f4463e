-- Views and reports kept what a stage was called in Finnish; lists of opportunities now ask which stage it is, and matched none of them.
create function register.with_stages_by_id(part jsonb) returns jsonb language plpgsql as $$
declare
  asked constant text := part ->> 'is';
  said constant jsonb := case jsonb_typeof(part -> 'value') when 'array' then part -> 'value' else jsonb_build_array(part -> 'value') end;
  branches constant text := case when part ? 'any' then 'any' else 'all' end;
  kept jsonb;
begin
  if part ? 'column' then
    if part ->> 'column' <> 'stage' or asked in ('empty', 'filled') then return part; end if;
    select jsonb_agg(stage.id order by stage.pipeline_id, stage.position, stage.id) into kept from register.pipeline_stage stage
    where exists (
      select from jsonb_array_elements_text(said) one, seloste.folded(stage.name_fi) name, seloste.folded(one) word
      where stage.id::text = one or case
        when asked in ('is', 'is-not') then name = word
        when asked = 'starts' then starts_with(name, word)
        else strpos(name, word) > 0 end);
    return case when kept is not null then
      part || jsonb_build_object('is', case when asked in ('is-not', 'contains-not') then 'is-not' else 'is' end, 'value', kept) end;
  end if;
  if part -> branches = '[]' then return part; end if;
  select jsonb_agg(done order by nth) into kept
  from jsonb_array_elements(part -> branches) with ordinality branch (one, nth), register.with_stages_by_id(one) done
  where done is not null;
  return case when kept is not null then part || jsonb_build_object(branches, kept) end;
end $$;

update register.saved_view held
set wish = case when renewed is null then wish - 'filter' else jsonb_set(wish, '{filter}', renewed) end, revision = revision + 1
from (
  select id, register.with_stages_by_id(wish -> 'filter') as renewed from register.saved_view
  where list = 'opportunities' and wish @? '$.filter.** ? (@.column == "stage")'
) found
where found.id = held.id and renewed is distinct from wish -> 'filter';

drop function register.with_stages_by_id(jsonb);
