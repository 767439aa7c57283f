-- What one node does for all, such as deleting what is old: when it is to be done next.
create table chore (
  name varchar(40) not null primary key,
  due_at bigint not null
);
insert into chore (name, due_at) values ('housekeeping', 0);
