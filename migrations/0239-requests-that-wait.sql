-- S6.2: the list of requests begins with what must be answered first; what is settled has no day to be answered by, and stands last.
drop index register.quote_request_by_day;
create index quote_request_waiting on register.quote_request ((case when state = 'open' then answer_by end), id);
