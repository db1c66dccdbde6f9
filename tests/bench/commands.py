"""What a manager does to the stock, through the desk and by one raw call of the same command."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import psycopg
from bench.big_store import BigStore
from bench.measure import Figure, at_most, compare
from bench.tills import Ours

from storedesk import api
from storedesk.domain.inventory import Reason
from storedesk.persistence.engine.database import SETTINGS

ADJUST = "SELECT api.adjust_stock(%s, %s, NULL, 1, 'found')"


def figures(store: BigStore, register: UUID, size: int) -> Iterator[Figure]:
    """Measure adjusting."""
    ours = Ours(store.dsn("boss"), register)
    product = ours.read(api.till.item_by_code, "P5").product_id
    with psycopg.connect(store.dsn("boss"), autocommit=True, options=SETTINGS) as line:
        yield compare(
            "adjust",
            size=size,
            ours=lambda: ours.do(api.inventory.adjust_stock, product, by=1, reason=Reason.FOUND),
            bare=lambda: line.execute(ADJUST, [uuid4(), product]).fetchone(),
            bounds={"bare": at_most(1.3)},
            runs=200,
        )
    ours.close()
