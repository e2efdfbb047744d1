-- The history of what is known about a customer, field by field, and of accounts that were closed and opened again.

-- The values belong to the person and go with an erasure; the events, which hold names of fields alone, stay.
CREATE TABLE changes (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers,
  noun text NOT NULL CHECK (noun IN ('customers', 'addresses')),
  record_id uuid NOT NULL,
  -- The version that the change made of its record, so that a stale form can be told what happened since it was opened.
  version int NOT NULL,
  field text NOT NULL,
  before text,
  after text,
  actor_kind text NOT NULL CHECK (actor_kind IN ('customer', 'staff', 'import', 'system')),
  by uuid REFERENCES staff,
  reason text,
  request_id text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT changes_by CHECK ((actor_kind = 'staff') = (by IS NOT NULL)),
  CONSTRAINT changes_differ CHECK (before IS DISTINCT FROM after)
);
CREATE INDEX changes_at ON changes (at, id);
CREATE INDEX changes_customer ON changes (customer_id, at, id);
CREATE INDEX changes_record ON changes (record_id, field, version);

CREATE TABLE customer_states (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers,
  status text NOT NULL CHECK (status IN ('active', 'closed')),
  reason text NOT NULL,
  by uuid NOT NULL REFERENCES staff,
  at timestamptz NOT NULL
);
CREATE INDEX customer_states_customer ON customer_states (customer_id, at);

CREATE TRIGGER changes_count AFTER INSERT ON changes REFERENCING NEW TABLE AS inserted
  FOR EACH STATEMENT EXECUTE FUNCTION count_inserted();

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['changes', 'customer_states'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_kept BEFORE DELETE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_deletion()', kept);
    EXECUTE format('CREATE TRIGGER %1$s_kept_whole BEFORE TRUNCATE ON %1$s FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()', kept);
    EXECUTE format('CREATE TRIGGER %1$s_append_only BEFORE UPDATE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON changes, customer_states TO steward_app;
