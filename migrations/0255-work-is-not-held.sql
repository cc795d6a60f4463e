-- Art. 18 GDPR: who is restricted is asked of the restriction itself, in each row policy. Nothing else ever held a record of work.
-- The policies that named the column are written anew after every migration.
alter table register.task drop column held_at cascade;
alter table register.note drop column held_at cascade;
alter table register.activity drop column held_at cascade;
alter table register.document drop column held_at cascade;
