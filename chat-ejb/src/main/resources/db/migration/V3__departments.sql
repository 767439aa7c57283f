-- How departments share out their work, who works for them, and when they are open.

alter table department add column enabled boolean default true not null;
alter table department add column strategy varchar(40) default 'manual' not null;
alter table department add column offer_seconds int default 30 not null;
alter table department add column prefer_last boolean default false not null;
-- text, as every id that may be missing: EclipseLink 4.0 can neither bind nor read a null uuid
alter table department add column fallback_id varchar(36);
-- JSON, as docs/protocol.md writes it; null: the hours of the site
alter table department add column hours varchar(8000);
alter table department add column may_wait boolean default true not null;
alter table department add column idle_warn_minutes int default 0 not null;
alter table department add column idle_close_minutes int default 0 not null;
alter table department add column return_seconds int default 60 not null;

-- null: always open
alter table site add column hours varchar(8000);

-- null: parley.operator.capacity
alter table operator add column capacity int;
-- BCP 47, separated by blanks
alter table operator add column languages varchar(400) default '' not null;

create table operator_department (
  operator_id uuid not null references operator (id),
  department_id uuid not null references department (id),
  skill int not null,
  primary key (operator_id, department_id),
  constraint operator_department_skill check (skill between 1 and 10)
);
create index operator_department_by_department on operator_department (department_id);
