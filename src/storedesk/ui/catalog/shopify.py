"""Export the catalog as Shopify's CSV from the products page."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import queries
from storedesk.documents.shopify_export import ShopifySheet
from storedesk.domain.exporting import ExportedProduct
from storedesk.domain.file_names import file_name
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.dialog import Choice, ask, choose_file
from storedesk.ui.kit.dialogs.progress import Report, with_progress
from storedesk.ui.kit.lists.exporting import Exported, FileWriting, stream
from storedesk.ui.kit.lists.vector import KeyVector

WITH, WITHOUT = "with", "without"


async def export_shopify(parent: QWidget, desk: Desk, form: Format) -> Exported | None:
    """Ask for options and a file, and write it; None if the person cancels.

    Raises StoreError: file_not_written, and what reading raises.
    """
    words = tr("Export for Shopify")
    stock = await ask(
        parent, words,
        tr(
            "All products are exported into one file, with everything that came from Shopify."
            " Include the stock? The whole stock of a product is then listed with its first"
            " variant.",
        ),
        (
            Choice(WITH, tr("With stock")),
            Choice(WITHOUT, tr("Without stock")),
        ),
        default=WITHOUT,
    )  # fmt: skip
    if not stock:
        return None
    today = form.today(datetime.now(UTC))
    path = await choose_file(
        parent, words, mode="save", name=file_name(f"shopify {today}"),
        filters=(tr("Shopify's products (*.csv)"),),
    )  # fmt: skip
    if path is None:
        return None
    rows = 0

    async def work(report: Report) -> None:
        nonlocal rows
        rows = await _write(desk, path, report, with_stock=stock == WITH)

    done = await with_progress(parent, words, form, work, text=path.name)
    return Exported(path, rows) if done else None


async def _write(desk: Desk, path: Path, report: Report, *, with_stock: bool) -> int:
    plan = await desk.read(queries.catalog_export.plan)

    def begin(file: BinaryIO, _folder: str, _first: Sequence[object]) -> ShopifySheet:
        return ShopifySheet(file, plan, with_stock=with_stock)

    async def read(ids: list[UUID]) -> list[ExportedProduct]:
        return await desk.read(queries.catalog_export.products, ids)

    return await stream(KeyVector(plan.keys), read, FileWriting(path, begin), report)
