#!/usr/bin/env bash
# Throughput of strikewire.jar as ratios, each pair of sides alternated in one run, the median of
# PAIRS pairs (default 7). Run all rows, or name some:
#   deploy/bench/throughput.sh [cost accept batch decide portfolios pipeline latency overload held audit instances]
# Needs: the built jar, javac, psql and pgbench on the path. Loopback only; everything it starts it
# stops. SECONDS_EACH (default 2) is the length of one side's turn, WARM_ROUNDS (20) how many rounds of load
# of 10 s come before the first at most (fewer when the JVM's compilers are at rest before), BACKLOG (10000)
# how many signals wait when decisions are counted, AUDIT_BACKLOG (25000) how many when the audit log's cost
# is. KEEP names a folder in which the audit's ratios add up over several short runs.
set -euo pipefail
cd "$(dirname "$0")/../.."
PAIRS=${PAIRS:-7}
EACH=${SECONDS_EACH:-2}
BASE=${PORT:-18200}
SECRET=of-the-bench
WORK=$(mktemp -d)
PIDS=()

cleanup() {
  for pid in "${PIDS[@]}"; do kill "$pid" 2>/dev/null || true; done
  # The first instance owns the database: it goes last.
  wait 2>/dev/null || true
  rm -rf "$WORK"
}
trap cleanup EXIT

export PGHOST=127.0.0.1 PGUSER=postgres PGPASSWORD=postgres PGDATABASE=postgres
export STRIKEWIRE_CLOCK=2026-11-23T15:00:00Z WEBHOOK_SECRET=$SECRET
# So that signals take the whole route instead of ending at the first rule.
export COOLDOWN_SECONDS=0 MAX_TOTAL_EXPOSURE=1000000000

start() { # start N [url]: instance N on port BASE+N
  local data=$WORK/i$1
  mkdir -p "$data"
  if [ $# -gt 1 ]; then export DATABASE_URL=$2; else unset DATABASE_URL; fi
  java ${JAVA_OPTS:-} -jar deploy/target/strikewire.jar --port $((BASE + $1)) --data "$data" \
    >"$data/console.log" 2>&1 &
  PIDS=($! "${PIDS[@]}")
  for _ in $(seq 1 600); do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$((BASE + $1))/health")" = 200 ] && return
    sleep 0.2
  done
  echo "instance $1 did not start" >&2
  exit 1
}

# The generator lives for seconds: its own compiling would be most of what it costs.
load() { java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp "$WORK" Load secret=$SECRET "$@"; }
CROWD=${CONNECTIONS:-128}
field() { sed -E "s/.*\"$1\":([0-9.]+).*/\1/"; }
accepted() { load port="$BASE" seconds="$EACH" warmup=0.5 prepared=30000 "$@" | tee -a "$WORK/generator.log" | field perSecond; }
sql() { psql -qAtc "$1"; }
drain() { while [ "$(sql "SELECT EXISTS (SELECT FROM signals WHERE status = 'RECEIVED')")" = t ]; do sleep 0.2; done; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f %s %s\n", a / b, a, b }'; }
median() { # median FILE COLUMN
  cut -d' ' -f"$2" "$1" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}
row() { # the ratio, then what was divided by what, in /s
  printf '%-34s median %s of %s pairs: %s; medians %.0f/s ÷ %.0f/s\n' "$1" "$(median "$2" 1)" "$(wc -l <"$2")" \
    "$(cut -d' ' -f1 "$2" | sort -n | paste -sd' ')" "$(median "$2" 2)" "$(median "$2" 3)"
}

inserts() { # pgbench: single-row inserts per second, 16 clients, rows as wide as a signal's
  pgbench -n -c 16 -j 2 -T "$EACH" -M prepared -f "$WORK/insert.sql" 2>/dev/null | sed -nE 's/^tps = ([0-9.]+).*/\1/p'
}

pause() { # pause [PORTFOLIO…]: the pipeline waits: another session holds the portfolios' locks
  local held=main
  [ $# -eq 0 ] || held=$(IFS=,; echo "$*")
  psql -qAtc "SELECT pg_advisory_lock(hashtextextended('strikewire/' || p, 0)) FROM unnest(string_to_array('$held', ',')) p; SELECT pg_sleep(3600)" >/dev/null 2>&1 &
  PAUSE=$!
  sleep 0.5
}
resume() {
  sql "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(3600)%' AND pid <> pg_backend_pid()" >/dev/null
  wait "$PAUSE" 2>/dev/null || true
}

context() { # a calm market, so that entries are possible
  local at body
  at=$(curl -s "http://127.0.0.1:$BASE/health" | sed -E 's/.*"timestamp":"([^"]+)".*/\1/')
  body="{\"type\":\"CONTEXT\",\"ticker\":\"SPY\",\"price\":502.1,\"timestamp\":\"$at\",\"timeframe\":\"1h\",\"volatility\":{\"vix\":14.8,\"vix_regime\":\"NORMAL\"},\"market\":{\"spy_trend\":\"BULLISH\",\"market_bias\":\"BULLISH\"}}"
  curl -sf -o /dev/null "http://127.0.0.1:$BASE/webhook" -H 'content-type: application/json' \
    -H "x-signature: $(printf '%s' "$body" | openssl dgst -sha256 -hmac $SECRET -hex | sed 's/.* //')" -d "$body"
}

backlog() { # N signals wait, the pipeline paused
  load port="$BASE" seconds=30 most="$1" connections=8 batch=50 >>"$WORK/generator.log"
}

decided() { # decisions per second while a backlog is worked off
  pause
  backlog "${BACKLOG:-10000}"
  counted
}
# The service's own totals: to count a million rows takes both cores for a while.
decisions() { sql "SELECT coalesce(sum(count), 0) || ' ' || extract(epoch FROM clock_timestamp()) FROM signal_totals WHERE kind = 'DECIDED'"; }
counted() {
  resume
  local before after
  sleep 0.5
  before=$(decisions)
  sleep "$EACH"
  after=$(decisions)
  echo "$before $after" | awk '{ print ($3 - $1) / ($4 - $2) }'
}

javac -d "$WORK" deploy/bench/Load.java
start 0
SERVER=${PIDS[0]} POSTMASTER=$(head -1 "$WORK/i0/postgres/postmaster.pid")
PGPORT=$(sed -n 4p "$WORK/i0/postgres/postmaster.pid" | tr -d ' ')
export PGPORT
context
echo "machine: $(nproc) cores; $(java -version 2>&1 | head -1); $(sql 'SHOW server_version'); fsync $(sql 'SHOW fsync'), synchronous_commit $(sql 'SHOW synchronous_commit')"
echo "warming up"
# A server's code is compiled while it runs: short warm-ups measure the compiler.
compiling() { # CPU seconds that the compilers of these processes have used
  local pid
  for pid in "$@"; do cat /proc/"$pid"/task/*/stat 2>/dev/null; done |
    sed -nE 's/^[0-9]+ \(C[12] Comp.*\) . /|/p' | awk '{ used += $11 + $12 } END { print used / 100 }'
}
warm() { # warm PORTS PID…: rounds of load until the compilers take less than a twentieth of the time
  local ports=$1 round before used
  shift
  for round in $(seq "${WARM_ROUNDS:-20}"); do
    before=$(compiling "$@")
    load ports="$ports" seconds=6 connections="$CROWD" >/dev/null
    load ports="$ports" seconds=2 connections=16 batch=20 >/dev/null
    drain
    used=$(awk -v b="$before" -v a="$(compiling "$@")" 'BEGIN { print a - b }')
    context
    awk -v u="$used" -v n=$# 'BEGIN { exit !(u < 0.5 * n) }' && break
  done
  echo "warmed up in $round rounds; in the last, compilers used $used s of CPU"
}
warm "$BASE" "$SERVER"
context
width=$(sql 'SELECT round(avg(pg_column_size(s.*))) FROM (SELECT * FROM signals LIMIT 1000) s')
sql 'CREATE TABLE bench_rows (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), body text, created_at timestamptz)'
printf "INSERT INTO bench_rows (body, created_at) VALUES (repeat('x', %s), now());\n" $((width - 48)) >"$WORK/insert.sql"
echo "a signal's row is $width bytes wide, pgbench's the same; turns of $EACH s"

# The pipeline waits in these two rows; the row of the pipeline says what it takes from them.
accept() {
  for _ in $(seq "$PAIRS"); do
    pause; a=$(accepted connections="$CROWD"); resume; drain; b=$(inserts); ratio "$a" "$b"
  done >"$WORK/accept"
  row 'accepted ÷ pgbench' "$WORK/accept"
}
batch() {
  for _ in $(seq "$PAIRS"); do
    pause; a=$(accepted connections=16 batch=20 seconds=1 prepared=2000); resume; drain; b=$(inserts); ratio "$a" "$b"
  done >"$WORK/batch"
  row 'accepted, batches of 20 ÷ pgbench' "$WORK/batch"
}
decide() {
  for _ in $(seq "$PAIRS"); do
    context; a=$(decided); drain; b=$(inserts); ratio "$a" "$b"
  done >"$WORK/decide"
  row 'decided ÷ pgbench' "$WORK/decide"
  echo "  how they ended: $(sql "SELECT string_agg(status || ' ' || n, ', ') FROM (SELECT status, count(*) AS n FROM signals GROUP BY 1) s")"
}
token() { # a secret address of a portfolio
  local token
  token=swt_$(openssl rand -hex 21)z
  sql "INSERT INTO webhook_tokens (id, source, token_hash, created_at, expires_at, addresses, portfolio) VALUES (gen_random_uuid(), 'Bench', sha256('$token'), '2026-11-01', '2027-11-01', '{}', '$1')"
  echo "/webhook/$token"
}
portfolios() { # as decide, the backlog being two portfolios'
  local one two side
  one=$(token one) two=$(token two)
  for _ in $(seq "$PAIRS"); do
    context; pause one two
    for side in "$one" "$two"; do load port="$BASE" seconds=30 most=$((${BACKLOG:-10000} * 3 / 4)) connections=64 path="$side" >>"$WORK/generator.log"; done
    a=$(counted); drain; b=$(inserts); ratio "$a" "$b"
  done >"$WORK/portfolios"
  row 'decided, two portfolios ÷ pgbench' "$WORK/portfolios"
}
pipeline() {
  for _ in $(seq "$PAIRS"); do
    a=$(accepted connections="$CROWD"); drain; pause; b=$(accepted connections="$CROWD"); resume; drain; ratio "$a" "$b"
  done >"$WORK/pipeline"
  row 'accepted, pipeline running ÷ paused' "$WORK/pipeline"
}
instances() {
  for i in 1 2 3; do start "$i" "postgres://postgres:postgres@127.0.0.1:$PGPORT/postgres"; done
  local all="$BASE,$((BASE + 1)),$((BASE + 2)),$((BASE + 3))" ports before known
  warm "$all" "${PIDS[@]}"
  # Three of them did nothing in the turn before, and are given a while to be at work again.
  local side=(connections="$CROWD" warmup=2 seconds=$((EACH * 2)) prepared=60000)
  for _ in $(seq "$PAIRS"); do
    a=$(accepted "${side[@]}" ports="$all"); drain; linked; b=$(accepted "${side[@]}"); drain; linked; ratio "$a" "$b"
  done >"$WORK/instances"
  row 'accepted, four instances ÷ one' "$WORK/instances"
  for _ in $(seq "$PAIRS"); do
    pause; a=$(accepted "${side[@]}" ports="$all"); resume; drain; linked
    pause; b=$(accepted "${side[@]}"); resume; drain; linked; ratio "$a" "$b"
  done >"$WORK/instances-paused"
  row 'the same, the pipeline paused' "$WORK/instances-paused"
  for ports in "$BASE" "$all"; do
    before=$(arrived) known=$(decisions); cpu "${PIDS[@]}" >"$WORK/cpu"
    accepted connections="$CROWD" ports="$ports" seconds=10 >"$WORK/over"
    echo "CPU of an accepted signal at $(cat "$WORK/over")/s, ports $ports, and of the $(echo "$known $(decisions)" | awk -v n=$(($(arrived) - before)) '{ printf "%.2f", ($3 - $1) / n }') that are decided for each meanwhile:"
    spent $(($(arrived) - before)) "${PIDS[@]}"
    drain
  done
  for i in 0 1 2; do kill "${PIDS[$i]}"; done
}
lasting() { # decisions per second over 30 s with more waiting than that takes, behind 30 s of a steady load
  load port="$BASE" seconds=30 connections=64 rate=1500 >>"$WORK/generator.log"; drain
  context; pause; backlog 170000
  EACH=30 counted
  [ "$(sql "SELECT EXISTS (SELECT FROM signals WHERE status = 'RECEIVED')")" = t ] || echo "the backlog was too small" >&2
  drain; linked
}
held() { # dead rows stay in the indexes for as long as a transaction may still see them
  for _ in $(seq "$PAIRS"); do
    b=$(lasting)
    psql -qAtc "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM signals LIMIT 1; SELECT pg_sleep(3602)" >/dev/null 2>&1 &
    a=$(lasting)
    sql "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(3602)%' AND pid <> pg_backend_pid()" >/dev/null
    wait $! 2>/dev/null || true
    ratio "$a" "$b"
  done >"$WORK/held"
  row 'decided, a transaction held open 60 s' "$WORK/held"
}
latency() { # each after ten seconds of the same load: turns and groups are of other sizes than at the peak
  local peak=$(accepted connections="$CROWD"); drain
  local sustained=$(decided); drain
  local most=$(awk -v a="$peak" -v b="$sustained" 'BEGIN { print a < b ? a : b }')
  local at70=$(awk -v p="$peak" 'BEGIN { print p * 0.7 }') half=$(awk -v p="$most" 'BEGIN { print p * 0.5 }')
  echo "$(sql 'SELECT count(*) FROM signals') signals, peak $peak/s, decided at most $most/s"
  answers "$at70" 'behind the load before'
  sql VACUUM; sql CHECKPOINT; linked
  answers "$at70" 'behind a VACUUM and a CHECKPOINT'
  for rate in 250 500 1000 "$half"; do decisionsIn "$rate"; done
}
answers() { # answers RATE WHEN
  load port="$BASE" seconds=10 connections="$CROWD" rate="$1" >>"$WORK/generator.log"; drain; context
  load port="$BASE" seconds=10 warmup=2 connections="$CROWD" rate="$1" >"$WORK/latency"
  echo "accept p99 at 70 % of the peak, $2: $(field p99ms <"$WORK/latency") ms (p50 $(field p50ms <"$WORK/latency"))"
  drain
}
decisionsIn() { # decisionsIn RATE: from the signal's arrival to its decision
  context
  load port="$BASE" seconds=10 connections="$CROWD" rate="$1" >>"$WORK/generator.log"; drain
  context
  local since=$(curl -s "http://127.0.0.1:$BASE/health" | sed -E 's/.*"timestamp":"([^"]+)".*/\1/')
  local before=$(arrived); cpu "$SERVER" >"$WORK/cpu"
  load port="$BASE" seconds=10 connections="$CROWD" rate="$1" >>"$WORK/generator.log"
  spent $(($(arrived) - before)) "$SERVER"
  drain
  echo "signal to decision p99 at $1/s: $(sql "SELECT round(1000 * percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - created_at))::numeric, 1) || ' ms (p50 ' || round(1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - created_at))::numeric, 1) || ')' FROM signals WHERE created_at > '$since'::timestamptz + interval '2 s'")"
}
overload() {
  for _ in $(seq "$PAIRS"); do
    local peak=$(accepted connections="$CROWD"); drain
    local before=$(sql 'SELECT count(*) FROM signals')
    load port="$BASE" seconds="$EACH" connections=3000 rate="$(awk -v p="$peak" 'BEGIN { print p * 3 }')" >"$WORK/over"
    sleep 3
    local stored=$(($(sql 'SELECT count(*) FROM signals') - before))
    drain
    cat "$WORK/over" >>"$WORK/overload.json"
    [ "$stored" -ge "$(field accepted <"$WORK/over")" ] || echo "LOST: $stored stored" >&2
    ratio "$(field perSecond <"$WORK/over")" "$peak"
  done >"$WORK/overload"
  row 'accepted at 3 × peak ÷ peak' "$WORK/overload"
  echo "  refused $(field refused <"$WORK/over"), of them without Retry-After $(field refusedWithoutRetryAfter <"$WORK/over"), in the last turn"
}

# Where the CPU goes, in µs for each signal: by thread of the JVMs, by process of PostgreSQL; and how long
# the same waited for a processor, by the scheduler's count. Who ended meanwhile is left out.
cpu() { # cpu JVM…: a line for each thread or process: id|part|µs on a processor|µs waiting for one
  local files=() pid
  for pid in "$@"; do files+=(/proc/"$pid"/task/*/comm /proc/"$pid"/task/*/schedstat); done
  for pid in $(pgrep -P "$POSTMASTER"); do files+=(/proc/"$pid"/cmdline /proc/"$pid"/schedstat); done
  { grep -aHs . "${files[@]}" || true; } | awk '
    { colon = index($0, ":"); n = split(substr($0, 1, colon - 1), path, "/"); id = path[n - 1]; text = substr($0, colon + 1) }
    path[n] == "comm" {
      part[id] = "JVM " (text ~ /^C[12] Comp/ ? "JIT" : text ~ /^G1|^GC/ ? "GC" : text ~ /^http-/ ? "HTTP" : text ~ /^concurrent/ ? "tasks" : "other") }
    path[n] == "cmdline" { part[id] = "PostgreSQL " (text ~ /walwriter|background writer|checkpointer|autovacuum/ ? "background" : "sessions") }
    path[n] == "schedstat" { split(text, f, " "); ran[id] = f[1] / 1000; waited[id] = f[2] / 1000 }
    END { for (id in ran) if (id in part) printf "%s|%s|%.0f|%.0f\n", id, part[id], ran[id], waited[id] }'
}
spent() { # spent N JVM…: since "$WORK/cpu", for each of N signals
  local n=$1
  shift
  cpu "$@" | awk -F'|' -v n="$n" '
    NR == FNR { ran[$1] = $3; waited[$1] = $4; next }
    { used[$2] += $3 - ran[$1]; stood[$2] += $4 - waited[$1] }
    END {
      for (part in used) {
        printf "  %-22s %6.0f µs, waiting for a processor %6.0f\n", part, used[part] / n, stood[part] / n
        total += used[part] / n
      }
      printf "  %-22s %6.0f µs\n", "together", total
    }' "$WORK/cpu" -
}
cost() {
  context; pause
  cpu "$SERVER" >"$WORK/cpu"
  load port="$BASE" seconds=60 most=10000 connections="$CROWD" | tee -a "$WORK/generator.log" >"$WORK/over"
  echo "CPU of an accepted signal, the pipeline paused (the generator's own: $(awk -v s="$(field generatorCpuSeconds <"$WORK/over")" 'BEGIN { printf "%.0f", s * 100 }') µs)"
  spent 10000 "$SERVER"
  hold; cpu "$SERVER" >"$WORK/cpu"
  resume; drain
  echo "CPU of a decided signal, its audit record waiting"
  spent 10000 "$SERVER"
  cpu "$SERVER" >"$WORK/cpu"
  release; linked
  echo "CPU of linking its audit record"
  spent 10000 "$SERVER"
}

arrived() { sql 'SELECT last_value FROM signals_arrival_seq'; }
linked() { while [ "$(curl -s "http://127.0.0.1:$BASE/metrics" | sed -E 's/.*"waiting":([0-9]+).*/\1/')" != 0 ]; do sleep 0.2; done; }
triggers() { # ENABLE or DISABLE those that note for the audit log
  sql "DO \$\$ DECLARE t record; BEGIN FOR t IN SELECT tgrelid::regclass AS rel, tgname FROM pg_trigger WHERE tgname LIKE 'audit%' LOOP EXECUTE format('ALTER TABLE %s $1 TRIGGER %I', t.rel, t.tgname); END LOOP; END \$\$"
}
hold() { # the audit log waits: another session holds the ends of its chains
  sql "INSERT INTO audit_heads VALUES ('main', 0, sha256('strikewire audit chain main'), 0) ON CONFLICT DO NOTHING"
  psql -qAtc "BEGIN; SELECT 1 FROM audit_heads FOR UPDATE; SELECT pg_sleep(3601)" >/dev/null 2>&1 &
  HOLDER=$!
  sleep 0.5
}
release() {
  sql "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(3601)%' AND pid <> pg_backend_pid()" >/dev/null
  wait "$HOLDER" 2>/dev/null || true
}
workedOff() { # decisions per second of a backlog until all are decided and, if asked, linked
  pause; backlog "${AUDIT_BACKLOG:-25000}"; resume
  local before=$(sql "SELECT count(*) FROM signals WHERE status = 'RECEIVED'") from=$(date +%s.%N)
  drain
  [ "$1" != linked ] || linked
  awk -v n="$before" -v f="$from" -v t="$(date +%s.%N)" 'BEGIN { print n / (t - f) }'
}
audit() {
  for _ in $(seq "$PAIRS"); do
    linked; context; a=$(workedOff linked)
    triggers DISABLE; hold
    context; b=$(workedOff decided)
    release; triggers ENABLE
    ratio "$a" "$b"
  done >>"${KEEP:-$WORK}/audit"
  row 'decided and linked ÷ decided only' "${KEEP:-$WORK}/audit"
}

for what in ${@:-cost accept batch decide portfolios pipeline latency overload held audit instances}; do $what; done
echo "the generator used $(sed -E 's/.*"generatorCpuSeconds":([0-9.]+).*/\1/' "$WORK/generator.log" | awk '{ s += $1 } END { printf "%.1f", s }') s of CPU in $(wc -l <"$WORK/generator.log") runs"
