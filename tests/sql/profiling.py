"""Writes down at the end of a run of the tests how often each statement of PL/pgSQL ran.

A plugin of pytest: `-p tests.sql.profiling`, with the folder in STOREDESK_SQL_PROFILE, on a server
whose plpgsql_check counts (see coverage.py). Each worker writes a file of its own.
"""

import json
import os
from pathlib import Path

import pytest
from psycopg.rows import tuple_row

FOLDER = "STOREDESK_SQL_PROFILE"
COUNTS = """
    SELECT p.pronamespace::regnamespace || '.' || p.proname, s.stmtid, s.lineno, s.stmtname,
           btrim((string_to_array(p.prosrc, E'\\n'))[s.lineno]), s.exec_stmts
    FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang,
         LATERAL plpgsql_profiler_function_statements_tb(p.oid) AS s
    WHERE l.lanname = 'plpgsql'
      AND p.pronamespace::regnamespace::text IN ('api', 'core', 'storedesk', 'webshop')
"""


@pytest.fixture(scope="session", autouse=True)
def statement_counts(built):
    yield
    with built.connect() as connection:
        connection.execute("SET statement_timeout = 0")
        connection.execute("CREATE EXTENSION plpgsql_check")
        with connection.cursor(row_factory=tuple_row) as cursor:
            counts = cursor.execute(COUNTS).fetchall()
    file = Path(os.environ[FOLDER]) / f"{built.name}.json"
    file.write_text(json.dumps(counts), encoding="utf-8")
