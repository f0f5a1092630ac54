#!/usr/bin/env bash
# Goes back to the artifact before, and, if a backup is named, to the database of that moment.
#   deploy/rollback.sh --current JAR --previous JAR [--backup FILE] [--data DIR] [--url URL]
#                      [--stop CMD] [--start CMD]
# JAR current is the file that is started; it is kept beside itself as *.rolled-back-TIME.
# Without --backup the database stays as it is: a release runs on the schema of the one after it.
# With --backup what is in the database now is written to *.rolled-back-TIME.backup first.
# Environment as the service's own (DATABASE_URL and so on). Ends with 0 when /health answers 200.
set -euo pipefail

current='' previous='' backup='' data=./data url=http://127.0.0.1:8080
stop='systemctl stop strikewire' start='systemctl start strikewire'
while [ $# -gt 0 ]; do
  [ $# -gt 1 ] || { echo "$1 needs a value" >&2; exit 2; }
  case $1 in
    --current) current=$2 ;;
    --previous) previous=$2 ;;
    --backup) backup=$2 ;;
    --data) data=$2 ;;
    --url) url=$2 ;;
    --stop) stop=$2 ;;
    --start) start=$2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
for file in "$current" "$previous" ${backup:+"$backup"}; do
  [ -r "$file" ] || { echo "cannot read '$file'; see the head of $0" >&2; exit 2; }
done

stamp=$(date -u +%Y%m%dT%H%M%SZ)
newer=$current.rolled-back-$stamp
say() { echo "rollback: $*"; }

say "from $(java -jar "$current" --version) to $(java -jar "$previous" --version)"
if [ -n "$backup" ]; then
  java -jar "$current" restore --dry-run "$backup" >/dev/null
  say "the backup $backup is whole"
fi

say "stopping: $stop"
bash -c "$stop"
if [ -n "$backup" ]; then
  java -jar "$current" backup "$newer.backup" --data "$data" | tail -n 1
fi
cp "$current" "$newer"
cp "$previous" "$current.next"
mv "$current.next" "$current"
if [ -n "$backup" ]; then
  # The newer artifact knows every schema that the older one knew.
  java -jar "$newer" restore --overwrite "$backup" --data "$data" | tail -n 2
fi

say "starting: $start"
bash -c "$start"
for _ in $(seq 120); do
  if [ "$(curl -s -o /dev/null -w '%{http_code}' --max-time 5 "$url/health")" = 200 ]; then
    say "healthy at $url; to undo: --current $current --previous $newer${backup:+ --backup $newer.backup}"
    exit 0
  fi
  sleep 1
done
say "no healthy answer at $url/health after 120 s; look at the service's log" >&2
exit 1
