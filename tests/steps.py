"""Which steps orders and products may take, for tests whose pages hear of no database."""

import tomllib
from pathlib import Path

from storedesk.domain.catalog import ProductStatus
from storedesk.domain.orders import OrderStatus

FILE = Path(__file__).parent / "data/steps.toml"
TABLE = tomllib.loads(FILE.read_text(encoding="utf-8"))
ORDER, PRODUCT = TABLE["order"], TABLE["product"]
STEPS = {
    "order_steps": {name: frozenset(map(OrderStatus, states)) for name, states in ORDER.items()},
    "product_steps": {
        ProductStatus(was): frozenset(map(ProductStatus, statuses))
        for was, statuses in PRODUCT.items()
    },
}
"""As `Me` has them."""
