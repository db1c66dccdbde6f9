"""Export the catalog, so that another store, or this program, can import it."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from storedesk import queries
from storedesk.documents.shopify_export import ShopifySheet
from storedesk.forms.imports import take_time
from storedesk.persistence.engine.database import Session
from storedesk.whole_file import WholeFile

CHUNK = 200
"""Products read at once."""


def run(
    session: Session,
    path: Path,
    *,
    with_stock: bool = False,
    report: Callable[[int, int], object] | None = None,
) -> int:
    """Export without a window; return how many products the file has.

    Refused: file_not_written. Half a file is never there.
    """
    take_time(session)
    doing = queries.catalog_export.plan(session)
    keys = [UUID(bytes=doing.keys[at : at + 16]) for at in range(0, len(doing.keys), 16)]
    written, whole = 0, WholeFile(path)
    try:
        sheet = ShopifySheet(whole.file, doing, with_stock=with_stock)
        for start in range(0, len(keys), CHUNK):
            chunk = queries.catalog_export.products(session, keys[start : start + CHUNK])
            sheet.write(chunk)
            written += len(chunk)
            if report:
                report(start + len(chunk), len(keys))
        sheet.end()
        whole.keep()
    except OSError as error:
        raise whole.refusal(error) from error
    finally:
        whole.drop()
    return written
