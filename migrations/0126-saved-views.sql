-- How somebody looks at a list, or what they count of it. Nobody's data: the names of people are refused in a filter that is kept.
create table register.saved_view (
  id         uuid primary key default uuidv7(),
  list       text not null check (list ~ '^[a-z][a-z-]{0,59}$'),
  kind       text not null check (kind in ('view', 'report')),
  name       text not null check (name = btrim(name) and name <> '' and length(name) <= 80),
  wish       jsonb not null check (octet_length(wish::text) <= 40000),
  owner      text not null,
  shared     text not null check (shared in ('own', 'duty', 'everyone')),
  duty       text,                       -- of whoever shared it with their duty; null otherwise
  changed_at timestamptz not null,
  revision   integer not null default 1,
  constraint saved_view_duty_is_said check ((shared = 'duty') = (duty is not null))
);
create index saved_view_of_list on register.saved_view (list, kind);

-- Where somebody keeps a view: opened first, as a tab, on their dashboard.
create table register.saved_view_place (
  staff   text not null,
  view_id uuid not null constraint saved_view_place_view references register.saved_view (id) on delete cascade,
  place   text not null check (place in ('first', 'tab', 'dashboard')),
  primary key (staff, view_id, place)
);
