"""The words of exceptions."""

from storedesk.domain.exceptions import ExceptionKind, ExceptionLine
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness
from storedesk.ui.kit.looks.tokens import Tone

WAITING, SIGNED = "waiting", "signed"
"""The keys of the tabs beside everything."""


def kind_label(kind: ExceptionKind) -> str:
    """Return what is exceptional, in a few words."""
    return {
        ExceptionKind.PRICE: tr("Price changed"),
        ExceptionKind.FOUND: tr("Found at the till"),
        ExceptionKind.REFERENCE: tr("No reference"),
        ExceptionKind.REFUND: tr("Refund without goods"),
        ExceptionKind.SHIFT: tr("Shift not approved"),
        ExceptionKind.ADDRESS: tr("Address changed"),
        ExceptionKind.TRACKING: tr("Tracking corrected"),
        ExceptionKind.RECALL: tr("Shipment recalled"),
        ExceptionKind.PAID_OUT: tr("Cash taken out"),
        ExceptionKind.NO_SALE: tr("No sale"),
        ExceptionKind.OPEN_RETURN: tr("Return without a receipt"),
        ExceptionKind.CARD_MONEY: tr("Charged without a sale"),
        ExceptionKind.CARD_BY_HAND: tr("Card settled by hand"),
    }[kind]


def subject_label(line: ExceptionLine, context: PageContext) -> str:
    """Return what it is about: a product, an order, a shift or a drawer."""
    if line.kind is ExceptionKind.FOUND and line.pieces is not None:
        words = tr("{count} × {product}")
        return words.format(count=context.format.count(line.pieces), product=line.subject)
    if line.kind is ExceptionKind.SHIFT:
        number = tr("Z {number}").format(number=line.subject) if line.subject else ""
        return " · ".join(part for part in (number, line.register) if part)
    return line.subject or line.register


def remark_name(line: ExceptionLine) -> str:
    """Return what its remark is."""
    if line.kind in {ExceptionKind.REFERENCE, ExceptionKind.CARD_MONEY}:
        return tr("Reference")
    if line.kind is ExceptionKind.CARD_BY_HAND:
        return tr("What became of it")
    return tr("Reason")


def remark_label(line: ExceptionLine) -> str:
    """Return the reason, the reference, or what a person has said."""
    if line.kind is ExceptionKind.CARD_BY_HAND:
        return tr("Charged") if line.remark == "approved" else tr("Not charged")
    return line.remark


def advice(line: ExceptionLine) -> str:
    """Return what is to be done about it, if that is not plain."""
    if line.kind is ExceptionKind.CARD_BY_HAND:
        return tr("Compare it with the end-of-day slip of the card terminal.")
    return ""


def who_label(line: ExceptionLine) -> str:
    """Return who did it."""
    return line.who or tr("Another program")


def amount_label(line: ExceptionLine, context: PageContext) -> str:
    """Return what the store gained or gave away, with its sign."""
    if line.amount is None or not line.amount:
        return ""
    words = context.money(Money(line.amount, context.store.currency))
    return words if line.amount < 0 else f"+{words}"


def state_cell(line: ExceptionLine, *, stands_out: bool) -> Cell:
    """Return who has signed it off; that nobody has is said where it `stands_out`."""
    if line.is_signed:
        return Cell(line.signed_by, tone=Tone.OK, is_usual=True)
    return Cell(tr("Open"), tone=Tone.WARN) if stands_out else Cell("")


def count_label(count: int, context: PageContext) -> str:
    """Return how many are listed."""
    words = plural("{count} exception", "{count} exceptions", count)
    return words.format(count=context.format.count(count))


def emptiness() -> Emptiness:
    """Return the texts of an empty list."""
    return Emptiness(
        (
            tr("No exceptions yet"),
            tr("Prices set by hand, pieces found at the till, shifts that are off and the like are"
               " listed here."),
        ),
        {
            WAITING: (
                tr("Everything is signed off"),
                tr("What is written down for you from now on is listed here."),
            ),
            SIGNED: (tr("Nothing has been signed off yet"), tr("It is listed here once it is.")),
        },
    )  # fmt: skip
