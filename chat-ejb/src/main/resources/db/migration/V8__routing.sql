-- Who can be reached, as each node of the application last heard: a lease that runs out by itself.
create table presence_lease (
  operator_id uuid not null references operator (id),
  node varchar(40) not null,
  -- UTC milliseconds; a row stays after that, and tells since when somebody is gone
  until_at bigint not null,
  primary key (operator_id, node)
);

-- Who was asked to take a conversation, or took it, and what came of it.
create table assignment (
  id uuid not null primary key,
  conversation_id uuid not null references conversation (id),
  operator_id varchar(36) not null,
  asked_at bigint not null,
  outcome varchar(20) not null,
  ended_at bigint
);
create index assignment_by_conversation on assignment (conversation_id, asked_at);

alter table operator add column last_assigned_at bigint;
-- where a transferred conversation goes back to
alter table conversation add column returns_department varchar(36);
create index conversation_by_return on conversation (returns_at);

-- what the host's identity token says of a proven visitor
alter table visitor add column vip int default 0 not null;
