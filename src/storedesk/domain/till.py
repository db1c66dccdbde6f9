"""Define the till: a sale in progress, its quote, its tenders, and its shift."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from storedesk.domain.card_terminals import TerminalPayment
from storedesk.domain.credit_slips import CreditSlip
from storedesk.domain.customers import CustomerLine
from storedesk.domain.exchanges import Exchange
from storedesk.domain.measures import LineMeasure, Measure
from storedesk.domain.methods import Method as Method  # noqa: PLC0414 - used from here
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxLine


@dataclass(frozen=True, slots=True)
class SaleLine:
    """One line of a sale, at the price it is sold for."""

    id: UUID
    product_id: UUID
    variant_id: UUID | None
    name: str
    description: str | None
    """The variant: "M / Blue"."""
    unit_price: Money
    list_price: Money
    quantity: int
    subtotal: Money
    missing: int
    """Pieces of the product that this sale has beyond what the shelf count leaves to it."""
    is_sellable: bool
    picture: str | None = None
    """sha256 of the product's primary picture in storedesk.media."""
    note: str | None = None
    """What is special about it: "gift wrapped"."""
    promotion: str | None = None
    """What made it cheaper; None too where its price was set by hand."""
    measure: LineMeasure | None = None
    """Of what was weighed, or priced at the till: such a line is one package."""

    @property
    def is_lowered(self) -> bool:
        """Tell whether it costs less than usual, by a promotion or by hand."""
        return self.unit_price < self.list_price


@dataclass(frozen=True, slots=True)
class Sale:
    """A sale that is not paid yet: in the database from the first scan."""

    order_id: UUID
    register_id: UUID
    version: int
    lines: tuple[SaleLine, ...]
    customer: CustomerLine | None
    label: str | None
    subtotal: Money
    tax: Money
    total: Money
    tax_lines: tuple[TaxLine, ...]
    quote_expires_at: datetime | None
    """UTC without zone; None while nothing is held."""
    touched: UUID | None = None
    """The line that the last command changed: it flashes."""
    taken: Money | None = None
    """What was paid of it already, gift cards apart; None for nothing."""
    exchange: Exchange | None = None
    """What comes back for it and pays for it; None where nothing does."""

    @property
    def pieces(self) -> int:
        """How many things lie on the counter."""
        return sum(line.quantity for line in self.lines)

    @property
    def due(self) -> Money:
        """Return what is to pay, beside what comes back for it."""
        return self.total - self.exchange.credited if self.exchange else self.total


@dataclass(frozen=True, slots=True)
class Undone:
    """A change of a sale that was undone: of an item, or, without a name, of its customer."""

    sale: Sale
    name: str | None
    description: str | None
    was: int
    """Pieces of the item until now."""
    pieces: int
    """Pieces of it by now."""
    price: Money | None
    """The price of its last line; None where there is none left."""
    customer: str | None
    """For whom the sale is by now, if the change was of the customer."""
    is_priced: bool = True
    """Whether the item cost something else; else, with as many pieces, a note was changed."""
    items: int = 1
    """How many items were changed together, as by a discount on the whole sale."""


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A price that is no longer the one on the screen."""

    name: str
    old: Money
    new: Money


@dataclass(frozen=True, slots=True)
class Shortage:
    """A product of which the stock has fewer pieces than the sale."""

    product_id: UUID
    name: str
    wanted: int
    available: int
    of_variants: bool = False
    """It is what all variants of the product have together."""


@dataclass(frozen=True, slots=True)
class Found:
    """Pieces in the customer's hand that the shelf count denies: sold anyway, and why."""

    product_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The answer to "what is to pay": held, or what stands in the way. Then nothing is held."""

    sale: Sale
    is_held: bool
    changes: tuple[PriceChange, ...]
    shortages: tuple[Shortage, ...]
    terminal: tuple[TerminalPayment, ...] = ()
    """What a card terminal has charged for it already, or may have."""
    taken: tuple["Tender", ...] = ()
    """What was taken for parts of it otherwise."""


@dataclass(frozen=True, slots=True)
class Tender:
    """What a customer pays with. `tendered` is only for cash: what was handed over."""

    id: UUID
    method: Method
    amount: Money
    tendered: Money | None = None
    card_brand: str | None = None
    last_four: str | None = None
    reference: str | None = None
    paypal_email: str | None = None


@dataclass(frozen=True, slots=True)
class Paid:
    """A sale that is paid."""

    order_id: UUID
    order_number: str
    total: Money
    change: Money
    found: tuple[str, ...]
    """Names of products that had to be found at the till."""
    cash_level: str | None = None
    """"low" or "high" where the drawer holds too little or too much cash now, as CashLevel."""
    credit: tuple["SpentCredit", ...] = ()
    """The gift cards that paid a part of it, or all."""
    cards: tuple[TerminalPayment, ...] = ()
    """What a card terminal had charged for it before the last tender."""
    parts: tuple["Tender", ...] = ()
    """What was taken for parts of it before the last tender."""
    exchange: Exchange | None = None
    """What came back for it, and paid a part of it, or all."""
    slip: CreditSlip | None = None
    """The account of an earlier exchange that got something back, with its code: told once."""


@dataclass(frozen=True, slots=True)
class SpentCredit:
    """A gift card that has paid, and what is left on it."""

    number: str
    amount: Money
    left: Money


@dataclass(frozen=True, slots=True)
class ParkedSale:
    """A parked sale, which any till may recall."""

    order_id: UUID
    label: str
    lines: int
    total: Money
    register: str
    parked_at: datetime


@dataclass(frozen=True, slots=True)
class FoundItem:
    """A product or variant that the search of the till offers."""

    product_id: UUID
    variant_id: UUID | None
    name: str
    description: str | None
    code: str | None
    price: Money
    available: int
    of_variants: bool = False
    """`available` is what all variants of the product have together."""
    usual: Money | None = None
    """What it costs without the promotion that holds; None where none does."""
    measure: Measure | None = None
    """How it is sold, if not by the piece."""


@dataclass(frozen=True, slots=True)
class FoundProduct:
    """A product that the search of the till offers, with those of its variants that fit."""

    item: FoundItem
    """What is sold of it; with variants the product itself, which is not sold."""
    category: str
    picture: str | None
    """sha256 of its primary picture in storedesk.media."""
    variants: tuple[FoundItem, ...] = ()

    @property
    def best(self) -> FoundItem:
        """Return what is sold where nothing else is chosen."""
        return self.variants[0] if self.variants else self.item

    @property
    def lowest_price(self) -> Money:
        """Return its price, or that of its cheapest variant."""
        return min((one.price for one in self.variants), default=self.item.price)

    @property
    def has_one_price(self) -> bool:
        """Tell whether its variants cost the same."""
        return len({one.price for one in self.variants}) <= 1


@dataclass(frozen=True, slots=True)
class Register:
    """A till of the store."""

    id: UUID
    code: str
    name: str
