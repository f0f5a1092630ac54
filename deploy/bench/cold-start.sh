#!/usr/bin/env bash
# Cold start of strikewire.jar: seconds from the process's start to the first 200 of /health, the CPU seconds of
# its JVM and its resident memory then. Kinds of start in turns, PAIRS (5) of each, on a kept data directory:
#   before    plain, of another jar, when BEFORE= names one (say, that of the release before)
#   plain     of a copy that has nothing beside it
#   archived  with what deploy/archive.sh writes: an ahead-of-time cache on 25, an archive of loaded classes on 17
#   patient   archived, and the second of the JVM's two compilers waits for twenty times as much use of a method
#   swift     archived, and the first compiler only: less speed to what follows
#   shared    on 25, with an archive of class-data sharing in place of the cache
#   swift-without, patient-without: the same options without what is archived
#   cold-start.sh                     JDK on the path
#   JAVA=ANOTHER/bin/java cold-start.sh
#   KINDS='plain archived' cold-start.sh
# With DATABASE_URL the database is not started with it. Loopback only; what it starts it stops.
set -euo pipefail
cd "$(dirname "$0")/../.."
jar=${JAR:-deploy/target/strikewire.jar}
java=${JAVA:-java}
port=${PORT:-18099}
data=$(mktemp -d)
trap 'kill ${pid:-} 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$data"' EXIT
export STRIKEWIRE_CLOCK=2026-11-23T15:00:00Z
export OPTIONS=${OPTIONS:-@deploy/container/java.options}
patient='-XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=12000 -XX:Tier4CompileThreshold=300000 -XX:Tier4BackEdgeThreshold=800000'

start() { # start NAME JAR OPTIONS…: prints the seconds, leaves it stopped
  local name=$1 file=$2 began seconds used
  began=$(date +%s.%N)
  shift 2
  # shellcheck disable=SC2086
  "$java" $OPTIONS "$@" -jar "$file" --port "$port" --data "$data/of-${file//\//-}" >>"$data/console.log" 2>&1 &
  pid=$!
  until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/health")" = 200 ]; do
    kill -0 "$pid" || { tail -5 "$data/console.log" >&2; exit 1; }
    sleep 0.05
  done
  seconds=$(awk -v began="$began" -v now="$(date +%s.%N)" 'BEGIN { printf "%.2f", now - began }')
  used=$(awk -v tick="$(getconf CLK_TCK)" '{ printf "%.1f", ($14 + $15) / tick }' "/proc/$pid/stat")
  echo "$seconds" >>"$data/$name"
  echo "$used" >>"$data/$name.cpu"
  echo "$name: first 200 after $seconds s, $used s of CPU, $(awk '/VmRSS/ {print int($2/1024)}' "/proc/$pid/status") MB resident, load $(cut -d' ' -f1 /proc/loadavg)"
  kill "$pid"
  wait "$pid" || true
}
archive() { # archive FILE: prints the option
  JAVA=$java PORT=$port deploy/archive.sh "$jar" "$1"
}
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

echo "machine: $(nproc) cores, $(awk '/MemTotal/ {print int($2/1048576)}' /proc/meminfo) GiB; $("$java" -version 2>&1 | head -1)"
plain=$data/plain.jar
cp -p "$jar" "$plain"
start fresh "$plain"
start fresh "$jar"
[ -z "${BEFORE:-}" ] || start fresh-before "$BEFORE"
kinds=${KINDS:-${BEFORE:+before} plain archived patient swift}
if use=$(archive "$data/strikewire.archive"); then
  echo "archive: $(($(stat -c %s "$data/strikewire.archive") / 1048576)) MB, $use"
else
  kinds="${BEFORE:+before} plain swift-without"
fi
case " $kinds " in *' shared '*) shared=$(CACHE=no archive "$data/strikewire.shared") ;; esac
for _ in $(seq "${PAIRS:-5}"); do
  for kind in $kinds; do
    # shellcheck disable=SC2086
    case $kind in
      before) start before "$BEFORE" ;;
      plain) start plain "$plain" ;;
      archived) start archived "$jar" $use ;;
      patient) start patient "$jar" $use $patient ;;
      swift) start swift "$jar" $use -XX:TieredStopAtLevel=1 ;;
      shared) start shared "$jar" $shared ;;
      patient-without) start patient-without "$plain" $patient ;;
      swift-without) start swift-without "$plain" -XX:TieredStopAtLevel=1 ;;
      *) echo "no such kind: $kind" >&2; exit 2 ;;
    esac
  done
done
compare() { # compare WHAT SUFFIX KIND
  local kind
  for kind in $kinds; do
    [ "$kind" = "$3" ] || echo "$1: median $kind $(median "$data/$kind$2") s, $3 $(median "$data/$3$2") s, ratios of the pairs: $(paste "$data/$kind$2" "$data/$3$2" | awk '{ printf "%.2f\n", $1 / $2 }' | sort -n | paste -sd' ')"
  done
}
for against in ${BEFORE:+before} plain; do
  compare 'first 200' '' "$against"
  compare CPU .cpu "$against"
done
