#!/usr/bin/env bash
# Cold start of strikewire.jar: seconds from the process's start to the first 200 of /health, the CPU seconds of
# its JVM and its resident memory then. Three kinds of start in turns, PAIRS (5) of each, on one kept data
# directory: plain; with an archive of loaded classes; with the archive and the first of the JVM's two compilers
# only, which leaves more of the processor to the start and less speed to what follows.
#   cold-start.sh                     JDK on the path
#   JAVA=ANOTHER/bin/java cold-start.sh
# The archive is what that JDK can write of these classes: the ahead-of-time cache from 25 on, else class-data
# sharing, else none, and then the archived starts are as plain as the others. With DATABASE_URL the database is
# not started with it. Loopback only; what it starts it stops.
set -euo pipefail
cd "$(dirname "$0")/../.."
jar=${JAR:-deploy/target/strikewire.jar}
java=${JAVA:-java}
port=${PORT:-18099}
data=$(mktemp -d)
trap 'kill "${pid:-0}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$data"' EXIT
export STRIKEWIRE_CLOCK=2026-11-23T15:00:00Z
options=${OPTIONS:-@deploy/container/java.options}

version=$("$java" -version 2>&1 | sed -nE '1s/.*"([0-9]+).*/\1/p')
sharing=-XX:ArchiveClassesAtExit=$data/strikewire.jsa
train=$sharing use=-XX:SharedArchiveFile=$data/strikewire.jsa
if [ "$version" -ge 25 ]; then
  # What is written is gathered in a space as large as that for classes, which the options bound.
  train="-XX:AOTCacheOutput=$data/strikewire.aot -XX:MaxMetaspaceSize=1g -XX:CompressedClassSpaceSize=512m"
  use=-XX:AOTCache=$data/strikewire.aot
fi

start() { # start NAME OPTIONS…: prints the seconds, leaves it stopped
  local name=$1 began seconds used
  began=$(date +%s.%N)
  shift
  # shellcheck disable=SC2086
  "$java" $options "$@" -jar "$jar" --port "$port" --data "$data" >>"$data/console.log" 2>&1 &
  pid=$!
  until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/health")" = 200 ]; do
    kill -0 "$pid" || { tail -5 "$data/console.log" >&2; exit 1; }
    sleep 0.05
  done
  seconds=$(awk -v began="$began" -v now="$(date +%s.%N)" 'BEGIN { printf "%.2f", now - began }')
  used=$(awk -v tick="$(getconf CLK_TCK)" '{ printf "%.1f", ($14 + $15) / tick }' "/proc/$pid/stat")
  echo "$seconds" >>"$data/$name"
  echo "$used" >>"$data/$name.cpu"
  echo "$name: first 200 after $seconds s, $used s of CPU, $(awk '/VmRSS/ {print int($2/1024)}' "/proc/$pid/status") MB resident"
  kill "$pid"
  wait "$pid" || true
}
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

echo "machine: $(nproc) cores, $(awk '/MemTotal/ {print int($2/1048576)}' /proc/meminfo) GiB; $("$java" -version 2>&1 | head -1)"
start fresh
train() { # train OPTIONS…: starts and stops, which writes the archive
  start training -XX:ErrorFile="$data/broken.log" "$@"
  for archive in "$data"/strikewire.{aot,jsa}; do
    if [ -s "$archive" ]; then
      echo "archive: ${archive##*/}, $(($(stat -c %s "$archive") / 1048576)) MB"
      return 0
    fi
  done
  echo "no archive was written: $(cat "$data/broken.log" "$data/console.log" 2>/dev/null | grep -m 1 -E 'SIG[A-Z]+ |error *\]')"
  return 1
}
# shellcheck disable=SC2086
if ! train $train; then
  use=-XX:SharedArchiveFile=$data/strikewire.jsa
  [ "$train" != "$sharing" ] && train $sharing || use=''
fi
for _ in $(seq "${PAIRS:-5}"); do
  start plain
  # shellcheck disable=SC2086
  start archived $use
  # shellcheck disable=SC2086
  start swift $use -XX:TieredStopAtLevel=1
done
say() { # say WHAT SUFFIX
  local kind
  for kind in archived swift; do
    echo "$1: median plain $(median "$data/plain$2") s, $kind $(median "$data/$kind$2") s, ratios of the pairs: $(paste "$data/$kind$2" "$data/plain$2" | awk '{ printf "%.2f\n", $1 / $2 }' | sort -n | paste -sd' ')"
  done
}
say 'first 200' ''
say CPU .cpu
