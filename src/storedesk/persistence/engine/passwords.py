"""Hash passwords as PostgreSQL stores them, before they are sent."""

from psycopg.pq import PGconn


def verifier(login: str, password: str) -> str:
    """Hash a password as PostgreSQL keeps it, by libpq itself; no server hears of it."""
    line = PGconn.connect_start(b"no connection is made")
    try:
        return line.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()
    finally:
        line.finish()
