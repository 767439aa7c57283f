-- When an entry was written, in microseconds, rising within each log: the order in which readers of all logs take entries.
alter table entry add column written bigint default 0 not null;
update entry set written = at * 1000;
create index entry_by_written on entry (written);

-- The highest of the conversation's entries.
alter table conversation add column written bigint default 0 not null;
update conversation set written = coalesce((select max(e.written) from entry e where e.conversation_id = conversation.id), 0);

-- Below which number no transaction of a node is open any more, and when the node said so.
create table entry_writer (
  node varchar(36) not null primary key,
  settled bigint not null,
  told_at bigint not null
);

-- How far a reader of all logs has come, and which node reads for it until when.
create table entry_reader (
  name varchar(40) not null primary key,
  place bigint not null,
  node varchar(36) not null,
  held_until bigint not null
);
