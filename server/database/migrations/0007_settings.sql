-- What a manager decides for the whole shop, with every version it ever had.

CREATE TABLE settings (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,
  value jsonb NOT NULL CHECK (jsonb_typeof(value) = 'object'),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by uuid REFERENCES staff
);

CREATE TABLE setting_versions (
  setting_id uuid NOT NULL REFERENCES settings,
  version int NOT NULL,
  value jsonb NOT NULL,
  by uuid REFERENCES staff,
  at timestamptz NOT NULL,
  PRIMARY KEY (setting_id, version),
  -- The default that a release brings is nobody's decision; every other version is somebody's.
  CONSTRAINT setting_versions_by CHECK ((by IS NULL) = (version = 1))
);

INSERT INTO settings (id, key, value, created_at, updated_at) VALUES
  ('00000000-0000-7000-8000-00000000a001', 'requirements', '{
    "name": {"requirement": "required_for_account", "label": "Name", "why": "So that we know whom we deal with and whom a parcel is for."},
    "company": {"requirement": "optional", "label": "Company", "why": "So that an invoice can be made out to a company."},
    "email": {"requirement": "required_for_account", "label": "E-mail address", "why": "To sign in, and to tell you whether we can process your order."},
    "phone": {"requirement": "optional", "label": "Phone number", "why": "So that the carrier can reach you about a delivery."},
    "billingAddress": {"requirement": "required_for_order", "label": "Billing address", "why": "It has to stand on the invoice."},
    "shippingAddress": {"requirement": "required_for_order", "label": "Shipping address", "why": "So that we know where to send what you ordered."},
    "locale": {"requirement": "optional", "label": "Language", "why": "So that we write to you in your language."},
    "timeZone": {"requirement": "optional", "label": "Time zone", "why": "So that dates and times in our messages are yours."}
  }', now(), now()),
  ('00000000-0000-7000-8000-00000000a002', 'deactivation', '{"inactiveDays": 180}', now(), now()),
  ('00000000-0000-7000-8000-00000000a003', 'publishing', '{"twoPersons": false}', now(), now());
INSERT INTO setting_versions (setting_id, version, value, at) SELECT id, version, value, updated_at FROM settings;

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['settings', 'setting_versions'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_kept BEFORE DELETE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_deletion()', kept);
    EXECUTE format('CREATE TRIGGER %1$s_kept_whole BEFORE TRUNCATE ON %1$s FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()', kept);
  END LOOP;
END $$;
CREATE TRIGGER setting_versions_append_only BEFORE UPDATE ON setting_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, UPDATE ON settings TO steward_app;
GRANT SELECT, INSERT ON setting_versions TO steward_app;

-- The other axis of a purchase: held back, let go on and cancelled, by staff or by the system.

-- Null while the matrix of requirements alone holds an order back: only such an order goes on by itself.
ALTER TABLE purchases ADD COLUMN block_reason text CHECK (block_reason IN
  ('address_doubtful', 'contact_doubtful', 'customer_request', 'suspected_fraud', 'other'));

CREATE TABLE purchase_order_states (
  id uuid PRIMARY KEY,
  purchase_id uuid NOT NULL REFERENCES purchases,
  order_status text NOT NULL CHECK (order_status IN ('pending', 'blocked_missing_info', 'cancelled')),
  reason text,
  note text,
  -- Names of fields, never what stands in them.
  missing text[] NOT NULL DEFAULT '{}',
  by uuid REFERENCES staff,
  at timestamptz NOT NULL
);
CREATE INDEX purchase_order_states_purchase ON purchase_order_states (purchase_id, at);

-- Orders that are still to be processed are few beside those that were, and are looked through again and again.
CREATE INDEX purchases_open ON purchases (id) WHERE order_status IN ('pending', 'blocked_missing_info');
CREATE INDEX purchases_open_customer ON purchases (customer_id) WHERE order_status IN ('pending', 'blocked_missing_info');
CREATE INDEX purchases_blocked ON purchases (id) WHERE order_status = 'blocked_missing_info' AND block_reason IS NULL;

CREATE TRIGGER purchase_order_states_kept BEFORE DELETE ON purchase_order_states
  FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER purchase_order_states_kept_whole BEFORE TRUNCATE ON purchase_order_states
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER purchase_order_states_append_only BEFORE UPDATE ON purchase_order_states
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON purchase_order_states TO steward_app;
