#!/usr/bin/env bash
# Starts the domain with the settings of closed.asadmin in force before anything listens.
source "$(dirname "$0")/common.sh"

[ -r "$environment" ] || fail "no $environment: install.sh writes it"
set -a
source "$environment"
set +a
# Without these the application would take itself for one in development.
for name in STRIKEWIRE_ENV STRIKEWIRE_DB_URL STRIKEWIRE_WEBHOOK_SECRETS; do
  [ -n "${!name:-}" ] || fail "$name: needed in $environment"
done
[ "$STRIKEWIRE_ENV" = development ] || [ -n "${STRIKEWIRE_ADMIN_API_KEY:-}" ] \
  || fail "STRIKEWIRE_ADMIN_API_KEY: needed in $environment"
export STRIKEWIRE_JTA_DATA_SOURCE=jdbc/strikewire
asadmin start-domain --domaindir "$PAYARA_DIR/domains" --prebootcommandfile "$here/closed.asadmin" $domain
