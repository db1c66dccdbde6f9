"""Define staff members, their groups, and what they may do."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from storedesk.domain.bounds import UNTOLD, Bound, Bounds
from storedesk.domain.catalog import ProductStatus
from storedesk.domain.inventory import Signs
from storedesk.domain.orders import COMMANDS, OrderCommand, OrderStatus, OrderSteps, starts


class Group(StrEnum):
    """The groups of a store; in PostgreSQL each is prefixed with the database's name."""

    CASHIER = "cashier"
    CLERK = "clerk"
    MANAGER = "manager"
    ADMIN = "admin"
    AUDITOR = "auditor"
    WEBSHOP = "webshop"
    MAILER = "mailer"
    BACKUP = "backup"


PEOPLES_GROUPS = (Group.CASHIER, Group.CLERK, Group.MANAGER, Group.ADMIN, Group.AUDITOR)
"""Groups that a person may be put into; the others are for services."""


class Limit(StrEnum):
    """How far people go without a manager: the kinds of rows in storedesk.limits."""

    REFUND = "refund_amount"
    """Of one return."""
    REFUND_DAY = "refund_day_amount"
    """Of all that one person gives back in a business day."""
    DAMAGED_DAY = "refund_damaged_day_amount"
    """Of that, for pieces that do not go back to the shelf."""
    FOUND_PRODUCT = "found_product_pieces"
    """Pieces of one product that one person finds in a business day."""
    FOUND_DAY = "found_day_pieces"
    """And of all products."""
    OPENINGS = "drawer_shift_times"
    """Of the drawer without a sale, by one person in a shift."""
    CREDIT_DAY = "credit_day_amount"
    """Of gift cards that one person issues and tops up in a business day."""
    OPEN_PRICE_LEAST = "open_price_least_amount"
    """Of a price that is typed for a product whose price is asked."""
    OPEN_PRICE_MOST = "open_price_most_amount"
    """And at most."""

    DISCOUNT = "discount_percent"
    """Of what a line or a sale costs, given off at the till."""

    @property
    def is_money(self) -> bool:
        """Whether it is an amount, and no number of pieces or times, and no percentage."""
        return self.value.endswith("_amount")


@dataclass(frozen=True, slots=True)
class Me:
    """Whoever is signed in."""

    id: UUID
    login: str
    name: str
    groups: frozenset[Group]
    commands: frozenset[str]
    """The functions of schema api that this login may call: what is hidden or shown hangs on it."""
    limits: Mapping[Limit, Decimal] = field(default_factory=dict)
    """How far this person goes without a manager; a manager has none."""
    reasons: Signs = field(default_factory=dict)
    """The reasons for adjusting stock by hand, each with its sign."""
    bounds: Bounds = field(default_factory=dict)
    """How many there may be at once."""
    order_steps: OrderSteps = field(default_factory=dict)
    """From which states each command about an order starts."""
    product_steps: Mapping[ProductStatus, AbstractSet[ProductStatus]] = field(default_factory=dict)
    """What a product may become from each status."""
    has_pin: bool = False
    """Whether this person has a PIN, with which they go on at a workstation that is locked."""
    has_badge: bool = False
    """Whether a badge of theirs is good, which is scanned in place of the PIN."""
    number: int = 0
    """What their badge says whose it is by; 0 where the database has none yet."""

    def may(self, command: str) -> bool:
        """Tell whether a command would be accepted, by its name without the schema."""
        return command in self.commands

    def may_do(self, command: OrderCommand, status: OrderStatus) -> bool:
        """Tell whether a command about an order in a state would be accepted.

        A cashier who cancels, or takes back late, may still need a manager's approval for it.
        """
        return self.may(COMMANDS[command]) and starts(command, status, self.order_steps)

    def steps_from(self, was: ProductStatus) -> tuple[ProductStatus, ...]:
        """Return what a product may be saved as: first what it is, then what it may become."""
        told = self.product_steps.get(was, frozenset(ProductStatus))
        return (was, *(status for status in ProductStatus if status in told and status is not was))

    def most(self, bound: Bound) -> int:
        """Return how many there may be of something at once."""
        return self.bounds.get(bound, UNTOLD)

    @property
    def sees_drafts(self) -> bool:
        """Whether all products are open, also those that are not on sale: a policy of the table."""
        return bool(self.groups - {Group.CASHIER})

    @property
    def reads_ledger(self) -> bool:
        """Whether the stock ledger may be seen; it is a table, so no command tells."""
        return bool(self.groups & {Group.CLERK, Group.MANAGER, Group.AUDITOR})

    @property
    def reads_costs(self) -> bool:
        """Whether what products cost may be seen; it is a table too."""
        return bool(self.groups & {Group.MANAGER, Group.AUDITOR})

    @property
    def reads_baskets(self) -> bool:
        """Whether open baskets may be seen."""
        return bool(self.groups & {Group.CASHIER, Group.MANAGER})

    @property
    def reads_mails(self) -> bool:
        """Whether the outbox may be seen, at least types and states; it is a table too."""
        return bool(self.groups & {Group.CASHIER, Group.CLERK, Group.MANAGER, Group.AUDITOR})


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person as the staff list shows them."""

    id: UUID
    login: str
    name: str
    is_active: bool
    groups: frozenset[Group]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLine:
    """A line in the list of people, and of the programs that sign in too."""

    id: UUID
    login: str
    name: str
    is_active: bool
    is_person: bool
    is_signed_in: bool
    """Whether a session of theirs is open at this moment."""
    groups: tuple[Group, ...]
    """In their order; what one has from another is not among them."""
    since: datetime
