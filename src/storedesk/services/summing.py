"""Sum up the days that are over, for sales reports."""

from storedesk import api
from storedesk.persistence.engine.database import Database

IDLE = 3
"""After so many calls that sum nothing the rest is left for later: somebody is still writing."""


def sum_all(dsn: str) -> int:
    """Sum up all days that are over and are not summed; answers how many sums were made.

    `dsn` is of the store's system login. Each call is a transaction of its own.
    """
    database = Database(dsn, pool_size=1)
    try:
        return sum_with(database)
    finally:
        database.close()


def sum_with(database: Database) -> int:
    """Do so on a line that is there already."""
    done, idle = 0, 0
    while idle < IDLE:
        answer = database.call(api.reports.sum_days())
        done += int(answer["days"])
        if answer["is_done"]:
            break
        idle = 0 if answer["days"] else idle + 1
    return done
