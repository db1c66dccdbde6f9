"""Declare the columns of the list of shifts, for the screen and for an export."""

from storedesk.domain.shifts import ShiftLine
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.shifts.labels import name_label, off_cell, state_cell, state_label


def columns(context: PageContext) -> list[Column[ShiftLine]]:
    """Return the columns of the list."""
    form = context.format
    return [
        Column(
            tr("Register"), name_label, CellStyle.STRONG, 96, 2, "register",
            plain=lambda line: line.register,
            beside=[(tr("Z report"), lambda line: line.z_number)],
        ),
        Column(
            tr("Opened"), lambda line: Cell(form.moment(line.opened_at), line.opened_by),
            CellStyle.TEXT, 124, 2, "opened", plain=lambda line: line.opened_at,
            beside=[(tr("Opened by"), lambda line: line.opened_by)],
        ),
        Column(
            tr("Closed", "shift"), lambda line: _closed_cell(line, context), CellStyle.TEXT,
            124, 2, "closed", spare=2, plain=lambda line: line.closed_at,
            beside=[(tr("Closed by"), lambda line: line.closed_by)],
        ),
        Column(
            tr("Sales"), lambda line: form.count(line.sales), CellStyle.NUMBER, 58, spare=3,
            plain=lambda line: line.sales,
        ),
        Column(
            tr("Sold"), lambda line: context.money(line.gross), CellStyle.MONEY, 88, spare=1,
            plain=lambda line: line.gross,
        ),
        Column(
            tr("Difference"), lambda line: off_cell(line, context), CellStyle.MONEY, 76,
            sort="difference", plain=lambda line: line.difference,
            beside=[(tr("Reason"), lambda line: line.difference_reason)],
        ),
        Column(
            tr("Status"), state_cell, CellStyle.CHIP, 104,
            plain=lambda line: state_label(line)[0],
            beside=[(tr("Approved by"), lambda line: line.approved_by),
                    (tr("Note"), lambda line: line.approval_note)],
        ),
    ]  # fmt: skip


def _closed_cell(line: ShiftLine, context: PageContext) -> Cell:
    if line.closed_at is None:
        return Cell("")
    return Cell(context.format.moment(line.closed_at), line.closed_by)
