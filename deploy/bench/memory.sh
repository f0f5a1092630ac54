#!/usr/bin/env bash
# What a full SPX chain (19,156 contracts) takes on top of an idle service: resident memory, once after
# start and at its highest while the chain is taken in, one upload after the other. Takes about two
# minutes; needs the built jar (or JAR=), curl, openssl. Loopback only. With the options of the container and the
# database elsewhere: JAVA_OPTIONS='@deploy/container/java.options' MALLOC_ARENA_MAX=2 DATABASE_URL=… memory.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
jar=${JAR:-deploy/target/strikewire.jar}
chain=gex-module/src/test/resources/chains/spx-2022-12-12.csv.gz
uploads=${1:-30}
data=$(mktemp -d)
trap 'kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; rm -rf "$data"' EXIT

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
# shellcheck disable=SC2086
STRIKEWIRE_CLOCK=2022-12-13T15:00:00Z java ${JAVA_OPTIONS:-} -jar "$jar" --port "$port" --data "$data" >"$data/console.log" 2>&1 &
pid=$!
until curl -fs -o /dev/null "http://127.0.0.1:$port/health"; do sleep 1; done
sleep "${IDLE_SECONDS:-20}"

resident() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status"; }
highest() { awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$pid/status"; }

idle=$(resident)
echo 5 >"/proc/$pid/clear_refs"
secret=$(cat "$data/webhook-secret")
for ((i = 0; i < uploads; i++)); do
  # Another last line makes another file: each one is parsed, valued and stored.
  { gunzip -c "$chain"; printf '\n%.0s' $(seq 0 "$i"); } >"$data/chain.csv"
  signature=$(openssl dgst -sha256 -hmac "$secret" -hex "$data/chain.csv" | sed 's/.* //')
  curl -fs -o "$data/answer" -H "x-signature: $signature" -H 'content-type: text/csv' \
    --data-binary "@$data/chain.csv" "http://127.0.0.1:$port/gex/chains?symbol=SPX"
  [ "$i" = 0 ] && first=$(highest)
done
grep -q '"contracts":19156' "$data/answer"
echo "idle $idle MB; highest $first MB with the first chain (+$((first - idle))), $(highest) MB after $uploads (+$(($(highest) - idle)))"
