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
