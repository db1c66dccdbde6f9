"""The list of stock and its columns."""

from storedesk import queries
from storedesk.domain.inventory import StockLine
from storedesk.domain.staff import Me
from storedesk.ui.inventory.labels import emptiness
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column, Edit, Sort
from storedesk.ui.kit.lists.list_spec import ListSpec
from storedesk.ui.kit.lists.renewal import RowNews
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.stock_labels import remark, together

ALL, LOW = "all", "low"
"""The tabs of the list."""


def stock_list(form: Format, me: Me, low_at: Edit[StockLine] | None) -> ListSpec[StockLine]:
    """Return the list; `low_at` edits a row's reorder point."""
    return ListSpec(
        id="inventory",
        name=tr("Stock"),
        hint=tr("Search stock"),
        tabs=[(ALL, tr("All")), (LOW, tr("Low"))],
        tabs_name=tr("Which stock"),
        columns=stock_columns(form, low_at),
        sort=Sort("low_first"),
        keys=queries.stock_lists.stock_keys,
        first=queries.stock_lists.first_stock,
        records=queries.stock_lists.stock_lines,
        key=lambda line: line.product_id,
        empty=emptiness(me, low=LOW),
        news=RowNews(
            tables=frozenset({"inventory"}),
            sorts=frozenset({"on_hand", "reserved", "available", "low_first"}),
            only_in={"low_stock": frozenset({LOW})},
            time=form.time,
        ),
        has_ticks=True,
    )


def stock_columns(form: Format, low_at: Edit[StockLine] | None) -> list[Column[StockLine]]:
    """Return the columns with translated headings; `low_at` edits a row's reorder point."""
    count = form.count
    return [
        Column(
            tr("Product"), _name_cell, CellStyle.STRONG, 186, 3, "name",
            beside=[
                (tr("Code"), lambda line: line.code),
                (tr("Category"), lambda line: line.category),
                (tr("Variants"), _together),
            ],
        ),
        Column(
            tr("On hand"), lambda line: count(line.stock.on_hand), CellStyle.NUMBER, 80,
            sort="on_hand", spare=1, plain=lambda line: line.stock.on_hand,
        ),
        Column(
            tr("Reserved"), lambda line: count(line.stock.reserved), CellStyle.NUMBER, 86,
            sort="reserved", spare=3, plain=lambda line: line.stock.reserved,
        ),
        Column(
            tr("Available"), lambda line: count(line.stock.available), CellStyle.NUMBER,
            86, sort="available", plain=lambda line: line.stock.available,
        ),
        Column(
            tr("Reorder point"), lambda line: count(line.stock.low_at), CellStyle.NUMBER, 112,
            edit=low_at, spare=2, plain=lambda line: line.stock.low_at,
        ),
        Column(tr("Stock"), level_cell, CellStyle.CHIP, 112, sort="low_first"),
    ]  # fmt: skip


def level_cell(line: StockLine) -> Cell:
    """Say whether a product is sold out, low or in stock."""
    if line.stock.available <= 0:
        return Cell(tr("Sold out"), tone=Tone.BAD)
    if line.stock.is_low:
        return Cell(tr("Low"), tone=Tone.WARN)
    return Cell(tr("In stock"), tone=Tone.OK, is_usual=True)


def _name_cell(line: StockLine) -> Cell:
    known = remark(line.code, line.category, of_variants=line.stock.of_variants)
    return Cell(line.product, known)


def _together(line: StockLine) -> str:
    return together(of_variants=line.stock.of_variants)
