#!/usr/bin/env bash
# Reads a PostgreSQL log in which a release's artifact was at work, and prints the statements that
# it sent, each once: what db/src/test/resources/released-statements.sql holds.
# The server's settings:  log_statement=all, log_line_prefix='@@%a@@ ', log_parameter_max_length=0
#   deploy/record-statements.sh LOG > db/src/test/resources/released-statements.sql
set -euo pipefail
python3 - "${1:?a log}" <<'PY'
import re, sys

log = open(sys.argv[1], encoding="utf-8", errors="replace").read()
entries = re.split(r"(?m)^@@", log)
found = {}
for entry in entries:
    match = re.match(r"(?:strikewire|PostgreSQL JDBC Driver)@@ LOG:  execute [^:]+: (.*)", entry, re.S)
    if not match:
        continue
    sql = match.group(1).replace("\n\t", "\n").strip().rstrip(";")
    if not re.match(r"(?i)(with|select|insert|update|delete)\b", sql):
        continue
    if re.search(r"(?i)flyway|pg_catalog|pg_class|pg_namespace|current_schema|set_config", sql):
        continue
    found.setdefault(re.sub(r"\s+", " ", sql), sql)
print("\n;;\n".join(found[key] for key in sorted(found)))
PY
