"""Stores as an earlier version of the program made and filled them."""

from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from psycopg.sql import SQL, Identifier

from storedesk.persistence.schema import groups, migrations
from storedesk.resources import migrations_folder

OPENED = """
    INSERT INTO storedesk.staff (login, display_name, kind)
    VALUES (current_database() || '_system', 'StoreDesk', 'service');
    INSERT INTO storedesk.registers (code, name) VALUES ('T1', 'Till 1');
    WITH class AS (
        INSERT INTO storedesk.tax_classes (name, is_default) VALUES ('Standard', true) RETURNING id
    )
    INSERT INTO storedesk.tax_rates (tax_class_id, valid_from, name, rate)
    SELECT id, '2000-01-01', 'Tax', 0 FROM class;
    WITH walk_in AS (
        INSERT INTO public.customers (email, password_hash, first_name, last_name)
        VALUES ('walk-in@storedesk.invalid', '!', 'Walk-in', 'customer') RETURNING id
    )
    INSERT INTO storedesk.store_settings (walk_in_customer_id, name)
    SELECT id, 'Old Shop' FROM walk_in
"""
"""What the first version wrote of a store that it had just made."""


@contextmanager
def old_store(built, prefix, revision, fill, ids):
    """Make a store of a revision, with rows, and bring it up to this program; gone when left."""
    store = type(built)(built.server, f"{prefix}_{built.name}")
    store.demolish()
    with built.connect() as server:
        server.execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(store.name)))
    with migrations.upgrading(store.dsn()) as connection:
        raw = migrations.raw_line(connection)
        groups.make(raw, store.name)
        raw.execute((migrations_folder() / "roles.sql").read_text(encoding="utf-8"))
        raw.execute(SQL("SET LOCAL ROLE {}").format(Identifier(f"{store.name}_owner")))
        config = Config()
        config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        raw.execute(OPENED)
        for words in fill.split(";\n"):
            if words.strip():
                raw.execute(words, ids)
    migrations.upgrade(store.dsn())
    yield store
    store.demolish()
