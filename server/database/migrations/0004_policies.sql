-- Policies and their revisions: what was promised, word for word, and from when to when.

CREATE TABLE policies (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z][a-z0-9_]{1,59}$'),
  title text NOT NULL,
  contact_email text NOT NULL,
  language text NOT NULL DEFAULT 'en',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE revisions (
  id uuid PRIMARY KEY,
  policy_id uuid NOT NULL REFERENCES policies,
  number int,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'discarded')),
  base_revision_id uuid REFERENCES revisions,
  body text NOT NULL,
  content_sha256 text NOT NULL,
  change_kind text NOT NULL DEFAULT 'substantive' CHECK (change_kind IN ('editorial', 'substantive')),
  change_summary text,
  reason_internal text,
  discard_reason text,
  origin text NOT NULL DEFAULT 'staff' CHECK (origin IN ('staff', 'imported')),
  created_by uuid REFERENCES staff,
  published_by uuid REFERENCES staff,
  published_at timestamptz,
  effective_at timestamptz,
  superseded_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (policy_id, number),
  CONSTRAINT revisions_posted CHECK ((state = 'published') =
    (number IS NOT NULL AND published_at IS NOT NULL AND effective_at IS NOT NULL AND change_summary IS NOT NULL)),
  CONSTRAINT revisions_never_back_dated CHECK (effective_at >= published_at),
  CONSTRAINT revisions_superseded CHECK (superseded_at IS NULL OR (state = 'published' AND superseded_at > published_at)),
  CONSTRAINT revisions_hash CHECK (content_sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);
-- One revision of a policy has not been followed by another.
CREATE UNIQUE INDEX revisions_newest ON revisions (policy_id) WHERE state = 'published' AND superseded_at IS NULL;
CREATE INDEX revisions_policy ON revisions (policy_id, state, number);

CREATE TABLE revision_editors (
  revision_id uuid NOT NULL REFERENCES revisions,
  staff_id uuid NOT NULL REFERENCES staff,
  at timestamptz NOT NULL,
  PRIMARY KEY (revision_id, staff_id)
);

-- A posted text never changes; the one thing that may still be written is when its successor took over.
CREATE FUNCTION keep_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (OLD.superseded_at IS NOT NULL
      OR to_jsonb(OLD) - 'superseded_at' IS DISTINCT FROM to_jsonb(NEW) - 'superseded_at') THEN
    RAISE EXCEPTION 'a posted or discarded revision never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revisions_immutable BEFORE UPDATE ON revisions FOR EACH ROW EXECUTE FUNCTION keep_published_revision();

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['policies', 'revisions', 'revision_editors'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_kept BEFORE DELETE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_deletion()', kept);
    EXECUTE format('CREATE TRIGGER %1$s_kept_whole BEFORE TRUNCATE ON %1$s FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()', kept);
  END LOOP;
END $$;

ALTER TABLE disclosures ADD FOREIGN KEY (policy_revision_id) REFERENCES revisions;

-- A key is a public address: it stays.
GRANT SELECT, INSERT, UPDATE (title, contact_email, language, version, updated_at) ON policies TO steward_app;
GRANT SELECT, INSERT, UPDATE ON revisions TO steward_app;
GRANT SELECT, INSERT ON revision_editors TO steward_app;
