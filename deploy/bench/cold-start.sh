#!/usr/bin/env bash
# Cold start of strikewire.jar: seconds from the process's start to the first 200 of /health, and
# resident memory then, on a fresh data directory and again on the kept one. Loopback only.
set -euo pipefail
cd "$(dirname "$0")/../.."
jar=deploy/target/strikewire.jar
port=${PORT:-18099}
data=$(mktemp -d)
trap 'kill "${pid:-0}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$data"' EXIT
export STRIKEWIRE_CLOCK=2026-11-23T15:00:00Z

echo "machine: $(nproc) cores, $(awk '/MemTotal/ {print int($2/1048576)}' /proc/meminfo) GiB; $(java -version 2>&1 | head -1)"
for run in fresh kept kept; do
  began=$(date +%s.%N)
  java -jar "$jar" --port "$port" --data "$data" >"$data/console.log" 2>&1 &
  pid=$!
  for _ in $(seq 1 600); do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/health")" = 200 ] && break
    sleep 0.1
  done
  seconds=$(awk -v began="$began" -v now="$(date +%s.%N)" 'BEGIN { print now - began }')
  server=$(awk '/VmRSS/ {print int($2/1024)}' "/proc/$pid/status")
  postmaster=$(head -1 "$data/postgres/postmaster.pid")
  database=$(ps -o rss= -p "$postmaster" --ppid "$postmaster" | awk '{sum += $1} END {print int(sum/1024)}')
  printf '%s: first 200 after %.1f s; JVM %s MB, PostgreSQL %s MB resident (shared pages counted in each)\n' \
    "$run" "$seconds" "$server" "$database"
  kill "$pid"
  wait "$pid" || true
done
