-- Customers, addresses, purchases and items: what a shop keeps and never deletes.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- One way of folding text for search: compatibility forms joined, lower case, no accents. ICU lowers every script alike
-- whatever the database's own locale is; the accents of Greek, Cyrillic and Vietnamese are marks that unaccent does not
-- know, so they are taken off first. Declared immutable so that it can be indexed.
CREATE FUNCTION fold(text text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT translate(public.unaccent('public.unaccent',
    regexp_replace(lower(normalize(text, NFKD) COLLATE "und-x-icu"), U&'[\0300-\036F]', '', 'g')), 'ς', 'σ') $$;

-- lpad() cuts a longer number off, which would hand out the same reference twice.
CREATE FUNCTION pad(number bigint, width int) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT CASE WHEN length(number::text) >= width THEN number::text ELSE lpad(number::text, width, '0') END $$;

CREATE SEQUENCE customer_numbers;
CREATE SEQUENCE purchase_numbers;

-- Totals of whole tables without counting them: statement triggers add to one of 64 slots,
-- so that two writers seldom wait for each other.
CREATE TABLE row_counts (
  noun text NOT NULL,
  slot smallint NOT NULL,
  rows bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (noun, slot)
);

CREATE FUNCTION count_inserted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE added bigint;
BEGIN
  SELECT count(*) INTO added FROM inserted;
  IF added > 0 THEN
    INSERT INTO row_counts (noun, slot, rows) VALUES (TG_TABLE_NAME, pg_backend_pid() % 64, added)
      ON CONFLICT (noun, slot) DO UPDATE SET rows = row_counts.rows + excluded.rows;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are kept as records and are never deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE customers (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE DEFAULT 'C-' || pad(nextval('customer_numbers'), 6),
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed', 'erased')),
  external_id text,
  source text,
  first_name text,
  last_name text,
  company text,
  name text NOT NULL GENERATED ALWAYS AS (
    COALESCE(
      NULLIF(btrim(COALESCE(first_name, '') || ' ' || COALESCE(last_name, '')), ''),
      NULLIF(company, ''),
      '–')) STORED,
  email text,
  phone text CHECK (phone ~ '^\+[0-9]{8,15}$'),
  phone_typed text,
  locale text,
  time_zone text,
  default_billing_address_id uuid,
  default_shipping_address_id uuid,
  registered_at timestamptz,
  last_login_at timestamptz,
  last_order_at timestamptz,
  last_activity_at timestamptz GENERATED ALWAYS AS (GREATEST(registered_at, last_login_at, last_order_at)) STORED,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- What staff may type to find somebody. Short terms look at names and references alone,
  -- so that two letters never match every mail address of a provider.
  search_name text NOT NULL GENERATED ALWAYS AS (
    fold(COALESCE(first_name, '') || ' ' || COALESCE(last_name, '') || ' ' || COALESCE(company, '') || ' ' || reference || ' ' || COALESCE(external_id, ''))) STORED,
  search_text text NOT NULL GENERATED ALWAYS AS (
    fold(COALESCE(first_name, '') || ' ' || COALESCE(last_name, '') || ' ' || COALESCE(company, '') || ' ' || reference || ' ' || COALESCE(external_id, '')
      || ' ' || COALESCE(email, ''))) STORED,
  search_phone text NOT NULL GENERATED ALWAYS AS (
    regexp_replace(COALESCE(phone, '') || ' ' || COALESCE(phone_typed, ''), '[^0-9 ]', '', 'g')) STORED
);
CREATE UNIQUE INDEX customers_external ON customers (source, external_id);
CREATE UNIQUE INDEX customers_email ON customers (lower(email)) WHERE status <> 'erased';
CREATE INDEX customers_last_name ON customers (last_name COLLATE "und-x-icu", id);
CREATE INDEX customers_name ON customers (name COLLATE "und-x-icu", id);
CREATE INDEX customers_last_order ON customers (last_order_at, id);
CREATE INDEX customers_registered ON customers (registered_at, id);
CREATE INDEX customers_last_activity ON customers (last_activity_at, id);
CREATE INDEX customers_status ON customers (status, last_name COLLATE "und-x-icu", id);
CREATE INDEX customers_search ON customers USING gin (search_text gin_trgm_ops);
CREATE INDEX customers_search_name ON customers USING gin (search_name gin_trgm_ops);
CREATE INDEX customers_search_phone ON customers USING gin (search_phone gin_trgm_ops);

CREATE TABLE addresses (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers,
  kind text NOT NULL CHECK (kind IN ('billing', 'shipping', 'both')),
  recipient text,
  line1 text NOT NULL,
  line2 text,
  city text NOT NULL,
  region text,
  postal_code text,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  phone text,
  status text NOT NULL DEFAULT 'live' CHECK (status IN ('live', 'retired')),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX addresses_customer ON addresses (customer_id, id);
ALTER TABLE customers
  ADD FOREIGN KEY (default_billing_address_id) REFERENCES addresses DEFERRABLE INITIALLY DEFERRED,
  ADD FOREIGN KEY (default_shipping_address_id) REFERENCES addresses DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE purchases (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE,
  customer_id uuid NOT NULL REFERENCES customers,
  number text NOT NULL,
  external_id text,
  source text,
  order_status text NOT NULL CHECK (order_status IN
    ('pending', 'blocked_missing_info', 'processing', 'shipped', 'delivered', 'cancelled', 'refunded')),
  activation text NOT NULL DEFAULT 'active' CHECK (activation IN ('active', 'deactivated')),
  open_matter text NOT NULL DEFAULT 'none' CHECK (open_matter IN ('none', 'return', 'dispute')),
  placed_at timestamptz NOT NULL,
  final_at timestamptz,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  net bigint NOT NULL,
  tax bigint NOT NULL,
  shipping bigint NOT NULL,
  gross bigint NOT NULL,
  billing_snapshot jsonb,
  shipping_snapshot jsonb,
  payment_method_label text,
  gateway_reference text,
  deactivated_at timestamptz,
  deactivated_by uuid REFERENCES staff,
  deactivation_reason text CHECK (deactivation_reason IN
    ('inactive_account', 'customer_request', 'duplicate', 'test_order', 'account_closed', 'other')),
  deactivation_note text,
  activity_facts jsonb,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL GENERATED ALWAYS AS (fold(reference || ' ' || number || ' ' || COALESCE(external_id, ''))) STORED,
  CONSTRAINT purchases_add_up CHECK (gross = net + tax + shipping),
  CONSTRAINT purchases_final CHECK (activation = 'active' OR order_status IN ('delivered', 'cancelled', 'refunded')),
  CONSTRAINT purchases_why CHECK ((activation = 'deactivated') = (deactivation_reason IS NOT NULL))
);
CREATE FUNCTION purchase_reference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.reference := COALESCE(NEW.reference,
    'P-' || to_char(NEW.placed_at AT TIME ZONE 'UTC', 'YYYY') || '-' || pad(nextval('purchase_numbers'), 6));
  RETURN NEW;
END $$;
CREATE TRIGGER purchases_reference BEFORE INSERT ON purchases FOR EACH ROW EXECUTE FUNCTION purchase_reference();
CREATE UNIQUE INDEX purchases_external ON purchases (source, external_id);
CREATE INDEX purchases_customer ON purchases (customer_id, placed_at, id);
CREATE INDEX purchases_placed ON purchases (placed_at, id);
CREATE INDEX purchases_active ON purchases (activation, placed_at, id);
CREATE INDEX purchases_status ON purchases (order_status, placed_at, id);
CREATE INDEX purchases_number ON purchases (number, id);
CREATE INDEX purchases_gross ON purchases (gross, id);
CREATE INDEX purchases_suggested ON purchases (final_at, id)
  WHERE activation = 'active' AND open_matter = 'none' AND order_status IN ('delivered', 'cancelled', 'refunded');
CREATE INDEX purchases_search ON purchases USING gin (search_text gin_trgm_ops);

CREATE TABLE purchase_items (
  id uuid PRIMARY KEY,
  purchase_id uuid NOT NULL REFERENCES purchases,
  position int NOT NULL,
  sku text,
  title text NOT NULL,
  quantity int NOT NULL CHECK (quantity >= 1),
  unit_price bigint NOT NULL,
  tax bigint NOT NULL DEFAULT 0,
  line_total bigint NOT NULL,
  UNIQUE (purchase_id, position)
);

-- Every change of the activation axis with its words, so that a purchase taken out of use,
-- brought back and taken out again keeps all three reasons.
CREATE TABLE purchase_activations (
  id uuid PRIMARY KEY,
  purchase_id uuid NOT NULL REFERENCES purchases,
  activation text NOT NULL CHECK (activation IN ('active', 'deactivated')),
  reason text,
  note text,
  activity_facts jsonb,
  by uuid NOT NULL REFERENCES staff,
  at timestamptz NOT NULL
);
CREATE INDEX purchase_activations_purchase ON purchase_activations (purchase_id, at);

CREATE TABLE reveals (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers,
  purpose text NOT NULL CHECK (purpose IN
    ('customer_request', 'order_problem', 'address_correction', 'fraud_check', 'legal_duty', 'other')),
  note text,
  by uuid NOT NULL REFERENCES staff,
  at timestamptz NOT NULL,
  until timestamptz NOT NULL
);
CREATE INDEX reveals_by ON reveals (by, at);
CREATE INDEX reveals_customer ON reveals (customer_id, at);

-- A retried POST finds its first answer here. Operational: rows older than a day are swept.
CREATE TABLE idempotency_keys (
  staff_id uuid NOT NULL REFERENCES staff,
  key text NOT NULL,
  body_sha256 bytea NOT NULL,
  status int,
  noun text,
  record_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (staff_id, key)
);
CREATE INDEX idempotency_keys_at ON idempotency_keys (at);

DO $$
DECLARE counted text; kept text;
BEGIN
  FOREACH counted IN ARRAY ARRAY['customers', 'purchases'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_count AFTER INSERT ON %1$s REFERENCING NEW TABLE AS inserted
      FOR EACH STATEMENT EXECUTE FUNCTION count_inserted()', counted);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['staff', 'customers', 'addresses', 'purchases', 'purchase_items', 'purchase_activations', 'reveals'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_kept BEFORE DELETE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_deletion()', kept);
    EXECUTE format('CREATE TRIGGER %1$s_kept_whole BEFORE TRUNCATE ON %1$s FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['purchase_activations', 'reveals'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_append_only BEFORE UPDATE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

GRANT USAGE ON SEQUENCE customer_numbers, purchase_numbers TO steward_app;
GRANT SELECT ON row_counts TO steward_app;
GRANT SELECT, INSERT, UPDATE ON customers, addresses, purchases, purchase_items TO steward_app;
GRANT SELECT, INSERT ON purchase_activations, reveals TO steward_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO steward_app;
