-- S0.2: the privacy contact is told of a material version that waits for its second person or its day.
alter table register.statement_approval add column told_at timestamptz; -- null: nobody has been told yet
