"""Tenders that are taken for a part of a sale.

Revision ID: 0033
Revises: 0032
"""

from pathlib import Path

from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind().connection.driver_connection
    for script in sorted(Path(__file__).with_suffix("").glob("*.sql")):
        connection.execute(script.read_text(encoding="utf-8"))
