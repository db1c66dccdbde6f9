"""Have the days summed up that a report had to add up row by row."""

import logging

from storedesk import api
from storedesk.domain.refusals.errors import StoreError
from storedesk.services.desk import Desk
from storedesk.services.summing import SumCalls

log = logging.getLogger(__name__)


async def sum_by(desk: Desk) -> None:
    """Have all days summed up that are over, behind the window; a failure is only logged."""
    calls = SumCalls()
    try:
        while calls.go_on(await desk.do(lambda _: api.reports.sum_days())):
            pass
    except StoreError as error:
        log.warning("days that are over are not summed up: %s", error)
