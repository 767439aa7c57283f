-- What staff needs of a conversation beyond its log: how long it waits, how urgent it is, to whom it is offered.

alter table conversation add column queued_at bigint;
alter table conversation add column responded_at bigint;
-- the ordinal of Priority, so that the database can sort by it
alter table conversation add column priority int default 1 not null;
-- separated by blanks, which cannot stand in a tag
alter table conversation add column tags varchar(500) default '' not null;
alter table conversation add column language varchar(35);
-- the pre-chat form's answers, a JSON object of strings
alter table conversation add column form varchar(4000);
alter table conversation add column left_message boolean default false not null;
-- the operator who is asked to take it, and until when
alter table conversation add column offered_to varchar(36);
alter table conversation add column offered_name varchar(100);
alter table conversation add column offered_until bigint;
-- who gets a transferred conversation back when nobody takes it, and when
alter table conversation add column returns_to varchar(36);
alter table conversation add column returns_name varchar(100);
alter table conversation add column returns_at bigint;
-- text, as every id that may be missing: EclipseLink 4.0 can neither bind nor read a null uuid
alter table conversation add column merged_into varchar(36);

update conversation set queued_at = opened_at where status = 'QUEUED';

-- Somebody is always responsible: an owner, or the department in whose queue it waits.
alter table conversation add constraint conversation_owned check (status <> 'ACTIVE' or owner_id is not null);

create index conversation_by_queue on conversation (department_id, status, queued_at);
create index conversation_by_offer on conversation (offered_to);
