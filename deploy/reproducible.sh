#!/usr/bin/env bash
# Builds the last commit twice, in two directories, time zones and languages, and compares the artifacts byte
# by byte. The file mask is the usual 022 in both: archives hold their files' permissions. Exit code 0: the same. Online: without it Maven leaves the bills of materials out.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

umask 022
build() { # build NAME ZONE LANGUAGE
  mkdir -p "$work/$1/source"
  (
    git archive HEAD | tar -x -C "$work/$1/source"
    cd "$work/$1/source"
    TZ=$2 LC_ALL=$3 mvn ${MAVEN_OPTIONS:-} -q -DskipTests package
  )
}
build one UTC C.UTF-8
build another-and-longer-name Pacific/Auckland POSIX

same=0
for file in deploy/target/strikewire.jar deploy/target/strikewire-guard.jar ear/target/strikewire.ear web-war/target/ROOT.war; do
  if cmp -s "$work/one/source/$file" "$work/another-and-longer-name/source/$file"; then
    echo "same       $(sha256sum <"$work/one/source/$file" | cut -c1-64)  $file"
  else
    echo "different  $file"
    same=1
  fi
done
exit $same
