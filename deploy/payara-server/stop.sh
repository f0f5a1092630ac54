#!/usr/bin/env bash
# Stops the domain: the application first, then the server.
source "$(dirname "$0")/common.sh"
asadmin stop-domain --domaindir "$PAYARA_DIR/domains" $domain
