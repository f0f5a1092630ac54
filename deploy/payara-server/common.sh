# Sourced by the scripts beside it: where things are, and asadmin with our domain and password.
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
built=$(cd "$here/.." && pwd)

PAYARA_VERSION=6.2025.10
: "${PAYARA_DIR:=/opt/strikewire}"  # the server, its domain, its environment
: "${ADMIN_PORT:=4848}"             # the console, TLS, loopback only
: "${HTTP_PORT:=8080}"              # the application, loopback only: a proxy ends TLS
domain=strikewire
environment=$PAYARA_DIR/strikewire.env
password=$PAYARA_DIR/admin-password

# Nobody is asked anything: whatever is missing is a mistake.
asadmin() {
  "$PAYARA_DIR/payara6/bin/asadmin" --interactive=false --user admin --passwordfile "$password" \
    --port "$ADMIN_PORT" "$@" </dev/null
}

fail() {
  echo "$*" >&2
  exit 2
}
