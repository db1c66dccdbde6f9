"""A clerk who counts, or a writer who sells, as a process of its own."""

import json
import sys
from uuid import uuid4

import psycopg
from psycopg.rows import scalar_row

ROUNDS = 12


def main(role, dsn, subject):
    work = {"count": count, "adjust": adjust, "post": post, "undo": undo}[role]
    with psycopg.connect(dsn, autocommit=True, row_factory=scalar_row) as line:
        print("ready", flush=True)
        sys.stdin.readline()
        print(json.dumps(work(line, subject)), flush=True)


def count(line, subject):
    """Scan the same code again and again."""
    where, code = subject.split(",")
    for _ in range(ROUNDS):
        words = "SELECT api.count_item(%s, %s, NULL, %s, 1, false)"
        line.execute(words, [uuid4(), where, code])
    return ROUNDS


def adjust(line, subject):
    """Take pieces away, one at a time, as long as there are any."""
    taken = 0
    for _ in range(ROUNDS):
        try:
            line.execute("SELECT api.adjust_stock(%s, %s, NULL, -1, 'lost')", [uuid4(), subject])
            taken += 1
        except psycopg.Error:
            pass
    return taken


def post(line, subject):
    return answered(line, "SELECT api.post_count(%s, %s, false)", subject)


def undo(line, subject):
    return answered(line, "SELECT api.undo_stock(%s, ARRAY[%s]::uuid[])", subject)


def answered(line, words, subject):
    try:
        line.execute(words, [uuid4(), subject])
    except psycopg.Error as error:
        return error.diag.message_primary
    return "done"


if __name__ == "__main__":
    main(*sys.argv[1:])
