-- Law-enforcement requests: what is asked, by whom, on which ground, and who decided.

CREATE TABLE reference_years (
  prefix text NOT NULL,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (prefix, year)
);

CREATE TABLE disclosures (
  id uuid PRIMARY KEY,
  reference text UNIQUE,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN
    ('draft', 'discarded', 'logged', 'in_review', 'awaiting_approval', 'approved', 'refused', 'no_data')),
  round int NOT NULL DEFAULT 1,
  kind text NOT NULL DEFAULT 'disclosure' CHECK (kind IN ('disclosure', 'emergency_disclosure', 'preservation')),
  channel text CHECK (channel IN ('post', 'email', 'fax', 'phone', 'portal', 'in_person', 'served')),
  received_at timestamptz,
  due_at timestamptz,
  due_reason text,
  agency jsonb,
  officer jsonb,
  agency_case_number text,
  legal_process text,
  legal_basis_text text,
  issuing_judge_or_signatory text,
  issued_on date,
  service_date date,
  expires_on date,
  ground text CHECK (ground IN ('fraud', 'other_criminal_activity', 'none_stated')),
  liability_basis text,
  justification text,
  categories text[] NOT NULL DEFAULT '{}',
  scope_from date,
  scope_to date,
  scope_override_reason text,
  secrecy jsonb,
  accounting_suspension jsonb,
  emergency jsonb,
  handling_level text NOT NULL DEFAULT 'normal' CHECK (handling_level IN ('normal', 'restricted')),
  visible_to uuid[] NOT NULL DEFAULT '{}',
  related_request_id uuid REFERENCES disclosures,
  cost_note text,
  policy_revision_id uuid,
  verification_state text NOT NULL DEFAULT 'unverified' CHECK (verification_state IN ('unverified', 'verified', 'failed')),
  verification_method text CHECK (verification_method IN ('call_back_independent_number', 'portal', 'certificate', 'in_person')),
  verification_note text,
  verified_by uuid REFERENCES staff,
  verified_at timestamptz,
  assigned_to uuid REFERENCES staff,
  created_by uuid NOT NULL REFERENCES staff,
  logged_by uuid REFERENCES staff,
  logged_at timestamptz,
  proposed_by uuid REFERENCES staff,
  proposed_at timestamptz,
  scope_hash text,
  decided_by uuid REFERENCES staff,
  decided_at timestamptz,
  refusal_ground text CHECK (refusal_ground IN
    ('requester_not_verified', 'insufficient_process', 'no_ground', 'out_of_scope', 'other')),
  discard_reason text,
  outcome text NOT NULL DEFAULT 'pending' CHECK (outcome IN ('full', 'partial', 'refused', 'no_data', 'withdrawn', 'pending')),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  search_text text NOT NULL GENERATED ALWAYS AS (
    fold(COALESCE(reference, '') || ' ' || COALESCE(agency->>'name', '') || ' ' || COALESCE(officer->>'name', '') || ' ' || COALESCE(agency_case_number, ''))) STORED,
  -- What a request needs before it may leave the drafts, kept by the database as well as by the act.
  CONSTRAINT disclosures_justified CHECK (state IN ('draft', 'discarded') OR length(btrim(COALESCE(justification, ''))) >= 20),
  CONSTRAINT disclosures_logged CHECK (state IN ('draft', 'discarded') OR (reference IS NOT NULL AND due_at IS NOT NULL AND logged_by IS NOT NULL)),
  CONSTRAINT disclosures_second_person CHECK (decided_by IS NULL OR (decided_by <> created_by AND decided_by <> logged_by AND decided_by <> proposed_by)),
  CONSTRAINT disclosures_decided CHECK ((state IN ('approved', 'refused', 'no_data')) =
    (decided_by IS NOT NULL AND decided_at IS NOT NULL AND proposed_by IS NOT NULL AND scope_hash IS NOT NULL)),
  CONSTRAINT disclosures_verified CHECK (state <> 'approved' OR verification_state = 'verified')
);
CREATE INDEX disclosures_state ON disclosures (state, due_at, id);
CREATE INDEX disclosures_due ON disclosures (due_at, id);
CREATE INDEX disclosures_received ON disclosures (received_at, id);
CREATE INDEX disclosures_assigned ON disclosures (assigned_to, state);
CREATE INDEX disclosures_search ON disclosures USING gin (search_text gin_trgm_ops);

CREATE TABLE disclosure_subjects (
  id uuid PRIMARY KEY,
  disclosure_id uuid NOT NULL REFERENCES disclosures,
  position int NOT NULL,
  customer_id uuid REFERENCES customers,
  identifier text,
  match_confidence text NOT NULL DEFAULT 'exact' CHECK (match_confidence IN ('exact', 'probable', 'none')),
  decision text NOT NULL DEFAULT 'undecided' CHECK (decision IN ('undecided', 'produce', 'partial', 'exclude', 'no_data')),
  reason text CHECK (reason IN ('not_named', 'mismatch', 'out_of_scope', 'privileged', 'insufficient_process', 'erased', 'other')),
  reason_text text,
  categories text[],
  scope_from date,
  scope_to date,
  removed_at timestamptz,
  CONSTRAINT disclosure_subjects_somebody CHECK (customer_id IS NOT NULL OR identifier IS NOT NULL)
);
CREATE INDEX disclosure_subjects_request ON disclosure_subjects (disclosure_id, position);
CREATE INDEX disclosure_subjects_customer ON disclosure_subjects (customer_id);

-- Everybody who ever shaped the request: none of them may approve it.
CREATE TABLE disclosure_editors (
  disclosure_id uuid NOT NULL REFERENCES disclosures,
  staff_id uuid NOT NULL REFERENCES staff,
  what text NOT NULL CHECK (what IN ('created', 'edited', 'logged', 'proposed')),
  at timestamptz NOT NULL,
  PRIMARY KEY (disclosure_id, staff_id, what)
);

CREATE TABLE decisions (
  id uuid PRIMARY KEY,
  disclosure_id uuid NOT NULL REFERENCES disclosures,
  round int NOT NULL,
  type text NOT NULL CHECK (type IN ('proposal', 'approval', 'return', 'refusal_confirmation', 'verification')),
  by uuid NOT NULL REFERENCES staff,
  at timestamptz NOT NULL,
  text text,
  result text,
  content_hash text NOT NULL
);
CREATE INDEX decisions_request ON decisions (disclosure_id, at);

-- The second person is second to everybody who shaped the request, whatever the role: the act says so with a
-- sentence, this with an error.
CREATE FUNCTION keep_second_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM disclosure_editors WHERE disclosure_id = NEW.id AND staff_id = NEW.decided_by) THEN
    RAISE EXCEPTION 'nobody decides a request that they shaped'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER disclosures_second_to_all BEFORE UPDATE ON disclosures FOR EACH ROW
  WHEN (NEW.decided_by IS NOT NULL) EXECUTE FUNCTION keep_second_person();

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['disclosures', 'disclosure_subjects', 'disclosure_editors', 'decisions'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_kept BEFORE DELETE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_deletion()', kept);
    EXECUTE format('CREATE TRIGGER %1$s_kept_whole BEFORE TRUNCATE ON %1$s FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion()', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['disclosure_editors', 'decisions'] LOOP
    EXECUTE format('CREATE TRIGGER %1$s_append_only BEFORE UPDATE ON %1$s FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON reference_years, disclosures, disclosure_subjects TO steward_app;
GRANT SELECT, INSERT ON disclosure_editors, decisions TO steward_app;
