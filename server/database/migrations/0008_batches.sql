-- Work on many purchases at once: what it was to do, what it did, and what became of every single one.

-- What a batch would do, with the version of each purchase that was seen. Operational: rows older than a day are swept.
CREATE TABLE dry_runs (
  id uuid PRIMARY KEY,
  action text NOT NULL CHECK (action IN ('deactivate', 'reactivate')),
  scope jsonb NOT NULL,
  -- Tells whether a later request means the same purchases, without keeping the words that somebody was searched by.
  scope_sha256 bytea NOT NULL,
  reason text,
  note text,
  items int NOT NULL,
  counts jsonb NOT NULL,
  not_eligible jsonb NOT NULL,
  -- One place in each array for each purchase.
  purchase_ids uuid[] NOT NULL,
  versions int[] NOT NULL,
  outcomes text[] NOT NULL,
  codes text[] NOT NULL,
  by uuid NOT NULL REFERENCES staff,
  at timestamptz NOT NULL
);
CREATE INDEX dry_runs_at ON dry_runs (at);

CREATE TABLE batches (
  id uuid PRIMARY KEY,
  action text NOT NULL CHECK (action IN ('deactivate', 'reactivate')),
  state text NOT NULL CHECK (state IN ('proposed', 'approved', 'running', 'done', 'stopped')),
  scope jsonb NOT NULL,
  reason text CHECK (reason IN
    ('inactive_account', 'customer_request', 'duplicate', 'test_order', 'account_closed', 'other')),
  note text,
  items int NOT NULL CHECK (items BETWEEN 0 AND 50000),
  expected jsonb NOT NULL,
  expected_not_eligible jsonb NOT NULL,
  processed int NOT NULL DEFAULT 0,
  counts jsonb NOT NULL,
  not_eligible jsonb NOT NULL,
  -- A dry run is run once, however many keys it is sent with.
  dry_run_id uuid UNIQUE,
  reverses uuid REFERENCES batches,
  proposed_by uuid NOT NULL REFERENCES staff,
  proposed_at timestamptz NOT NULL,
  approved_by uuid REFERENCES staff,
  approved_at timestamptz,
  stopped_by uuid REFERENCES staff,
  -- Who answers for the changes, in the role they had when they set it going.
  run_by uuid REFERENCES staff,
  run_role text,
  started_at timestamptz,
  ended_at timestamptz,
  -- How many chunks were done, and when the last one was: batches take turns.
  chunks int NOT NULL DEFAULT 0,
  progressed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT batches_why CHECK ((action = 'deactivate') = (reason IS NOT NULL)),
  CONSTRAINT batches_processed CHECK (processed BETWEEN 0 AND items),
  CONSTRAINT batches_run_by CHECK (state IN ('proposed', 'stopped') OR (run_by IS NOT NULL AND run_role IS NOT NULL)),
  CONSTRAINT batches_two_persons CHECK (approved_by IS DISTINCT FROM proposed_by)
);
CREATE INDEX batches_proposed ON batches (proposed_at, id);
CREATE INDEX batches_state ON batches (state, proposed_at, id);
CREATE INDEX batches_due ON batches (progressed_at NULLS FIRST, id) WHERE state IN ('approved', 'running');
CREATE INDEX batches_reverses ON batches (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE batch_items (
  id uuid PRIMARY KEY,
  batch_id uuid NOT NULL REFERENCES batches,
  -- Not a reference: an id that no purchase has is an outcome.
  purchase_id uuid NOT NULL,
  seen_version int,
  expected text NOT NULL CHECK (expected IN ('deactivated', 'already_deactivated', 'reactivated', 'already_active',
    'not_eligible', 'changed_meanwhile', 'not_found')),
  outcome text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'deactivated', 'already_deactivated',
    'reactivated', 'already_active', 'not_eligible', 'changed_meanwhile', 'not_found')),
  code text,
  -- The version that the change made, by which a reversal knows what nobody touched since.
  version_after int,
  at timestamptz,
  UNIQUE (batch_id, purchase_id),
  CONSTRAINT batch_items_code CHECK ((outcome = 'not_eligible') = (code IS NOT NULL))
);
CREATE INDEX batch_items_outcome ON batch_items (batch_id, outcome, purchase_id);

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['batches', 'batch_items'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_kept BEFORE DELETE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_deletion()', kept);
    EXECUTE format('CREATE TRIGGER %1$s_kept_whole BEFORE TRUNCATE ON %1$s FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()', kept);
  END LOOP;
END $$;

-- An outcome is written once; so is the end of a batch.
CREATE TRIGGER batch_items_once BEFORE UPDATE ON batch_items FOR EACH ROW
  WHEN (OLD.outcome <> 'waiting') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER batches_ended BEFORE UPDATE ON batches FOR EACH ROW
  WHEN (OLD.state IN ('done', 'stopped')) EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, DELETE ON dry_runs TO steward_app;
GRANT SELECT, INSERT ON batches, batch_items TO steward_app;
GRANT UPDATE (state, processed, counts, not_eligible, approved_by, approved_at, stopped_by, run_by, run_role, started_at,
  ended_at, chunks, progressed_at, version, updated_at) ON batches TO steward_app;
GRANT UPDATE (outcome, code, version_after, at) ON batch_items TO steward_app;
