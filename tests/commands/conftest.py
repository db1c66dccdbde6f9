import psycopg
import pytest


@pytest.fixture
def refused():
    """Expect the database to say no, with this code."""

    def refused(code):
        return pytest.raises(psycopg.Error, check=lambda error: error.diag.message_primary == code)

    return refused
