"""Make up ninety days of sales, orders and returns for the demo store."""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import accumulate, count
from math import cos, pi
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from storedesk.domain.demo.people import DemoCustomer
from storedesk.domain.demo.products import DemoProduct
from storedesk.domain.demo.references import References
from storedesk.domain.demo.store import DemoSize, made_id

Event = dict[str, Any]
"""An event that persistence.demo replays: `do`, `at`, and what that event needs."""

WEEK = (0.75, 0.8, 0.9, 1.0, 1.25, 1.55, 0.75)
"""How busy the days are, Monday first."""
HOURS = (0.5, 0.7, 0.9, 1.2, 1.1, 0.8, 0.9, 1.1, 1.2)
"""How busy the hours from nine to six are."""
PARCEL_HOURS = (2, 3, 3, 3, 4, 5, 4, 3, 3, 3, 4, 5, 6, 7, 6, 3)
"""How busy the web shop is from seven to ten at night."""
OPENS, CLOSES = 9, 18
LOW_AT = 10
KNOWN, UNPAID, REGRETTED, RESTOCKED = 0.35, 0.08, 0.04, 0.3
"""How often: a customer is known, an order unpaid or regretted, a low shelf filled in a day."""
"""The model's threshold for low stock."""
RESTOCKED_UNTIL = timedelta(days=24)
"""How long before the end some products were received for the last time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who and what takes part."""

    products: Sequence[DemoProduct]
    customers: Sequence[DemoCustomer]
    cashiers: Sequence[UUID]
    clerk: UUID
    manager: UUID
    registers: Sequence[UUID]


@dataclass
class History:
    """Plays the days in order, with a shelf that never goes below nought."""

    chance: Random
    cast: Cast
    size: DemoSize
    today: date
    zone: ZoneInfo
    events: list[Event] = field(default_factory=list)
    _references: References = field(default_factory=References)
    _free: dict[UUID, int] = field(default_factory=dict)
    _due: list[tuple[datetime, int, Callable[[datetime], None]]] = field(default_factory=list)
    _ticket: Any = field(default_factory=count)
    _weights: dict[int, list[float]] = field(default_factory=dict)

    @property
    def end(self) -> datetime:
        """The store's midnight with which `today` begins, as an instant."""
        return self._instant(self.today, 0)

    def days(self) -> list[list[Event]]:
        """Tell what happened, day by day; all of it before `today` begins."""
        first, end = self.today - timedelta(days=self.size.days), self.end
        self._open_store(first)
        chapters = []
        for number in range(self.size.days):
            day = first + timedelta(days=number)
            self._plan(day, number / self.size.days)
            self._live_until(min(self._instant(day + timedelta(days=1), 4), end))
            chapters.append(self.events)
            self.events = []
        return chapters

    def _open_store(self, first: date) -> None:
        """Fill the shelves for the first weeks."""
        self._neglected = {
            p.id for p in self.chance.sample(self.cast.products, len(self.cast.products) // 8)
        }
        levels = {p.id: self._lot(p) + self.chance.randint(2, 12) for p in self.cast.products}
        self._free = dict(levels)
        self._tell(
            "stocked",
            self._instant(first, 7),
            levels={str(k): v for k, v in levels.items()},
            actor=self.cast.manager,
        )

    def _plan(self, day: date, progress: float) -> None:
        """Put into the diary what this day brings of itself."""
        busy = WEEK[day.weekday()] * (0.85 + 0.3 * progress) * self.chance.uniform(0.85, 1.15)
        self._later(self._instant(day, 8, 20), self._restock)
        open_tills = max(1, min(len(self.cast.registers), round(1.6 + 1.3 * busy)))
        shifts = [self._plan_shift(day, register) for register in self.cast.registers[:open_tills]]
        for _ in range(round(self.size.sales_a_day * busy)):
            hour = self.chance.choices(range(OPENS, CLOSES), HOURS)[0]
            at = self._instant(day, hour, self.chance.randint(0, 59), self.chance.randint(0, 59))
            shift, cashier = self.chance.choice(shifts)
            self._later(at, partial(self._sell, shift=shift, cashier=cashier))
        for _ in range(round(self.size.parcels_a_day * self.chance.uniform(0.7, 1.3))):
            hour = self.chance.choices(range(7, 23), PARCEL_HOURS)[0]
            self._later(self._instant(day, hour, self.chance.randint(0, 59)), self._order)

    def _plan_shift(self, day: date, register: UUID) -> tuple[str, UUID]:
        shift, cashier = str(made_id(self.chance)), self.chance.choice(self.cast.cashiers)
        opens = self._instant(day, OPENS - 1, self.chance.randint(35, 55))
        closes = self._instant(day, CLOSES, self.chance.randint(5, 25))
        off = self.chance.choices(
            ("0", "-0.05", "0.10", "-1.00", "2.00", "-5.00"), (70, 8, 8, 6, 5, 3)
        )[0]
        self._later(
            opens,
            lambda at: self._tell(
                "open", at, shift=shift, register=register, float="150.00", actor=cashier
            ),
        )
        self._later(
            closes,
            lambda at: self._tell(
                "close",
                at,
                shift=shift,
                off=off,
                actor=cashier,
                reason="miscounted change" if off != "0" else None,
            ),
        )
        return shift, cashier

    def _sell(self, at: datetime, shift: str, cashier: UUID) -> None:
        """Sell over the counter."""
        if not (lines := self._basket(at)):
            return
        known = self.chance.random() < KNOWN
        customer = self.chance.choice(self.cast.customers) if known else None
        self._tell(
            "sale",
            at,
            order=made_id(self.chance),
            lines=lines,
            shift=shift,
            actor=cashier,
            customer=customer.id if customer else None,
            address={"recipient": customer.address["recipient"]} if customer else None,
            tender=self._tender((34, 58, 8)),
        )

    def _order(self, at: datetime) -> None:
        """Take an order for a parcel, and foresee its fate."""
        if not (lines := self._basket(at)):
            return
        order, customer = made_id(self.chance), self.chance.choice(self.cast.customers)
        tender = self._tender((0, 78, 22))
        self._tell(
            "place",
            at,
            order=order,
            customer=customer.id,
            address=customer.address,
            lines=lines,
            shipping=self.chance.choice(("4.90", "4.90", "6.50", "0.00")),
        )
        if self.chance.random() < UNPAID:
            self._later(
                at + timedelta(days=3, minutes=5),
                lambda at: self._cancel(at, order, lines, "expired: not paid", None),
            )
            return
        paid = at + timedelta(minutes=self.chance.randint(1, 45))
        self._later(paid, lambda at: self._tell("confirm", at, order=order, tender=tender))
        if self.chance.random() < REGRETTED:
            self._later(
                paid + timedelta(hours=self.chance.randint(2, 9)),
                lambda at: self._cancel(
                    at, order, lines, "customer changed their mind", self.cast.manager
                ),
            )
            return
        self._later(self._working(paid), lambda at: self._ship(at, order))

    def _ship(self, at: datetime, order: UUID) -> None:
        self._tell(
            "ship",
            at,
            order=order,
            tracking=self._references.tracking_number(),
            actor=self.cast.clerk,
        )
        arrives = at + timedelta(days=self.chance.randint(1, 4), hours=self.chance.randint(0, 5))
        self._later(
            arrives, lambda at: self._tell("deliver", at, order=order, actor=self.cast.clerk)
        )

    def _cancel(
        self, at: datetime, order: UUID, lines: list[Event], reason: str, actor: UUID | None
    ) -> None:
        for line in lines:
            self._free[line["product"]] += line["quantity"]
        self._tell("cancel", at, order=order, reason=reason, actor=actor)

    def _restock(self, at: datetime) -> None:
        """Take in what was ordered from the suppliers for shelves that run low."""
        ending = at > self.end - RESTOCKED_UNTIL
        for product in self.cast.products:
            low = self._free[product.id] < LOW_AT
            if (
                low
                and self.chance.random() < RESTOCKED
                and not (ending and product.id in self._neglected)
            ):
                lot = self._lot(product)
                self._free[product.id] += lot
                self._tell("restock", at, product=product.id, by=lot, actor=self.cast.clerk)

    def _basket(self, at: datetime) -> list[Event]:
        """Choose what someone buys, of what is there."""
        wanted = self.chance.choices((1, 2, 3, 4, 6), (42, 28, 17, 8, 5))[0]
        lines: dict[UUID, Event] = {}
        for product in self.chance.choices(
            self.cast.products, cum_weights=self._season(at.month), k=wanted
        ):
            quantity = self.chance.choices((1, 2, 3), (82, 14, 4))[0]
            if product.id not in lines and self._free[product.id] >= quantity:
                self._free[product.id] -= quantity
                variant = self.chance.choice(product.variants).id if product.variants else None
                lines[product.id] = {
                    "product": product.id,
                    "variant": variant,
                    "quantity": quantity,
                }
        return list(lines.values())

    def _season(self, month: int) -> list[float]:
        """Weigh the products for a month: best sellers, and what is in season."""
        if month not in self._weights:
            self._weights[month] = list(
                accumulate(
                    product.popularity * _in_season(product.leaf.season, month)
                    for product in self.cast.products
                )
            )
        return self._weights[month]

    def _tender(self, weights: Sequence[int]) -> Event:
        method = self.chance.choices(("cash", "credit_card", "paypal"), weights)[0]
        if method == "cash":
            return {
                "method": method,
                "note": self.chance.choice(("0.01", "1", "5", "10", "20", "20")),
            }
        if method == "paypal":
            return {"method": method, "reference": self._references.paypal()}
        brand = self.chance.choices(("visa", "mastercard", "amex"), (55, 35, 10))[0]
        return {
            "method": method,
            "card_brand": brand,
            "reference": self._references.card(),
            "last_four": f"{self.chance.randint(0, 9999):04}",
        }

    def _lot(self, product: DemoProduct) -> int:
        return 12 * (1 + round(product.popularity * 9)) + self.chance.choice((0, 6, 12))

    def _working(self, paid: datetime) -> datetime:
        """Return when the parcels of the next working day are packed."""
        day = paid.replace(tzinfo=UTC).astimezone(self.zone).date() + timedelta(days=1)
        while day.weekday() == 6:  # noqa: PLR2004 - Sunday
            day += timedelta(days=1)
        return self._instant(day, self.chance.randint(9, 15), self.chance.randint(0, 59))

    def _instant(self, day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
        """Return a time of the store's clock as an instant: UTC, without saying so."""
        local = datetime.combine(day, time(hour, minute, second), tzinfo=self.zone)
        return local.astimezone(UTC).replace(tzinfo=None)

    def _later(self, at: datetime, happens: Callable[[datetime], None]) -> None:
        heapq.heappush(self._due, (at, next(self._ticket), happens))

    def _live_until(self, end: datetime) -> None:
        while self._due and self._due[0][0] < end:
            at, _, happens = heapq.heappop(self._due)
            happens(at)

    def _tell(self, do: str, at: datetime, **what: Any) -> None:
        self.events.append({"do": do, "at": at, **what})


def _in_season(best: int, month: int) -> float:
    return 1.0 + max(0.0, 1.5 * cos(2 * pi * (month - best) / 12)) if best else 1.0
