-- ⌘K also finds notes, meetings and calls by their words, and messages by their subject. Of a note its first 2 000 characters: a finder
-- looks for what somebody remembers of it, and an index of whole minutes would be as large as the minutes.
create index note_words on register.note using gin (seloste.folded(left(text, 2000)) seloste.gin_trgm_ops);
create index activity_words on register.activity using gin (seloste.folded(title) seloste.gin_trgm_ops);
create index message_subject_words on register.message_subject using gin (seloste.folded(subject) seloste.gin_trgm_ops);

-- As rows_with, the newest first. A word that many rows hold is looked for among the newest only: the index would gather every row that
-- holds it before it gave one (0.8 s where 100 000 do), and those it gave would be the oldest. A rare word is asked of the index, and is
-- found however old. Common is what stands in two of a hundred of the newest 300.
create function seloste.newest_with(reader text, index_name text, row_column text, patterns text[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
declare
  -- Asked of the index also where it is not read: whoever does not read a column asks nothing of it (S9).
  allowed uuid[] := array(select seloste.rows_with(reader, index_name, row_column, '{}', 0));
  folded text[] := array(select seloste.folded(pattern) from unnest(patterns) pattern);
  place text;
  said text;
  newest text;
  ids uuid[];
begin
  select own.indrelid::regclass::text, pg_get_indexdef(own.indexrelid, 1, true) into place, said
    from pg_index own where own.indexrelid = to_regclass(index_name);
  newest := format('select held.id from (select %1$I as id, %3$s as words from %2$s order by %1$I desc limit $2) held
    where held.words like any ($1) limit $3', row_column, place, said);
  execute 'select array(' || newest || ')' into ids using folded, 300, most;
  if cardinality(ids) < 6 then
    return query select unnest(ids) union select seloste.rows_with(reader, index_name, row_column, patterns, most);
  else
    return query execute newest using folded, 3000, most;
  end if;
end $$;
revoke all on function seloste.newest_with from public;
