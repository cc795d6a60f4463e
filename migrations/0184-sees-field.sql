-- Row policies of every source ask this for each row: two functions in SQL inside each other cost more than the row itself.
create or replace function seloste.sees_field(field text) returns boolean
  language plpgsql stable
  as $$
begin
  return case field
    when 'org.name' then has_column_privilege('register.organisation', 'name', 'select')
    when 'org.businessId' then has_column_privilege('register.organisation', 'business_id', 'select')
    when 'org.phone' then has_column_privilege('register.organisation', 'phone', 'select')
    when 'org.email' then has_column_privilege('register.organisation', 'email', 'select')
    when 'org.addresses' then has_column_privilege('register.organisation_address', 'postcode', 'select')
    when 'com.paymentTerms' then has_column_privilege('register.relationship', 'payment_terms', 'select')
    when 'person.name' then has_column_privilege('register.person', 'family_name', 'select')
    when 'person.email' then has_column_privilege('register.person_email', 'address', 'select')
    when 'person.phone' then has_column_privilege('register.person_phone', 'number', 'select')
    when 'person.address' then has_column_privilege('register.person_address', 'postcode', 'select')
    when 'person.jobRole' then has_column_privilege('register.affiliation', 'job_role', 'select')
    else seloste.may_see(
      case when field like 'person.%' then 'declared.person' else 'declared.organisation' end,
      case when field like 'com.%' then 'com_' else '' end || lower(regexp_replace(regexp_replace(
        substr(field, strpos(field, '.') + 1), '([a-z0-9])([A-Z])', '\1_\2', 'g'), '[^A-Za-z0-9]+', '_', 'g')))
  end;
end $$;
