-- ⌘K asks some twenty kinds at each letter. A question written as it is asked was planned each time, 1 ms a kind even where it has no
-- rows; the three large ones folded up to 3 000 texts each: 44 ms of processor a letter over 5 million notes. Now each index of words has a
-- function of its own, whose plans a connection keeps.
drop function seloste.newest_with;

/* Writes `seloste.newest_with_<index>(reader, said, most)`: ids of rows outside the bin that hold all three words of `said` (folded, as
 * patterns; the same one thrice where one is said), some hundred where many do. Of words that two of the newest 40 to 300 rows hold, the
 * more the larger the table, a quarter of `most` is enough, among the newest 3 000: the index gathers every row that holds a word before it
 * gives one (0.1 s where 250 000 do), and those it gives are the oldest. What is rarer is asked of the index, and found however old. */
create function seloste.write_newest_with(index_name regclass, row_column text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  name text := 'newest_with_' || (select relname from pg_class where oid = index_name);
  place regclass;
  said text := pg_get_indexdef(index_name, 1, true);
  unbinned text := '';
  indexed text;
  reads text;
begin
  -- S9: whoever does not read a column asks nothing of it.
  select own.indrelid, coalesce(' and ' || pg_get_expr(own.indpred, own.indrelid), ''),
      (select string_agg(format('has_column_privilege(reader, %L, %L, ''select'')', own.indrelid::regclass, part.attname), ' and ')
        from pg_attribute part where part.attrelid = own.indrelid and (part.attname = row_column or part.attnum in (
          select link.refobjsubid from pg_depend link where link.classid = 'pg_class'::regclass and link.objid = own.indexrelid
            and link.refclassid = 'pg_class'::regclass and link.refobjid = own.indrelid and link.refobjsubid > 0)))
    into strict place, indexed, reads from pg_index own where own.indexrelid = index_name;
  if exists (select from pg_attribute where attrelid = place and attname = 'binned_at') then
    unbinned := ' and binned_at is null';
  end if;
  execute format($made$
    create function seloste.%1$I(reader text, said text[], most integer) returns setof uuid
      language plpgsql stable security definer
      set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan
      as $body$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size(%2$L);
      ids uuid[];
      in_newest bigint;
    begin
      if not (%3$s) then
        raise exception 'permission denied for table %2$s' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (%4$s limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (%4$s limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select %5$I from %2$s where %6$s like said[1]%7$s limit greatest(most, 60);
      else
        return query select %5$I from %2$s where %6$s like said[1] and %6$s like said[2] and %6$s like said[3]%7$s
          limit greatest(most, 60);
      end if;
    end $body$
  $made$, name, place, reads,
    -- Folds as seloste.folded does, with a third of its time: what has no letters but these needs no call.
    format('select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select %1$I as id, replace(replace(replace(lower(%2$s collate pg_c_utf8), ''ä'', ''a''), ''ö'', ''o''), ''å'', ''a'') collate "C" as words
          from %3$s where true%4$s order by %1$I desc offset 0) plain',
      row_column, substring(said from '^seloste\.folded\((.*)\)$'), place, unbinned),
    row_column, said, indexed || unbinned);
  execute format('revoke all on function seloste.%I from public', name);
end $$;
revoke all on function seloste.write_newest_with from public;

select seloste.write_newest_with(format('register.%s_words', one)::regclass, 'id') from unnest(array['opportunity', 'quote_request', 'quote', 'sales_order',
  'contract', 'assignment', 'delivery', 'invoice', 'product_by', 'payment', 'complaint', 'warranty', 'task', 'document', 'note', 'activity', 'enquiry',
  'campaign']) one;
select seloste.write_newest_with('register.message_subject_words', 'message_id');
