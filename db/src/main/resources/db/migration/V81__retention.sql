-- Where a chain of the audit log begins once its oldest records are gone: behind which record, that
-- one's hash (signed, in audit_checkpoints), the last decision up to there, how far decisions and
-- signals were looked through, and a running digest over the records that stay.
CREATE TABLE audit_anchors (
  chain   text PRIMARY KEY,
  id      bigint NOT NULL,
  hash    bytea NOT NULL,
  decided bigint NOT NULL,
  looked  bigint NOT NULL,
  kept    bytea NOT NULL,
  at      timestamptz NOT NULL
);

-- Deleting is the retention's alone, which says so in its transaction.
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('strikewire.retention', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the audit log is only added to';
END
$$;

-- Whether a signal was traded is asked of each that would go; each that goes is looked for here.
CREATE INDEX idx_orders_signal ON orders (signal_id) WHERE signal_id IS NOT NULL;
CREATE INDEX idx_processing_errors_signal ON processing_errors (signal_id)
  WHERE signal_id IS NOT NULL;
CREATE INDEX idx_risk_violations_signal ON risk_violations (signal_id);
-- A fingerprint outlives its window, not its signal; found by age, which costs the intake nothing.
ALTER TABLE fingerprints DROP CONSTRAINT fingerprints_signal_id_fkey;
CREATE INDEX idx_fingerprints_seen_at ON fingerprints USING brin (seen_at);
