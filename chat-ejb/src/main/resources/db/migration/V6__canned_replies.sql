-- Texts that operators send often.

create table canned_reply (
  id uuid not null primary key,
  site_id varchar(64) not null references site (id),
  -- the empty string when all departments of the site use it: a null would not be unique
  department_id varchar(36) not null,
  shortcut varchar(32) not null,
  language varchar(35) not null,
  reply_text varchar(16000) not null,
  constraint canned_reply_once unique (site_id, department_id, shortcut, language)
);
