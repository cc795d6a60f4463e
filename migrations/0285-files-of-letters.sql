-- A file of a letter written here waits in the register until the letter lies in its mailbox; from then on the file lies there too.
create table register.message_file (
  message_id uuid not null references register.message on delete cascade,
  nth        integer not null check (nth between 0 and 49), -- its place in message_body.attachments
  content    bytea not null,
  primary key (message_id, nth)
);
create trigger message_file_stays before update on register.message_file for each row execute function seloste.mail_stays();
