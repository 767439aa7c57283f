-- Invitations of operators and rules to visitors, and the rules.

create table invitation_rule (
  id uuid not null primary key,
  site_id varchar(64) not null references site (id),
  name varchar(100) not null,
  enabled boolean not null,
  -- the lowest number is tried first
  rule_rank int not null,
  department_id uuid not null references department (id),
  -- what has to hold, a JSON object; what is absent holds always
  conditions varchar(4000) not null,
  -- by language, a JSON object
  texts varchar(16000) not null
);
create index invitation_rule_by_site on invitation_rule (site_id, rule_rank);

create table invitation (
  id uuid not null primary key,
  site_id varchar(64) not null references site (id),
  visitor_id uuid not null references visitor (id),
  visitor_name varchar(100),
  department_id uuid not null references department (id),
  department_name varchar(100) not null,
  -- the operator who invites; the department's id when a rule does
  author_kind varchar(10) not null,
  author_id varchar(36) not null,
  author_name varchar(100) not null,
  -- the operator's command, or the rule and the visit: neither invites twice
  client_id varchar(120) not null,
  mode varchar(10) not null,
  state varchar(10) not null,
  text varchar(16000) not null,
  conversation_id varchar(36),
  -- in UTC, such as 2026-11-25
  created_on varchar(10) not null,
  created_at bigint not null,
  expires_at bigint not null,
  delivered_at bigint,
  shown_at bigint,
  ended_at bigint,
  constraint invitation_once unique (author_id, client_id)
);
create index invitation_by_visitor on invitation (visitor_id, state);
create index invitation_by_state on invitation (state, expires_at);
create index invitation_by_day on invitation (site_id, created_on);
