"""Declare the columns of the outbox, for the screen and for an export."""

from storedesk.domain.outbox import MailLine
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.outbox.labels import reason_label, status_cell, subject_label, type_label


def columns(form: Format, *, is_manager: bool) -> list[Column[MailLine]]:
    """Return the columns; recipients, subjects and errors are for managers only."""
    return [
        _to() if is_manager else _about(),
        Column(
            tr("E-mail"),
            lambda line: type_label(line.type),
            CellStyle.TEXT,
            140,
            1,
            "type",
            spare=2,
        ),
        Column(
            tr("Queued"),
            lambda line: form.moment(line.created_at),
            CellStyle.MUTED,
            118,
            sort="created",
            spare=1,
            plain=lambda line: line.created_at,
            beside=[(tr("Sent", "e-mail"), lambda line: line.sent_at)],
        ),
        _state(is_manager=is_manager),
    ]


def _to() -> Column[MailLine]:
    return Column(
        tr("To"),
        lambda line: Cell(line.recipient, subject_label(line)),
        CellStyle.STRONG,
        210,
        3,
        beside=[
            (tr("Subject"), lambda line: line.subject),
            (tr("Order"), lambda line: line.number),
            (tr("Customer"), lambda line: line.customer),
        ],
    )


def _about() -> Column[MailLine]:
    return Column(
        tr("About"),
        lambda line: Cell(line.number or line.customer, line.customer if line.number else ""),
        CellStyle.STRONG,
        210,
        3,
        plain=lambda line: line.number,
        beside=[(tr("Customer"), lambda line: line.customer)],
    )


def _state(*, is_manager: bool) -> Column[MailLine]:
    tries = (tr("Failed attempts"), lambda line: line.tries)
    reason = (tr("Why"), lambda line: reason_label(line.error))
    return Column(
        tr("Status"),
        lambda line: status_cell(line.status),
        CellStyle.CHIP,
        104,
        sort="status",
        beside=[tries, reason] if is_manager else [tries],
    )
