-- Instants are UTC ticks; ids are text; names of stages and states are the stored JSON's.
-- What is personal is sealed with the application's data key; the rest is the skeleton that outlives an erasure.

CREATE TABLE marks (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;

CREATE TABLE applications (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  season TEXT NOT NULL,
  number TEXT NOT NULL,
  stage TEXT NOT NULL,
  stage_since INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  programme TEXT,
  claimed_by TEXT,
  needs_attention INTEGER NOT NULL,
  paid_fen INTEGER NOT NULL,
  next_wake INTEGER,
  phone_hash BLOB,
  identity_hash BLOB,
  name_mark INTEGER,
  summary BLOB
) STRICT;

CREATE UNIQUE INDEX applications_by_phone ON applications (season, phone_hash) WHERE phone_hash IS NOT NULL;
CREATE UNIQUE INDEX applications_by_identity ON applications (season, identity_hash) WHERE identity_hash IS NOT NULL;
CREATE INDEX applications_by_number ON applications (season, number);
CREATE INDEX applications_in_queue ON applications (season, stage, stage_since, id, programme) WHERE summary IS NOT NULL;
CREATE INDEX applications_claimed ON applications (season, claimed_by, stage_since, id) WHERE claimed_by IS NOT NULL;
CREATE INDEX applications_needing_attention ON applications (season, stage_since, id) WHERE needs_attention = 1;
CREATE INDEX applications_by_wake ON applications (next_wake, id) WHERE next_wake IS NOT NULL;

CREATE TABLE data_keys (
  application_id TEXT NOT NULL PRIMARY KEY,
  master_key TEXT NOT NULL,
  wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX data_keys_by_master ON data_keys (master_key);

CREATE TABLE states (application_id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, body BLOB NOT NULL) STRICT;

CREATE TABLE events (
  application_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  body BLOB,
  PRIMARY KEY (application_id, sequence)
) STRICT, WITHOUT ROWID;

-- due_at: from when it may be attempted, or when the lease of a claimed one ends; null once it is over.
CREATE TABLE effects (
  application_id TEXT NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL,
  due_at INTEGER,
  attempt INTEGER NOT NULL,
  was_interrupted INTEGER NOT NULL,
  effect TEXT NOT NULL,
  why BLOB,
  PRIMARY KEY (application_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX effects_by_due ON effects (due_at, application_id) WHERE due_at IS NOT NULL;
CREATE INDEX effects_stuck ON effects (application_id) WHERE state IN ('failed', 'unknown');

CREATE TABLE search_terms (
  term INTEGER NOT NULL,
  application_id TEXT NOT NULL,
  PRIMARY KEY (term, application_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_terms_of ON search_terms (application_id);

CREATE TABLE stage_counts (
  season TEXT NOT NULL,
  stage TEXT NOT NULL,
  applications INTEGER NOT NULL,
  PRIMARY KEY (season, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasures (application_id TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE seasons (
  id TEXT NOT NULL PRIMARY KEY,
  opened INTEGER NOT NULL,
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE admission_rules (season TEXT NOT NULL PRIMARY KEY, file BLOB NOT NULL) STRICT;

CREATE TABLE numbers (season TEXT NOT NULL PRIMARY KEY, next INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE wake_calls (season TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  token_hash TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_of ON sessions (subject);
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE codes (
  phone_hash BLOB NOT NULL PRIMARY KEY,
  code_hash BLOB NOT NULL,
  application_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  tries_left INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE code_grants (
  phone_hash BLOB NOT NULL PRIMARY KEY,
  day INTEGER NOT NULL,
  granted INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX code_grants_by_day ON code_grants (day);

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  user_name TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL
) STRICT;

CREATE TABLE texts (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL,
  phone_hash BLOB NOT NULL,
  state TEXT NOT NULL,
  queued_at INTEGER NOT NULL,
  gateway_id TEXT,
  body BLOB NOT NULL
) STRICT;

CREATE INDEX texts_newest ON texts (queued_at, id);
CREATE INDEX texts_of_application ON texts (application_id, queued_at, id);
CREATE INDEX texts_of_phone ON texts (phone_hash, queued_at, id);
CREATE INDEX texts_by_state ON texts (state, queued_at, id);
CREATE INDEX texts_by_gateway_id ON texts (gateway_id) WHERE gateway_id IS NOT NULL;
