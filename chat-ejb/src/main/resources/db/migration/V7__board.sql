-- What the board of supervisors shows: when an operator first accepted. When one first wrote is known.
alter table conversation add column accepted_at bigint;
create index conversation_by_acceptance on conversation (accepted_at);
create index conversation_by_response on conversation (responded_at);
