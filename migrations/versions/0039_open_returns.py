"""What comes back without a receipt.

Revision ID: 0039
Revises: 0038
"""

from pathlib import Path

from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind().connection.driver_connection
    for script in sorted(Path(__file__).with_suffix("").glob("*.sql")):
        connection.execute(script.read_text(encoding="utf-8"))
