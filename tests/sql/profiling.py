"""Writes down at the end of a run of the tests how often each statement of PL/pgSQL ran.

A plugin of pytest: `-p tests.sql.profiling`, with the folder in STOREDESK_SQL_PROFILE, on a server
whose plpgsql_check counts (see coverage.py). An upgrade makes the functions anew, which begin at
nought, so what was counted before it is written first; all files of a run are added up.
"""

import json
import os
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from storedesk.persistence.schema import migrations

FOLDER = "STOREDESK_SQL_PROFILE"
COUNTS = """
    SELECT p.pronamespace::regnamespace || '.' || p.proname, s.stmtid, s.lineno, s.stmtname,
           btrim((string_to_array(p.prosrc, E'\\n'))[s.lineno]), s.exec_stmts
    FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang,
         LATERAL plpgsql_profiler_function_statements_tb(p.oid) AS s
    WHERE l.lanname = 'plpgsql'
      AND p.pronamespace::regnamespace::text IN ('api', 'core', 'storedesk', 'webshop')
"""


def write_counts(dsn):
    """Write a file with the counts of a store."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("SET statement_timeout = 0")
        connection.execute("CREATE EXTENSION plpgsql_check")
        counts = connection.execute(COUNTS).fetchall()
        connection.execute("DROP EXTENSION plpgsql_check")
    file = Path(os.environ[FOLDER]) / f"{uuid4()}.json"
    file.write_text(json.dumps(counts), encoding="utf-8")


def pytest_configure():
    upgrade = migrations.upgrade

    def upgrade_counted(dsn):
        write_counts(dsn)
        upgrade(dsn)

    migrations.upgrade = upgrade_counted


@pytest.fixture(scope="session", autouse=True)
def statement_counts(built):
    yield
    write_counts(built.dsn())
