"""What the whole shop needs beside the till: counts, orders, customers, the outbox.

Revision ID: 0003
Revises: 0002
"""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind().connection.driver_connection
    for script in sorted(Path(__file__).with_suffix("").glob("*.sql")):
        connection.execute(script.read_text(encoding="utf-8"))
