"""Describe the demo store, which is the same each time it is made."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from uuid import UUID

from storedesk.domain.store import StoreSettings
from storedesk.domain.values.tax import TaxMode

SEED = 20_260
SETTINGS = StoreSettings(
    name="Harbor & Vine",
    street="12 Wharf Street",
    city="Portland",
    state="ME",
    postal_code="04101",
    country="US",
    currency="USD",
    time_zone="America/New_York",
    tax_mode=TaxMode.EXCLUSIVE,
    tax_name="Sales tax",
    tax_rate=Decimal("0.05500"),
    phone="(207) 555-0112",
    tax_id="00-0000000",
    is_demo=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSize:
    """How much there is in a demo store."""

    products: int = 300
    customers: int = 500
    days: int = 90
    sales_a_day: float = 19
    """Over the counter, on an average day."""
    parcels_a_day: float = 7
    registers: int = 4


def made_id(chance: Random) -> UUID:
    """Make an id that is the same each time."""
    return UUID(int=chance.getrandbits(128), version=4)
