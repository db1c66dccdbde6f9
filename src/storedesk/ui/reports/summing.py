"""Have the days summed up that a report had to add up row by row."""

import logging

from storedesk import api
from storedesk.domain.refusals.errors import StoreError
from storedesk.services.desk import Desk
from storedesk.services.summing import IDLE

log = logging.getLogger(__name__)


async def sum_by(desk: Desk) -> None:
    """Have all days summed up that are over, behind the window; a failure is only logged."""
    idle = 0
    try:
        while idle < IDLE:
            answer = await desk.do(lambda _: api.reports.sum_days())
            if answer["is_done"]:
                break
            idle = 0 if answer["days"] else idle + 1
    except StoreError as error:
        log.warning("days that are over are not summed up: %s", error)
