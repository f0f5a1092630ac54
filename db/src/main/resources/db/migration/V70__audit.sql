-- The audit log: one chain of records for each portfolio and one of the system, each record's hash
-- over the one before. Decisions are linked from their own gapless sequence; everything else is
-- noted by triggers in the transaction that does it, and linked from there.
CREATE TABLE audit_log (
  chain     text NOT NULL,
  id        bigint NOT NULL CHECK (id > 0),
  at        timestamptz NOT NULL,
  actor     text NOT NULL,
  action    text NOT NULL,
  subject   text NOT NULL,
  symbol    text,
  signal_id uuid,
  payload   text NOT NULL,
  previous  bytea NOT NULL,
  hash      bytea NOT NULL,
  PRIMARY KEY (chain, id)
);
CREATE INDEX idx_audit_log_at ON audit_log (at);
CREATE INDEX idx_audit_log_actor ON audit_log (actor, at);
CREATE INDEX idx_audit_log_symbol ON audit_log (symbol, at) WHERE symbol IS NOT NULL;
CREATE INDEX idx_audit_log_signal ON audit_log (signal_id) WHERE signal_id IS NOT NULL;

-- Where each chain ends. Whoever links holds its row.
CREATE TABLE audit_heads (
  chain   text PRIMARY KEY,
  id      bigint NOT NULL,
  hash    bytea NOT NULL,
  decided bigint NOT NULL
) WITH (fillfactor = 50);
COMMENT ON COLUMN audit_heads.decided IS 'decisions.sequence of the last decision in the chain';

-- What a key said about a chain's record; the newest is also in the log file.
CREATE TABLE audit_checkpoints (
  chain     text NOT NULL,
  id        bigint NOT NULL,
  hash      bytea NOT NULL,
  at        timestamptz NOT NULL,
  key       text NOT NULL,
  signature bytea NOT NULL,
  PRIMARY KEY (chain, id)
);

-- Noted, not linked yet.
CREATE TABLE audit_pending (
  number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain     text NOT NULL,
  at        timestamptz NOT NULL,
  actor     text NOT NULL,
  action    text NOT NULL,
  subject   text NOT NULL,
  symbol    text,
  signal_id uuid,
  payload   text NOT NULL
);

-- What a record vouches for: everything about a row that must never change, as a digest.
CREATE FUNCTION audit_content(signals) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    $1.id, $1.portfolio, $1.source, $1.symbol, $1.direction, $1.timeframe,
    extract(epoch FROM $1.timestamp), $1.grade, $1.metadata, $1.body,
    extract(epoch FROM $1.created_at))::text, 'UTF8')), 'hex')
$$;
CREATE FUNCTION audit_content(decisions) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    $1.id, $1.portfolio, $1.sequence, $1.signal_id, $1.decision_type, $1.decision, $1.rejection,
    $1.confidence, $1.position_size, $1.stage, $1.reasoning, $1.calculations, $1.rules_version,
    $1.settings_version, extract(epoch FROM $1.created_at))::text, 'UTF8')), 'hex')
$$;

-- Arguments: action; column that names the subject; columns with the time, the first that is set;
-- then columns that stay out. Who did it is the row's "by"; else the service; else the session.
CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fields  jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
  owner   jsonb := fields;
  moment  timestamptz;
  column_ text;
BEGIN
  FOREACH column_ IN ARRAY string_to_array(TG_ARGV[2], ',') LOOP
    moment := coalesce(moment, (fields ->> column_)::timestamptz);
  END LOOP;
  IF NOT fields ? 'portfolio' AND fields ? 'position_id' THEN
    SELECT to_jsonb(p) INTO owner FROM positions p WHERE p.id = (fields ->> 'position_id')::uuid;
  ELSIF NOT fields ? 'portfolio' AND fields ->> 'signal_id' IS NOT NULL THEN
    SELECT jsonb_build_object('portfolio', s.portfolio, 'symbol', s.symbol) INTO owner
      FROM signals s WHERE s.id = (fields ->> 'signal_id')::uuid;
  END IF;
  INSERT INTO audit_pending (chain, at, actor, action, subject, symbol, signal_id, payload)
  VALUES (
    coalesce(owner ->> 'portfolio', 'system'),
    moment,
    CASE WHEN current_setting('application_name') <> 'strikewire'
         THEN session_user || ' by ' || current_setting('application_name')
         ELSE coalesce(fields ->> 'released_by', fields ->> 'by', 'strikewire') END,
    CASE TG_OP WHEN 'DELETE' THEN TG_ARGV[0] || '_DELETED' ELSE TG_ARGV[0] END,
    coalesce(fields ->> TG_ARGV[1], ''),
    coalesce(fields ->> 'symbol', owner ->> 'symbol'),
    coalesce(fields ->> 'signal_id', owner ->> 'signal_id')::uuid,
    (fields - string_to_array(coalesce(TG_ARGV[3], ''), ','))::text);
  RETURN NULL;
END
$$;

CREATE TRIGGER audit_placed AFTER INSERT OR DELETE ON orders
  FOR EACH ROW EXECUTE FUNCTION audit_row('ORDER', 'client_order_id', 'updated_at');
CREATE TRIGGER audit_changed AFTER UPDATE ON orders
  FOR EACH ROW WHEN ((OLD.state, OLD.filled, OLD.cancel_reason, OLD.replace_limit, OLD.quantity,
                      OLD.limit_price, OLD.occ_symbol, OLD.side)
                     IS DISTINCT FROM
                     (NEW.state, NEW.filled, NEW.cancel_reason, NEW.replace_limit, NEW.quantity,
                      NEW.limit_price, NEW.occ_symbol, NEW.side))
  EXECUTE FUNCTION audit_row('ORDER', 'client_order_id', 'updated_at');
CREATE TRIGGER audit_filled AFTER INSERT OR UPDATE OR DELETE ON fills
  FOR EACH ROW EXECUTE FUNCTION audit_row('FILL', 'position_id', 'at');
CREATE TRIGGER audit_opened AFTER INSERT OR DELETE ON positions
  FOR EACH ROW EXECUTE FUNCTION audit_row('POSITION', 'id', 'closed_at,opened_at');
CREATE TRIGGER audit_changed AFTER UPDATE ON positions
  FOR EACH ROW WHEN ((OLD.quantity, OLD.is_closed, OLD.entry_price, OLD.realized_pnl)
                     IS DISTINCT FROM
                     (NEW.quantity, NEW.is_closed, NEW.entry_price, NEW.realized_pnl))
  EXECUTE FUNCTION audit_row('POSITION', 'id', 'closed_at,marked_at,opened_at');
CREATE TRIGGER audit_exit AFTER INSERT ON exit_decisions
  FOR EACH ROW WHEN (NEW.decision = 'EXIT')
  EXECUTE FUNCTION audit_row('EXIT_DECISION', 'position_id', 'created_at');
CREATE TRIGGER audit_brake AFTER INSERT OR UPDATE OR DELETE ON kill_switch
  FOR EACH ROW EXECUTE FUNCTION audit_row('KILL_SWITCH', 'mode', 'at');
CREATE TRIGGER audit_override AFTER INSERT OR UPDATE OR DELETE ON risk_overrides
  FOR EACH ROW EXECUTE FUNCTION audit_row('OVERRIDE', 'name', 'created_at');
CREATE TRIGGER audit_settlement AFTER INSERT OR UPDATE OR DELETE ON settlements
  FOR EACH ROW EXECUTE FUNCTION audit_row('SETTLEMENT', 'root', 'at');
CREATE TRIGGER audit_token AFTER INSERT OR UPDATE OR DELETE ON webhook_tokens
  FOR EACH ROW EXECUTE FUNCTION audit_row('TOKEN', 'id', 'revoked_at,created_at', 'token_hash');
CREATE TRIGGER audit_hold AFTER INSERT OR UPDATE OR DELETE ON holds
  FOR EACH ROW EXECUTE FUNCTION audit_row('HOLD', 'name', 'released_at,since');
CREATE TRIGGER audit_dead AFTER INSERT ON processing_errors
  FOR EACH ROW WHEN (NEW.dead)
  EXECUTE FUNCTION audit_row('DEAD_LETTER', 'signal_id', 'created_at');

-- A slip of the hand does not change the log; whoever turns this off is found by verify-audit.
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only added to';
END
$$;
CREATE TRIGGER audit_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
