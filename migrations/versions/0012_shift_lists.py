"""Shifts are listed, and reported with what came back.

Revision ID: 0012
Revises: 0011
"""

from pathlib import Path

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind().connection.driver_connection
    for script in sorted(Path(__file__).with_suffix("").glob("*.sql")):
        connection.execute(script.read_text(encoding="utf-8"))
