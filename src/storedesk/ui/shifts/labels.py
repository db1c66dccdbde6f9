"""The words of the page of shifts."""

from storedesk.domain.shifts import CashLevel, ShiftLine, ShiftState
from storedesk.ui.cash_ledger import signed
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness
from storedesk.ui.kit.looks.tokens import Tone


def state_label(line: ShiftLine) -> tuple[str, Tone]:
    """Return what a shift is now, and the tone of it."""
    match line.state:
        case ShiftState.OPEN if line.drawer and line.drawer.level is CashLevel.LOW:
            return tr("Little cash"), Tone.WARN
        case ShiftState.OPEN if line.drawer and line.drawer.level is CashLevel.HIGH:
            return tr("Much cash"), Tone.WARN
        case ShiftState.OPEN:
            return tr("Open"), Tone.INFO
        case ShiftState.UNAPPROVED:
            return tr("To approve"), Tone.WARN
        case ShiftState.CLOSED:
            approved = line.approved_at is not None
            return (tr("Approved") if approved else tr("Closed", "shift")), Tone.OK


def state_cell(line: ShiftLine) -> Cell:
    """Return the state of a shift as the list shows it: what is usual stands back."""
    words, tone = state_label(line)
    return Cell(words, tone=tone, is_usual=line.state is ShiftState.CLOSED)


def number_label(line: ShiftLine) -> str:
    """Return "Z 17"; "" while it is open."""
    return "" if line.z_number is None else tr("Z {number}").format(number=line.z_number)


def name_label(line: ShiftLine) -> str:
    """Return the register and the number of its Z report."""
    return " · ".join(part for part in (line.register, number_label(line)) if part)


def off_cell(line: ShiftLine, context: PageContext) -> Cell:
    """Return by how much the count was off."""
    if line.difference is None:
        return Cell("")
    if not line.difference:
        return Cell(context.money(line.difference), tone=Tone.MUTE)
    is_waiting = line.state is ShiftState.UNAPPROVED
    return Cell(signed(line.difference, context), tone=Tone.WARN if is_waiting else None)


def count_label(count: int, context: PageContext) -> str:
    """Return how many are listed."""
    words = plural("{count} shift", "{count} shifts", count)
    return words.format(count=context.format.count(count))


def emptiness() -> Emptiness:
    """Return the texts of an empty list."""
    return Emptiness(
        (
            tr("No shifts yet"),
            tr("A shift is opened at a till, with the money in its drawer. It is listed here from"
               " then on."),
        ),
        {
            ShiftState.OPEN: (
                tr("No shift is open"), tr("A shift is opened at a till, before its first sale."),
            ),
            ShiftState.UNAPPROVED: (
                tr("Nothing is to be approved"),
                tr("A shift that a cashier closes with a difference is listed here."),
            ),
            ShiftState.CLOSED: (
                tr("No shift has been closed yet"), tr("Its Z report is here once it is."),
            ),
        },
    )  # fmt: skip
