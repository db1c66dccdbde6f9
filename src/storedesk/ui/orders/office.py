"""Where orders are worked on: the store, who is at it, and the till beside it if there is one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from storedesk.domain.order_details import Order
from storedesk.domain.orders import OrderCommand, OrderStatus, may
from storedesk.domain.staff import Group, Me
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Register
from storedesk.domain.values.money import Money
from storedesk.ui.approval import Managers
from storedesk.ui.kit.base.format import Format


class Visit(Protocol):
    """Shows another page, if this person has it."""

    def __call__(self, page: str, record: UUID | None = None, *, words: str = "") -> None:
        """Show `page`; there, one record, or what `words` find."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """All that the orders page has to know before it asks the database for anything."""

    store: StoreSettings
    me: Me
    format: Format
    register: Register | None = None
    """The till that stands here: where cash is taken and orders are collected."""
    visit: Visit
    open_link: Callable[[str], object] = lambda _: None
    """Opens an address in the system's browser."""
    managers: Managers = field(default_factory=Managers)
    """How one is asked who stands beside."""

    @property
    def reads_mails(self) -> bool:
        """Whether the outbox is open to this person, as far as type and state go."""
        seeing = {Group.CASHIER, Group.CLERK, Group.MANAGER, Group.AUDITOR}
        return bool(self.me.groups & seeing)

    def may(self, deed: OrderCommand, status: OrderStatus) -> bool:
        """Tell whether this person may do something to an order in a state, perhaps with approval.

        Orders are collected where there is a till.
        """
        if deed is OrderCommand.COLLECT and self.register is None:
            return False
        return may(deed, status, self.me.commands)

    def may_with(self, deed: OrderCommand, order: Order) -> bool:
        """Tell whether this person may do something to an order as it is."""
        ships_again = deed is OrderCommand.SHIP and order.is_recalled
        return self.may(deed, OrderStatus.CONFIRMED if ships_again else order.status)

    def money(self, money: Money) -> str:
        """Write money as this store does."""
        return self.format.money(money)

    def zero(self) -> Money:
        """Return nothing at all, in the store's currency."""
        return Money.of(0, self.store.currency)
