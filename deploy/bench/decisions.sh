#!/bin/sh
# Decisions per second and bytes allocated per decision on one core, for ENTER and each REJECT.
# Usage: deploy/bench/decisions.sh [JMH options]; CPU names the core (default 0). Needs a quiet machine.
set -eu
cd "$(dirname "$0")/../.."
mvn -q -o -Pbench -DskipTests -pl deploy/bench -am package
run="java -cp deploy/bench/target/classes:deploy/bench/target/lib/* org.openjdk.jmh.Main Decisions -prof gc"
if command -v taskset >/dev/null 2>&1; then
  exec taskset -c "${CPU:-0}" $run "$@"
fi
exec $run "$@"
