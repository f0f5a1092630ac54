#!/usr/bin/env bash
# The long fault run, in slices that are each complete and checked. Stop it and start it again: the
# tally goes on from where it was. Each slice has its own seed, the number of the slice.
#   deploy/faults/run.sh [SLICES]
# A slice: 10 kills, 5 long stops, 5 crashes of PostgreSQL, 100 terminated sessions, 100 lost answers of
# COMMIT (and 100 of each other fault of connections), 100,000 signals. Ten of them are the whole.
set -euo pipefail
cd "$(dirname "$0")/../.."
tally=${TALLY:-$PWD/deploy/faults/tally.txt}
[ -f deploy/target/strikewire.jar ] || mvn -q -DskipTests package
for _ in $(seq "${1:-10}"); do
  slice=$(($(grep -c . "$tally" 2>/dev/null || true) + 1))
  mvn -q -o verify -pl deploy -am -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=FaultsIT -Dit.excluded=none -Dfailsafe.failIfNoSpecifiedTests=false \
    -Dfaults.seed="$slice" -Dfaults.kills=10 -Dfaults.stops=20 -Dfaults.longStops=5 -Dfaults.crashes=5 \
    -Dfaults.each=100 -Dfaults.signals=100000 -Dfaults.batch=20 -Dfaults.tally="$tally"
  tail -1 "$tally"
done
sum() { grep -oE "$1=[0-9]+" "$tally" | cut -d= -f2 | awk '{ s += $1 } END { print s + 0 }'; }
for what in kills longStops crashes terminated lostCommitAnswers promised lost undecided \
  secondDecisions secondPositions storedTwice fromNowhere; do
  printf '%-18s %s\n' "$what" "$(sum "$what")"
done
