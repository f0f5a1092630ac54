#!/usr/bin/env bash
# Makes the pool and the resource, unless they are there, and deploys the EAR, or another one that is
# named: deploy.sh [FILE.ear]. An application that is there already is replaced.
source "$(dirname "$0")/common.sh"

ear=${1:-$built/../ear/target/strikewire.ear}
[ -f "$ear" ] || fail "no $ear"
asadmin list-jdbc-resources | grep -q '^jdbc/strikewire$' || asadmin add-resources "$here/resources.xml"
asadmin ping-connection-pool strikewire
asadmin deploy --force --name strikewire --contextroot / "$ear"
