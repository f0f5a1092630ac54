#!/usr/bin/env bash
# Writes the archive of classes with which later starts of a jar are faster: starts it once in a directory of its own,
# on loopback, with an embedded database, until it answers, and stops it. Beside the jar goes one of its libraries' classes,
# strikewire-classes-….jar, where the JVM looks for it: only what is on the class path it keeps loaded and linked. The
# name is of the build; those of other builds are removed.
#   deploy/archive.sh JAR ARCHIVE       prints the option to start with
#   JAVA=ANOTHER/bin/java OPTIONS=@…    the JDK and the options of the later starts: both have to be the same
# On 25 it is an ahead-of-time cache, on 17, or with CACHE=no, one of class-data sharing. It belongs to this jar at this
# path as it is now, and to this JDK. An archive of another one the JVM leaves alone, and starts plainly; the cache of
# another jar it would take, so the launcher looks into ARCHIVE.of and refuses to start.
set -euo pipefail
jar=${1:?JAR ARCHIVE} archive=${2:?JAR ARCHIVE}
java=${JAVA:-java}
port=${PORT:-18098}
options=${OPTIONS:-@$(dirname "$0")/container/java.options}
data=$(mktemp -d)
trap 'kill ${pid:-} 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$data"' EXIT

version=$("$java" -version 2>&1 | sed -nE 's/.* version "([0-9]+).*/\1/p')
train=-XX:ArchiveClassesAtExit=$archive use=-XX:SharedArchiveFile=$archive
if [ "$version" -ge 25 ]; then
  if [ "${CACHE:-yes}" = yes ]; then train=-XX:AOTCacheOutput=$archive use=-XX:AOTCache=$archive; fi
  # What is written is gathered in a space as large as that for classes, which the options bound.
  train="$train -XX:MaxMetaspaceSize=1g -XX:CompressedClassSpaceSize=512m"
fi
rm -f "$archive" "$archive.of"
if ! classes=$("$java" -cp "$jar" io.strikewire.deploy.boot.LibraryClasses 2>"$data/console.log"); then
  echo "the libraries' classes cannot be written beside $jar: $(grep -m 1 Exception "$data/console.log")" >&2
  exit 1
fi
find "$(dirname "$jar")" -maxdepth 1 -name 'strikewire-classes-*.jar' ! -name "$(basename "$classes")" -delete
# With the second of its two compilers at work, the JVM of 25.0.3 breaks while it writes.
# shellcheck disable=SC2086
env -u DATABASE_URL -u JDK_JAVA_OPTIONS -u PORT APP_ENV=development HOST=127.0.0.1 \
  "$java" $options -XX:TieredStopAtLevel=1 $train -XX:ErrorFile="$data/broken.log" \
  -jar "$jar" --port "$port" --data "$data" >"$data/console.log" 2>&1 &
pid=$!
until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/health")" = 200 ]; do
  # An application that cannot start may leave the process there, with no 200 ever.
  if [ "$SECONDS" -gt 300 ] || ! kill -0 "$pid" 2>/dev/null; then
    echo "no answer of the service after $SECONDS s" >&2
    rm -f "$archive" "$archive.of"
    head -20 "$data/console.log" >&2
    exit 1
  fi
  sleep 0.2
done
kill "$pid"
wait "$pid" || true
if [ ! -s "$archive" ]; then
  echo "no archive was written: $(cat "$data/broken.log" "$data/console.log" 2>/dev/null | grep -m 1 -E 'SIG[A-Z]+ |error *\]')" >&2
  exit 1
fi
echo "$use"
