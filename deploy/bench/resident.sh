#!/usr/bin/env bash
# What the process holds in memory under load, with the options of the container recipe and the database
# elsewhere: resident.sh DATABASE_URL RATE SIGNALS, signals in batches of BATCH (20), a line a minute.
# Needs: the built jar (or JAR=), javac. Loopback only; what it starts it stops. Memory is no timing, so
# other work on the machine does no harm; the rate has to be one that it keeps up with.
set -euo pipefail
cd "$(dirname "$0")/../.."
jar=${JAR:-deploy/target/strikewire.jar}
port=${PORT:-18199}
work=$(mktemp -d)
trap 'kill ${load:-} ${pid:-} 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
export DATABASE_URL=$1 WEBHOOK_SECRET=of-the-bench STRIKEWIRE_CLOCK=2026-11-23T15:00:00Z
export MALLOC_ARENA_MAX=2 COOLDOWN_SECONDS=0 MAX_TOTAL_EXPOSURE=1000000000

javac -d "$work" deploy/bench/Load.java
java @deploy/container/java.options ${JAVA_OPTIONS:-} -jar "$jar" --port "$port" --data "$work/data" \
  >"$work/console.log" 2>&1 &
pid=$!
until curl -fs -o "$work/health" "http://127.0.0.1:$port/health"; do
  sleep 1
  kill -0 $pid || { cat "$work/console.log"; exit 1; }
done
megabytes() { awk -v what="$1" '$1 == what ":" {print int($2 / 1024)}' "/proc/$pid/status"; }
echo "$(java -version 2>&1 | head -1); started: $(megabytes VmRSS) MB"
java -Xmx64m -cp "$work" Load secret=of-the-bench port="$port" connections=16 batch="${BATCH:-20}" \
  rate="$2" most="$3" seconds=7200 >"$work/load.json" &
load=$!
began=$SECONDS
while kill -0 $load 2>/dev/null; do
  for _ in $(seq 60); do
    kill -0 $load 2>/dev/null || break
    sleep 1
  done
  kill -0 $pid || { tail -5 "$work/console.log"; exit 1; }
  counted=$(curl -s "http://127.0.0.1:$port/metrics/signals" | sed -E 's/.*"pendingSignals":([0-9]+).*"totalSignals":([0-9]+).*/\2 signals, \1 waiting/')
  echo "$((SECONDS - began)) s: $(megabytes VmRSS) MB, highest $(megabytes VmHWM) MB; $counted"
done
cat "$work/load.json"
