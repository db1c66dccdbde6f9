"""Set the stock of known products as an import has written it down, a batch at a time.

Each batch is a transaction, so that tills sell in between, and a command that is sent again where
the line was cut. What is interrupted between two batches is gone on with by the same import.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias
from uuid import UUID, uuid4

from storedesk import api
from storedesk.domain.importing.file import ImportedProduct
from storedesk.domain.importing.progress import Counter, ImportStep, Report
from storedesk.domain.importing.stock import BATCH, StockImport, Unset
from storedesk.persistence.engine.database import Command, Database, Session
from storedesk.queries import stock_imports
from storedesk.services.desk import T, patiently

Known: TypeAlias = Mapping[UUID, ImportedProduct]
"""Products of the store, as the file has them."""


def set_stock(
    database: Database, work: StockImport, known: Known, report: Report | None = None
) -> tuple[Unset, ...]:
    """Set what is waiting, and end the import; returns what was left as it is.

    `known` has what the file calls each product. Refused: stock_import_over. Whatever ends it
    before leaves the rest waiting.
    """
    waiting, counter = work.waiting, Counter(ImportStep.SETTING, work.waiting, report)
    while waiting:
        left = _done(database, api.imports.set_imported_stock(uuid4(), work.id, most=BATCH)).waiting
        counter.add(waiting - left)
        waiting = left
    with database.reading() as session:
        found = unset(session, work.id, known)
    _done(database, api.imports.end_stock_import(uuid4(), work.id))
    return found


def unset(session: Session, import_id: UUID, known: Known) -> tuple[Unset, ...]:
    """List the products that an import has left as they are, by the codes of the file."""
    return tuple(
        replace(one, code=file.code or file.reference)
        if (file := known.get(one.product_id))
        else one
        for one in stock_imports.unset(session, import_id)
    )


def _done(database: Database, command: Command[T]) -> T:
    """Run a command, again where the line was cut: it is done once."""
    return patiently(lambda: database.call(command), relieve=database.end_blockers)
