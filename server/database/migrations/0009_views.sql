-- Lists as people want to see them again, and what finds a customer by an address that is no longer theirs.

CREATE TABLE views (
  id uuid PRIMARY KEY,
  owner uuid NOT NULL REFERENCES staff,
  noun text NOT NULL,
  name text NOT NULL,
  -- Codes, dates and ids of staff alone: a search and whatever names one person are refused before they get here.
  filter jsonb NOT NULL,
  sort jsonb,
  columns text[],
  shared boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('live', 'retired')),
  version int NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX views_name ON views (owner, noun, lower(name)) WHERE state = 'live';
CREATE INDEX views_shared ON views (noun) WHERE shared AND state = 'live';

CREATE TRIGGER views_kept BEFORE DELETE ON views FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER views_kept_whole BEFORE TRUNCATE ON views FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion();

-- One address, whole, in any case: whose it once was is read straight from here at any length of the history.
CREATE INDEX changes_former_email ON changes (lower(before), customer_id)
  WHERE noun = 'customers' AND field = 'email' AND before IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON views TO steward_app;
