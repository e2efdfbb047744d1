-- The people who work with Steward, how they prove who they are, and where they are signed in.
-- A member of staff is never deleted: records and events name them for as long as those are kept.

CREATE TABLE staff (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  role text NOT NULL CHECK (role IN ('customer_service', 'compliance', 'manager', 'auditor')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('invited', 'active', 'suspended', 'offboarded')),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX staff_email ON staff (lower(email));

-- One row for each way of proving who one is; 'credential' is the password.
CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff (id),
  provider_id text NOT NULL,
  account_id text NOT NULL,
  password text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (provider_id, account_id),
  CHECK (provider_id <> 'credential' OR password IS NOT NULL)
);
CREATE UNIQUE INDEX accounts_staff ON accounts (staff_id, provider_id);

-- token_hash is the SHA-256 of the cookie: a copy of this table opens nothing.
CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES staff (id),
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  authenticated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX sessions_token ON sessions (token_hash);
CREATE INDEX sessions_staff ON sessions (staff_id, created_at);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- Failures that count towards a refusal. The key is a keyed hash of an address, or of a typed account and a
-- network: no address and nothing that was typed is kept in clear.
CREATE TABLE sign_in_limits (
  key text PRIMARY KEY,
  staff_id uuid REFERENCES staff (id),
  failures integer NOT NULL CHECK (failures >= 0),
  until timestamptz NOT NULL
);
CREATE INDEX sign_in_limits_staff ON sign_in_limits (staff_id);
CREATE INDEX sign_in_limits_until ON sign_in_limits (until);

-- How often a sign-in failed, for each account and minute; account is a staff id or 'unknown'.
CREATE TABLE sign_in_failures (
  account text NOT NULL,
  minute timestamptz NOT NULL,
  failures integer NOT NULL CHECK (failures > 0),
  PRIMARY KEY (account, minute)
);

GRANT SELECT, INSERT, UPDATE ON staff, accounts, sign_in_failures TO steward_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, sign_in_limits TO steward_app;
