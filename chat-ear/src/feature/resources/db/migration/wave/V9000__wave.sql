-- Who has waved, with which hand.
create table wave (
  id varchar(64) primary key,
  hand varchar(10) not null
);
