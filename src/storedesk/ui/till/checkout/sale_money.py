"""What is to pay of a quoted sale, and what has paid parts of it already."""

from dataclasses import dataclass

from storedesk.domain.card_terminals import TerminalPayment
from storedesk.domain.credit import TakenCredit
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money


@dataclass(frozen=True, slots=True)
class SaleMoney:
    """The total, and the tenders that are kept with the sale until it is booked."""

    total: Money
    charged: tuple[TerminalPayment, ...] = ()
    """What the card terminal has charged."""
    parts: tuple[Tender, ...] = ()
    """What was taken by hand."""
    credit: tuple[TakenCredit, ...] = ()
    """Gift cards: held while the quote is valid."""

    @property
    def tenders(self) -> tuple[Tender, ...]:
        """Return all of them, as the sale is paid with them."""
        charged = map(tender_of, self.charged)
        return (*(one.tender for one in self.credit), *charged, *self.parts)

    @property
    def left(self) -> Money:
        """Return what is still to pay; below nought where the sale has become cheaper since."""
        return self.total.less(one.amount for one in self.tenders)

    @property
    def excess(self) -> Refused:
        """Return what to say where more was taken than the sale costs."""
        return Refused("tender_money_exceeds" if self.parts else "card_money_exceeds")


def tender_of(one: TerminalPayment) -> Tender:
    """Return the tender that a payment at the terminal is; the database knows the card."""
    return Tender(
        one.id, Method.CARD, one.amount, card_brand=one.card_brand, last_four=one.last_four,
        reference=one.reference,
    )  # fmt: skip
