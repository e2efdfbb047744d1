-- Review by a second person, what was overridden at publishing, and the deviations that are posted for everybody.

ALTER TABLE revisions DROP CONSTRAINT revisions_state_check;
ALTER TABLE revisions ADD CONSTRAINT revisions_state_check
  CHECK (state IN ('draft', 'in_review', 'ready', 'published', 'discarded'));

-- A posted text never changes. When another takes over is written when that one is posted; it moves forward in time
-- never, and back only to where a later revision takes effect, which is itself never before its own posting.
CREATE OR REPLACE FUNCTION keep_published_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('published', 'discarded') THEN
    RETURN NEW;
  END IF;
  IF to_jsonb(OLD) - 'superseded_at' IS DISTINCT FROM to_jsonb(NEW) - 'superseded_at'
    OR (OLD.superseded_at IS NOT NULL AND (NEW.superseded_at IS NULL OR NEW.superseded_at >= OLD.superseded_at
      OR NOT EXISTS (SELECT FROM revisions later WHERE later.policy_id = OLD.policy_id
        AND later.number > OLD.number AND later.effective_at = NEW.superseded_at))) THEN
    RAISE EXCEPTION 'a posted or discarded revision never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What was said about a draft in review: each line stays.
CREATE TABLE revision_reviews (
  id uuid PRIMARY KEY,
  revision_id uuid NOT NULL REFERENCES revisions,
  act text NOT NULL CHECK (act IN ('submit', 'return', 'approve')),
  comments text,
  content_sha256 text NOT NULL,
  by uuid NOT NULL REFERENCES staff,
  at timestamptz NOT NULL,
  CONSTRAINT revision_reviews_returned CHECK (act <> 'return' OR comments IS NOT NULL)
);
CREATE INDEX revision_reviews_revision ON revision_reviews (revision_id, at);

-- What the checks found at publishing, and why it was published all the same.
CREATE TABLE revision_overrides (
  revision_id uuid NOT NULL REFERENCES revisions,
  code text NOT NULL,
  found text[] NOT NULL,
  reason text NOT NULL,
  by uuid NOT NULL REFERENCES staff,
  at timestamptz NOT NULL,
  PRIMARY KEY (revision_id, code)
);

CREATE TABLE deviations (
  id uuid PRIMARY KEY,
  policy_id uuid NOT NULL REFERENCES policies,
  kind text NOT NULL CHECK (kind IN ('deferred_effect', 'limited_scope', 'temporary_departure')),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'posted', 'ended', 'discarded')),
  text text NOT NULL,
  applies_to text NOT NULL,
  starts_at timestamptz,
  ends_at timestamptz,
  review_on date,
  revision_id uuid REFERENCES revisions,
  created_by uuid NOT NULL REFERENCES staff,
  posted_by uuid REFERENCES staff,
  posted_at timestamptz,
  ended_by uuid REFERENCES staff,
  ended_at timestamptz,
  end_note text,
  discard_reason text,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT deviations_of_revision CHECK ((kind = 'deferred_effect') = (revision_id IS NOT NULL)),
  CONSTRAINT deviations_posted CHECK ((state IN ('posted', 'ended')) = (posted_at IS NOT NULL AND posted_by IS NOT NULL)),
  CONSTRAINT deviations_never_back_dated CHECK (posted_at IS NULL OR (starts_at IS NOT NULL AND starts_at >= posted_at)),
  -- Until an instant, or until further notice and looked at again on a day.
  CONSTRAINT deviations_until CHECK (posted_at IS NULL OR (ends_at IS NULL) = (review_on IS NOT NULL)),
  CONSTRAINT deviations_last CHECK (ends_at > starts_at),
  CONSTRAINT deviations_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL AND ended_by IS NOT NULL AND end_note IS NOT NULL)),
  CONSTRAINT deviations_ended_after CHECK (ended_at >= posted_at)
);
CREATE INDEX deviations_policy ON deviations (policy_id, state);
CREATE UNIQUE INDEX deviations_revision ON deviations (revision_id);

-- What was posted stays word for word; the one thing that may follow is that it ended early.
CREATE FUNCTION keep_posted_deviation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE later text[] := ARRAY['state', 'ended_at', 'ended_by', 'end_note', 'version', 'updated_at'];
BEGIN
  IF OLD.state IN ('ended', 'discarded')
    OR (OLD.state = 'posted' AND (NEW.state <> 'ended' OR to_jsonb(OLD) - later IS DISTINCT FROM to_jsonb(NEW) - later)) THEN
    RAISE EXCEPTION 'a posted or discarded deviation never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deviations_immutable BEFORE UPDATE ON deviations FOR EACH ROW EXECUTE FUNCTION keep_posted_deviation();

-- "Any specific deviation from this will be posted": no later effect without its notice.
CREATE FUNCTION require_deviation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM deviations WHERE revision_id = NEW.id AND posted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a deferred effect needs a posted deviation' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER revisions_deferred AFTER INSERT OR UPDATE OF effective_at ON revisions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.state = 'published' AND NEW.effective_at > NEW.published_at) EXECUTE FUNCTION require_deviation();

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['revision_reviews', 'revision_overrides', 'deviations'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_kept BEFORE DELETE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_deletion()', kept);
    EXECUTE format('CREATE TRIGGER %1$s_kept_whole BEFORE TRUNCATE ON %1$s FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['revision_reviews', 'revision_overrides'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_append_only BEFORE UPDATE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON revision_reviews, revision_overrides TO steward_app;
GRANT SELECT, INSERT, UPDATE ON deviations TO steward_app;
