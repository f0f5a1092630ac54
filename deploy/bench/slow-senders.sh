#!/usr/bin/env bash
# What 1,000 slow senders cost honest ones: p99 of the same load with and without them, alternated,
# the median of PAIRS pairs (default 7). Needs the built jar and javac; loopback only.
#   SENDERS=1000 RATE=300 deploy/bench/slow-senders.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
PAIRS=${PAIRS:-7} SENDERS=${SENDERS:-1000} RATE=${RATE:-300} EACH=${SECONDS_EACH:-6} PORT=${PORT:-18300}
WORK=$(mktemp -d)
ulimit -n $((SENDERS * 3 + 1000))
cleanup() {
  kill ${SLOW:-} 2>/dev/null || true
  kill "$SERVER" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$WORK"
}
trap cleanup EXIT
export STRIKEWIRE_CLOCK=2026-11-23T15:00:00Z WEBHOOK_SECRET=of-the-bench
javac -d "$WORK" deploy/bench/Load.java deploy/bench/Slow.java
java -jar deploy/target/strikewire.jar --port "$PORT" --data "$WORK/data" >"$WORK/console.log" 2>&1 &
SERVER=$!
for _ in $(seq 1 600); do
  [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$PORT/health")" = 200 ] && break
  sleep 0.2
done
# Generators live for seconds: their own second compiler would be most of what they cost.
GENERATOR="java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
load() { $GENERATOR -cp "$WORK" Load secret="$WEBHOOK_SECRET" port="$PORT" connections=16 "$@"; }
p99() { load seconds="$EACH" warmup=1 rate="$RATE" | tee -a "$WORK/load.log" | sed -E 's/.*"p99ms":([0-9.]+).*/\1/'; }
echo "machine: $(nproc) cores; warming up"
load seconds=40 >/dev/null
$GENERATOR -cp "$WORK" Slow port="$PORT" connections="$SENDERS" seconds=10 >/dev/null
for _ in $(seq "$PAIRS"); do
  alone=$(p99)
  $GENERATOR -cp "$WORK" Slow port="$PORT" connections="$SENDERS" seconds=$((EACH + 4)) >>"$WORK/slow.log" &
  SLOW=$!
  sleep 2
  among=$(p99)
  wait "$SLOW"
  SLOW=0
  awk -v a="$among" -v b="$alone" 'BEGIN { printf "%.3f %.1f %.1f\n", a / b, b, a }' | tee -a "$WORK/pairs"
done
echo "p99 among $SENDERS slow senders ÷ alone, at $RATE/s: median $(sort -n "$WORK/pairs" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }') of $PAIRS pairs"
cat "$WORK/slow.log"
