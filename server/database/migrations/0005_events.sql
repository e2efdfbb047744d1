-- The audit record: 16 hash chains to which only append_events() can add, and from which nothing is taken.

CREATE TABLE events (
  chain smallint NOT NULL CHECK (chain BETWEEN 0 AND 15),
  seq bigint NOT NULL CHECK (seq > 0),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'system', 'import')),
  actor_id uuid,
  actor_role text,
  session_id text,
  act text NOT NULL,
  noun text NOT NULL,
  record_id text,
  customer_id uuid,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  code text,
  reason text,
  fields text[],
  request_id text NOT NULL,
  -- The exact RFC 8785 text that was hashed; the columns above repeat it for searching.
  body text NOT NULL,
  prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (chain, seq)
);
CREATE UNIQUE INDEX events_id ON events (id);
CREATE INDEX events_at ON events (at, id);
CREATE INDEX events_record ON events (noun, record_id, at);
CREATE INDEX events_customer ON events (customer_id, at) WHERE customer_id IS NOT NULL;
CREATE INDEX events_actor ON events (actor_id, at) WHERE actor_id IS NOT NULL;

CREATE TABLE event_heads (
  chain smallint PRIMARY KEY CHECK (chain BETWEEN 0 AND 15),
  seq bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32)
);
INSERT INTO event_heads SELECT chain, 0, decode(repeat('00', 32), 'hex') FROM generate_series(0, 15) AS chain;

-- The one way in. Locking the head row makes writers of one chain queue; the other 15 go on.
CREATE FUNCTION append_events(chain smallint, bodies text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  head public.event_heads;
  body text;
  links bytea[] := '{}';
  last bytea;
BEGIN
  SELECT * INTO STRICT head FROM public.event_heads h WHERE h.chain = append_events.chain FOR UPDATE;
  last := head.hash;
  FOREACH body IN ARRAY bodies LOOP
    links := links || last;
    last := sha256('\x00'::bytea || int2send(chain) || int8send(head.seq + cardinality(links)) || last || convert_to(body, 'UTF8'));
  END LOOP;
  links := links || last;

  INSERT INTO public.events (chain, seq, id, at, actor_kind, actor_id, actor_role, session_id, act, noun, record_id,
      customer_id, outcome, code, reason, fields, request_id, body, prev_hash, hash)
    SELECT append_events.chain, head.seq + added.n, e.id, e.at, e.actor->>'kind', (e.actor->>'id')::uuid, e.actor->>'role',
      e.actor->>'session', e.act, e.noun, e."recordId", e."customerId", e.outcome, e.code, e.reason, e.fields,
      e."requestId", added.body, links[added.n], links[added.n + 1]
    FROM unnest(bodies) WITH ORDINALITY AS added(body, n),
      jsonb_to_record(added.body::jsonb) AS e(id uuid, at timestamptz, actor jsonb, act text, noun text, "recordId" text,
        "customerId" uuid, outcome text, code text, reason text, fields text[], "requestId" text);

  -- The slot is the chain, whose head is locked: counting makes nobody wait.
  INSERT INTO public.row_counts (noun, slot, rows) VALUES ('events', append_events.chain, cardinality(bodies))
    ON CONFLICT (noun, slot) DO UPDATE SET rows = row_counts.rows + excluded.rows;
  UPDATE public.event_heads h SET seq = head.seq + cardinality(bodies), hash = last WHERE h.chain = append_events.chain;
END $$;

-- An opening or a search is one event per session, record and ten minutes; this remembers which were written.
-- Operational: rows older than a day are swept.
CREATE TABLE openings (
  session_id text NOT NULL,
  noun text NOT NULL,
  subject text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (session_id, noun, subject)
);
CREATE INDEX openings_at ON openings (at);

CREATE TRIGGER events_kept BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER events_kept_whole BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER events_append_only BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_heads_kept BEFORE DELETE ON event_heads FOR EACH ROW EXECUTE FUNCTION refuse_deletion();
CREATE TRIGGER event_heads_kept_whole BEFORE TRUNCATE ON event_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion();

REVOKE ALL ON FUNCTION append_events(smallint, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_events(smallint, text[]) TO steward_app;
GRANT SELECT ON events, event_heads TO steward_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON openings TO steward_app;
