#!/usr/bin/env python3
"""The SQL statements in a release's sources, as db/src/test/resources/released-statements.sql holds them.

  deploy/record-statements.py REVISION > db/src/test/resources/released-statements.sql

Whole statements only: text blocks and joined constants, with ? numbered as parameters. What is put
together at run time is not among them or drops out in the test, which adds every column of every released table.
"""
import re
import subprocess
import sys

revision = sys.argv[1]


def git(*words):
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout


STATEMENT = re.compile(r"(?is)^\s*(with|select|insert|update|delete)\b")
LITERAL = re.compile(r'"""\n(.*?)"""|"((?:[^"\\\n]|\\.)*)"', re.S)
JOINED = re.compile(r'(?:"""\n.*?"""|"(?:[^"\\\n]|\\.)*")(?:\s*\+\s*(?:"""\n.*?"""|"(?:[^"\\\n]|\\.)*"))*(\s*\+)?', re.S)



def numbered(sql):
    """Parameters as PostgreSQL names them: ? in turn, ?1 and :name each by itself."""
    if re.search(r"\?\d", sql):
        return re.sub(r"\?(\d+)", r"$\1", sql)
    names = []

    def name(match):
        if match.group(1) not in names:
            names.append(match.group(1))
        return f"${names.index(match.group(1)) + 1}"

    if "?" not in sql:
        return re.sub(r"(?<![:\w]):([a-z]\w*)", name, sql)
    turn = iter(range(1, 1000))
    return re.sub(r"\?", lambda _: f"${next(turn)}", sql)


found = {}
for path in git("ls-tree", "-r", "--name-only", revision).splitlines():
    if not path.endswith(".java") or "/src/main/" not in path:
        continue
    source = git("show", f"{revision}:{path}")
    for match in JOINED.finditer(source):
        before = source[: match.start()].rstrip()
        if match.group(1) or before.endswith("+"):
            continue  # only a part of it is written here
        sql = "".join(
            block if block else line.encode().decode("unicode_escape")
            for block, line in LITERAL.findall(match.group(0))
        )
        if not STATEMENT.match(sql) or "%" in sql.replace("%%", ""):
            continue
        sql = numbered(sql)
        lines = [re.sub(r"--.*", "", line).strip() for line in sql.splitlines()]
        sql = " ".join(" ".join(lines).split())
        found.setdefault(sql, path)
print("\n".join(sorted(found)))
