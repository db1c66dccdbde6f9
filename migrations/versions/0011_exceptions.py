"""Managers sign off what was written down for them.

Revision ID: 0011
Revises: 0010
"""

from pathlib import Path

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind().connection.driver_connection
    for script in sorted(Path(__file__).with_suffix("").glob("*.sql")):
        connection.execute(script.read_text(encoding="utf-8"))
