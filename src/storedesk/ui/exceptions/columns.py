"""Declare the columns of the list of exceptions, for the screen and for an export."""

from collections.abc import Callable

from storedesk.domain.exceptions import ExceptionLine
from storedesk.ui.context import PageContext
from storedesk.ui.exceptions.labels import (
    amount_label,
    kind_label,
    remark_label,
    state_cell,
    subject_label,
    who_label,
)
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle, Column


def columns(context: PageContext, shows_all: Callable[[], bool]) -> list[Column[ExceptionLine]]:
    """Return the columns; only where all are shown, what is to be signed off stands out."""
    return [
        Column(
            tr("What"), lambda line: kind_label(line.kind), CellStyle.STRONG, 138, 2, "kind",
            beside=[(tr("Order"), lambda line: line.order)],
        ),
        Column(
            tr("About"), lambda line: subject_label(line, context), CellStyle.TEXT, 110, 3, spare=1,
            beside=[(tr("Reason"), remark_label)],
        ),
        Column(
            tr("Who"), who_label, CellStyle.TEXT, 104, 2, "who", spare=2,
            beside=[(tr("Register"), lambda line: line.register)],
        ),
        Column(
            tr("When"), lambda line: context.format.moment(line.at), CellStyle.MUTED, 118,
            sort="at", plain=lambda line: line.at,
        ),
        Column(
            tr("Amount"), lambda line: amount_label(line, context), CellStyle.MONEY, 92,
            sort="amount", plain=lambda line: line.amount,
        ),
        Column(
            tr("Signed off"), lambda line: state_cell(line, stands_out=shows_all()),
            CellStyle.CHIP, 112, spare=3, plain=lambda line: line.signed_by,
            beside=[(tr("Note"), lambda line: line.note)],
        ),
    ]  # fmt: skip
