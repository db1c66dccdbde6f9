"""The goods of a real shop, from its invoices: as its own staff would bring them in."""

from pathlib import Path

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.importing.file import ImportOptions, read_map
from storedesk.persistence.engine.database import Database
from storedesk.services import importing

COLUMNS = ("code=StockCode", "name=Description:most", "price=UnitPrice:latest")


def bring_in(dsn: str, files: list[Path], *, stock: int) -> str:
    """Import what can be sold of `files` as a manager; return what came of it, in words."""
    options = ImportOptions(
        columns=read_map(COLUMNS),
        status=ProductStatus.ACTIVE,
        opening_stock=stock,
        skip_bad=True,
    )
    database = Database(dsn, pool_size=1)
    try:
        with database.reading() as session:
            seen = importing.preview(session, files, options)
        with database.editing() as session:
            done = importing.carry_out(session, seen, options)
    finally:
        database.close()
    lines = seen.catalog.lines
    return f"{done.counts.new} products from {lines} lines, {done.counts.bad} bad rows left out"
