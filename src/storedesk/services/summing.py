"""Sum up the days that are over, for sales reports."""

from typing import Any

from storedesk import api
from storedesk.persistence.engine.database import Database

IDLE = 3
"""After so many calls that sum nothing the rest is left for later: somebody is still writing."""


class SumCalls:
    """Counts what calls of `api.reports.sum_days` have made, and says when to stop calling."""

    def __init__(self) -> None:
        self.made = self._idle = 0

    def go_on(self, answer: dict[str, Any]) -> bool:
        """Tell from the answer of a call whether another one is of use."""
        self.made += int(answer["days"])
        self._idle = 0 if answer["days"] else self._idle + 1
        return not answer["is_done"] and self._idle < IDLE


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
    calls = SumCalls()
    while calls.go_on(database.call(api.reports.sum_days())):
        pass
    return calls.made
