"""Alembic's way in: it works inside the transaction that persistence/migrations.py opened."""

from alembic import context

from storedesk.persistence.migrations import VERSION_TABLE, is_ours
from storedesk.persistence.rows import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_schemas=True,
    include_name=is_ours,
    version_table=VERSION_TABLE,
    version_table_schema="storedesk",
)
with context.begin_transaction():
    context.run_migrations()
