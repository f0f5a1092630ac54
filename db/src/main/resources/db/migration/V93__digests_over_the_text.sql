-- What the audit log keeps of a row is a digest. Over the row's text it costs a sixth of what taking its JSON apart
-- and putting it together again costs, which was a third of PostgreSQL's part of a link. Rows of before keep theirs:
-- the row says which it is, and the function that every release calls decides by it.
ALTER TABLE signals ADD COLUMN digest_form smallint;
ALTER TABLE decisions ADD COLUMN digest_form smallint;
ALTER TABLE signals ALTER COLUMN digest_form SET DEFAULT 1;
ALTER TABLE decisions ALTER COLUMN digest_form SET DEFAULT 1;
COMMENT ON COLUMN signals.digest_form IS 'NULL: over the row as jsonb; 1: over its text';
COMMENT ON COLUMN decisions.digest_form IS 'NULL: over the row as jsonb; 1: over its text';

-- The first of the long texts is given with its length, so that nothing can move from one to the next.
CREATE OR REPLACE FUNCTION audit_content(signals) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    CASE WHEN $1.digest_form IS NULL THEN jsonb_build_array(
      $1.id, $1.portfolio, $1.source, $1.symbol, $1.direction, $1.timeframe,
      extract(epoch FROM $1.timestamp), $1.grade, $1.metadata, $1.body,
      extract(epoch FROM $1.created_at))::text
    ELSE ROW(
      $1.digest_form, $1.id, $1.portfolio, $1.source, $1.symbol, $1.direction, $1.timeframe,
      extract(epoch FROM $1.timestamp), $1.grade, extract(epoch FROM $1.created_at),
      octet_length($1.body))::text || $1.body || $1.metadata END, 'UTF8')), 'hex')
$$;
CREATE OR REPLACE FUNCTION audit_content(decisions) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    CASE WHEN $1.digest_form IS NULL THEN jsonb_build_array(
      $1.id, $1.portfolio, $1.sequence, $1.signal_id, $1.decision_type, $1.decision, $1.rejection,
      $1.confidence, $1.position_size, $1.stage, $1.reasoning, $1.calculations, $1.rules_version,
      $1.settings_version, extract(epoch FROM $1.created_at))::text
    ELSE ROW(
      $1.digest_form, $1.id, $1.portfolio, $1.sequence, $1.signal_id, $1.decision_type, $1.decision,
      $1.rejection, $1.confidence, $1.position_size, $1.stage, $1.rules_version,
      $1.settings_version, extract(epoch FROM $1.created_at),
      octet_length($1.reasoning::text))::text || $1.reasoning || $1.calculations END, 'UTF8')), 'hex')
$$;
