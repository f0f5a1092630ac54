#!/usr/bin/env bash
# What an engine would do with the Containerfile, by the kernel's own means, where no engine is: the recipe's
# step that writes a cache; its variables, user, command and options; a root of its own that is read-only but for /data and /tmp; no
# capability; 512 MB; the first process of its PID namespace; the database elsewhere. Then the recipe's health
# check, `validate`, SIGTERM. Ends with 0 when all of it went well. The image's own layers (its Java, its
# packages) and an engine's seccomp filter are not rehearsed.
# Needs: root, the built jar (or JAR=), PostgreSQL's binaries (POSTGRES_BIN=), curl. JAVA_HOME names another JDK under /usr.
# Nothing is reachable from outside: it has a network of its own. What it starts it stops.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ "${1:-}" != inside ]; then
  exec unshare --mount --net --ipc --pid --fork --kill-child --mount-proc "$0" inside
fi
jar=${JAR:-deploy/target/strikewire.jar}
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
postgres=${POSTGRES_BIN:-$(pg_config --bindir)}
recipe=deploy/container/Containerfile
plain() { grep -v '^#' "$recipe" | sed -z 's/\\\n//g' | sed -n "s/^$1 *//p" | sed 's/  */ /g'; }
mapfile -t command < <(plain ENTRYPOINT | tr -d '[]"' | tr ',' '\n' | sed 's/^ //')
user=$(plain USER | tail -1)

ip link set lo up
work=$(mktemp -d)
cgroup=''
# shellcheck disable=SC2317
finish() {
  runuser -u postgres -- "$postgres/pg_ctl" -D "$work/postgres" -m fast stop >/dev/null 2>&1 || true
  umount -R "$work/root" 2>/dev/null || true
  rm -rf "$work"
  [ -z "$cgroup" ] || rmdir "$cgroup" 2>/dev/null || true
}
trap finish EXIT
chmod 711 "$work"

install -d -o postgres "$work/postgres"
runuser -u postgres -- "$postgres/initdb" -D "$work/postgres" -U strikewire -A trust >/dev/null
runuser -u postgres -- "$postgres/pg_ctl" -D "$work/postgres" -w -l "$work/postgres/log" \
  -o "-c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >/dev/null

root=$work/root
mkdir "$root"
mount -t tmpfs -o mode=755 tmpfs "$root"
mkdir -p "$root"/{usr,etc,proc,dev,opt/strikewire,data,tmp}
for link in bin lib lib64 sbin; do ln -s "usr/$link" "$root/$link"; done
for folder in usr etc; do
  mount --bind "/$folder" "$root/$folder"
  mount -o remount,bind,ro "$root/$folder"
done
# The image has its user, for whose name PostgreSQL asks.
{ cat /etc/passwd; echo "strikewire:x:$user::/:/usr/sbin/nologin"; } >"$work/passwd"
mount --bind "$work/passwd" "$root/etc/passwd"
mount -o remount,bind,ro "$root/etc/passwd"
for device in null zero random urandom; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
chown "$user" "$root/opt/strikewire"
install -m 644 -o "${user%:*}" -g "${user#*:}" deploy/container/java.options "$root/opt/strikewire"
install -m 644 -o "${user%:*}" -g "${user#*:}" "$jar" "$root/opt/strikewire/strikewire.jar"
install -m 555 deploy/archive.sh "$root/tmp"
step=$(plain RUN | tail -1)
mount -t proc proc "$root/proc"
chroot "$root" setpriv --reuid "${user%:*}" --regid "${user#*:}" --clear-groups --no-new-privs \
  --inh-caps=-all --bounding-set=-all env -i -C /opt/strikewire PATH="$java_home/bin:/usr/bin" sh -c "$step"
umount "$root/proc" "$root/tmp"
chown -R 0:0 "$root/opt/strikewire"
echo "started once in the image's making: $(tail -1 "$root/opt/strikewire/java.options"), $(du -m "$root/opt/strikewire/strikewire.aot" | cut -f1) MB"
install -d -m 700 -o "${user%:*}" -g "${user#*:}" "$work/volume"
mount --bind "$work/volume" "$root/data"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mount -o remount,ro "$root"

limit=none
if [ -d /sys/fs/cgroup/memory ]; then
  cgroup=/sys/fs/cgroup/memory/strikewire-rehearsal-$$
  mkdir "$cgroup"
  echo $((512 * 1024 * 1024)) >"$cgroup/memory.limit_in_bytes"
  limit='512 MB'
fi
# shellcheck disable=SC2207
variables=(PATH="$java_home/bin:/usr/bin" WEBHOOK_SECRET=of-the-rehearsal ADMIN_API_KEY=key-of-the-rehearsal
  DATABASE_URL=postgres://strikewire:none@127.0.0.1:5432/postgres $(plain ENV | tr -d '"'))
echo "as $user: ${command[*]}"
echo "variables of the recipe: $(plain ENV)"
# shellcheck disable=SC2016
unshare --pid --fork --kill-child --mount bash -c '
  [ -z "$1" ] || echo $$ >"$1/cgroup.procs"
  mount -t proc proc "$2/proc"
  cd "$2/data"
  root=$2 user=$3
  shift 3
  exec chroot "$root" setpriv --reuid "${user%:*}" --regid "${user#*:}" --clear-groups --no-new-privs \
    --inh-caps=-all --bounding-set=-all env -i -C /data "$@"' \
  first "$cgroup" "$root" "$user" "${variables[@]}" "${command[@]}" >"$work/console" 2>&1 &
outer=$!
for _ in $(seq 240); do
  curl -fs -o /dev/null http://127.0.0.1:8080/health && break
  kill -0 $outer || { cat "$work/console"; exit 1; }
  sleep 1
done
pid=$(pgrep -P $outer)
status() { awk -v what="$1:" '$1 == what { print $2 }' "/proc/$pid/status"; }
echo "health $(curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:8080/health); process 1 of its namespace: $(awk '/NSpid/ { print $NF }' "/proc/$pid/status"), user $(status Uid), capabilities $(status CapBnd), no new privileges $(status NoNewPrivs), memory limited to $limit"
grep ' is ready in ' "$work/console"
echo "writable: $(awk '$4 ~ /(^|,)rw(,|$)/ && $3 != "proc" { print $2 }' "/proc/$pid/mounts" | grep -v '^/dev/' | paste -sd' ')"
verdict=0
env "${variables[@]}" JDK_JAVA_OPTIONS= java -jar "$jar" validate http://127.0.0.1:8080 --samples "$work/samples" | tee "$work/checks" | grep 'first 15' || true
tail -1 "$work/checks"
[ "$(grep -c '^PASS *first 15' "$work/checks")" = 9 ] || verdict=1
echo "resident $(($(status VmRSS) / 1024)) MB"
kill "$pid"
wait $outer || { echo "exit code $?"; verdict=1; }
[ $verdict = 0 ] && echo 'stopped by SIGTERM with 0'
exit $verdict
