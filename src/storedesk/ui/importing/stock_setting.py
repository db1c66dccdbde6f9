"""Set the stock of known products from the window: a batch at a time, until somebody stops it."""

from storedesk import api
from storedesk.domain.importing.progress import Counter, ImportStep
from storedesk.domain.importing.stock import BATCH, StockImport, Unset
from storedesk.domain.refusals.errors import Refused
from storedesk.services import stock_import
from storedesk.services.desk import Desk
from storedesk.ui.importing.progress import ProgressPanel


async def set_stock(
    desk: Desk, work: StockImport, known: stock_import.Known, progress: ProgressPanel
) -> tuple[Unset, ...]:
    """Set what is waiting, and end the import; returns what was left as it is.

    `known` has what the file calls each product. Refused: import_stock_waits, where somebody stops
    it before all is set.
    """
    waiting = work.waiting
    counter = Counter(ImportStep.SETTING, waiting, progress.show_progress)
    while waiting:
        if progress.is_stopped:
            raise Refused("import_stock_waits")
        batch = await desk.do(api.imports.set_imported_stock, work.id, most=BATCH)
        counter.add(waiting - batch.waiting)
        waiting = batch.waiting
    unset = await desk.read(stock_import.unset, work.id, known)
    await desk.do(api.imports.end_stock_import, work.id)
    return unset
