-- A rule meets a record once on each occasion: a contract that renews each year, a quote with a new validity, a stage entered again.
alter table register.work_rule_run add column occasion text not null default '';
update register.work_rule_run run set occasion = said.occasion
  from (
    select id, ends_on::text as occasion from register.contract where ends_on is not null
    union all select id, valid_until::text from register.quote where valid_until is not null
    union all select id, answer_by::text from register.quote_request where answer_by is not null
    union all select id, due_on::text from register.invoice where due_on is not null
    union all select id, extract(epoch from stage_since)::text from register.opportunity
  ) said
  where said.id = run.subject_id;
alter table register.work_rule_run drop constraint work_rule_run_rule_id_subject_id_key;
alter table register.work_rule_run add constraint work_rule_run_once unique (rule_id, subject_id, occasion);
