"""Where a till stands: its register, its store, and who is at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from storedesk.documents.strip import Speech
from storedesk.domain.staff import Me
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Method, Register
from storedesk.domain.values import cash
from storedesk.domain.values.money import Money
from storedesk.ui.approval import Managers
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr

LETTERS: Mapping[Method, str] = MappingProxyType(
    {Method.CASH: "c", Method.CARD: "d", Method.PAYPAL: "p"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Till:
    """All that the till's page has to know before it asks the database for anything."""

    register: Register
    store: StoreSettings
    me: Me
    format: Format
    managers: Managers = field(default_factory=Managers)
    """How others are asked to let somebody into a shift, or to allow something."""
    printer: str | None = ""
    """Where receipts come out: a name, "" for the system's own printer, None for nowhere."""
    letters: Mapping[Method, str] = field(default_factory=lambda: LETTERS)
    """The key for each way to pay, shown on its cap."""
    seen: set[UUID] = field(default_factory=set)
    """Orders that this program has shown as booked, whoever was signed in."""

    def money(self, money: Money) -> str:
        """Write money as this store does."""
        return self.format.money(money)

    def zero(self) -> Money:
        """Return nothing at all, in the store's currency."""
        return Money.of(0, self.store.currency)

    def largest_note(self) -> Money:
        """Return the note above which change is a slip of the finger."""
        return Money.of(self.store.largest_note, self.store.currency)

    def in_cash(self, total: Money) -> Money:
        """Return what is to pay of `total` in cash, where the smallest coins are not in use."""
        return Money(cash.to_coin(total.amount, self.store.cash_rounding), total.currency)

    def speech(self) -> Speech:
        """Return how receipts and reports are written here."""
        return Speech(
            translate=tr,
            money=self.format.money,
            moment=self.format.on_paper,
        )


def method_name(method: Method) -> str:
    """Return what a way to pay is called."""
    names = {
        Method.CASH: tr("Cash"),
        Method.CARD: tr("Card"),
        Method.PAYPAL: tr("PayPal"),
    }
    return names[method]


def lines(count: int) -> str:
    """Say how many lines a sale has."""
    return plural("{count} line", "{count} lines", count).format(count=count)


def pieces(count: int) -> str:
    """Say how many things lie on the counter."""
    return plural("{count} piece", "{count} pieces", count).format(count=count)


def orders(count: int) -> str:
    """Say how often somebody bought."""
    return plural("{count} order", "{count} orders", count).format(count=count)
