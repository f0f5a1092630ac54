-- What a service of some months has behind it: 1,000,000 signals, a second apart, of which a fifth was
-- entered and sold again, and what lies around them. Written past all triggers and keys.
SET session_replication_role = replica;
TRUNCATE audit_heads, signal_totals, audit_log, audit_pending;

INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp, status, reason,
                     grade, metadata, body, next_attempt_at, created_at, decided_at)
SELECT md5('s' || n)::uuid, 'main', CASE n % 3 WHEN 0 THEN 'TRADINGVIEW' WHEN 1 THEN 'INHOUSE' ELSE 'OTHER' END,
       'S' || n % 500, CASE n % 7 WHEN 0 THEN 'PUT' ELSE 'CALL' END, CASE n % 2 WHEN 0 THEN '5m' ELSE '15m' END, t,
       CASE WHEN n % 5 = 0 THEN 'ACCEPTED' WHEN n % 1000 = 1 THEN 'CLOSED' WHEN n % 1000 = 2 THEN 'DUPLICATE'
            WHEN n % 100000 = 3 THEN 'DEAD' ELSE 'REJECTED' END,
       CASE WHEN n % 5 <> 0 THEN 'TOO_OLD' END, 'HMAC', '{}', '{}', t, t, t
FROM (SELECT n, timestamptz '2026-11-22T23:00:00Z' - n * interval '1 s' AS t
      FROM generate_series(1, 1000000) n) x;

INSERT INTO decisions (id, signal_id, decision_type, decision, rejection, confidence, position_size, stage,
                       reasoning, calculations, rules_version, settings_version, created_at, portfolio, sequence)
SELECT md5('d' || n)::uuid, md5('s' || n)::uuid, 'ENTRY', CASE WHEN n % 5 = 0 THEN 'ENTER' ELSE 'REJECT' END,
       CASE WHEN n % 5 <> 0 THEN 'TOO_OLD' END, 0, CASE WHEN n % 5 = 0 THEN 1 ELSE 0 END, 'VALIDATE', '[]', '{}', '2',
       'x', timestamptz '2026-11-22T23:00:00Z' - n * interval '1 s', 'main', 1000001 - n
FROM generate_series(1, 1000000) n;

INSERT INTO deliveries (key, signal_id, expires_at, repeats)
SELECT 'body:' || md5('b' || n), md5('s' || n)::uuid, timestamptz '2026-11-26T18:00:00Z' - n * interval '1 s',
       CASE WHEN n % 50 = 0 THEN 1 ELSE 0 END
FROM generate_series(1, 270000) n;

INSERT INTO positions (id, signal_id, portfolio, symbol, occ_symbol, direction, quantity, entry_price, current_price,
                       price_basis, unrealized_pnl, realized_pnl, is_closed, exit_reason, opened_at, closed_at,
                       mark_bid, mark_ask, marked_at, best_price)
SELECT md5('p' || n)::uuid, md5('s' || n * 5)::uuid, 'main', 'S' || n * 5 % 500, 'SPY261218C00500000', 'CALL', 0, 4, 5,
       'QUOTE', 0, 97.32, true, 'CLOSING_ALERT', t, t + interval '1 h', 5, 5, t + interval '1 h', 5
FROM (SELECT n, timestamptz '2026-11-22T22:00:00Z' - n * interval '5 s' AS t FROM generate_series(1, 200000) n) x;

INSERT INTO orders (client_order_id, id, portfolio, signal_id, position_id, symbol, occ_symbol, side, reason,
                    quantity, filled, state, note, bid, ask, basis, priced_at, late, attempts, created_at, sent_at,
                    updated_at)
SELECT CASE n % 2 WHEN 1 THEN 'swe-' || md5('s' || (n + 1) / 2 * 5)::uuid ELSE 'o' || n END, md5('o' || n)::uuid, 'main', md5('s' || (n + 1) / 2 * 5)::uuid, md5('p' || (n + 1) / 2)::uuid,
       'S' || (n + 1) / 2 * 5 % 500, 'SPY261218C00500000', CASE n % 2 WHEN 1 THEN 'BUY' ELSE 'SELL' END, 'X', 1, 1, 'FILLED', '',
       4, 4, 'QUOTE', t, false, 1, t, t, t
FROM (SELECT n, timestamptz '2026-11-22T23:00:00Z' - n * interval '2.5 s' AS t FROM generate_series(1, 400000) n) x;

INSERT INTO fills (id, position_id, side, price, quantity, commission, fee, at, number, client_order_id, execution_id,
                   realized)
SELECT md5('f' || n)::uuid, md5('p' || (n + 1) / 2)::uuid, CASE n % 2 WHEN 1 THEN 'BUY' ELSE 'SELL' END, CASE n % 2 WHEN 1 THEN 4 ELSE 5 END, 1, 1.3, 0.04,
       timestamptz '2026-11-22T23:00:00Z' - n * interval '2.5 s', 2 - n % 2, CASE n % 2 WHEN 1 THEN 'swe-' || md5('s' || (n + 1) / 2 * 5)::uuid ELSE 'o' || n END, 'e' || n, CASE n % 2 WHEN 1 THEN -1.34 ELSE 98.66 END
FROM generate_series(1, 400000) n;

INSERT INTO paper_orders (client_order_id, occ_symbol, side, quantity, bid, ask, basis, priced_at, arrived_at)
SELECT 'o' || n, 'SPY261218C00500000', 'BUY', 1, 4, 4, 'QUOTE', t, t
FROM (SELECT n, timestamptz '2026-11-22T23:00:00Z' - n * interval '2.5 s' AS t FROM generate_series(1, 400000) n) x;

INSERT INTO marks (position_id, at, bid, ask, basis)
SELECT md5('p' || n % 200000)::uuid, timestamptz '2026-11-22T23:00:00Z' - n * interval '2 s', 4, 4, 'QUOTE'
FROM generate_series(1, 400000) n;

INSERT INTO exit_decisions (id, position_id, decision, reason, contracts, price, price_basis, unrealized_pnl, reasoning,
                            rules_version, settings_version, created_at)
SELECT md5('x' || n)::uuid, md5('p' || n)::uuid, 'EXIT', 'CLOSING_ALERT', 1, 4, 'QUOTE', 0, '[]', '1', 'x',
       timestamptz '2026-11-22T23:00:00Z' - n * interval '5 s'
FROM generate_series(1, 200000) n;

INSERT INTO risk_violations (id, portfolio, signal_id, name, asked, allowed, at)
SELECT md5('v' || n)::uuid, 'main', md5('s' || n)::uuid, 'max-open-positions', 21, 20,
       timestamptz '2026-11-22T23:00:00Z' - n * interval '20 s'
FROM generate_series(1, 50000) n;

INSERT INTO processing_errors (id, signal_id, sender, stage, code, detail, dead, created_at)
SELECT md5('e' || n)::uuid, CASE n % 1000 WHEN 0 THEN md5('s' || n)::uuid END, 'hmac', 'INTAKE', 'REFUSED', 'x', n % 1000 = 0,
       timestamptz '2026-11-22T23:00:00Z' - n * interval '60 s'
FROM generate_series(1, 9000) n;

INSERT INTO context_snapshots (id, ticker, price, timeframe, vix, regime, trend, bias, as_of, created_at)
SELECT md5('c' || n)::uuid, 'SPY', 500, '5m', 15, 'NORMAL', 'BULLISH', 0, t, t
FROM (SELECT n, timestamptz '2026-11-22T23:00:00Z' - n * interval '60 s' AS t FROM generate_series(1, 50000) n) x;

INSERT INTO option_chains (id, symbol, as_of, spot, contracts, stored_at)
SELECT md5('h' || n)::uuid, 'S' || n % 100, t, 500, 1, t
FROM (SELECT n, timestamptz '2026-11-22T23:00:00Z' - n * interval '60 s' AS t FROM generate_series(1, 20000) n) x;

INSERT INTO gex_signals (id, chain_id, symbol, as_of, spot, contracts, net_gex, call_gex, put_gex, zero_gamma, strength,
                         sign, day_count, levels, created_at, horizon)
SELECT md5('g' || n || h)::uuid, md5('h' || n)::uuid, 'S' || n % 100, t, 500, 1, 1, 1, 1, '{}', 0.5, 'LONG_CALLS_SHORT_PUTS', 365,
       60, t, h
FROM (SELECT n, timestamptz '2026-11-22T23:00:00Z' - n * interval '60 s' AS t FROM generate_series(1, 20000) n) x,
     unnest(ARRAY['INTRADAY', 'WEEK', 'ALL']) h;

INSERT INTO chain_quotes (chain_id, quotes, roots, days, sides, firsts, counts)
SELECT md5('h' || n)::uuid, ''::bytea, ARRAY['S' || n % 100], '{}', '{}', '{}', '{}' FROM generate_series(1, 100) n;

INSERT INTO quotes (occ_symbol, bid, ask, at, received_at)
SELECT 'Q' || n, 4, 4.1, timestamptz '2026-11-22T23:00:00Z', timestamptz '2026-11-22T23:00:00Z'
FROM generate_series(1, 20000) n;

INSERT INTO audit_log (chain, id, at, actor, action, subject, symbol, signal_id, payload, previous, hash)
SELECT 'main', 2000001 - n, timestamptz '2026-11-22T23:00:00Z' - n * interval '0.5 s',
       CASE n % 2 WHEN 0 THEN 'TRADINGVIEW' ELSE 'strikewire' END, CASE n % 2 WHEN 0 THEN 'SIGNAL' ELSE 'DECISION' END,
       n::text, 'S' || n / 2 % 500, md5('s' || n / 2)::uuid, '{}', '', ''
FROM generate_series(1, 2000000) n;

INSERT INTO audit_checkpoints (chain, id, hash, at, key, signature)
SELECT 'main', n * 100, '', timestamptz '2026-11-22T23:00:00Z' - n * interval '60 s', '', '' FROM generate_series(1, 20000) n;

INSERT INTO position_totals SELECT portfolio, sum(realized_pnl) FROM positions GROUP BY portfolio;
INSERT INTO audit_heads VALUES ('main', 2000000, ''::bytea, 1000000);
INSERT INTO signal_totals VALUES ('DECIDED', 'REJECT', 800000), ('DECIDED', 'ENTER', 200000), ('REJECTED', 'TOO_OLD', 800000);
SET session_replication_role = origin;
