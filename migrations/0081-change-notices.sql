-- C6: a material version of the statement is told to the people it concerns; what is new in it waits until they know.
alter table register.notice drop constraint notice_article_check;
alter table register.notice add constraint notice_article_check check (article in ('13', '14', 'change'));
alter table register.notice add column holds text[] not null default '{}';  -- uses that wait for it, such as channel:sms
create unique index notice_of_change on register.notice (person_id) where article = 'change' and state in ('queued', 'failed');
