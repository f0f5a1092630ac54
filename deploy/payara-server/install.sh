#!/usr/bin/env bash
# Installs Payara Server with a domain of its own, nothing of it listening yet. What it needs to know:
#   DB_URL=jdbc:postgresql://127.0.0.1:5432/strikewire DB_USER=strikewire DB_PASSWORD=… install.sh
# PAYARA_DIR (/opt/strikewire), ADMIN_PORT (4848), HTTP_PORT (8080) and ADMIN_PASSWORD are optional; a
# password and the service's secrets are generated, and kept where only their owner can read them.
# Needs a JDK of 17 or 21, Maven, openssl, and the built artifacts (mvn -DskipTests package).
source "$(dirname "$0")/common.sh"

[ -n "${DB_URL:-}" ] || fail "DB_URL: jdbc:postgresql://host:port/name is needed"
[ -n "${DB_USER:-}" ] || fail "DB_USER: needed"
[ -f "$built/target/strikewire-guard.jar" ] || fail "no $built/target/strikewire-guard.jar: build first"
[ ! -e "$PAYARA_DIR/payara6" ] || fail "$PAYARA_DIR/payara6 is there already"
mkdir -p "$PAYARA_DIR"

echo "1. the server, from Maven Central"
# Not from a project's directory: there the plugin remembers that it unpacked it once, and does not again.
(
  cd "$PAYARA_DIR"
  mvn ${MAVEN_OPTIONS:--q} org.apache.maven.plugins:maven-dependency-plugin:3.11.0:unpack \
    -Dartifact="fish.payara.distributions:payara:$PAYARA_VERSION:zip" -DoutputDirectory="$PAYARA_DIR"
  rm -rf target
)
chmod +x "$PAYARA_DIR"/payara6/bin/* "$PAYARA_DIR"/payara6/glassfish/bin/*
# Its own first domain has no password, and its key is in every copy of the zip.
rm -rf "$PAYARA_DIR/payara6/glassfish/domains/domain1"

echo "2. a domain with a password and a key of its own"
if [ ! -e "$password" ]; then
  echo "AS_ADMIN_PASSWORD=${ADMIN_PASSWORD:-$(openssl rand -hex 24)}" >"$password"
fi
asadmin create-domain --domaindir "$PAYARA_DIR/domains" --adminport "$ADMIN_PORT" \
  --instanceport "$HTTP_PORT" --checkports=false $domain >/dev/null

echo "3. the driver, and the framing guard in front of the server's HTTP reader"
unzip -q -j -o "$built/../ear/target/strikewire.ear" 'lib/org.postgresql-*.jar' \
  -d "$PAYARA_DIR/domains/$domain/lib"
cp "$built/target/strikewire-guard.jar" "$PAYARA_DIR/payara6/glassfish/modules/"
# The JMS service, which nobody needs: its configuration is made at the first start unless it is there, and
# then it listens.
jms='<jms-service type="DISABLED" default-jms-host="default_JMS_host"><jms-host name="default_JMS_host" host="localhost"/></jms-service>'
sed -i "0,/<admin-service /s//${jms//\//\\/}<admin-service /" "$PAYARA_DIR/domains/$domain/config/domain.xml"
# One JSON object a line, secrets and tokens masked, by the guard's own formatter.
echo "com.sun.enterprise.server.logging.GFFileHandler.formatter=io.strikewire.deploy.boot.JsonLines" \
  >>"$PAYARA_DIR/domains/$domain/config/logging.properties"

echo "4. the environment, $environment"
if [ ! -e "$environment" ]; then
  cat >"$environment" <<SETTINGS
STRIKEWIRE_ENV=production
STRIKEWIRE_DB_URL=$DB_URL
STRIKEWIRE_DB_USER=$DB_USER
STRIKEWIRE_DB_PASSWORD=${DB_PASSWORD:-}
STRIKEWIRE_WEBHOOK_SECRETS=$(openssl rand -hex 32)
STRIKEWIRE_ADMIN_API_KEY=$(openssl rand -hex 32)
STRIKEWIRE_DATA=$PAYARA_DIR/domains/$domain
STRIKEWIRE_WEBHOOK_TRUSTED_PROXIES=127.0.0.1
SETTINGS
fi
echo "installed; next: start.sh, then deploy.sh"
