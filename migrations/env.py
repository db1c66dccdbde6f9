"""Alembic's way in: inside the transaction of an upgrade, or in one of its own for a check."""

import os

from alembic import context
from sqlalchemy import Connection

from storedesk.persistence.rows import Base
from storedesk.persistence.schema.migrations import COMPARED, upgrading


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=Base.metadata, **COMPARED)
    with context.begin_transaction():
        context.run_migrations()


if given := context.config.attributes.get("connection"):
    run(given)
else:  # `alembic check` from the command line
    with upgrading(os.environ["STOREDESK_DSN"]) as own:
        run(own)
