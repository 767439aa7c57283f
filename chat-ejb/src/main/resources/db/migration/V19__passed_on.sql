-- the session in which somebody last chose whether to take conversations; null for one before this column
alter table operator add column status_session varchar(64);
-- who passed a conversation on that waits for somebody to take it, and their note
alter table conversation add column passed_by varchar(36);
alter table conversation add column passed_name varchar(200);
alter table conversation add column passed_note varchar(16000);
