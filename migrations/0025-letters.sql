-- S4.12: the letters of a campaign are printed in runs. A new run takes the place of one that was not posted.
create table register.print_run (
  id          uuid primary key default uuidv7(),
  campaign_id uuid not null constraint print_run_campaign references register.campaign (id),
  made_at     timestamptz not null,
  made_by     text not null,
  processor   text,  -- the printing house; null where the letters are printed in house
  sides       smallint not null check (sides in (1, 2)),
  letters     integer not null default 0,
  taken_out   integer not null default 0,  -- refused between printing and posting, and so taken out of the pile
  posted_on   date,  -- null until somebody says that they went to the post
  posted_by   text,
  constraint print_run_is_posted_by_somebody check ((posted_on is null) = (posted_by is null))
);
create index print_run_of on register.print_run (campaign_id, id);

-- The code on a letter is the random end of its row's id.
create index campaign_recipient_letter on register.campaign_recipient (right(id::text, 12)) where channel = 'post';
