"""Whether the mapped rows are the tables."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from storedesk.persistence.rows import Base
from storedesk.persistence.schema.migrations import COMPARED, upgrading


def differences(dsn):
    """List where the mapped rows and the tables differ, as `alembic check` does."""
    with upgrading(dsn) as connection:
        context = MigrationContext.configure(connection, opts=COMPARED)
        return list(compare_metadata(context, Base.metadata))
