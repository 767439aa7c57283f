-- One set for H2 (PostgreSQL mode) and PostgreSQL. Times are UTC milliseconds since 1970 (ADR-0004).

create table site (
  id varchar(64) not null primary key,
  name varchar(100) not null,
  origins varchar(4000) not null,
  identity_key varchar(4000)
);

create table department (
  id uuid not null primary key,
  site_id varchar(64) not null references site (id),
  department_key varchar(64) not null,
  name varchar(100) not null,
  constraint department_key_once unique (site_id, department_key)
);

create table operator (
  id uuid not null primary key,
  -- the empty string for a built-in account: a null would not be unique
  issuer varchar(255) not null,
  username varchar(255) not null,
  name varchar(100) not null,
  password_hash varchar(500),
  role varchar(20) not null,
  status varchar(20) not null,
  constraint operator_once unique (issuer, username)
);

create table visitor (
  id uuid not null primary key,
  site_id varchar(64) not null references site (id),
  subject varchar(255),
  name varchar(100),
  attributes varchar(12000) not null,
  -- the Idempotency-Key of the request that made the visitor
  request_key varchar(128),
  created_at bigint not null,
  constraint visitor_request_once unique (site_id, request_key),
  constraint visitor_subject_once unique (site_id, subject)
);

create table conversation (
  id uuid not null primary key,
  site_id varchar(64) not null references site (id),
  department_id uuid not null references department (id),
  department_name varchar(100) not null,
  visitor_id uuid not null references visitor (id),
  visitor_name varchar(100),
  -- text, as every participant's id in the log: EclipseLink 4.0 can neither bind nor read a null uuid
  owner_id varchar(36),
  owner_name varchar(100),
  status varchar(20) not null,
  -- (visitor, department) while the conversation is open, null afterwards: at most one is open (ADR-0003);
  -- a visitor belongs to one site, so the site need not stand in it
  open_slot varchar(80),
  subject varchar(80),
  public_head bigint not null,
  internal_head bigint not null,
  opened_at bigint not null,
  closed_at bigint,
  version bigint not null,
  constraint conversation_open_slot_once unique (open_slot)
);
create index conversation_by_visitor on conversation (visitor_id, opened_at);
create index conversation_by_owner on conversation (owner_id, status);
create index conversation_by_status on conversation (status, opened_at);

create table entry (
  conversation_id uuid not null references conversation (id),
  log varchar(10) not null,
  seq bigint not null,
  at bigint not null,
  kind varchar(20) not null,
  author_kind varchar(10) not null,
  author_id varchar(64) not null,
  author_name varchar(100),
  text varchar(16000),
  client_id varchar(64),
  data varchar(4000),
  primary key (conversation_id, log, seq),
  constraint entry_client_id_once unique (conversation_id, author_id, client_id)
);

create table receipt (
  conversation_id uuid not null references conversation (id),
  participant_kind varchar(10) not null,
  participant_id varchar(64) not null,
  participant_name varchar(100),
  delivered_seq bigint not null,
  read_seq bigint not null,
  primary key (conversation_id, participant_id)
);

create table start_request (
  visitor_id uuid not null references visitor (id),
  client_id varchar(64) not null,
  conversation_id uuid not null references conversation (id),
  created boolean not null,
  seq bigint not null,
  primary key (visitor_id, client_id)
);

create table secret (
  name varchar(64) not null primary key,
  content varchar(500) not null
);
