"""Say what a customer sees of a sale, in the language and the currency of the store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from storedesk.domain.credit import TakenCredit
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Paid, Sale
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxMode
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.looks.tokens import Tone


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of the sale as the customer sees it."""

    name: str
    remark: str
    """What stands under the name: the variant, and how many at which price."""
    total: str
    usual: str = ""
    """What it would cost without a reduction; "" where there is none."""
    picture: str | None = None
    """sha256 of the product's picture."""


@dataclass(frozen=True, slots=True)
class ShownSum:
    """A word with an amount: a tax, or a gift card that has paid."""

    word: str
    amount: str


@dataclass(frozen=True, slots=True)
class DisplayContent:
    """What is on the display: lines, sums and the one large amount; without lines, a greeting."""

    lines: tuple[ShownLine, ...] = ()
    sums: tuple[ShownSum, ...] = ()
    word: str = ""
    """What the large amount is: the total, what is still to pay, the change."""
    amount: str = ""
    tone: Tone | None = None
    """The tone of the large amount; None is that of text."""
    thanks: str = ""
    """Said instead of a greeting once all is paid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayWords:
    """How the store speaks to its customers."""

    store: StoreSettings
    paper: Format
    translate: Callable[[str], str] = field(default=str)
    """From English to the store's language."""

    def greeting(self) -> DisplayContent:
        """Return what is shown while nothing is sold."""
        say = self.translate
        return DisplayContent(thanks=say("Welcome"))

    def of_sale(self, sale: Sale, taken: Sequence[TakenCredit] = ()) -> DisplayContent:
        """Return what is shown of a sale that is not paid; `taken` are gift cards that pay it."""
        say, money = self.translate, self.paper.money
        left = sale.total - sum((one.tender.amount for one in taken), sale.total - sale.total)
        paid = [ShownSum(say("Gift card"), self.paper.money(one.tender.amount)) for one in taken]
        total = [ShownSum(say("Total"), money(sale.total))] if taken else []
        return DisplayContent(
            self._lines(sale),
            (*self._sums(sale), *total, *paid),
            say("Still to pay") if taken else say("Total"),
            money(left),
        )

    def of_paid(self, sale: Sale | None, paid: Paid, *, has_cash: bool) -> DisplayContent:
        """Return what is shown of a sale that was just paid; None: its lines are not known."""
        say, money = self.translate, self.paper.money
        gives_change = has_cash and bool(paid.change)
        return DisplayContent(
            self._lines(sale) if sale else (),
            (ShownSum(say("Total"), money(paid.total)),) if gives_change else (),
            say("Change") if gives_change else say("Paid"),
            money(paid.change if gives_change else paid.total),
            Tone.OK,
            say("Thank you!"),
        )

    def _lines(self, sale: Sale) -> tuple[ShownLine, ...]:
        say, money = self.translate, self.paper.money
        made = []
        for line in sale.lines:
            words = say("{quantity} × {price}")
            many = words.format(
                quantity=self.paper.count(line.quantity), price=money(line.unit_price)
            )
            parts = (line.description, many if line.quantity != 1 else "")
            usual = _usual(line.list_price, line.unit_price, line.quantity)
            made.append(
                ShownLine(
                    line.name,
                    " · ".join(part for part in parts if part),
                    money(line.subtotal),
                    money(usual) if usual else "",
                    line.picture,
                )
            )
        return tuple(made)

    def _sums(self, sale: Sale) -> tuple[ShownSum, ...]:
        say, money, store = self.translate, self.paper.money, self.store
        is_included = store.tax_mode is TaxMode.INCLUSIVE
        words = say("{tax} {rate}, included") if is_included else say("{tax} {rate}")
        taxes = [
            ShownSum(
                words.format(tax=tax.name, rate=self.paper.percent(tax.rate)),
                money(Money(tax.tax, store.currency)),
            )
            for tax in sale.tax_lines
        ]
        return (ShownSum(say("Subtotal"), money(sale.subtotal)), *taxes)


def _usual(list_price: Money, unit_price: Money, quantity: int) -> Money | None:
    """Return what a line costs usually, if it costs less."""
    return list_price * quantity if unit_price < list_price else None
