"""Run the daily maintenance of a store, as its system login."""

from typing import Any

from storedesk import api
from storedesk.domain.refusals.errors import Refused
from storedesk.persistence.engine.database import Database
from storedesk.services.sealing import seal_with
from storedesk.services.summing import sum_with

BATCH = 100
"""How many orders are canceled in one transaction: tills wait for no more."""


def maintain(dsn: str) -> dict[str, Any]:
    """Delete what has expired, cancel orders not paid in time, speed up searches, seal, and sum up.

    `dsn` is of the store's system login. Answers the counts: of requests, quotes and baskets, and
    of canceled orders (`expired`). Refused: clock_doubted, and nothing is done.
    """
    database = Database(dsn, pool_size=1)
    try:
        cleared = database.call(api.maintenance.purge())
        if not cleared.get("is_clock_believed", True):
            raise Refused("clock_doubted")
        expired = gone = database.call(api.maintenance.expire_orders(BATCH))
        while gone == BATCH:
            gone = database.call(api.maintenance.expire_orders(BATCH))
            expired += gone
        database.call_at_leisure(api.maintenance.range_products())
        seal_with(database)
        sum_with(database)
        return cleared | {"expired": expired}
    finally:
        database.close()
