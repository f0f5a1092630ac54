DELETE FROM audit_pending WHERE number = ANY ($1)
DELETE FROM chain_quotes WHERE chain_id IN (SELECT id FROM option_chains WHERE symbol = $1 ORDER BY as_of DESC, stored_at DESC OFFSET 1 LIMIT 100)
DELETE FROM deliveries WHERE key IN ( SELECT key FROM deliveries WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
DELETE FROM processing_errors WHERE id IN ( SELECT id FROM processing_errors WHERE stage = 'INTAKE' ORDER BY created_at DESC, id DESC OFFSET $1 LIMIT $2)
INSERT INTO audit_checkpoints (chain, id, hash, at, key, signature) VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6) ON CONFLICT (chain, id) DO NOTHING
INSERT INTO audit_heads (chain, id, hash, decided) VALUES ($1, 0, decode($2, 'hex'), 0) ON CONFLICT (chain) DO NOTHING
INSERT INTO audit_log (chain, id, at, actor, action, subject, symbol, signal_id, payload, previous, hash) SELECT $1, r.id, r.at, r.actor, r.action, r.subject, r.symbol, r.signal_id, r.payload, decode(r.previous, 'hex'), decode(r.hash, 'hex') FROM unnest($2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::text[], $11::text[]) AS r (id, at, actor, action, subject, symbol, signal_id, payload, previous, hash)
INSERT INTO audit_pending (chain, at, actor, action, subject, payload) VALUES ($1, $2, $3, $4, $5, $6)
INSERT INTO daily_bars (symbol, day, open, high, low, close, volume, source) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (symbol, day) DO UPDATE SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close, volume = excluded.volume, source = excluded.source
INSERT INTO decisions (portfolio, sequence, id, signal_id, decision_type, decision, rejection, confidence, position_size, stage, reasoning, calculations, rules_version, settings_version, created_at) SELECT $1, d.sequence, d.id, d.signal_id, d.type, d.decision, d.rejection, d.confidence, d.size, d.stage, d.reasoning::jsonb, d.calculations::jsonb, d.rules, d.settings, d.at FROM unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::int[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::timestamptz[]) AS d (sequence, id, signal_id, type, decision, rejection, confidence, size, stage, reasoning, calculations, rules, settings, at)
INSERT INTO deliveries AS held (key, signal_id, expires_at) SELECT * FROM unnest($1::text[], $2::uuid[], $3::timestamptz[]) ON CONFLICT (key) DO UPDATE SET signal_id = excluded.signal_id, expires_at = excluded.expires_at, repeats = 0 WHERE held.expires_at <= $4
INSERT INTO exit_decisions (id, position_id, decision, reason, priority, contracts, price, price_basis, unrealized_pnl, reasoning, rules_version, settings_version, created_at) VALUES ($1, $2, $3, NULLIF($4, ''), NULLIF($5, 0), $6, $7, $8, $9, (SELECT coalesce(jsonb_agg(jsonb_build_object('rule', v.rule, 'outcome', v.outcome, 'detail', v.detail)), '[]') FROM unnest($10, $11, $12) AS v (rule, outcome, detail)), $13, $14, $15)
INSERT INTO fingerprints (fingerprint, signal_id, seen_at) SELECT * FROM unnest($1::text[], $2::uuid[], $3::timestamptz[]) ON CONFLICT (fingerprint) DO UPDATE SET signal_id = excluded.signal_id, seen_at = excluded.seen_at
INSERT INTO heartbeats (strategy, interval_seconds, last_at) VALUES ($1, $2, $3) ON CONFLICT (strategy) DO UPDATE SET interval_seconds = excluded.interval_seconds, last_at = greatest(heartbeats.last_at, excluded.last_at)
INSERT INTO holds (id, kind, name, cause, reason, by, since) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (kind, name) WHERE released_at IS NULL DO NOTHING
INSERT INTO kill_switch (mode, reason, by, at) VALUES ($1, $2, $3, $4)
INSERT INTO market_data_modes (mode, why, since) VALUES ($1, $2, $3)
INSERT INTO marks (position_id, at, bid, ask, basis) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
INSERT INTO paper_orders (client_order_id, occ_symbol, side, quantity, limit_price, bid, ask, basis, priced_at, arrived_at) VALUES ($1, $2, $3, $4, CAST(NULLIF($5, '') AS numeric), $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
INSERT INTO processing_errors (id, sender, stage, code, detail, created_at) VALUES ($1, $2, 'INTAKE', 'MALFORMED', $3, $4)
INSERT INTO processing_errors (id, signal_id, stage, code, detail, dead, created_at) VALUES ($1, $2, 'ROUTE', 'FAILED', $3, $4, $5)
INSERT INTO quotes (occ_symbol, bid, ask, last, at, received_at) VALUES ($1, $2, $3, CAST(NULLIF($4, '') AS numeric), $5, $6) ON CONFLICT (occ_symbol) DO UPDATE SET bid = excluded.bid, ask = excluded.ask, last = excluded.last, at = excluded.at, received_at = excluded.received_at WHERE quotes.at < excluded.at
INSERT INTO risk_overrides (id, name, value, reason, by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
INSERT INTO risk_violations (id, portfolio, signal_id, name, asked, allowed, at) SELECT v.id, $1, v.signal, v.name, CAST(v.asked AS numeric), CAST(v.allowed AS numeric), CAST(v.at AS timestamptz) FROM unnest($2, $3, $4, $5, $6, $7) AS v (id, signal, name, asked, allowed, at)
INSERT INTO settlements (root, day, price, by, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (root, day) DO NOTHING
INSERT INTO signal_totals AS t (kind, code, count) SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[]) ON CONFLICT (kind, code) DO UPDATE SET count = t.count + excluded.count
INSERT INTO signal_totals AS t (kind, code, count) VALUES ('REPEATED', '', $1) ON CONFLICT (kind, code) DO UPDATE SET count = t.count + excluded.count
INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp, grade, metadata, body, next_attempt_at, created_at) SELECT id, portfolio, source, symbol, direction, timeframe, said_at, grade, metadata::jsonb, body, arrived_at, arrived_at FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::timestamptz[]) WITH ORDINALITY AS a (id, portfolio, source, symbol, direction, timeframe, said_at, grade, metadata, body, arrived_at, position) ORDER BY position ON CONFLICT (id) DO NOTHING
INSERT INTO strategy_positions (portfolio, source, strategy, symbol, position, said_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (portfolio, source, strategy, symbol) DO UPDATE SET position = excluded.position, said_at = excluded.said_at
INSERT INTO webhook_tokens (id, source, portfolio, token_hash, created_at, expires_at, strategy, timeframe, addresses, fresh_seconds) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
SELECT
SELECT (SELECT coalesce(sum(f.realized), 0) FROM fills f JOIN positions p ON p.id = f.position_id WHERE p.portfolio = $1 AND f.at >= $2) + (SELECT coalesce(sum(unrealized_pnl), 0) FROM positions WHERE portfolio = $1 AND NOT is_closed)
SELECT (SELECT coalesce(sum(id), 0) FROM audit_heads), (SELECT count(*) FROM audit_pending) + (SELECT coalesce(sum(d.last - h.decided), 0) FROM audit_heads h CROSS JOIN LATERAL (SELECT coalesce(max(sequence), 0) AS last FROM decisions WHERE portfolio = h.chain) d WHERE h.chain <> 'system')
SELECT (SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1) AS version, clock_timestamp() AS now, pg_database_size(current_database()) AS bytes, count(*) FILTER (WHERE state <> 'idle') AS in_use, count(*) FILTER (WHERE state = 'idle') AS free FROM pg_stat_activity WHERE application_name = 'strikewire' AND datname = current_database()
SELECT * FROM audit_pending WHERE chain = $1 ORDER BY number LIMIT $2
SELECT * FROM chain_quotes WHERE chain_id = $1
SELECT * FROM gex_signals WHERE chain_id = $1
SELECT * FROM gex_signals WHERE symbol = $1 AND horizon = 'ALL' AND ($2::timestamptz IS NULL OR as_of >= $3) AND ($4::timestamptz IS NULL OR as_of < $5) AND ($6::uuid IS NULL OR (as_of, created_at, id) < (SELECT as_of, created_at, id FROM gex_signals WHERE id = $7)) ORDER BY as_of DESC, created_at DESC, id DESC LIMIT $8
SELECT * FROM option_chains WHERE symbol = $1 ORDER BY as_of DESC, stored_at DESC LIMIT 1
SELECT 1
SELECT CAST(CAST(at AT TIME ZONE 'America/New_York' AS date) AS text) AS day, sum(realized) AS realized FROM fills GROUP BY 1 ORDER BY 1
SELECT CAST(pg_advisory_xact_lock(hashtextextended('strikewire/' || CAST($1 AS text), 0)) AS text)
SELECT DISTINCT ON (d.portfolio) d.portfolio AS chain, 0 AS id, d.id::text AS what FROM decisions d JOIN audit_heads h ON h.chain = d.portfolio AND d.sequence <= h.decided WHERE NOT EXISTS (SELECT FROM audit_log l WHERE l.signal_id = d.signal_id AND l.action = 'DECISION' AND l.subject = d.id::text) ORDER BY d.portfolio, d.sequence
SELECT DISTINCT ON (l.chain) l.chain, l.id, l.action || ' ' || l.subject AS what FROM audit_log l LEFT JOIN signals s ON l.action = 'SIGNAL' AND s.id::text = l.subject AND s.id = l.signal_id LEFT JOIN decisions d ON l.action = 'DECISION' AND d.id::text = l.subject AND d.signal_id = l.signal_id WHERE l.action IN ('SIGNAL', 'DECISION') AND l.payload::jsonb ->> 'content' IS DISTINCT FROM CASE l.action WHEN 'SIGNAL' THEN audit_content(s) ELSE audit_content(d) END ORDER BY l.chain, l.id
SELECT DISTINCT o.portfolio FROM OrderRow o WHERE o.state = 'NEW'
SELECT DISTINCT p.portfolio FROM PositionRow p WHERE p.closed = false
SELECT EXISTS ( SELECT 1 FROM positions p JOIN signals s ON s.id = p.signal_id WHERE NOT p.is_closed AND p.portfolio = $1 AND p.symbol = $2 AND s.source = $3 AND coalesce(s.metadata ->> 'strategy', s.metadata ->> 'strategy_name', s.metadata ->> 'alert_id', s.metadata ->> 'alert_name') = $4 AND NOT EXISTS ( SELECT 1 FROM orders o WHERE o.position_id = p.id AND o.side = 'SELL' AND o.state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED')))
SELECT asked.place, found.* FROM unnest($1::int[], $2::text[], $3::int[], $4::text[]) AS asked (place, root, day, side) CROSS JOIN LATERAL ( SELECT substring(q.quotes FROM strip.first * 36 + 1 FOR strip.count * 36) AS quotes, c.spot, c.as_of, c.stored_at FROM chain_quotes q JOIN option_chains c ON c.id = q.chain_id, unnest(q.roots, q.days, q.sides, q.firsts, q.counts) AS strip (root, day, side, first, count) WHERE q.roots @> ARRAY[asked.root] AND strip.root = asked.root AND strip.day = asked.day AND strip.side = asked.side ORDER BY c.as_of DESC, c.stored_at DESC LIMIT 8) found ORDER BY asked.place, found.as_of DESC, found.stored_at DESC
SELECT asked.symbol, asked.direction, entered.decided_at FROM unnest($1::text[], $2::text[]) AS asked (symbol, direction) CROSS JOIN LATERAL ( SELECT decided_at FROM signals s WHERE portfolio = $3 AND s.symbol = asked.symbol AND s.direction = asked.direction AND status = 'ACCEPTED' ORDER BY decided_at DESC LIMIT 1) entered
SELECT asked.symbol, peer.* FROM unnest($1::text[]) AS asked (symbol) CROSS JOIN LATERAL ( WITH RECURSIVE speaker (source, timeframe) AS ( (SELECT source, timeframe FROM signals WHERE portfolio = $2 AND symbol = asked.symbol AND direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED') ORDER BY source, timeframe LIMIT 1) UNION ALL SELECT following.* FROM speaker CROSS JOIN LATERAL ( SELECT source, timeframe FROM signals WHERE portfolio = $3 AND symbol = asked.symbol AND (source, timeframe) > (speaker.source, speaker.timeframe) AND direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED') ORDER BY source, timeframe LIMIT 1) following) SELECT word.* FROM speaker CROSS JOIN LATERAL ( SELECT id, source, direction, timeframe, timestamp FROM signals WHERE portfolio = $4 AND symbol = asked.symbol AND source = speaker.source AND timeframe = speaker.timeframe AND direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED') AND timestamp BETWEEN $5 AND $6 ORDER BY timestamp DESC, id DESC LIMIT 1) word) peer
SELECT bid, ask, basis, at FROM marks WHERE position_id = $1 ORDER BY at DESC LIMIT 200
SELECT c.chain, c.id, c.hash, c.key, c.signature, coalesce(l.hash = c.hash, false) AS agrees FROM audit_checkpoints c LEFT JOIN audit_log l ON l.chain = c.chain AND l.id = c.id ORDER BY c.chain, c.id
SELECT chain, id, hash, decided FROM audit_heads WHERE chain = $1 FOR UPDATE SKIP LOCKED
SELECT coalesce(max(sequence), 0) FROM decisions WHERE portfolio = $1
SELECT coalesce(sum(p.realizedPnl), 0) FROM PositionRow p
SELECT count(*) FROM exit_decisions WHERE position_id = $1
SELECT count(o) FROM OrderRow o WHERE o.portfolio = $1 AND o.side = $2 AND o.createdAt > $3
SELECT count(o) FROM OrderRow o WHERE o.state = 'UNKNOWN' AND o.updatedAt <= $1
SELECT count(p) FROM PositionRow p WHERE p.closed = false AND p.markedAt < $1
SELECT count(p), coalesce(sum(p.entryPrice * p.quantity * 100), 0), coalesce(sum(p.unrealizedPnl), 0) FROM PositionRow p WHERE p.closed = false
SELECT d.* FROM decisions d JOIN signals s ON s.id = d.signal_id
SELECT d.sequence, f.* FROM decisions d JOIN signals s ON s.id = d.signal_id CROSS JOIN LATERAL (VALUES (1, s.created_at, s.source, 'SIGNAL', s.id::text, s.symbol, s.id, json_build_object( 'timeframe', s.timeframe, 'direction', s.direction, 'grade', s.grade, 'content', audit_content(s))::text), (2, d.created_at, 'rules ' || d.rules_version, 'DECISION', d.id::text, s.symbol, s.id, json_build_object( 'decision', d.decision, 'rejection', d.rejection, 'stage', d.stage, 'confidence', d.confidence, 'size', d.position_size, 'sequence', d.sequence, 'settings', d.settings_version, 'content', audit_content(d))::text)) AS f (turn, at, actor, action, subject, symbol, signal_id, payload) WHERE d.portfolio = $1 AND d.sequence > $2 AND d.sequence <= $3 ORDER BY d.sequence, f.turn
SELECT day, open, high, low, close, volume FROM daily_bars WHERE symbol = $1 AND day <= $2 ORDER BY day DESC LIMIT $3
SELECT e.* FROM processing_errors e LEFT JOIN signals s ON s.id = e.signal_id
SELECT f.id FROM FillRow f WHERE f.clientOrderId = $1 AND f.executionId = $2
SELECT f.realized FROM FillRow f ORDER BY f.at, f.positionId, f.number
SELECT fingerprint, signal_id, seen_at FROM fingerprints WHERE fingerprint = ANY ($1)
SELECT id, decision, reason, priority, contracts, created_at, ARRAY(SELECT (v ->> 'rule') || ' ' || (v ->> 'outcome') || ': ' || (v ->> 'detail') FROM jsonb_array_elements(reasoning) AS v) AS reasoning FROM exit_decisions WHERE position_id = $1 ORDER BY created_at DESC, id LIMIT 200
SELECT id, kind, name, cause, reason, by, since FROM holds WHERE released_at IS NULL ORDER BY since, id
SELECT id, source, grade, body, created_at, arrival FROM signals WHERE portfolio = $1 AND status = 'RECEIVED' AND arrival > $2 AND next_attempt_at <= $3 ORDER BY arrival LIMIT $4
SELECT id, source, portfolio, strategy, timeframe, addresses, fresh_seconds FROM webhook_tokens WHERE token_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
SELECT id, source, portfolio, strategy, timeframe, addresses, fresh_seconds, created_at, expires_at, revoked_at FROM webhook_tokens ORDER BY created_at
SELECT key, signal_id FROM deliveries WHERE key = ANY ($1)
SELECT kind, code, count, NULL::timestamptz AS at FROM signal_totals UNION ALL SELECT 'PENDING', '', count(*), min(created_at) FROM signals WHERE status = 'RECEIVED' UNION ALL (SELECT 'NEWEST', '', 0, created_at FROM signals ORDER BY created_at DESC LIMIT 1)
SELECT latest.* FROM unnest($1::text[]) AS asked (symbol) CROSS JOIN LATERAL ( SELECT * FROM gex_signals s WHERE s.symbol = asked.symbol AND horizon = $2 ORDER BY as_of DESC, created_at DESC LIMIT 1) latest
SELECT max(n) FROM (SELECT sum(quantity) AS n FROM positions WHERE NOT is_closed GROUP BY portfolio, symbol) s
SELECT max(quantity) FROM positions WHERE NOT is_closed
SELECT mode, reason, at, by FROM kill_switch ORDER BY id DESC LIMIT $1
SELECT mode, why, since FROM market_data_modes ORDER BY id DESC LIMIT $1
SELECT name, asked, allowed, signal_id, at FROM risk_violations WHERE portfolio = $1 ORDER BY at DESC LIMIT 100
SELECT name, value, reason, by, created_at, expires_at FROM risk_overrides WHERE expires_at > $1 AND created_at <= $1 ORDER BY created_at, id
SELECT net_gex FROM gex_signals WHERE symbol = $1 AND horizon = $2 AND as_of < $3 ORDER BY as_of DESC, created_at DESC LIMIT 1
SELECT occ_symbol, bid, ask, last, at FROM quotes WHERE occ_symbol = ANY ($1)
SELECT occ_symbol, side, quantity, limit_price, bid, ask, basis, priced_at, arrived_at, crossed_bid, crossed_ask, crossed_at, cancelled_at FROM paper_orders WHERE client_order_id = $1
SELECT payload FROM ( (SELECT payload, at FROM audit_pending WHERE action = 'SETTINGS' ORDER BY number DESC LIMIT 1) UNION ALL (SELECT payload, at FROM audit_log WHERE actor = $1 AND action = 'SETTINGS' ORDER BY at DESC LIMIT 1)) s ORDER BY at DESC LIMIT 1
SELECT pg_try_advisory_xact_lock(hashtextextended('strikewire/' || $1, 0))
SELECT portfolio FROM orders WHERE state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED') UNION SELECT portfolio FROM signals WHERE status = 'RECEIVED' UNION SELECT portfolio FROM webhook_tokens
SELECT position, said_at FROM strategy_positions WHERE portfolio = $1 AND source = $2 AND strategy = $3 AND symbol = $4
SELECT price FROM settlements WHERE root = $1 AND day = $2
SELECT s.*, coalesce((SELECT max(d.repeats) FROM deliveries d WHERE d.signal_id = s.id AND d.repeats > 0), 0) AS repeats FROM signals s
SELECT s.*, p.*, c.expired, c.adjusted, c.repeated FROM gex_signals s JOIN gex_profiles p ON p.chain_id = s.chain_id JOIN option_chains c ON c.id = s.chain_id WHERE s.symbol = $1 AND s.horizon = 'ALL' ORDER BY s.as_of DESC, s.created_at DESC LIMIT 1
SELECT s.source, p.symbol, coalesce(p.exit_reason, '') AS reason, p.realized_pnl FROM positions p JOIN signals s ON s.id = p.signal_id WHERE p.is_closed ORDER BY p.closed_at, p.id
SELECT strategy, interval_seconds, last_at FROM heartbeats
SELECT symbol, max(as_of) AS as_of FROM gex_signals GROUP BY symbol ORDER BY symbol
UPDATE audit_heads SET id = $1, hash = decode($2, 'hex'), decided = $3 WHERE chain = $4
UPDATE deliveries SET repeats = repeats + came FROM unnest($1::text[], $2::int[]) AS c (name, came) WHERE key = name
UPDATE deliveries SET signal_id = right_one FROM unnest($1::text[], $2::uuid[]) AS c (name, right_one) WHERE key = name
UPDATE holds SET released_at = $1, released_by = $2 WHERE id = $3 AND released_at IS NULL
UPDATE paper_orders SET cancelled_at = $1 WHERE client_order_id = $2 AND cancelled_at IS NULL
UPDATE paper_orders SET crossed_bid = $1, crossed_ask = $2, crossed_at = $3 WHERE client_order_id = $4 AND crossed_at IS NULL
UPDATE signals SET attempts = attempts + 1, next_attempt_at = $1::timestamptz + (interval '1 second' * least(power(2, attempts), 300)), status = CASE WHEN attempts + 1 >= $2 THEN 'DEAD' ELSE status END WHERE id = $3 AND status = 'RECEIVED' RETURNING status = 'DEAD'
UPDATE signals s SET status = o.status, reason = o.reason, route = o.route::jsonb, decided_at = o.at FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) AS o (id, status, reason, route, at) WHERE s.id = o.id AND s.status = 'RECEIVED'
UPDATE webhook_tokens SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL
WITH RECURSIVE books AS ( (SELECT portfolio FROM decisions ORDER BY portfolio LIMIT 1) UNION ALL SELECT (SELECT d.portfolio FROM decisions d WHERE d.portfolio > b.portfolio ORDER BY d.portfolio LIMIT 1) FROM books b WHERE b.portfolio IS NOT NULL) SELECT b.portfolio FROM books b LEFT JOIN audit_heads h ON h.chain = b.portfolio WHERE EXISTS (SELECT FROM decisions d WHERE d.portfolio = b.portfolio AND d.sequence > coalesce(h.decided, 0)) UNION SELECT chain FROM audit_pending
WITH RECURSIVE names AS ( (SELECT chain FROM audit_log ORDER BY chain LIMIT 1) UNION ALL SELECT (SELECT l.chain FROM audit_log l WHERE l.chain > n.chain ORDER BY l.chain LIMIT 1) FROM names n WHERE n.chain IS NOT NULL) SELECT c.chain, coalesce(h.id, 0) AS id, coalesce(h.hash, ''::bytea) AS hash FROM (SELECT chain FROM names WHERE chain IS NOT NULL UNION SELECT chain FROM audit_heads) c LEFT JOIN audit_heads h USING (chain) ORDER BY c.chain
WITH RECURSIVE p (portfolio) AS ( (SELECT portfolio FROM signals WHERE status = 'RECEIVED' ORDER BY portfolio LIMIT 1) UNION ALL SELECT (SELECT s.portfolio FROM signals s WHERE s.status = 'RECEIVED' AND s.portfolio > p.portfolio ORDER BY s.portfolio LIMIT 1) FROM p WHERE p.portfolio IS NOT NULL) SELECT portfolio FROM p WHERE portfolio IS NOT NULL
WITH revived AS (UPDATE signals SET status = 'RECEIVED', attempts = 0, next_attempt_at = $1 WHERE id = $2 AND status = 'DEAD' RETURNING id), counted AS (UPDATE signal_totals SET count = count - 1 WHERE kind = 'DEAD' AND code = '' AND EXISTS (SELECT FROM revived)) SELECT EXISTS (SELECT FROM revived), EXISTS (SELECT FROM signals WHERE id = $3)
select c from ContextSnapshotRow c where c.asOf <= $1 order by c.asOf desc, c.createdAt desc
