"""Runs a file of invariants against a store: foreign_invariants.py DSN FILE. Exit 1 if one fails.

The file holds queries, each below a comment `-- I01 [S] what must hold`; none may return a row.
"""

import sys
from pathlib import Path

import psycopg


def main(dsn: str, path: str) -> int:
    broken = total = 0
    with psycopg.connect(dsn) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        connection.execute("SET LOCAL search_path = public, storedesk")
        for part in Path(path).read_text(encoding="utf-8").split("\n-- I")[1:]:
            title, _, query = part.partition("\n")
            rows = connection.execute(query.split("\n-- =====")[0]).fetchall()
            total += 1
            if rows:
                broken += 1
                print(f"I{title}: {len(rows)} rows, such as {rows[0]}")
    print(f"{total} invariants, {broken} broken")
    return 1 if broken or not total else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
