-- Whoever is erased, and a company that is destroyed, takes along what rules did with them: found by an index, however much rules did.
create index work_rule_run_of_person on register.work_rule_run (person_id) where person_id is not null;
create index work_rule_run_of_organisation on register.work_rule_run (organisation_id) where organisation_id is not null;
