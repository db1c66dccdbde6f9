"""Someone who works here, in a process of their own: python caller.py DSN.

Each line on stdin is a command and its arguments as a JSON list; it is read, and called when the
next line says "go". What came of it is printed: ["done", answer], or ["refused", code].
"""

import json
import sys

import psycopg
from psycopg.rows import scalar_row


def main(dsn):
    with psycopg.connect(dsn, autocommit=True, row_factory=scalar_row) as connection:
        print("ready", flush=True)
        for line in sys.stdin:
            command, *arguments = json.loads(line)
            given = [json.dumps(a) if isinstance(a, list | dict) else a for a in arguments]
            words = f"SELECT api.{command}({', '.join(['%s'] * len(given))})"
            sys.stdin.readline()
            try:
                said = ["done", connection.execute(words, given).fetchone()]
            except psycopg.Error as error:
                said = ["refused", error.diag.message_primary, error.sqlstate]
            print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
