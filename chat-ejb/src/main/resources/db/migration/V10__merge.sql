-- Conversations that go on in another one (ADR-0023).

-- when merged_into was set, and how long it had waited in the queue before; null while it stands for itself
alter table conversation add column merged_at bigint;
alter table conversation add column waited_since bigint;
-- ids, separated by blanks: which ones go on here, and with which ones it was ever merged, either way
alter table conversation add column merged_from varchar(4000) default '' not null;
alter table conversation add column kin varchar(4000) default '' not null;
-- the anonymous visitor whose it was before they proved to be somebody known
alter table conversation add column former_visitor varchar(36);
create index conversation_by_target on conversation (merged_into);
