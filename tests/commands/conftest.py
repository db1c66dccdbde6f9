import time

import psycopg
import pytest


@pytest.fixture
def refused():
    """Expect the database to say no, with this code."""

    def refused(code):
        return pytest.raises(psycopg.Error, check=lambda error: error.diag.message_primary == code)

    return refused


@pytest.fixture
def until_someone_waits(store):
    """Wait until a statement in this store waits for another one."""
    waiting = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
    """

    def until_someone_waits():
        while not store.sql(waiting):
            time.sleep(0.01)

    return until_someone_waits
