#!/usr/bin/env bash
# A full SPX chain from bytes to profile, and to a stored profile, beside vectorised numpy doing the
# same work in the same run: numpy before and after, JMH between. Takes about two minutes; use a
# quiet machine. Needs python3 with numpy. Loopback only.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=deploy/bench/gex
chain=gex-module/src/test/resources/chains/spx-2022-12-12.csv.gz
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

mvn -q -Pbench -pl $here -am -Dmaven.test.skip=true package
echo "machine: $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg); $(java -version 2>&1 | head -1); numpy $(python3 -c 'import numpy; print(numpy.__version__)')"
python3 $here/numpy_gex.py $chain 40 | tee "$out/before"
java -Dchain="$PWD/$chain" -cp "$here/target/classes:$here/target/lib/*" org.openjdk.jmh.Main \
  -jvmArgsAppend "-Dchain=$PWD/$chain" -rf csv -rff "$out/jmh.csv" -v SILENT >/dev/null 2>"$out/err" ||
  { cat "$out/err"; exit 1; }
python3 $here/numpy_gex.py $chain 40 | tee "$out/after"

java -Dchain="$PWD/$chain" -cp "$here/target/classes:$here/target/lib/*" io.strikewire.gex.store.ChainMemory "$chain"
awk -F, -v before="$(awk '/numpy best/ {print $3}' "$out/before")" \
  -v after="$(awk '/numpy best/ {print $3}' "$out/after")" '
  NR > 1 {
    gsub(/"/, "")
    name = $1; sub(/.*\./, "", name)
    numpy = (before + after) / 2
    printf "java %-8s %7.3f ms ± %.3f", name, $5, $6
    if (name == "profile" || name == "stored") printf "   %.2f times the speed of numpy (%.3f ms)", numpy / $5, numpy
    print ""
  }' "$out/jmh.csv"
