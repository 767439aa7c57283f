-- Which sessions of operators count: a token is a claim, these decide.
alter table operator add column enabled boolean default true not null;
alter table operator add column removed boolean default false not null;
-- what a token of a login must say
alter table operator add column generation bigint default 0 not null;
-- what a token of the identity provider must be younger than
alter table operator add column sessions_from bigint default 0 not null;
-- when the token was given that said the role
alter table operator add column role_at bigint default 0 not null;

-- sessions that were ended one by one, until their last token has run out
create table ended_session (
  id varchar(64) not null primary key,
  until_at bigint not null
);

-- the one row of what all sessions have in common
create table session_epoch (
  id integer not null primary key,
  epoch varchar(40) not null,
  began_at bigint not null
);
insert into session_epoch (id, epoch, began_at) values (1, '0', 0);

-- what the servers' data folders know of this database: another one is an older one
create table data_folder (
  id varchar(40) not null primary key,
  mark varchar(40) not null,
  changed_at bigint not null
);
