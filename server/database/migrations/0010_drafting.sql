-- Drafting: earlier states of a draft, and who has it open right now.

-- Who saved the state that stands in the row, since when they are at it, which fields the event of this stretch names,
-- and whether a person saved it by hand: such a state is kept before anything takes its place.
ALTER TABLE revisions
  ADD COLUMN saved_by uuid REFERENCES staff,
  ADD COLUMN saved_at timestamptz,
  ADD COLUMN saving_since timestamptz,
  ADD COLUMN saved_fields text[],
  ADD COLUMN saved_by_hand boolean NOT NULL DEFAULT true;

-- What a draft said before somebody else, or the same person a while later, went on writing.
CREATE TABLE versions (
  id uuid PRIMARY KEY,
  revision_id uuid NOT NULL REFERENCES revisions,
  version int NOT NULL,
  base_revision_id uuid REFERENCES revisions,
  body text NOT NULL,
  content_sha256 text NOT NULL,
  change_summary text,
  change_kind text NOT NULL CHECK (change_kind IN ('editorial', 'substantive')),
  by uuid REFERENCES staff,
  since timestamptz NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (revision_id, version),
  CONSTRAINT versions_hash CHECK (content_sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);

CREATE TRIGGER versions_kept BEFORE DELETE ON versions FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER versions_kept_whole BEFORE TRUNCATE ON versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER versions_append_only BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One row for each open page of a draft. It matters for half a minute and is no record.
CREATE TABLE presences (
  revision_id uuid NOT NULL REFERENCES revisions,
  staff_id uuid NOT NULL REFERENCES staff,
  desk uuid NOT NULL,
  typed_at timestamptz,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (revision_id, staff_id, desk)
);
CREATE INDEX presences_seen ON presences (seen_at);

GRANT SELECT, INSERT ON versions TO steward_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON presences TO steward_app;
